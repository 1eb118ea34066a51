import type { ReactNode } from 'react'
import type { OrgUnitView } from '#contract/org.ts'
import { contains } from '#domain/calendar/date-range.ts'
import { capacityLines } from '#domain/org/position.ts'
import { Chip } from '../kit/Chip.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { sayRange } from './words.ts'

/** Who holds which office on the day looked at and may sign; below, who held one on other days. */
export function People({ view, actions }: { view: OrgUnitView; actions: ReactNode }) {
  const held = (positionId: string) =>
    view.appointments.filter(appointment => appointment.positionId === positionId && contains(appointment.valid, view.on))
  const mandates = (positionId: string) =>
    view.mandates.filter(mandate => mandate.positionId === positionId && contains(mandate.valid, view.on))
  const otherDays = view.appointments.filter(appointment => !contains(appointment.valid, view.on))
  return (
    <Sheet title="Chức vụ, người giữ, quyền ký" actions={actions}>
      {view.positions.length === 0 ? (
        <p className="soft">Chưa khai chức vụ nào.</p>
      ) : (
        <Rows label="Chức vụ">
          {view.positions.map(position => (
            <Row
              key={position.id}
              title={
                <>
                  {position.name}:{' '}
                  <b>
                    {held(position.id)
                      .map(({ fullName }) => fullName)
                      .join(', ') || 'chưa có người giữ'}
                  </b>
                </>
              }
              second={held(position.id)
                .map(({ basis, valid }) => `${basis}, ${sayRange(valid)}`)
                .join('; ')}
              aside={mandates(position.id).map(mandate => (
                <span key={mandate.id} title={`${mandate.basis}, ${sayRange(mandate.valid)}`}>
                  <Chip tone="cham">ký {capacityLines(mandate, position.name)[0]}</Chip>
                </span>
              ))}
            />
          ))}
        </Rows>
      )}
      {otherDays.length > 0 && (
        <details>
          <summary>{otherDays.length} lần giữ chức vụ ở những ngày khác</summary>
          <Rows label="Người giữ chức vụ ở những ngày khác">
            {otherDays.map(({ id, positionId, fullName, basis, valid }) => (
              <Row
                key={id}
                title={
                  <>
                    {view.positions.find(position => position.id === positionId)?.name}: {fullName}
                  </>
                }
                second={basis}
                aside={<span>{sayRange(valid)}</span>}
              />
            ))}
          </Rows>
        </details>
      )}
    </Sheet>
  )
}
