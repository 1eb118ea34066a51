import type { FigureSeriesView, SeriesPeriod } from '#contract/consolidation.ts'
import { formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import { printValue } from '#domain/indicator/read-value.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { useListAbout } from '../app/all-rows.ts'
import { Missing } from '../kit/Facts.tsx'
import { ListExport } from '../kit/ListExport.tsx'
import { type Formula, firstLine, numberColumn, type SheetColumn, textColumn } from '../kit/list-sheet.ts'
import { Notice } from '../kit/RefusalBanner.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { Switch } from '../kit/Switch.tsx'
import classes from './consolidation.module.css'
import { reconciledRows, totalsAgree } from './series.ts'

type ReconciledParts = {
  readonly view: FigureSeriesView
  readonly on: PlainDate
  readonly period: SeriesPeriod
  readonly periods: readonly SeriesPeriod[]
  /** Only what went to this unit. */
  readonly toName: string | undefined
  readonly onPeriod: (requestId: string) => void
  readonly onWhole: () => void
}

type Line = { readonly from: string; readonly to: string; readonly count: number | null; readonly isTotal: boolean }

/** How the units that told a period make those of the day: the same number on both sides, and the way between them. */
export function Reconciled({ view, on, period, periods, toName, onPeriod, onWhole }: ReconciledParts) {
  const { restated } = period
  const about = useListAbout(period.title, `chốt số liệu ngày ${formatDay(period.cutoff)}`)
  if (!restated) return null
  const { reconciliation } = restated
  const rows = reconciledRows(reconciliation, toName)
  const heads = [`Đơn vị khi báo cáo (${formatDay(period.cutoff)})`, `Đơn vị ngày ${formatDay(on)}`, `Số (${view.countUnit})`] as const
  const lines: Line[] = rows.map(({ fromName, toName: to, isUndivided, count }) => ({
    from: fromName,
    to: placeWords({ to, isUndivided }),
    count,
    isTotal: false,
  }))
  const added = rows.reduce((sum, { count }) => sum + count, 0)
  const sheet: SheetColumn<Line>[] = [
    textColumn(heads[0], 44, ({ from }) => from),
    textColumn(heads[1], 44, ({ to }) => to),
    {
      ...numberColumn<Line>(heads[2], 16, ({ count }) => count),
      of: ({ count, isTotal }): Formula | { count: number } | null =>
        count === null ? null : isTotal ? { formula: `SUM(C${firstLine}:C${firstLine + lines.length - 1})`, shown: { count } } : { count },
    },
  ]
  const total: Line = { from: 'Cộng', to: '', count: added, isTotal: true }
  return (
    <Sheet
      title={`Đối chiếu ${period.title}`}
      actions={<ListExport title="Đối chiếu hai cách cộng" about={about} columns={sheet} rows={() => Promise.resolve([...lines, total])} />}
    >
      <div className={classes.choices}>
        {periods.length > 1 && (
          <Switch
            label="Kỳ"
            value={period.requestId}
            shown={period.title}
            options={periods.map(({ requestId, title }) => ({ value: requestId, label: title }))}
            onChange={onPeriod}
          />
        )}
        {toName !== undefined && (
          <span>
            Chỉ phần thuộc {toName} ·{' '}
            <button type="button" className="opens" onClick={onWhole}>
              xem cả bảng
            </button>
          </span>
        )}
      </div>
      {toName === undefined && <Totals view={view} on={on} period={period} />}
      <section className={classes.frame} aria-label={`Đối chiếu ${period.title}`} tabIndex={0}>
        <table className={classes.table} data-words>
          <thead>
            <tr>
              {heads.map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ fromName, toName: to, isUndivided, words }) => (
              <tr key={`${fromName} ${to}`}>
                <th scope="row">{fromName}</th>
                <td data-words>{to === null ? <Missing>{placeWords({ to, isUndivided })}</Missing> : placeWords({ to, isUndivided })}</td>
                <td>{words}</td>
              </tr>
            ))}
            <tr data-total>
              <th scope="row">Cộng</th>
              <td />
              <td>{formatNumber(added)}</td>
            </tr>
          </tbody>
        </table>
      </section>
    </Sheet>
  )
}

function placeWords({ to, isUndivided }: { readonly to: string | null; readonly isUndivided: boolean }): string {
  if (to === null) return 'chưa ghi đơn vị kế tục'
  return isUndivided ? `${to} (đã chia, không tách được)` : to
}

function Totals({ view, on, period: { restated } }: Pick<ReconciledParts, 'view' | 'on' | 'period'>) {
  if (!restated) return null
  const { fromTotal, toTotal } = restated.reconciliation
  const agree = totalsAgree(restated.reconciliation)
  const of = view.baseName === null ? '' : ' của tử số'
  return (
    <Notice tone={agree === false ? 'late' : 'plain'}>
      {agree === null && 'Kỳ này chưa đủ số liệu để đối chiếu hai cách cộng.'}
      {agree === true &&
        `Cộng theo đơn vị khi báo cáo và theo đơn vị ngày ${formatDay(on)} ra cùng một tổng${of}: ${printValue(fromTotal)}.`}
      {agree === false && `Hai cách cộng lệch nhau: ${printValue(fromTotal)} khi báo cáo, ${printValue(toTotal)} theo đơn vị ngày ấy.`}
    </Notice>
  )
}
