import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planTask as task } from '../../../test/plan-task.ts'
import { addDays, daysBetween, plainDate } from '../calendar/plain-date.ts'
import type { Plan, Target, Task } from './plan.ts'
import { keepChosen, moveYears, planForYear } from './plan-for-year.ts'
import { moveWords, staleWords } from './stale-words.ts'

const plan: Plan = { id: 'plan', ownerUnitId: 'office', year: 2022, title: 'Thực hiện Phong trào năm 2022', documentId: '17', revision: 3 }
const target: Target = {
  id: 'target',
  planId: 'plan',
  statement: 'cơ quan đạt danh hiệu năm 2022',
  operator: '=',
  goalPercent: 100,
  baseName: 'cơ quan, đơn vị',
  share: null,
  outcome: { numerator: 11, denominator: 11, on: plainDate('2022-06-14'), basis: 'ví dụ' },
  revision: 2,
}

describe('a plan copied to another year', () => {
  test('has its days moved by whole years, its tree kept, and no outcome', () => {
    const copy = planForYear({ plan, targets: [target], tasks: [task('whole'), task('part', { parentTaskId: 'whole' })] }, 2023)
    expect(copy).toMatchObject({
      year: 2023,
      targets: [{ outcome: null }],
      tasks: [
        { id: 'whole', startsOn: '2023-02-14', dueOn: '2023-06-10' },
        { id: 'part', parentTaskId: 'whole' },
      ],
    })
  })

  test('keeps 29 February as the 28th where there is none', () => {
    expect(moveYears(plainDate('2024-02-29'), 1)).toBe('2025-02-28')
    expect(moveYears(plainDate('2024-02-29'), 4)).toBe('2028-02-29')
  })

  test('twice by one year is the same as once by two, and no task changes its length by more than the leap day', () => {
    const anyDay = fc.integer({ min: 0, max: 730 }).map(days => addDays(plainDate('2022-12-01'), days))
    const anyTask = fc.tuple(anyDay, fc.integer({ min: 0, max: 400 })).map(([startsOn, length]) => {
      const words = { instruction: 'Thực hiện Kế hoạch số 23/KH-UBND ngày 18/01/2023, giai đoạn 2021 - 2026, năm 2023' }
      return task('a', { startsOn, dueOn: addDays(startsOn, length), ...words })
    })
    const source: Plan = { ...plan, year: 2023 }
    fc.assert(
      fc.property(fc.array(anyTask, { maxLength: 6 }), tasks => {
        const targets = [target]
        const once = planForYear({ plan: source, targets, tasks }, 2024)
        const twice = planForYear({ plan: { ...source, ...once }, targets: once.targets, tasks: once.tasks }, 2025)
        expect(twice).toEqual(planForYear({ plan: source, targets, tasks }, 2025))
        for (const [i, after] of once.tasks.entries()) {
          const before = tasks[i] as Task
          const change = daysBetween(after.startsOn, after.dueOn) - daysBetween(before.startsOn, before.dueOn)
          expect(Math.abs(change)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('points at the words of the plan, its targets and its tasks that speak of another year, and changes none', () => {
    const instruction = 'Thực hiện Kế hoạch số 23/KH-UBND ngày 19/01/2022 giai đoạn 2021–2026; đăng ký năm 2023.'
    const copy = planForYear({ plan, targets: [target], tasks: [task('a', { instruction })] }, 2023)
    expect(copy.stale.map(({ recordId, field, text, kind }) => `${recordId} ${field}: ${text} (${kind})`)).toEqual([
      'plan title: năm 2022 (pastYear)',
      'target statement: năm 2022 (pastYear)',
      'a instruction: 23/KH-UBND ngày 19/01/2022 (citation)',
      'a instruction: giai đoạn 2021–2026 (runningPeriod)',
      'a instruction: năm 2023 (comingYear)',
    ])
    expect(copy.tasks[0]?.instruction).toBe(instruction)
    for (const { start, end, text, field } of copy.stale) if (field === 'instruction') expect(instruction.slice(start, end)).toBe(text)
  })
})

describe('words of another year', () => {
  test.each([
    ['trước ngày 30/6/2022', ['day: ngày 30/6/2022']],
    ['xong ngày 10 tháng 6 năm 2022', ['day: ngày 10 tháng 6 năm 2022']],
    ['trong quý II/2022', ['day: quý II/2022']],
    ['từ năm 2016 đến năm 2020', ['endedPeriod: từ năm 2016 đến năm 2020']],
    ['giai đoạn 2021 - 2026', ['runningPeriod: giai đoạn 2021 - 2026']],
    ['Nghị định số 122/2018/NĐ-CP ngày 17/9/2018', ['citation: 122/2018/NĐ-CP ngày 17/9/2018']],
    ['Quyết định số 2214/QĐ-TTg', ['citation: 2214/QĐ-TTg']],
    ['năm 2022 và năm 2023', ['pastYear: năm 2022', 'comingYear: năm 2023']],
    ['58 người, 2.022 hộ, mã 20221', []],
    ['Chỉ đạo, triển khai thường xuyên', []],
  ])('in “%s”', (text, expected) => {
    expect(staleWords(text, 2023).map(found => `${found.kind}: ${found.text}`)).toEqual(expected)
  })

  test('can be moved where only the year is another, not where a document or a period would be another', () => {
    expect(moved('năm 2022')).toEqual(['năm 2023'])
    expect(moved('ngày 30/6/2022')).toEqual(['ngày 30/6/2023'])
    expect(moved('29/2/2024')).toEqual([null])
    expect(moved('29/2/2024', 4)).toEqual(['29/2/2028'])
    expect(moved('23/KH-UBND ngày 19/01/2022')).toEqual([null])
    expect(moved('giai đoạn 2016-2020')).toEqual([null])
  })
})

test('a task whose whole is left out moves up to the nearest kept one, and loses a target left out', () => {
  const tasks = [
    task('a', { targetId: 'target' }),
    task('b', { parentTaskId: 'a' }),
    task('c', { parentTaskId: 'b' }),
    task('d', { parentTaskId: 'c' }),
  ]
  const kept = keepChosen(tasks, { taskIds: new Set(['a', 'c', 'd']), targetIds: new Set() })
  expect(kept.map(({ id, parentTaskId, targetId }) => [id, parentTaskId, targetId])).toEqual([
    ['a', null, null],
    ['c', 'a', null],
    ['d', 'c', null],
  ])
})

function moved(text: string, years = 1): (string | null)[] {
  return staleWords(text, 2023).map(found => moveWords(found, years))
}
