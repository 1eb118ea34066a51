import { describe, expect, it } from 'vitest'
import type { TaskView } from '#contract/plan.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { drawnTasks, isFiltered, type PlanFilter, readFolded, writeFolded } from './plan-filter.ts'

const today = plainDate('2022-06-15')

describe('the tasks drawn', () => {
  it('are numbered as the plan orders them, and keep their number under a filter', () => {
    expect(drawn({})).toEqual(['1 whole', '1.1 first', '1.2 second', '2 alone'])
    expect(drawn({ tim: 'alone' })).toEqual(['2 alone'])
  })

  it('are found by words of their name, text or unit without diacritics, each whole shown above its part', () => {
    expect(drawn({ tim: 'SECOND noi chinh' })).toEqual(['(1 whole)', '1.2 second'])
    expect(drawn({ mang: 'sport' })).toEqual(['(1 whole)', '1.1 first'])
  })

  it('by state are those one must look at: a task late and under way is both', () => {
    expect(drawn({ tinh: 'qua-han' })).toEqual(['(1 whole)', '1.1 first'])
    expect(drawn({ tinh: 'dang' })).toEqual(['(1 whole)', '1.1 first'])
    expect(drawn({ tinh: 'chua' })).toEqual(['(1 whole)', '1.2 second', '2 alone'])
    expect(drawn({ tinh: 'khac' })).toEqual(['1 whole', '1.1 first', '1.2 second', '2 alone'])
  })

  it('of one unit stand as that unit’s part does', () => {
    expect(drawn({ dv: 'economy' })).toEqual(['(1 whole)', '1.1 first'])
    expect(drawn({ dv: 'economy', tinh: 'xong' })).toEqual(['(1 whole)', '1.1 first'])
    expect(drawn({ dv: 'affairs', tinh: 'xong' })).toEqual([])
  })

  it('leave out what is folded away, unless something is looked for', () => {
    const folded = readFolded(writeFolded(new Set(['whole'])))
    expect(drawn({}, folded)).toEqual(['1 whole', '2 alone'])
    expect(drawn({ tim: 'second' }, folded)).toEqual(['(1 whole)', '1.2 second'])
    expect([writeFolded(new Set()), isFiltered({}), isFiltered({ dv: 'x' })]).toEqual([undefined, false, true])
  })
})

function drawn(filter: PlanFilter, folded: ReadonlySet<string> = new Set()): string[] {
  const tasks = [
    task('whole', { position: 1, dueOn: '2022-12-10' }),
    task('second', { parentTaskId: 'whole', position: 2, units: [['affairs', 'Phòng Nội chính', null]] }),
    task('first', {
      parentTaskId: 'whole',
      position: 1,
      theme: 'sport',
      dueOn: '2022-06-10',
      units: [
        ['economy', 'Phòng Kinh tế', 'done'],
        ['affairs', 'Phòng Nội chính', null],
      ],
    }),
    task('alone', { position: 2, units: [['affairs', 'Phòng Nội chính', null]] }),
  ]
  return drawnTasks(tasks, { filter, folded, today }).map(row =>
    row.isMatch ? `${row.number} ${row.task.id}` : `(${row.number} ${row.task.id})`,
  )
}

type Changes = {
  readonly position: number
  readonly parentTaskId?: string
  readonly theme?: string
  readonly dueOn?: string
  readonly units?: readonly (readonly [string, string, 'done' | null])[]
}

function task(id: string, { position, parentTaskId, theme = 'direction', dueOn = '2022-12-10', units = [] }: Changes): TaskView {
  const closed = units.filter(([, , state]) => state !== null).length
  const state = closed === 0 ? 'notStarted' : closed < units.length ? 'underway' : 'done'
  return {
    id,
    parentTaskId: parentTaskId ?? null,
    position,
    name: id,
    instruction: 'ví dụ',
    theme,
    dueOn,
    standing: { state, closed, of: units.length, isOverdue: dueOn < today && state !== 'done', daysLate: 0 },
    assignments: units.map(([unitId, unitName, answered]) => ({
      id: `${id} ${unitId}`,
      unitId,
      unitName,
      progress: answered ? [{ assignmentId: `${id} ${unitId}`, reportedOn: '2022-06-01', sequence: 1, state: answered }] : [],
    })),
  } as unknown as TaskView
}
