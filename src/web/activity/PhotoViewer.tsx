import { Button, Modal } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { evidenceAddress } from '../api.ts'
import { DaysText } from '../kit/DayText.tsx'
import type { WallPhoto } from './PhotoWall.tsx'
import classes from './photo-wall.module.css'

type ViewerParts = {
  readonly photos: readonly WallPhoto[]
  readonly at: number
  /** Undefined closes it. */
  readonly go: (photoId: string | undefined) => void
}

/** One photo as large as the screen allows, with what it shows; the arrows go on. */
export function PhotoViewer({ photos, at, go }: ViewerParts) {
  const present = photos[at]
  if (!present) return null
  const { photo, activity, words } = present
  const before = photos[at - 1]?.photo.id
  const after = photos[at + 1]?.photo.id
  function moveByKey(event: KeyboardEvent): void {
    const to = event.key === 'ArrowLeft' ? before : event.key === 'ArrowRight' ? after : undefined
    if (to === undefined) return
    event.preventDefault()
    go(to)
  }
  return (
    <Modal
      opened
      fullScreen
      onClose={() => go(undefined)}
      title={activity.name}
      onKeyDown={moveByKey}
      classNames={{ content: classes.full ?? '', body: classes.rest ?? '' }}
    >
      <figure className={classes.viewer}>
        <img src={evidenceAddress(photo.id)} alt={words} />
        <figcaption className={classes.caption}>
          <Button variant="default" disabled={before === undefined} onClick={() => go(before)}>
            ‹&nbsp;Ảnh trước
          </Button>
          <span className={classes.words}>
            <span aria-live="polite">
              Ảnh {at + 1} trong {photos.length}
            </span>
            {' · '}
            <DaysText from={activity.startsOn} until={activity.endsOn} />
            {activity.place && ` · ${activity.place}`}
            {' · '}
            <Link to="/hoat-dong/$activityId" params={{ activityId: activity.id }} search={address => ({ ...address, anh: undefined })}>
              Mở hoạt động
            </Link>
          </span>
          <Button variant="default" disabled={after === undefined} onClick={() => go(after)}>
            Ảnh sau&nbsp;›
          </Button>
        </figcaption>
      </figure>
    </Modal>
  )
}
