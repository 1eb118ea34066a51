import type { MeritFiguresView } from '#contract/merit.ts'
import { formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import { capitalise, formatNumber, nonBreakingSpace } from '#domain/kit/text.ts'
import type { Measure } from '#domain/merit/counts.ts'
import { baseWords, measureWords } from '#domain/merit/merit-words.ts'
import { figureOf, type MeritSum } from '#domain/merit/sum.ts'
import { shareDifferenceText } from '#domain/overview/difference.ts'
import { ratioText } from '#domain/report/from-tasks.ts'
import { coverageText, shareOf } from '../merit/figure-lines.ts'
import { baseOption, countsAxis, emphasisOf, type LegendEntry, lookOf, namesAxis, type Plot, textSize } from '../plot/plot.ts'
import type { Behind } from './behind.ts'

type Part = LegendEntry & { readonly measure: Measure | null; readonly count: (sum: MeritSum) => number }

const parts: readonly Part[] = [
  { measure: 'recognised', word: measureWords.recognised, colour: 'cham', look: 'filled', count: ({ counts }) => counts.recognised },
  { measure: 'undecided', word: measureWords.undecided, colour: 'cham', look: 'washed', count: ({ counts }) => counts.undecided },
  { measure: 'notReached', word: measureWords.notReached, colour: 'late', look: 'hatched', count: ({ counts }) => counts.notReached },
  { measure: 'revoked', word: measureWords.revoked, colour: 'late', look: 'filled', count: ({ counts }) => counts.revoked },
  { measure: null, word: 'Không đăng ký', colour: 'lineStrong', look: 'outlined', count: ({ counts, all }) => all - counts.registered },
]

type Row = { readonly year: number; readonly on: PlainDate; readonly sum: MeritSum }

/** Recognised of the registered and of all there are, on the same day of both years; null where neither has a season. */
export function ratesPlot(view: MeritFiguresView): Plot<Behind> | null {
  const { honour, honourName, year, total } = view
  const both: readonly Row[] = [
    { year, on: view.on, sum: total.sum },
    { year: year - 1, on: view.beforeOn, sum: total.before },
  ]
  const rows = both.filter(({ sum }) => sum.counts.registered > 0)
  if (rows.length === 0) return null
  const says = rows.map(row => sayRow(view, row))
  const [now, before] = both.map(({ sum }) => shareOf(figureOf('recognised', sum)))
  const difference = shareDifferenceText(now ?? null, before ?? null)
  const missing = both.filter(row => !rows.includes(row)).map(row => `năm ${row.year} chưa có số liệu`)
  const open = (row: Row, measure: Measure | null): Behind => ({ what: 'merit', honour, year: row.year, on: row.on, measure })
  return {
    key: 'cong-nhan',
    title: `Công nhận “${honourName}”`,
    note: [
      `Cả vạch là ${baseWords('all', honour)} ở nơi có đợt bình xét: ${coverageText(total.sum) || 'chưa có đợt'}.`,
      difference && `Tỷ lệ công nhận trên đăng ký so với cùng ngày năm trước: ${difference.replaceAll(' ', nonBreakingSpace)}.`,
      missing.length > 0 && `${capitalise(missing.join(', '))}.`,
    ]
      .filter(Boolean)
      .join(' '),
    legend: parts,
    table: {
      missing: 'chưa có số liệu',
      heads: ['Năm xét', 'Đến ngày', ...parts.map(({ word }) => word), 'Công nhận trên đăng ký', 'Công nhận trên tất cả'],
      rows: rows.map(row => [
        { value: `Năm ${row.year}` },
        { value: formatDay(row.on) },
        ...parts.map(part => ({ value: countOf(part, row), behind: open(row, part.measure) })),
        { value: sayRecognised(view, row, 'registered') },
        { value: sayRecognised(view, row, 'all') },
      ]),
    },
    marks: rows.flatMap((row, dataIndex) =>
      parts.flatMap((part, seriesIndex) => {
        const count = countOf(part, row)
        if (!count) return []
        const words = `${formatNumber(count)}/${formatNumber(row.sum.all)} ${baseWords('all', honour)} ${part.word.toLocaleLowerCase('vi')}`
        return { seriesIndex, dataIndex, says: `Năm ${row.year}: ${words}`, behind: open(row, part.measure) }
      }),
    ),
    drawing: {
      heightAt: () => rows.length * 64 + 40,
      optionAt: (width, palette) => ({
        ...baseOption(palette),
        grid: { left: 6, right: 24, top: 16, bottom: 24, outerBoundsMode: 'none' },
        xAxis: { ...countsAxis(palette), max: Math.max(...rows.map(({ sum }) => sum.all)) },
        yAxis: namesAxis(Math.min(width, 759), palette, { names: says, over: says, rise: 14 }),
        series: parts.map(part => ({
          type: 'bar',
          stack: 'all',
          barWidth: 20,
          data: rows.map(row => countOf(part, row) || null),
          itemStyle: lookOf(palette, part),
          emphasis: emphasisOf(palette),
          label: {
            show: part.measure === 'recognised',
            fontSize: textSize,
            color: palette.onCham,
            formatter: ({ value }: { value: unknown }) => formatNumber(Number(value)),
          },
        })),
      }),
    },
  }
}

/** Before anything is decided nobody is known to be recognised or not. */
function countOf({ measure, count }: Part, { sum }: Row): number | null {
  return measure && measure !== 'undecided' && figureOf(measure, sum).count === null ? null : count(sum)
}

function sayRow(view: MeritFiguresView, row: Row): string {
  const recognised = sayRecognised(view, row, 'registered')
  const { numerator, denominator } = { numerator: row.sum.counts.registered, denominator: row.sum.all }
  return recognised
    ? `Năm ${row.year}: ${recognised}; ${sayRecognised(view, row, 'all')}`
    : `Năm ${row.year}: ${ratioText({ numerator, denominator, baseName: baseWords('all', view.honour) })} đăng ký, chưa có quyết định`
}

function sayRecognised({ honour }: MeritFiguresView, { sum }: Row, base: 'registered' | 'all'): string | null {
  const { count, of, all } = figureOf('recognised', sum)
  const denominator = base === 'all' ? all : of
  return count === null || denominator === 0 ? null : ratioText({ numerator: count, denominator, baseName: baseWords(base, honour) })
}
