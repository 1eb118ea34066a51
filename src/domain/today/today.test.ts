import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../account/access.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { periodNamed } from '../calendar/reporting-period.ts'
import type { ReportState } from '../report/life.ts'
import { type OpenReport, type OpenTask, periodsToReport, type UnbegunReport, waitingFor } from './today.ts'

const today = plainDate('2022-06-15')
// province → office → department; each works at the department, except the văn thư and the lãnh đạo, who are of the office.
const department = ['department', 'office', 'province']
const office = ['office', 'province']
const foreign = ['foreign', 'province']

const person = (role: Role, unitPath: readonly string[]): Actor => ({
  accountId: role,
  fullName: 'Người thử',
  grants: [{ role, unitId: unitPath[0] ?? '', withSubtree: true, unitPath }],
})

type NamedTask = OpenTask & { readonly name: string }
const task = (name: string, dueOn: string, unitPath = department): NamedTask => ({
  id: name,
  name,
  dueOn: plainDate(dueOn),
  ownerPath: office,
  owed: [{ id: name, unitPath, assignedOn: plainDate('2022-02-14'), state: 'notStarted' }],
})
const report = (id: string, state: ReportState, changes: Partial<OpenReport> = {}): OpenReport => ({
  id,
  draftingPath: department,
  state,
  dueOn: null,
  returned: null,
  ...changes,
})
const period = periodNamed('2022-H1')
if (!period) throw new Error('no such period')
const unbegun: UnbegunReport & { readonly id: string } = { id: 'chưa soạn', draftingPath: department, period, dueOn: null }

const facts = {
  tasks: [
    task('còn hạn', '2022-06-20'),
    task('trễ một ngày', '2022-06-14'),
    task('trễ năm ngày', '2022-06-10'),
    task('của đơn vị khác, trễ', '2022-06-01', foreign),
    task('của đơn vị khác, còn hạn', '2022-06-20', foreign),
  ],
  reports: [
    report('dự thảo', 'draft'),
    report('bị trả lại', 'draft', { returned: { byName: 'Lãnh đạo', reason: 'thiếu số liệu', on: today } }),
    report('đã kiểm nội dung', 'contentChecked'),
    report('đã kiểm thể thức', 'formChecked'),
    report('đã trình', 'submitted'),
    report('đã ký', 'signedOff'),
    report('đã cấp số', 'numbered'),
    report('nơi khác', 'submitted', { draftingPath: foreign }),
  ],
  unbegun: [unbegun],
}

describe('what waits, by role', () => {
  const none = { returned: [], steps: [], late: [], open: [], unbegun: [], drafts: [], lateOfOthers: [] }
  const lateSomewhere = ['của đơn vị khác, trễ', 'trễ năm ngày', 'trễ một ngày']
  const table = [
    [
      'chuyên viên',
      person('officer', department),
      {
        ...none,
        returned: ['bị trả lại'],
        steps: ['đã kiểm thể thức'],
        late: ['trễ năm ngày', 'trễ một ngày'],
        open: ['còn hạn'],
        unbegun: ['chưa soạn'],
        drafts: ['dự thảo'],
        lateOfOthers: ['của đơn vị khác, trễ'],
      },
    ],
    [
      'trưởng đơn vị',
      person('unitHead', department),
      {
        ...none,
        returned: ['bị trả lại'],
        steps: ['dự thảo', 'đã kiểm thể thức'],
        late: ['trễ năm ngày', 'trễ một ngày'],
        open: ['còn hạn'],
        unbegun: ['chưa soạn'],
        lateOfOthers: ['của đơn vị khác, trễ'],
      },
    ],
    [
      'văn thư',
      person('clerk', office),
      { ...none, steps: ['đã kiểm nội dung', 'đã kiểm thể thức', 'đã ký', 'đã cấp số'], lateOfOthers: lateSomewhere },
    ],
    ['lãnh đạo', person('leader', office), { ...none, steps: ['đã trình'], lateOfOthers: lateSomewhere }],
    ['xem', person('viewer', office), { ...none, lateOfOthers: lateSomewhere }],
  ] as const
  test.for(table)('%s', ([, actor, expected]) => {
    const waiting = waitingFor(actor, facts, today)
    expect({
      returned: ids(waiting.returned),
      steps: ids(waiting.steps),
      drafts: ids(waiting.drafts),
      late: names(waiting.late),
      open: names(waiting.open),
      lateOfOthers: names(waiting.lateOfOthers),
      unbegun: waiting.unbegun.map(({ id }) => id),
    }).toEqual(expected)
  })
})

test('a report due sooner comes first, one without a day last', () => {
  const reports = [
    report('không hạn', 'submitted'),
    report('sau', 'submitted', { dueOn: today }),
    report('trước', 'submitted', { dueOn: plainDate('2022-06-01') }),
  ]
  const { steps } = waitingFor(person('leader', office), { ...facts, reports }, today)
  expect(steps.map(entry => entry.report.id)).toEqual(['trước', 'sau', 'không hạn'])
})

test('work that begins later does not wait yet, and due today is not late', () => {
  const begun = task('hạn hôm nay', '2022-06-15')
  const later = { ...task('chưa bắt đầu', '2022-09-01'), owed: begun.owed.map(owed => ({ ...owed, assignedOn: plainDate('2022-06-16') })) }
  const { late, open } = waitingFor(person('officer', department), { tasks: [begun, later], reports: [], unbegun: [] }, today)
  expect([late.length, open.map(entry => entry.task.name)]).toEqual([0, ['hạn hôm nay']])
})

test('of a task of several units each sees the answers that are theirs, and what the others still owe', () => {
  const both = { ...task('chung', '2022-06-10'), owed: [...task('a', '2022-06-10').owed, ...task('b', '2022-06-10', foreign).owed] }
  const [entry] = waitingFor(person('officer', department), { tasks: [both], reports: [], unbegun: [] }, today).late
  expect([entry?.mine.map(owed => owed.id), entry?.others.map(owed => owed.id)]).toEqual([['a'], ['b']])
})

test('only the owner of the plan reminds', () => {
  const { lateOfOthers } = waitingFor(person('officer', office), facts, today)
  expect(lateOfOthers.map(entry => entry.mayRemind)).toEqual([true])
  expect(waitingFor(person('officer', department), facts, today).lateOfOthers.map(entry => entry.mayRemind)).toEqual([false])
})

describe('the half years whose report is looked for', () => {
  test.for([
    ['2022-05-30', []],
    ['2022-05-31', ['2022-H1']],
    ['2022-06-14', ['2022-H1']],
    ['2022-08-13', ['2022-H1']],
    ['2022-08-14', []],
    ['2022-12-05', ['2022-H2']],
    ['2023-01-10', ['2022-H2']],
  ] as const)('on %s', ([day, names]) => {
    expect(periodsToReport(plainDate(day), null).map(({ name }) => name)).toEqual(names)
  })

  test('one that is due later stays until it is due', () => {
    expect(periodsToReport(plainDate('2022-09-10'), 90).map(({ name }) => name)).toEqual(['2022-H1'])
  })
})

const ids = (rows: readonly { report: { id: string } }[]): string[] => rows.map(row => row.report.id)
const names = (rows: readonly { task: NamedTask }[]): string[] => rows.map(row => row.task.name)
