import { VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { PlanDetail } from '#contract/plan.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { compareText } from '#domain/kit/text.ts'
import { useSession } from '../app/session.tsx'
import classes from './by-unit.module.css'
import { type DrawnTask, isIn, type Standing, type StateFilter, standingFor, stateFilterWords } from './plan-filter.ts'
import { taskStateWords, unitsOfPlan } from './words.ts'

/** A row of the table: what one unit was given, and how its part of each task stands. */
type UnitRow = { readonly unitId: string; readonly name: string; readonly standings: ReadonlyMap<string, Standing> }

const counted: readonly StateFilter[] = ['qua-han', 'chua', 'dang', 'vuong']
/** More columns than this cannot be told apart on a screen: then only the counts are shown. */
const columnsAtMost = 40

/** Units below each other, tasks beside each other; each cell opens that unit's answer, each count the tasks behind it. */
export function ByUnit({ detail, rows }: { detail: PlanDetail; rows: readonly DrawnTask[] }) {
  const { today } = useSession()
  const units = unitRows(rows, today)
  const hasColumns = rows.length <= columnsAtMost
  return (
    <div className="stack-s">
      <section className={classes.scroll} aria-label="Tiến độ theo đơn vị" tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.unit}>
                Đơn vị
              </th>
              <th scope="col">Đã xong</th>
              {counted.map(state => (
                <th key={state} scope="col">
                  {stateFilterWords[state]}
                </th>
              ))}
              {hasColumns &&
                rows.map(({ task, number }) => (
                  <th key={task.id} scope="col" className={classes.task} title={task.name}>
                    <span aria-hidden="true">{number}</span>
                    <VisuallyHidden>{task.name}</VisuallyHidden>
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {units.map(unit => (
              <tr key={unit.unitId}>
                <th scope="row" className={classes.unit}>
                  {unit.name}
                </th>
                <Counts unit={unit} planId={detail.plan.id} />
                {hasColumns && rows.map(row => <AnswerCell key={row.task.id} unit={unit} row={row} planId={detail.plan.id} />)}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="soft small">
        {hasColumns
          ? '✓ đã xong · ◐ đang làm · ! vướng mắc · ○ chưa làm; nền đỏ là quá hạn; ô trống là không được giao. Bấm một ô để mở câu trả lời của đơn vị.'
          : `${rows.length} việc: lọc còn dưới ${columnsAtMost} việc để xem từng ô. Bấm một số để xem các việc ấy.`}
      </p>
    </div>
  )
}

function Counts({ unit, planId }: { unit: UnitRow; planId: string }) {
  const given = [...unit.standings.values()]
  const count = (state: StateFilter): number => given.filter(standing => isIn(standing, state)).length
  return (
    <>
      <td className={classes.base}>
        <TasksLink planId={planId} unitId={unit.unitId} state="xong">
          {count('xong')}/{given.length} việc
        </TasksLink>
      </td>
      {counted.map(state => (
        <td key={state} data-late={(state === 'qua-han' && count(state) > 0) || undefined}>
          {count(state) === 0 ? (
            <span className="soft">0</span>
          ) : (
            <TasksLink planId={planId} unitId={unit.unitId} state={state}>
              {count(state)}
              <VisuallyHidden> việc {stateFilterWords[state].toLocaleLowerCase('vi')}</VisuallyHidden>
            </TasksLink>
          )}
        </td>
      ))}
    </>
  )
}

function TasksLink(props: { planId: string; unitId: string; state: StateFilter; children: React.ReactNode }) {
  const { planId, unitId, state, children } = props
  return (
    <Link
      to="/ke-hoach/$planId"
      params={{ planId }}
      search={before => ({ ...before, xem: undefined, dv: unitId, tinh: state, nhiem_vu: undefined })}
    >
      {children}
    </Link>
  )
}

const marks = { done: '✓', underway: '◐', blocked: '!', notStarted: '○' } as const

function AnswerCell({ unit, row: { task }, planId }: { unit: UnitRow; row: DrawnTask; planId: string }) {
  const standing = unit.standings.get(task.id)
  if (!standing) return <td />
  const late = standing.isOverdue ? `, quá hạn ${standing.daysLate} ngày` : ''
  const words = `${taskStateWords[standing.state]}${late}`
  return (
    <td className={classes.cell} data-state={standing.state} data-late={standing.isOverdue || undefined}>
      <Link
        to="/ke-hoach/$planId"
        params={{ planId }}
        search={before => ({ ...before, nhiem_vu: task.id, tra_loi: unit.unitId })}
        resetScroll={false}
        title={`${task.name}: ${words}`}
        aria-label={`${unit.name}, ${task.name}: ${words}`}
      >
        {marks[standing.state]}
      </Link>
    </td>
  )
}

function unitRows(rows: readonly DrawnTask[], today: PlainDate): UnitRow[] {
  return unitsOfPlan(rows.map(({ task }) => task))
    .map(({ unitId, name }) => {
      const standings = rows.flatMap(({ task }) => {
        const standing = standingFor(task, unitId, today)
        return standing ? [[task.id, standing] as const] : []
      })
      return { unitId, name, standings: new Map(standings) }
    })
    .toSorted((a, b) => compareText(a.name, b.name))
}
