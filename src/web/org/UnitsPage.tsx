import { TextInput } from '@mantine/core'
import { getRouteApi, Link, Outlet, useChildMatches, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type OrgTreeRow, orgUnitKindWords } from '#contract/org.ts'
import { formatDay, isPlainDate } from '#domain/calendar/plain-date.ts'
import { capitalise, searchKey } from '#domain/kit/text.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useUnitId } from '../app/units.ts'
import { useTyped } from '../app/useTyped.ts'
import { DayField } from '../kit/DayField.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListDetail } from '../kit/ListDetail.tsx'
import { Row, Rows } from '../kit/Rows.tsx'

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
  const tree = useAsk('org.tree', { unitId, on }, { keepsPrevious: true })
  const look = (patch: { ngay?: string | undefined; tim?: string | undefined }): void =>
    void navigate({ to: '.', search: before => ({ ...before, ...patch }), replace: true })
  const [typed, type] = useTyped(tim ?? '', value => look({ tim: value || undefined }))
  return (
    <Screen title="Đơn vị" parts={<span>cây đơn vị ngày {formatDay(on)}</span>}>
      <ListDetail
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
                  <Tree units={units} search={tim ?? ''} openId={openId} />
                )
              }
            </Loaded>
          </div>
        }
      />
    </Screen>
  )
}

function Tree({ units, search, openId }: { units: readonly OrgTreeRow[]; search: string; openId: string | undefined }) {
  const key = searchKey(search)
  const shown = useMemo(
    () => (key === '' ? units : units.filter(unit => searchKey(`${unit.name} ${unit.code ?? ''}`).includes(key))),
    [units, key],
  )
  if (shown.length === 0) return <EmptyState title="Không có đơn vị nào khớp" />
  return (
    <div className="stack-s">
      <p className="soft">{shown.length} đơn vị</p>
      <Rows label="Cây đơn vị">
        {shown.map(unit => (
          <Row
            key={unit.unitId}
            depth={key === '' ? unit.depth : 0}
            isSelected={unit.unitId === openId}
            title={
              <Link to="/don-vi/$unitId" params={{ unitId: unit.unitId }} search={true}>
                {unit.name}
              </Link>
            }
            aside={
              <span>
                {capitalise(orgUnitKindWords[unit.kind])}
                {unit.code && ` · ${unit.code}`}
              </span>
            }
          />
        ))}
      </Rows>
    </div>
  )
}
