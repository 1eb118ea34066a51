import { Button } from '@mantine/core'
import type { CalendarView } from '#contract/calendar.ts'
import type { AnnouncedYear } from '#domain/calendar/announced-year.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { useOpening } from '../app/useOpening.ts'
import { Chip } from '../kit/Chip.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { AnnounceForm } from './AnnounceForm.tsx'

/** By which days off deadlines are counted here, year by year, and who entered them from which text. */
export function CalendarPage() {
  const unitId = useUnitId()
  const calendar = useAsk('calendar.one', { unitId })
  const [isAdding, setAdding] = useOpening()
  const mayAnnounce = useMay()('calendar.announce', unitId)
  return (
    <Screen
      title="Lịch nghỉ lễ, Tết"
      actions={
        <>
          <ButtonLink variant="default" to="/danh-hieu/quy-dinh">
            Quy định
          </ButtonLink>
          {mayAnnounce && <Button onClick={() => setAdding(true)}>Ghi lịch nghỉ một năm</Button>}
        </>
      }
    >
      <Loaded of={calendar}>{view => <Years view={view} />}</Loaded>
      <FormModal title="Ghi lịch nghỉ một năm" isOpen={isAdding} onClose={() => setAdding(false)}>
        {calendar.data && <AnnounceForm unitId={unitId} known={calendar.data.years} onClose={() => setAdding(false)} />}
      </FormModal>
    </Screen>
  )
}

function Years({ view: { years, history } }: { view: CalendarView }) {
  const replaced = history.filter(each => !years.some(({ entered }) => entered?.id === each.id))
  return (
    <div className="stack">
      <p className="soft">
        Hạn tính theo ngày làm việc trừ thứ Bảy, Chủ nhật, các ngày lễ có ngày cố định (Bộ luật Lao động 2019, Điều 112) và những ngày dưới
        đây. Năm nào chưa có ở đây thì hạn nói rõ là chưa trừ Tết, Giỗ Tổ và Quốc khánh.
      </p>
      {years.map(year => (
        <Sheet key={year.year} title={`Năm ${year.year}`} actions={year.entered ? null : <Chip>có sẵn trong phần mềm</Chip>}>
          <p className="soft small">
            {year.basis}
            {year.entered && `; ${year.entered.byName} ghi cho ${year.entered.unitName}`}
          </p>
          <Days days={year.days} />
        </Sheet>
      ))}
      {replaced.length > 0 && (
        <section className="stack-s">
          <h2>Đã ghi lại</h2>
          <Rows label="Lịch nghỉ đã ghi lại">
            {replaced.map(each => (
              <Row
                key={each.id}
                title={`Năm ${each.year}, ${each.basis}`}
                second={`${each.byName} ghi cho ${each.unitName}: ${each.days.map(({ on }) => formatDay(on)).join(', ')}`}
              />
            ))}
          </Rows>
        </section>
      )}
    </div>
  )
}

function Days({ days }: { days: AnnouncedYear['days'] }) {
  return (
    <ul>
      {days.map(({ on, kind, name }) => (
        <li key={on}>
          {formatDay(on)}: {kind === 'worked' && <b>đi làm, </b>}
          {name}
        </li>
      ))}
    </ul>
  )
}
