import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import type { OverviewView } from '#contract/overview.ts'
import { type Activity, activityKinds, campaigns, moneySources } from '#domain/activity/activity.ts'
import { addDays, plainDate } from '#domain/calendar/plain-date.ts'
import { type PeriodPart, periodParts } from '#domain/calendar/reporting-period.ts'
import type { Days } from '#domain/overview/compared-periods.ts'
import type { PeriodSums } from '#domain/overview/period-sums.ts'
import { test } from '../../../test/database.ts'
import { activityBody, ask, must, send, someone } from '../../../test/factories.ts'
import { documentBody, type Office } from '../../../test/office.ts'
import { answer, aTask, taskBody } from '../../../test/planning.ts'
import { insertActivity, updateActivityRemoved } from '../activity/activity.store.ts'

// The working day is 15 June 2022.

describe('what units were given', () => {
  test('is told by unit with its base, and each number opens its tasks', async ({ database }) => {
    const ids = await aTask(database) // due on 10 June; Phòng Một leads, Phòng Hai supports
    const later = taskBody(ids, { dueOn: '2022-12-10', name: 'Báo cáo năm' })
    await must(send(ids.world, ids.officer, 'plan.addTask', later))
    await answer(ids, { taskId: ids.taskId, unitId: ids.secondId }, { state: 'done', percent: 100 })
    await answer(ids, { taskId: later.id, unitId: ids.firstId }, { state: 'blocked' })
    const { tasks } = await overviewOf(ids)
    expect(tasks).toMatchObject([
      { unitName: 'Phòng Một', of: 2, counts: { done: 0, underway: 0, blocked: 1, late: 1, notStarted: 0 } },
      { unitName: 'Phòng Hai', of: 1, counts: { done: 1, underway: 0, blocked: 0, late: 0, notStarted: 0 } },
    ])
    for (const { unitId: assignedUnitId, counts } of tasks)
      for (const standing of ['done', 'underway', 'blocked', 'late', 'notStarted'] as const) {
        const behind = await must(
          ask(ids.world, ids.officer, 'overview.tasks', { unitId: ids.officeId, year: 2022, assignedUnitId, standing }),
        )
        expect([behind.count, behind.rows.length]).toEqual([counts[standing], counts[standing]])
      }
  })

  test('stands as the latest day says, and of one day as what arrived last', async ({ database }) => {
    const ids = await aTask(database)
    const on = { taskId: ids.taskId, unitId: ids.secondId }
    await answer(ids, on, { state: 'done', percent: 100, reportedOn: '2022-06-09' })
    await answer(ids, on, { state: 'underway', reportedOn: '2022-06-01' }) // entered late, about an earlier day
    expect((await overviewOf(ids)).tasks).toMatchObject([{ counts: { late: 1 } }, { unitName: 'Phòng Hai', counts: { done: 1 } }])
    await answer(ids, on, { state: 'underway', reportedOn: '2022-06-09' })
    expect((await overviewOf(ids)).tasks).toMatchObject([{ counts: { late: 1, done: 0 } }, { counts: { late: 1, done: 0 } }])
  })

  test('counts a whole through its parts only, and the plans of other years not at all', async ({ database }) => {
    const ids = await aTask(database)
    const part = taskBody(ids, { parentTaskId: ids.taskId, leadUnitId: ids.thirdId })
    await must(send(ids.world, ids.officer, 'plan.addTask', part))
    expect((await overviewOf(ids)).tasks).toMatchObject([{ unitName: 'Phòng Ba', of: 1 }])
    expect((await overviewOf(ids, { year: 2021 })).tasks).toEqual([])
  })
})

describe('activities', () => {
  test('are counted once, in the month they began; counted and estimated people stay apart; struck-out ones are gone', async ({
    database,
  }) => {
    const ids = await aTask(database)
    const record = (changes: object) => must(send(ids.world, ids.officer, 'activity.record', activityBody(ids.firstId, changes)))
    await record({ startsOn: '2022-03-31', endsOn: '2022-04-02', participants: { quality: 'counted', count: 58 } })
    await record({ startsOn: '2022-03-01', endsOn: '2022-03-01', participants: { quality: 'estimated', count: 3000, qualifier: 'trên' } })
    await record({ startsOn: '2021-03-01', endsOn: '2021-03-01' })
    const gone = await record({ startsOn: '2022-03-02', endsOn: '2022-03-02' })
    await must(send(ids.world, ids.officer, 'activity.remove', { id: gone.id, revision: 0, reason: 'ghi nhầm' }))
    const { activities } = await overviewOf(ids)
    expect(activities).toMatchObject([
      { year: 2021, month: 3, activities: 1, counted: { activities: 0 }, estimated: { activities: 0 } },
      { year: 2022, month: 3, activities: 2, counted: { activities: 1, people: 58 }, estimated: { activities: 1, people: 3000 } },
    ])
    const inMarch = { unitId: ids.officeId, from: '2022-03-01', until: '2022-04-01' }
    expect(await must(ask(ids.world, ids.officer, 'overview.activities', inMarch))).toMatchObject({ count: 2 })
    for (const [participants, count] of [
      ['counted', 1],
      ['estimated', 1],
      ['unknown', 0],
    ] as const)
      expect(await must(ask(ids.world, ids.officer, 'overview.activities', { ...inMarch, participants }))).toMatchObject({ count })
  })
})

