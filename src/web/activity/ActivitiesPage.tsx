import { Select, Tabs, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Outlet, useChildMatches } from '@tanstack/react-router'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { Screen } from '../app/Screen.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { useTyped } from '../app/useTyped.ts'
import { DayField } from '../kit/DayField.tsx'
import { ListDetail } from '../kit/ListDetail.tsx'
import { ActivityCalendar } from './ActivityCalendar.tsx'
import { ActivityList } from './ActivityList.tsx'
import { Fold } from './Fold.tsx'
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
        opened={openId}
        detail={openChild ? <Outlet /> : null}
        list={
          <div className="stack">
            <Tabs value={look.view} onChange={value => look.change({ xem: value === 'danh-sach' || value === null ? undefined : value })}>
              <Tabs.List aria-label="Cách xem">
                {views.map(({ value, label }) => (
                  <Tabs.Tab key={value} value={value}>
                    {label}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
            </Tabs>
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

/** The search is always at hand; on a phone the rest of the filters is folded away until it is wanted. */
function Filters({ look }: { look: ActivityLook }) {
  const [typed, type] = useTyped(look.search ?? '', value => look.change({ tim: value || undefined }))
  const isNarrow = useMediaQuery('(max-width: 899px)', undefined, { getInitialValueInEffect: false })
  const search = (
    <TextInput
      label="Tìm"
      placeholder="tên, nơi, nội dung; không cần dấu"
      value={typed}
      onChange={event => type(event.currentTarget.value)}
    />
  )
  if (!isNarrow)
    return (
      <div className="filters" role="search">
        {search}
        <FurtherFilters look={look} />
      </div>
    )
  const count = [look.kind, look.campaign, look.from, look.until].filter(Boolean).length
  return (
    <div className="stack-s" role="search">
      {search}
      <Fold summary={count > 0 ? `Lọc (${count})` : 'Lọc theo loại, phong trào, ngày'} mustBeSeen={count > 0}>
        <div className="filters">
          <FurtherFilters look={look} />
        </div>
      </Fold>
    </div>
  )
}

function FurtherFilters({ look }: { look: ActivityLook }) {
  return (
    <>
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
    </>
  )
}
