import { expect, it } from 'vitest'
import type { PlanForYearView } from '#contract/plan.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Task } from '#domain/plan/plan.ts'
import { planTask } from '../../../test/plan-task.ts'
import { fieldsOf, keyOf, moveAll, openWords, startCopy, toCopyBody, withField } from './copy-values.ts'

const task = (id: string, changes: Partial<Task> = {}): Task =>
  planTask(id, {
    name: 'Báo cáo năm 2022, đăng ký năm 2023',
    instruction: 'Theo Kế hoạch số 23/KH-UBND ngày 19/01/2022, trước ngày 30/6/2022',
    supportingUnitIds: ['gone', 'other'],
    startsOn: plainDate('2023-02-14'),
    dueOn: plainDate('2023-06-10'),
    ...changes,
  })

const copy = {
  title: 'Thực hiện Phong trào năm 2022',
  year: 2023,
  targets: [],
  tasks: [task('whole'), task('part', { parentTaskId: 'whole', leadUnitId: 'gone' })],
  stale: [],
  goneUnits: [{ unitId: 'gone', name: 'Phòng cũ', on: plainDate('2023-02-14') }],
  from: { id: 'plan', year: 2022 },
} as unknown as PlanForYearView

it('a unit that is gone is left out of what it supported, and a task it led has no lead until one is chosen', () => {
  const values = startCopy(copy)
  expect(values.tasks.map(({ leadUnitId, supportingUnitIds }) => [leadUnitId, supportingUnitIds])).toEqual([
    ['lead', ['other']],
    [null, ['other']],
  ])
  expect(values.tasks[1]?.parentTaskId).toBe(values.tasks[0]?.id)
})

it('moving every year leaves the documents, which a person must look at, and points at nothing twice', () => {
  const values = moveAll(startCopy(copy), 2023, 1)
  expect(values.title).toBe('Thực hiện Phong trào năm 2023')
  expect(values.tasks[0]?.name).toBe('Báo cáo năm 2023, đăng ký năm 2024')
  expect(values.tasks[0]?.instruction).toBe('Theo Kế hoạch số 23/KH-UBND ngày 19/01/2022, trước ngày 30/6/2023')
  const open = fieldsOf(values).flatMap(({ recordId, field, text }) => openWords(text, 2023, values.looked[keyOf(recordId, field)]))
  expect(open.map(({ text }) => text)).toEqual(['23/KH-UBND ngày 19/01/2022', '23/KH-UBND ngày 19/01/2022'])
})

it('a field written anew by hand is asked about past years only', () => {
  const values = startCopy(copy)
  const typed = withField(values, { recordId: values.id, field: 'title' }, 'Phong trào năm 2023, tiếp theo năm 2022')
  expect(openWords(typed.title, 2023, { settled: [], isTyped: true }).map(({ text }) => text)).toEqual(['năm 2022'])
  expect(openWords(typed.title, 2023, undefined).map(({ text }) => text)).toEqual(['năm 2023', 'năm 2022'])
})

it('what is left out is not sent, and its parts move up', () => {
  const values = startCopy(copy)
  const tasks = values.tasks.map((copied, i) => ({ ...copied, isChosen: i > 0 }))
  const body = toCopyBody({ ...values, tasks }, { planId: 'plan', year: 2023 })
  expect(body.tasks).toMatchObject([{ parentTaskId: null, name: 'Báo cáo năm 2022, đăng ký năm 2023' }])
  expect(fieldsOf({ ...values, tasks }).filter(({ recordId }) => recordId === tasks[0]?.id)).toEqual([])
})