describe('a period beside the same one last year', () => {
  test('sums money by source and documents issued; a year with nothing in the books is missing, not nought', async ({ database }) => {
    const ids = await aTask(database) // its plan was decreed by a document issued on 12 February 2022
    const money = [
      { source: 'unitFund', amount: 5_000_000, note: '' },
      { source: 'poorFund', amount: 2_000_000, note: '' },
    ] as const
    await must(send(ids.world, ids.officer, 'activity.record', activityBody(ids.secondId, { money: [...money, money[0]] })))
    await must(send(ids.world, ids.officer, 'document.register', documentBody(ids.officeId))) // incoming: not issued by us
    const { comparison } = await overviewOf(ids, { part: 'H1' })
    expect(comparison).toMatchObject({
      isRunning: false,
      now: { days: { from: '2021-12-15', until: '2022-06-15' } },
      before: { days: { from: '2020-12-15', until: '2021-06-15' } },
    })
    expect(comparison?.now.sums).toEqual({
      activities: 1,
      countedPeople: null,
      estimatedPeople: null,
      money: { unitFund: 10_000_000, poorFund: 2_000_000 },
      documents: 1,
    })
    expect(comparison?.before.sums).toEqual({ activities: null, countedPeople: null, estimatedPeople: null, money: {}, documents: null })
    const days = { unitId: ids.officeId, from: '2021-12-15', until: '2022-06-15' }
    expect(await must(ask(ids.world, ids.officer, 'overview.activities', { ...days, source: 'poorFund' }))).toMatchObject({ count: 1 })
    expect(await must(ask(ids.world, ids.officer, 'overview.activities', { ...days, source: 'donation' }))).toMatchObject({ count: 0 })
    expect(await must(ask(ids.world, ids.officer, 'overview.documents', days))).toMatchObject({ count: 1, rows: [{ code: '17/KH-VPUB' }] })
  })

  test('has not begun: nothing is compared', async ({ database }) => {
    expect((await overviewOf(await aTask(database), { year: 2023 })).comparison).toBeNull()
  })
})

describe('whatever was recorded', () => {
  test('every month and every period is the plain sum over its activities, each counted once', { timeout: 60_000 }, async ({
    database,
    tx,
  }) => {
    const ids = await aTask(database)
    await fc.assert(
      fc.asyncProperty(fc.array(recorded(ids), { maxLength: 40 }), fc.constantFrom(...periodParts), async (all, part) => {
        await tx.deleteFrom('activity').execute()
        for (const { isRemoved, ...activity } of all) {
          await insertActivity(tx, activity, 'Minh Họa')
          if (isRemoved) await updateActivityRemoved(tx, activity.id, '2022-06-15T00:00:00.000Z')
        }
        const own = all.filter(({ isRemoved, hostUnitId }) => !isRemoved && hostUnitId !== ids.strangerId)
        const { activities, comparison } = await overviewOf(ids, { part })
        for (const tally of activities) {
          const month = `${tally.year}-${String(tally.month).padStart(2, '0')}`
          const rows = own.filter(
            ({ startsOn, kind, campaign }) => startsOn.startsWith(month) && kind === tally.kind && campaign === tally.campaign,
          )
          expect(tally).toMatchObject({ activities: rows.length, counted: people(rows, 'counted'), estimated: people(rows, 'estimated') })
        }
        const ofTwoYears = own.filter(({ startsOn }) => startsOn >= '2021-01-01' && startsOn < '2023-01-01')
        expect(activities.reduce((sum, tally) => sum + tally.activities, 0)).toBe(ofTwoYears.length)
        for (const side of comparison ? [comparison.now, comparison.before] : [])
          expect({ ...side.sums, documents: null }).toEqual(plainSums(own, side.days))
      }),
      { numRuns: 25 },
    )
  })
})

