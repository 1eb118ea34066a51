import { TextInput } from '@mantine/core'
import { getRouteApi, Link, Outlet, useChildMatches, useNavigate } from '@tanstack/react-router'
import { formatDay, isPlainDate } from '#domain/calendar/plain-date.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useUnitId } from '../app/units.ts'
import { useTyped } from '../app/useTyped.ts'
import { DayField } from '../kit/DayField.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListDetail } from '../kit/ListDetail.tsx'
import { TimeSlider } from './TimeSlider.tsx'
import { UnitTree } from './UnitTree.tsx'

const route = getRouteApi('/frame/don-vi')

/** The tree as it was on a day; the day stands in the address. */
export function UnitsPage() {
  const unitId = useUnitId()
  const { today } = useSession()
  const { ngay, tim } = route.useSearch()
  const navigate = useNavigate()
  const on = ngay && isPlainDate(ngay) ? ngay : today
  const openChild = useChildMatches().at(-1)
  const openId = (openChild?.params as { unitId?: string } | undefined)?.unitId
  const changes = useAsk('org.changes', { unitId, on }, { keepsPrevious: true })
  const tree = useAsk('org.tree', { unitId, on }, { keepsPrevious: true })
  const look = (patch: { ngay?: string | undefined; tim?: string | undefined }): void =>
    void navigate({ to: '.', search: before => ({ ...before, ...patch }), replace: true })
  const [typed, type] = useTyped(tim ?? '', value => look({ tim: value || undefined }))
  return (
    <Screen title="Đơn vị" parts={<span>cây đơn vị ngày {formatDay(on)}</span>}>
      <ListDetail
        opened={openId}
        detail={openChild ? <Outlet /> : null}
        list={
          <div className="stack">
            <div className="filters" role="search">
              <TextInput
                label="Tìm"
                placeholder="tên, mã; không cần dấu"
                value={typed}
                onChange={event => type(event.currentTarget.value)}
              />
              <DayField label="Cây đơn vị ngày" value={on} onChange={day => look({ ngay: day ?? undefined })} />
            </div>
            {changes.data && <TimeSlider days={changes.data.days} on={on} today={today} go={day => look({ ngay: day })} />}
            <Loaded of={tree}>
              {({ units }) =>
                units.length === 0 ? (
                  <EmptyState
                    title={`Ngày ${formatDay(on)} không có đơn vị này`}
                    next={
                      <Link to="/don-vi/$unitId" params={{ unitId }} search={true}>
                        Xem các phiên bản của đơn vị
                      </Link>
                    }
                  >
                    Đơn vị chưa lập hoặc đã kết thúc vào ngày ấy.
                  </EmptyState>
                ) : (
                  <UnitTree
                    key={unitId}
                    units={units}
                    search={tim ?? ''}
                    openId={openId}
                    on={on}
                    brought={changes.data?.last?.on === on ? changes.data.last : undefined}
                  />
                )
              }
            </Loaded>
          </div>
        }
      />
    </Screen>
  )
}
