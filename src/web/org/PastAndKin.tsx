import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type OrgUnitView, orgUnitKindWords } from '#contract/org.ts'
import { addDays, formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import { Chip } from '../kit/Chip.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { sayRange } from './words.ts'

/** What lies below a unit, what it was, what it came from and where it went. */
export function PastAndKin({ view, action }: { view: OrgUnitView; action: ReactNode }) {
  return (
    <>
      {view.children.length > 0 && (
        <Sheet title={`${view.children.length} đơn vị trực thuộc`}>
          <Rows label="Đơn vị trực thuộc">
            {view.children.map(child => (
              <Row
                key={child.unitId}
                title={
                  <Link to="/don-vi/$unitId" params={{ unitId: child.unitId }} search={true}>
                    {child.name}
                  </Link>
                }
                aside={orgUnitKindWords[child.kind]}
              />
            ))}
          </Rows>
        </Sheet>
      )}
      <Sheet title="Các phiên bản">
        <Rows label="Các phiên bản">
          {view.versions.map(version => (
            <Row
              key={version.id}
              isSelected={version.id === view.version?.id}
              title={version.name}
              second={version.source}
              aside={
                <span>
                  {orgUnitKindWords[version.kind]} · {sayRange(version.valid)}
                </span>
              }
            />
          ))}
        </Rows>
      </Sheet>
      {(view.successions.length > 0 || action) && <Successions view={view} action={action} />}
    </>
  )
}

type NamedSuccession = OrgUnitView['successions'][number]

function Successions({ view, action }: { view: OrgUnitView; action: ReactNode }) {
  return (
    <Sheet title="Sáp nhập, chia tách" actions={action}>
      {view.successions.length === 0 ? (
        <p className="soft">Chưa ghi lần nào.</p>
      ) : (
        <Rows label="Sáp nhập, chia tách">
          {view.successions.map(succession => (
            <Row
              key={`${succession.fromUnitId}${succession.toUnitId}${succession.on}`}
              title={
                <Link
                  to="/don-vi/$unitId"
                  params={{ unitId: otherOf(succession, view) }}
                  search={before => ({ ...before, ngay: dayOfOther(succession, view) })}
                >
                  {saySuccession(succession, view)}
                </Link>
              }
              second={succession.basis}
              aside={
                <>
                  {!succession.isVerified && <Chip tone="soon">chưa xác minh</Chip>}
                  <span>từ {formatDay(succession.on)}</span>
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Sheet>
  )
}

function otherOf({ fromUnitId, toUnitId }: NamedSuccession, { unitId }: OrgUnitView): string {
  return fromUnitId === unitId ? toUnitId : fromUnitId
}

/** The same day, where the other unit was there on it; else its last day, or its first. */
function dayOfOther({ fromUnitId, on, extent }: NamedSuccession, view: OrgUnitView): PlainDate {
  if (fromUnitId === view.unitId) return view.on < on ? on : view.on
  return extent === 'whole' && view.on >= on ? addDays(on, -1) : view.on
}

/** As the unit looked at would tell it. */
function saySuccession({ fromUnitId, fromName, toName, extent }: NamedSuccession, { unitId }: OrgUnitView): string {
  if (fromUnitId === unitId) return extent === 'whole' ? `Nhập vào ${toName}` : `Tách một phần sang ${toName}`
  return extent === 'whole' ? `Tiếp nhận ${fromName}` : `Tiếp nhận một phần ${fromName}`
}
