import type { OverviewView } from '#contract/overview.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { capitalise, nonBreakingSpace } from '#domain/kit/text.ts'
import { shareDifferenceText } from '#domain/overview/difference.ts'
import { ratioText } from '#domain/report/from-tasks.ts'
import { roundWords } from '#domain/title/registration.ts'
import { baseOption, countsAxis, emphasisOf, type LegendEntry, lookOf, namesAxis, type Plot, textSize } from '../plot/plot.ts'
import type { Behind } from './behind.ts'

const parts = [
  { key: 'first', word: capitalise(roundWords.first), colour: 'cham', look: 'filled' },
  { key: 'again', word: capitalise(roundWords.again), colour: 'cham', look: 'washed' },
  { key: 'none', word: 'Chưa đăng ký', colour: 'lineStrong', look: 'outlined' },
] as const satisfies readonly (LegendEntry & { readonly key: string })[]

/** Registrations beside their base, on the same day of both years. A year in which nobody was entered is missing. */
export function titlesPlot({ titles, titleName }: OverviewView): Plot<Behind> | null {
  const { now, before } = titles
  const tallies = [now, before].filter(tally => tally !== null).filter(tally => tally.registered > 0)
  if (!now || tallies.length === 0) return null
  const rows = tallies.map(tally => ({
    ...tally,
    none: tally.of - tally.registered,
    share: { numerator: tally.registered, denominator: tally.of },
  }))
  const [first, second] = rows
  const difference = first && second ? shareDifferenceText(first.share, second.share) : null
  const says = rows.map(({ year, share, baseName }) => `Năm ${year}: ${ratioText({ ...share, baseName })}`)
  const missing = [now, before].flatMap(tally => (tally && tally.registered === 0 ? [`năm ${tally.year} chưa có số liệu`] : []))
  return {
    key: 'danh-hieu',
    title: `Đăng ký “${titleName}”`,
    note: [
      `Mẫu số: ${now.baseName} có trong ngày ấy. Công nhận xem ở hình bên dưới.`,
      difference && `So với cùng ngày năm trước: ${difference.replaceAll(' ', nonBreakingSpace)}.`,
      missing.length > 0 && `${capitalise(missing.join(', '))}.`,
    ]
      .filter(Boolean)
      .join(' '),
    legend: parts,
    table: {
      missing: 'chưa có số liệu',
      heads: ['Năm', 'Đến ngày', ...parts.map(({ word }) => word), 'Đã đăng ký trên mẫu số'],
      rows: rows.map(row => [
        { value: `Năm ${row.year}` },
        { value: formatDay(row.on) },
        ...parts.map(({ key }) => ({ value: row[key], behind: { what: 'titles', year: row.year } as const })),
        { value: ratioText({ ...row.share, baseName: row.baseName }) },
      ]),
    },
    marks: rows.flatMap((row, dataIndex) =>
      parts.flatMap(({ key, word }, seriesIndex) =>
        row[key] === 0
          ? []
          : {
              seriesIndex,
              dataIndex,
              says: `Năm ${row.year}: ${row[key]}/${row.of} ${row.baseName} ${word.toLocaleLowerCase('vi')}`,
              behind: { what: 'titles', year: row.year } as const,
            },
      ),
    ),
    drawing: {
      heightAt: () => rows.length * 64 + 40,
      optionAt: (width, palette) => ({
        ...baseOption(palette),
        grid: { left: 6, right: 12, top: 16, bottom: 24, outerBoundsMode: 'none' },
        xAxis: { ...countsAxis(palette), max: Math.max(...rows.map(({ of }) => of)) },
        yAxis: namesAxis(Math.min(width, 759), palette, { names: says, over: says, rise: 14 }),
        series: parts.map(({ key, colour, look }) => ({
          type: 'bar',
          stack: 'all',
          barWidth: 20,
          data: rows.map(row => row[key] || null),
          itemStyle: lookOf(palette, { colour, look }),
          emphasis: emphasisOf(palette),
          label: { show: true, fontSize: textSize, color: look === 'filled' ? palette.onCham : palette.ink },
        })),
      }),
    },
  }
}
