import type { ReactNode } from 'react'
import { headcountWords, type OrgUnitView } from '#contract/org.ts'
import { contains } from '#domain/calendar/date-range.ts'
import { formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import { capitalise, formatNumber } from '#domain/kit/text.ts'
import { headcountCategories } from '#domain/org/org-unit.ts'
import { Fact, Facts, Missing } from '../kit/Facts.tsx'
import { Sheet } from '../kit/Rows.tsx'
import classes from './history.module.css'
import { sayRange } from './words.ts'

/** How many people on the day looked at, and how it came to that. */
export function Headcounts({ view, action }: { view: OrgUnitView; action: ReactNode }) {
  const now = headcountCategories.flatMap(category =>
    view.headcounts.filter(headcount => headcount.category === category && contains(headcount.valid, view.on)),
  )
  const steps = [...new Set(view.headcounts.flatMap(({ valid }) => [valid.from, valid.until]).filter(day => day !== null))].toSorted()
  return (
    <Sheet title="Số người" actions={action}>
      {now.length === 0 ? (
        <Missing>chưa có số liệu ngày {formatDay(view.on)}</Missing>
      ) : (
        <Facts>
          {now.map(headcount => (
            <Fact key={headcount.id} label={capitalise(headcountWords[headcount.category])}>
              <b>{formatNumber(headcount.count)}</b> người <span className="soft">{sayRange(headcount.valid)}</span>
            </Fact>
          ))}
        </Facts>
      )}
      {steps.length > 1 && (
        <details>
          <summary>Qua {steps.length} mốc thay đổi</summary>
          <Steps view={view} steps={steps} />
        </details>
      )}
    </Sheet>
  )
}

/** A row for each day on which a number changed; what was not recorded for that day is not zero. */
function Steps({ view, steps }: { view: OrgUnitView; steps: readonly PlainDate[] }) {
  const categories = headcountCategories.filter(category => view.headcounts.some(headcount => headcount.category === category))
  const present = steps.findLast(step => step <= view.on)
  return (
    <table className={classes.headcounts}>
      <thead>
        <tr>
          <th scope="col">Từ ngày</th>
          {categories.map(category => (
            <th key={category} scope="col">
              {capitalise(headcountWords[category])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map(step => (
          <tr key={step} data-now={step === present || undefined}>
            <th scope="row">{formatDay(step)}</th>
            {categories.map(category => {
              const found = view.headcounts.find(headcount => headcount.category === category && contains(headcount.valid, step))
              return <td key={category}>{found ? formatNumber(found.count) : <Missing>chưa có</Missing>}</td>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
