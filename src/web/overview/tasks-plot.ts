import { type OverviewView, taskStandingWords } from '#contract/overview.ts'
import { compareText } from '#domain/kit/text.ts'
import { byUrgency, type TaskStandingName, taskStandings } from '#domain/overview/task-standing.ts'
import {
  baseOption,
  countsAxis,
  emphasisOf,
  endsAxis,
  isNarrow,
  type LegendEntry,
  lookOf,
  namesAxis,
  type Plot,
  sideWidth,
  textSize,
} from '../plot/plot.ts'
import type { Behind } from './behind.ts'

const looks: Record<TaskStandingName, Pick<LegendEntry, 'colour' | 'look'>> = {
  done: { colour: 'done', look: 'filled' },
  underway: { colour: 'cham', look: 'filled' },
  blocked: { colour: 'soon', look: 'filled' },
  late: { colour: 'late', look: 'filled' },
  notStarted: { colour: 'lineStrong', look: 'outlined' },
}
/** More bars than this are read as a table. */
const drawn = 30

/** What each unit was given, by how it stands. */
export function tasksPlot({ tasks: told, year }: OverviewView): Plot<Behind> {
  const tasks = told.toSorted((a, b) => byUrgency(a, b) || compareText(a.unitName, b.unitName))
  const units = tasks.slice(0, drawn)
  const present = taskStandings.filter(standing => tasks.some(({ counts }) => counts[standing] > 0))
  const ends = units.map(({ of, counts }) => `${counts.done}/${of} việc xong`)
  const left = tasks.length - units.length
  return {
    key: 'tien-do',
    title: `Tiến độ theo đơn vị, năm ${year}`,
    note: `Mẫu số là việc giao cho từng đơn vị trong các kế hoạch năm ${year}, chủ trì và phối hợp; việc có phần nhỏ tính theo phần nhỏ.${left > 0 ? ` Hình vẽ ${drawn} đơn vị còn nhiều việc quá hạn nhất; ${left} đơn vị nữa ở bảng.` : ''}`,
    legend: present.map(standing => ({ word: taskStandingWords[standing], ...looks[standing] })),
    table: {
      missing: 'chưa có số liệu',
      heads: ['Đơn vị', ...taskStandings.map(standing => taskStandingWords[standing]), 'Được giao'],
      rows: tasks.map(({ unitId, unitName, counts, of }) => [
        { value: unitName },
        ...taskStandings.map(standing => ({
          value: counts[standing],
          behind: counts[standing] > 0 ? ({ what: 'tasks', assignedUnitId: unitId, standing } as const) : undefined,
        })),
        { value: of, behind: { what: 'tasks', assignedUnitId: unitId, standing: undefined } as const },
      ]),
    },
    marks: units.flatMap(({ unitId, unitName, counts, of }, dataIndex) =>
      present.flatMap((standing, seriesIndex) =>
        counts[standing] === 0
          ? []
          : {
              seriesIndex,
              dataIndex,
              says: `${unitName}: ${counts[standing]}/${of} việc được giao ${taskStandingWords[standing].toLocaleLowerCase('vi')}`,
              behind: { what: 'tasks', assignedUnitId: unitId, standing } as const,
            },
      ),
    ),
    drawing: {
      heightAt: width => units.length * (isNarrow(width) ? 52 : 36) + (isNarrow(width) ? 44 : 32),
      optionAt: (width, palette) => ({
        ...baseOption(palette),
        grid: {
          left: isNarrow(width) ? 6 : sideWidth,
          right: isNarrow(width) ? 8 : 112,
          top: isNarrow(width) ? 16 : 4,
          bottom: 24,
          outerBoundsMode: 'none',
        },
        xAxis: countsAxis(palette),
        yAxis: [
          namesAxis(width, palette, {
            names: units.map(unit => unit.unitName),
            over: units.map((unit, i) => `${unit.unitName} · ${ends[i]}`),
          }),
          ...(isNarrow(width) ? [] : [endsAxis(palette, ends)]),
        ],
        series: present.map(standing => ({
          type: 'bar',
          stack: 'all',
          barWidth: 18,
          data: units.map(({ counts }) => counts[standing] || null),
          itemStyle: lookOf(palette, looks[standing]),
          emphasis: emphasisOf(palette),
          label: { show: true, fontSize: textSize, color: standing === 'notStarted' ? palette.ink : palette.onCham },
          cursor: 'pointer',
        })),
      }),
    },
  }
}
