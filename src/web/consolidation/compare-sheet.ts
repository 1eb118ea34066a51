import type { FigureCompareView, FigureSeriesView, PeriodFigure } from '#contract/consolidation.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { type Formula, firstLine, letterOf, type SheetColumn, textColumn } from '../kit/list-sheet.ts'
import { restatedPeriods, unitsThrough } from './series.ts'

/** One row of a comparison: what is compared, and its figure in each period; `null`: not told, or not comparable. */
type ComparedRow = { readonly label: string; readonly figures: readonly (PeriodFigure | null)[]; readonly notes: string }

type Compared = {
  readonly first: string
  /** What each figure is of, in the order of the rows. */
  readonly periods: readonly string[]
  /** Null: counts, no shares. */
  readonly baseName: string | null
  readonly countUnit: string
  readonly rows: readonly ComparedRow[]
  /** Which two are held against each other: of one row by their places, or each with the row above it. */
  readonly change: { readonly head: string; readonly of: readonly [now: number, before: number] | 'above' } | null
}

/** The comparison as a spreadsheet holds it: counts as numbers, every share and every difference worked out from their cells. */
function comparedSheet(compared: Compared): { readonly columns: SheetColumn<ComparedRow>[]; readonly rows: readonly ComparedRow[] } {
  const { first, periods, rows, change } = compared
  const columns = [
    textColumn<ComparedRow>(first, 44, ({ label }) => label),
    ...periods.flatMap((title, place) => periodColumns(compared, { title, place })),
    ...(change ? [changeColumn(compared, change)] : []),
    textColumn<ComparedRow>('Ghi chú', 40, ({ notes }) => notes),
  ]
  return { columns, rows }
}

/** The column of what is measured in a period: its share, or its count. */
function letterFor({ baseName }: Compared, place: number): string {
  return baseName === null ? letterOf(1 + place) : letterOf(3 + place * 3)
}

function periodColumns({ baseName, countUnit }: Compared, { title, place }: { readonly title: string; readonly place: number }) {
  const count = (head: string, of: (figure: PeriodFigure) => number | undefined): SheetColumn<ComparedRow> => ({
    head: `${title}: ${head}`,
    width: 16,
    of: ({ figures }) => {
      const figure = figures[place]
      const told = figure ? of(figure) : undefined
      return told === undefined ? null : { count: told }
    },
  })
  if (baseName === null) return [count(countUnit, ({ value }) => value?.count)]
  const [over, under] = [letterOf(1 + place * 3), letterOf(2 + place * 3)]
  const share: SheetColumn<ComparedRow> = {
    head: `${title}: tỷ lệ`,
    width: 12,
    of: ({ figures }, line): Formula | null => {
      const told = shareOf(figures[place])
      return told === null ? null : { formula: `${over}${line}/${under}${line}`, shown: { share: told } }
    },
  }
  return [count('tử số', ({ value }) => value?.count), count(`mẫu số (${baseName})`, ({ base }) => base?.count), share]
}

function changeColumn(compared: Compared, { head, of }: NonNullable<Compared['change']>): SheetColumn<ComparedRow> {
  const isShare = compared.baseName !== null
  const measure = (figure: PeriodFigure | null | undefined): number | null => (isShare ? shareOf(figure) : (figure?.value?.count ?? null))
  return {
    head: isShare ? `${head} (điểm %)` : head,
    width: 16,
    of: (row, line): Formula | null => {
      const at = line - firstLine
      const [now, before] = of === 'above' ? [0, 0] : of
      const then = measure(of === 'above' ? compared.rows[at - 1]?.figures[0] : row.figures[before])
      const today = measure(row.figures[now])
      if (today === null || then === null) return null
      const formula = `${letterFor(compared, now)}${line}-${letterFor(compared, before)}${of === 'above' ? line - 1 : line}`
      return { formula, shown: isShare ? { share: today - then } : { count: today - then } }
    },
  }
}

function shareOf(figure: PeriodFigure | null | undefined): number | null {
  return figure?.value && figure.base && figure.base.count > 0 ? figure.value.count / figure.base.count : null
}

/** Units side by side, with the period before beside each. */
export function unitsSheet({ view, units }: { readonly view: FigureCompareView; readonly units: FigureCompareView['units'] }) {
  const { beside, title, baseName, countUnit } = view
  return comparedSheet({
    first: 'Đơn vị',
    periods: beside ? [title, beside.title] : [title],
    baseName,
    countUnit,
    rows: units.map(unit => ({
      label: unit.unitName,
      figures: beside ? [unit, unit.before] : [unit],
      notes: [unit.coverage && `đã có số của ${unit.coverage}`, unit.before?.notComparable].filter(Boolean).join('; '),
    })),
    change: beside && { head: `So với ${beside.title}`, of: [0, 1] },
  })
}

/** One unit through its periods, each held against the one before. */
export function periodsSheet({ periods, baseName, countUnit, unitName }: FigureSeriesView) {
  return comparedSheet({
    first: 'Kỳ',
    periods: [unitName],
    baseName,
    countUnit,
    rows: periods.map(({ title, cutoff, asItWas }) => ({
      label: title,
      figures: [asItWas],
      notes: [`chốt số liệu ngày ${formatDay(cutoff)}`, asItWas?.coverage && `đã có số của ${asItWas.coverage}`, asItWas?.notAdded]
        .filter(Boolean)
        .join('; '),
    })),
    change: { head: 'So với kỳ trên', of: 'above' },
  })
}

/** Units of one day through all periods, the last held against the first. */
export function throughSheet(view: FigureSeriesView) {
  const periods = restatedPeriods(view)
  return comparedSheet({
    first: 'Đơn vị',
    periods: periods.map(({ title }) => title),
    baseName: view.baseName,
    countUnit: view.countUnit,
    rows: unitsThrough(periods).map(({ unitName, told }) => ({
      label: unitName,
      figures: told,
      notes: told.flatMap(unit => unit?.notComparable ?? []).join('; '),
    })),
    change: periods.length > 1 ? { head: 'Kỳ cuối so với kỳ đầu', of: [periods.length - 1, 0] } : null,
  })
}
