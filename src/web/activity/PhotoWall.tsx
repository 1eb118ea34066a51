import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ActivityView } from '#contract/activity.ts'
import { type Evidence, isPhoto } from '#domain/evidence/evidence.ts'
import { evidenceAddress } from '../api.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { DaysText } from '../kit/DayText.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { PhotoViewer } from './PhotoViewer.tsx'
import classes from './photo-wall.module.css'
import type { ActivityLook } from './useActivityLook.ts'

/** Photos come over the line whole, so few at a time are drawn. */
const page = 24

/** A photo with the activity it shows, and which of its photos it is. */
export type WallPhoto = { readonly photo: Evidence; readonly activity: ActivityView; readonly words: string }

/** The photos of what was done, newest first; one opens over the page, and the arrows go from one to the next. */
export function PhotoWall({ look }: { look: ActivityLook }) {
  const activities = useAsk('activity.list', { ...look.filter, having: 'photos' }, { keepsPrevious: true })
  return (
    <Loaded of={activities}>
      {rows => {
        const photos = rows.flatMap(photosOf)
        return photos.length === 0 ? (
          <EmptyState title={look.isNarrowed ? 'Không có ảnh nào khớp' : 'Chưa có ảnh nào'}>
            Ảnh gửi cùng hoạt động hiện ở đây, mới nhất trước: mở một hoạt động rồi thêm ảnh, hoặc chụp khi ghi hoạt động.
          </EmptyState>
        ) : (
          <Wall key={JSON.stringify(look.filter)} photos={photos} look={look} />
        )
      }}
    </Loaded>
  )
}

function Wall({ photos, look }: { photos: readonly WallPhoto[]; look: ActivityLook }) {
  const [count, setCount] = useState(page)
  const openAt = photos.findIndex(({ photo }) => photo.id === look.photoId)
  return (
    <>
      <p className="soft">
        {photos.length} ảnh của {new Set(photos.map(({ activity }) => activity.id)).size} hoạt động
      </p>
      <ul className={classes.wall} aria-label="Ảnh hoạt động, mới nhất trước">
        {photos.slice(0, count).map(({ photo, activity, words }) => (
          <li key={photo.id} className={classes.tile}>
            <button type="button" className={classes.open} aria-label={`Mở ảnh: ${words}`} onClick={() => look.change({ anh: photo.id })}>
              <img src={evidenceAddress(photo.id)} alt="" loading="lazy" decoding="async" width={320} height={240} />
            </button>
            <span className={classes.name}>{activity.name}</span>
            <span className="soft small">
              <DaysText from={activity.startsOn} until={activity.endsOn} />
              {activity.place && ` · ${activity.place}`}
            </span>
          </li>
        ))}
      </ul>
      {photos.length > count && (
        <Button variant="default" onClick={() => setCount(count + page)}>
          Xem thêm {Math.min(page, photos.length - count)} trong {photos.length - count} ảnh còn lại
        </Button>
      )}
      {openAt >= 0 && <PhotoViewer photos={photos} at={openAt} go={photoId => look.change({ anh: photoId })} />}
    </>
  )
}

function photosOf(activity: ActivityView): WallPhoto[] {
  const photos = activity.evidence.filter(isPhoto)
  return photos.map((photo, i) => ({
    photo,
    activity,
    words: photos.length === 1 ? activity.name : `${activity.name}, ảnh ${i + 1} trong ${photos.length}`,
  }))
}
