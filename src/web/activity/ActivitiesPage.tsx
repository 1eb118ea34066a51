import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { Outlet, useChildMatches } from '@tanstack/react-router'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { Screen } from '../app/Screen.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { useTyped } from '../app/useTyped.ts'
import { DayField } from '../kit/DayField.tsx'
import { ListDetail } from '../kit/ListDetail.tsx'
import { ActivityCalendar } from './ActivityCalendar.tsx'
import { ActivityList } from './ActivityList.tsx'
import { PhotoWall } from './PhotoWall.tsx'
import { type ActivityLook, type ActivityLookView, useActivityLook } from './useActivityLook.ts'
import { activityKindWords, campaignWords, optionsOf } from './words.ts'

/** What was done: as a list, as a calendar, as photos. What is open stands beside it. */
export function ActivitiesPage() {
  const look = useActivityLook()
  const unitId = useUnitId()
  const mayRecord = useMay()('activity.record', unitId)
  const openChild = useChildMatches().at(-1)
  const openId = (openChild?.params as { activityId?: string } | undefined)?.activityId
  const isWriting = /\/(ghi|sua)$/u.test(openChild?.fullPath ?? '')
  const record = mayRecord && !isWriting && (
    <ButtonLink to="/hoat-dong/ghi" search={true}>
      Ghi hoạt động
    </ButtonLink>
  )
  return (
    <Screen title="Hoạt động" actions={record}>
      <ListDetail
        detail={openChild ? <Outlet /> : null}
        list={
          <div className="stack">
            <SegmentedControl
              aria-label="Cách xem"
              value={look.view}
              onChange={value => look.change({ xem: value === 'danh-sach' ? undefined : value })}
              data={views}
            />
            <Filters key={look.view} look={look} />
            {look.view === 'danh-sach' && <ActivityList look={look} openId={openId} record={record} />}
            {look.view === 'lich' && <ActivityCalendar look={look} openId={openId} />}
            {look.view === 'anh' && <PhotoWall look={look} />}
          </div>
        }
      />
    </Screen>
  )
}

const views: { value: ActivityLookView; label: string }[] = [
  { value: 'danh-sach', label: 'Danh sách' },
  { value: 'lich', label: 'Lịch' },
  { value: 'anh', label: 'Ảnh' },
]

function Filters({ look }: { look: ActivityLook }) {
  const [typed, type] = useTyped(look.search ?? '', value => look.change({ tim: value || undefined }))
  return (
    <div className="filters" role="search">
      <TextInput
        label="Tìm"
        placeholder="tên, nơi, nội dung; không cần dấu"
        value={typed}
        onChange={event => type(event.currentTarget.value)}
      />
      <Select
        label="Loại"
        placeholder="mọi loại"
        data={optionsOf(activityKindWords)}
        value={look.kind ?? null}
        onChange={value => look.change({ loai: value ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': 'Bỏ lọc theo loại' }}
        searchable
      />
      <Select
        label="Phong trào"
        placeholder="mọi phong trào"
        data={optionsOf(campaignWords)}
        value={look.campaign ?? null}
        onChange={value => look.change({ phong_trao: value ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': 'Bỏ lọc theo phong trào' }}
      />
      {look.view !== 'lich' && (
        <>
          <DayField label="Từ ngày" value={look.from ?? null} onChange={day => look.change({ tu: day ?? undefined })} />
          <DayField label="Đến ngày" value={look.until ?? null} onChange={day => look.change({ den: day ?? undefined })} />
        </>
      )}
    </div>
  )
}
