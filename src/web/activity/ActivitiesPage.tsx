import { TextInput } from '@mantine/core'
import { getRouteApi, Link, Outlet, useChildMatches, useNavigate } from '@tanstack/react-router'
import type { ActivityView } from '#contract/activity.ts'
import { addDays, formatDay, isPlainDate, type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { ask } from '../api.ts'
import { readAllRows, sayCount, useListAbout } from '../app/all-rows.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { useTyped } from '../app/useTyped.ts'
import { Chip } from '../kit/Chip.tsx'
import { DayField } from '../kit/DayField.tsx'
import { DaysText } from '../kit/DayText.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListDetail } from '../kit/ListDetail.tsx'
import { ListExport, ListHead } from '../kit/ListExport.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { activityColumns } from './activity-columns.ts'
import { activityKindWords, sayParticipants } from './words.ts'

const route = getRouteApi('/frame/hoat-dong')

/** What was done, newest first; a row opens beside the list. */
export function ActivitiesPage() {
  const unitId = useUnitId()
  const { tim, tu, den } = route.useSearch()
  const navigate = useNavigate()
  const mayRecord = useMay()('activity.record', unitId)
  const openChild = useChildMatches().at(-1)
  const openId = (openChild?.params as { activityId?: string } | undefined)?.activityId
  const from = dayOr(tu)
  const until = dayOr(den)
  const filter = { unitId, search: tim, from, until: until && addDays(until, 1) }
  const activities = useAsk('activity.list', filter, { keepsPrevious: true })
  const about = useListAbout(tim && `tìm “${tim}”`, from && `từ ${formatDay(from)}`, until && `đến ${formatDay(until)}`)
  const look = (patch: { tim?: string | undefined; tu?: string | undefined; den?: string | undefined }): void =>
    void navigate({ to: '.', search: before => ({ ...before, ...patch }), replace: true })
  const [typed, type] = useTyped(tim ?? '', value => look({ tim: value || undefined }))
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
            <div className="filters" role="search">
              <TextInput
                label="Tìm"
                placeholder="tên, nơi, nội dung; không cần dấu"
                value={typed}
                onChange={event => type(event.currentTarget.value)}
              />
              <DayField label="Từ ngày" value={tu ?? null} onChange={day => look({ tu: day ?? undefined })} />
              <DayField label="Đến ngày" value={den ?? null} onChange={day => look({ den: day ?? undefined })} />
            </div>
            <Loaded of={activities}>
              {rows =>
                rows.length === 0 ? (
                  <EmptyState title={tim || tu || den ? 'Không có hoạt động nào khớp' : 'Chưa ghi hoạt động nào'} next={record}>
                    Mỗi hoạt động ghi một lần, ngay sau khi làm: ngày, nơi, số người, kinh phí, ảnh. Báo cáo lấy lại từ đây.
                  </EmptyState>
                ) : (
                  <>
                    <ListHead words={sayCount(rows.length, 'hoạt động')}>
                      <ListExport
                        title="Hoạt động"
                        about={about}
                        columns={activityColumns}
                        rows={onProgress => readAllRows(skip => ask('activity.list', { ...filter, skip }), onProgress)}
                      />
                    </ListHead>
                    <Rows label="Hoạt động, mới nhất trước">
                      {rows.map(activity => (
                        <ActivityRow
                          key={activity.id}
                          activity={activity}
                          isSelected={activity.id === openId}
                          isHomeUnit={activity.hostUnitId === unitId}
                        />
                      ))}
                    </Rows>
                  </>
                )
              }
            </Loaded>
          </div>
        }
      />
    </Screen>
  )
}

function ActivityRow({ activity, isSelected, isHomeUnit }: { activity: ActivityView; isSelected: boolean; isHomeUnit: boolean }) {
  const second = [activityKindWords[activity.kind], isHomeUnit ? null : activity.hostUnitName, activity.place || null]
    .filter(Boolean)
    .join(' · ')
  return (
    <Row
      isSelected={isSelected}
      title={
        <Link to="/hoat-dong/$activityId" params={{ activityId: activity.id }} search={true}>
          {activity.name}
        </Link>
      }
      second={second}
      aside={
        <>
          <DaysText from={activity.startsOn} until={activity.endsOn} />
          {activity.participants && <span>{sayParticipants(activity)}</span>}
          {activity.evidence.length > 0 && <Chip>{activity.evidence.length} minh chứng</Chip>}
        </>
      }
    />
  )
}

function dayOr(text: string | undefined): PlainDate | undefined {
  return text && isPlainDate(text) ? plainDate(text) : undefined
}
