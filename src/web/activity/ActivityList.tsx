import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ActivityView } from '#contract/activity.ts'
import { ask } from '../api.ts'
import { readAllRows, sayCount, useListAbout } from '../app/all-rows.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { useUnitId } from '../app/units.ts'
import { Chip } from '../kit/Chip.tsx'
import { DaysText } from '../kit/DayText.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Found } from '../kit/Found.tsx'
import { ListExport, ListHead } from '../kit/ListExport.tsx'
import { MoreRows } from '../kit/MoreRows.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { activityColumns } from './activity-columns.ts'
import type { ActivityLook } from './useActivityLook.ts'
import { activityKindWords, sayParticipants } from './words.ts'

/** Newest first; a row opens beside the list. */
export function ActivityList({ look, openId, record }: { look: ActivityLook; openId: string | undefined; record: ReactNode }) {
  const unitId = useUnitId()
  const activities = useAsk('activity.list', look.filter, { keepsPrevious: true })
  const about = useListAbout(...look.words)
  return (
    <Loaded of={activities}>
      {rows =>
        rows.length === 0 ? (
          <NoActivities look={look} record={record} />
        ) : (
          <>
            <ListHead words={sayCount(rows.length, 'hoạt động')}>
              <ListExport
                title="Hoạt động"
                about={about}
                columns={activityColumns}
                rows={onProgress => readAllRows(skip => ask('activity.list', { ...look.filter, skip }), onProgress)}
              />
            </ListHead>
            <MoreRows key={JSON.stringify(look.filter)} rows={rows}>
              {shown => (
                <Rows label="Hoạt động, mới nhất trước">
                  {shown.map(activity => (
                    <ActivityRow
                      key={activity.id}
                      activity={activity}
                      search={look.search}
                      isSelected={activity.id === openId}
                      isHomeUnit={activity.hostUnitId === unitId}
                    />
                  ))}
                </Rows>
              )}
            </MoreRows>
          </>
        )
      }
    </Loaded>
  )
}

function NoActivities({ look, record }: { look: ActivityLook; record: ReactNode }) {
  if (look.isNarrowed) return <EmptyState title="Không có hoạt động nào khớp">Thử bỏ bớt chữ, loại hay ngày.</EmptyState>
  return (
    <EmptyState title="Chưa ghi hoạt động nào" next={record}>
      Mỗi hoạt động ghi một lần, ngay sau khi làm: ngày, nơi, số người, kinh phí, ảnh. Báo cáo lấy lại từ đây.
    </EmptyState>
  )
}

type RowParts = {
  readonly activity: ActivityView
  readonly search: string | undefined
  readonly isSelected: boolean
  readonly isHomeUnit: boolean
}

function ActivityRow({ activity, search, isSelected, isHomeUnit }: RowParts) {
  const second = [activityKindWords[activity.kind], isHomeUnit ? null : activity.hostUnitName, activity.place || null]
    .filter(Boolean)
    .join(' · ')
  return (
    <Row
      isSelected={isSelected}
      title={
        <Link to="/hoat-dong/$activityId" params={{ activityId: activity.id }} search={true}>
          <Found text={activity.name} search={search} />
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