describe('title registrations', () => {
  test('stand beside their base on the same day of both years', async ({ database }) => {
    const ids = await aTask(database)
    const registration = { title: 'culturalOffice', round: 'first', documentId: null, note: '' } as const
    const register = (unitId: string, year: number, registeredOn: string) =>
      must(
        send(ids.world, ids.officer, 'title.register', {
          ...registration,
          units: [{ id: crypto.randomUUID(), unitId }],
          year,
          registeredOn,
        }),
      )
    await register(ids.firstId, 2022, '2022-02-01')
    await register(ids.firstId, 2021, '2021-02-01')
    await register(ids.secondId, 2021, '2021-06-16')
    const { titles } = await overviewOf(ids)
    expect(titles).toMatchObject({
      now: { registered: 1, of: 3, on: '2022-06-15', baseName: 'phòng, ban' },
      before: { registered: 1, of: 3, on: '2021-06-15' },
    })
  })
})

describe('somebody of one department', () => {
  test('sees the counts of what they read, is told so, and no rate of half a base', async ({ database }) => {
    const ids = await aTask(database)
    await must(send(ids.world, ids.officer, 'activity.record', activityBody(ids.thirdId)))
    const own = someone('officer', [ids.secondId, ids.officeId, ids.provinceId])
    const view = await must(ask(ids.world, own, 'overview.one', { unitId: ids.officeId, year: 2022, part: 'Y' }))
    expect(view).toMatchObject({ isWhole: false, tasks: [{ unitName: 'Phòng Hai' }], activities: [], titles: { now: null } })
    const asked = { unitId: ids.officeId, year: 2022, assignedUnitId: ids.firstId }
    expect(await must(ask(ids.world, own, 'overview.tasks', asked))).toEqual({ rows: [], count: 0 })
    expect((await overviewOf(ids)).isWhole).toBe(true)
  })
})

function overviewOf(ids: Office, { year = 2022, part = 'Y' }: { year?: number; part?: PeriodPart } = {}): Promise<OverviewView> {
  return must(ask(ids.world, ids.officer, 'overview.one', { unitId: ids.officeId, year, part }))
}

type Recorded = Activity & { readonly isRemoved: boolean }

/** An activity of any department, theirs and others', on some day of three years. */
function recorded(ids: Office): fc.Arbitrary<Recorded> {
  const count = fc.integer({ min: 1, max: 500 })
  const counted = fc.record({ quality: fc.constant('counted'), count })
  const estimated = fc.record({ quality: fc.constant('estimated'), count, qualifier: fc.constant('trên') })
  const money = fc.record({
    source: fc.constantFrom(...moneySources),
    amount: fc.integer({ min: 1, max: 9_000_000 }),
    note: fc.constant(''),
  })
  return fc
    .record({
      hostUnitId: fc.constantFrom(ids.officeId, ids.firstId, ids.secondId, ids.strangerId),
      kind: fc.constantFrom(...activityKinds),
      campaign: fc.constantFrom(...campaigns),
      startsOn: fc.integer({ min: 0, max: 1000 }).map(days => addDays(plainDate('2020-06-01'), days)),
      participants: fc.oneof(fc.constant(null), counted, estimated),
      money: fc.array(money, { maxLength: 2 }),
      isRemoved: fc.constantFrom(false, false, false, true),
    })
    .map(drawn => ({
      ...drawn,
      id: crypto.randomUUID(),
      name: 'Hội thao (dữ liệu minh họa)',
      endsOn: addDays(drawn.startsOn, 1),
      place: '',
      taskIds: [],
      documentIds: [],
      narrative: '',
      revision: 0,
    }))
}

function people(rows: readonly Activity[], quality: 'counted' | 'estimated') {
  const counts = rows.flatMap(({ participants }) => (participants?.quality === quality ? [participants.count] : []))
  return { activities: counts.length, people: counts.reduce((sum, count) => sum + count, 0) }
}

/** What was recorded on some days, added up by hand; documents left out. */
function plainSums(all: readonly Activity[], days: Days): PeriodSums {
  const rows = all.filter(({ startsOn }) => startsOn >= days.from && startsOn < days.until)
  const inYear = all.filter(({ startsOn }) => startsOn.slice(0, 4) === days.until.slice(0, 4))
  const [counted, estimated] = [people(rows, 'counted'), people(rows, 'estimated')]
  const money: Partial<Record<string, number>> = {}
  for (const { source, amount } of rows.flatMap(row => row.money)) money[source] = (money[source] ?? 0) + amount
  return {
    activities: rows.length + inYear.length > 0 ? rows.length : null,
    countedPeople: counted.activities > 0 ? counted.people : null,
    estimatedPeople: estimated.activities > 0 ? estimated.people : null,
    money,
    documents: null,
  }
}
