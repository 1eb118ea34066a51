import { Link } from '@tanstack/react-router'
import type { MeritFiguresView, MeritUnitSums } from '#contract/merit.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { capitalise, formatNumber } from '#domain/kit/text.ts'
import type { Measure } from '#domain/merit/counts.ts'
import { holdersOf, measuresOf } from '#domain/merit/holders.ts'
import { baseWords, measureWords } from '#domain/merit/merit-words.ts'
import { figureOf, nothing } from '#domain/merit/sum.ts'
import { useListAbout } from '../app/all-rows.ts'
import { Missing } from '../kit/Facts.tsx'
import { ListExport } from '../kit/ListExport.tsx'
import { numberColumn, textColumn } from '../kit/list-sheet.ts'
import { coverageText, lineOf, missingText, percentText, shareOf, shareOfAll } from './figure-lines.ts'
import classes from './merit.module.css'
import type { FigureLook } from './useFigureLook.ts'

/** The same numbers unit by unit, one step below; every number opens its rows. */
export function UnitTable({ view, look }: { view: MeritFiguresView; look: FigureLook }) {
  const { honour, total, parts, undivided, year, on } = view
  const all = measuresOf(honour)
  const measures = all.filter(measure => [total, ...parts].some(({ sum }) => figureOf(measure, sum).count !== null))
  const untold = all.filter(measure => !measures.includes(measure))
  const about = useListAbout(`năm xét ${year}`, `tính đến ngày ${formatDay(on)}`)
  const isDivided = undivided.counts.registered + undivided.counts.withdrawn === 0
  return (
    <div>
      <div className={classes.tableHead}>
        <ListExport
          title={`${look.honourName} năm ${year} theo đơn vị`}
          about={about}
          columns={columnsOf(view, all)}
          rows={() => Promise.resolve([...parts, total])}
        />
      </div>
      <section className={classes.tableFrame} aria-label="Bảng số liệu theo đơn vị" tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              <th scope="col">{capitalise(baseWords('all', honour))}</th>
              {measures.map(measure => (
                <th key={measure} scope="col">
                  {measureWords[measure]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map(part => (
              <UnitRow key={part.unitId} of={part} measures={measures} look={look} />
            ))}
            {!isDivided && (
              <UnitRow
                of={{ unitId: '', unitName: 'Không chia được cho riêng nơi nào', sum: undivided, before: nothing }}
                measures={measures}
                look={look}
              />
            )}
            <UnitRow of={total} measures={measures} look={look} isTotal />
          </tbody>
        </table>
      </section>
      {untold.length > 0 && (
        <p className="soft small">
          Chưa nơi nào có số liệu: {untold.map(measure => measureWords[measure].toLocaleLowerCase('vi')).join(', ')}.
        </p>
      )}
    </div>
  )
}

type RowParts = { readonly of: MeritUnitSums; readonly measures: readonly Measure[]; readonly look: FigureLook; readonly isTotal?: boolean }

function UnitRow({ of: { unitId, unitName, sum, before }, measures, look, isTotal = false }: RowParts) {
  return (
    <tr data-total={isTotal || undefined}>
      <th scope="row">
        {isTotal ? wholeOf(unitName) : unitName}
        {sum.areas.of + sum.communes.of > 1 && <span className="soft small">{coverageText(sum)}</span>}
      </th>
      <td>
        {unitId === '' ? formatNumber(sum.everywhere) : <AllLink count={sum.everywhere} unitId={unitId} unitName={unitName} look={look} />}
      </td>
      {measures.map(measure => {
        const figure = figureOf(measure, sum)
        const share = look.base === 'all' ? shareOfAll(figure) : shareOf(figure)
        const { difference } = lineOf(look.honour, { measure, sum, before })
        if (figure.count === null)
          return (
            <td key={measure}>
              <Missing>
                <span title={missingText(measure, sum)}>chưa có</span>
              </Missing>
            </td>
          )
        return (
          <td key={measure}>
            {figure.count === 0 || unitId === '' ? (
              formatNumber(figure.count)
            ) : (
              <button
                type="button"
                className="opens"
                aria-label={`${unitName}, ${measureWords[measure]}: ${formatNumber(figure.count)}. Mở`}
                onClick={() => look.open({ measure, unitId })}
              >
                {formatNumber(figure.count)}
              </button>
            )}
            {share && <span className="soft small">{percentText(share)}</span>}
            {share && look.base === 'own' && difference && <span className="soft small">{difference}</span>}
          </td>
        )
      })}
    </tr>
  )
}

type AllParts = { readonly count: number; readonly unitId: string; readonly unitName: string; readonly look: FigureLook }

/** All there are: of households the register of the place, of units the place with those below it. */
function AllLink({ count, unitId, unitName, look: { honour } }: AllParts) {
  const label = `${unitName}, ${baseWords('all', honour)}: ${formatNumber(count)}. Mở`
  return holdersOf(honour).kind === 'household' ? (
    <Link to="/so-ho" search={before => ({ ...before, don_vi: unitId })} className="opens" aria-label={label}>
      {formatNumber(count)}
    </Link>
  ) : (
    <Link to="/don-vi/$unitId" params={{ unitId }} className="opens" aria-label={label}>
      {formatNumber(count)}
    </Link>
  )
}

/** `Cả tỉnh Sơn La`; the country is called `cả nước` already. */
function wholeOf(unitName: string): string {
  return unitName.toLocaleLowerCase('vi').startsWith('cả ') ? capitalise(unitName) : `Cả ${unitName}`
}

function columnsOf({ honour, year }: MeritFiguresView, measures: readonly Measure[]) {
  return [
    textColumn<MeritUnitSums>('Đơn vị', 30, ({ unitName }) => unitName),
    textColumn<MeritUnitSums>('Đã có số liệu', 34, ({ sum }) => coverageText(sum)),
    numberColumn<MeritUnitSums>(capitalise(baseWords('all', honour)), 12, ({ sum }) => sum.everywhere),
    numberColumn<MeritUnitSums>('Trong đó ở nơi có đợt', 12, ({ sum }) => sum.all),
    ...measures.flatMap(measure => [
      numberColumn<MeritUnitSums>(measureWords[measure], 12, ({ sum }) => figureOf(measure, sum).count),
      textColumn<MeritUnitSums>(
        `${measureWords[measure]}, trên mẫu số`,
        36,
        ({ sum, before }) => lineOf(honour, { measure, sum, before }).ofBase,
      ),
      textColumn<MeritUnitSums>(
        `${measureWords[measure]}, năm ${year - 1}`,
        36,
        ({ sum, before }) => lineOf(honour, { measure, sum, before }).before,
      ),
    ]),
  ]
}
