import { expect } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { addUp, figureAt } from '#domain/consolidation/add-up.ts'
import { levelsOf } from '#domain/consolidation/levels.ts'
import { builtInDictionary } from '#domain/indicator/dictionary/dictionary.ts'
import { dictionaryOn, indicatorOf } from '#domain/indicator/indicator.ts'
import { treeOn } from '#domain/org/org-unit.ts'
import { test as databaseTest, openTestDatabase } from '../../../../test/database.ts'
import { ask, must, personOfDemo, worldOn } from '../../../../test/factories.ts'
import { issueByPeople, numbersIn } from '../../../../test/reporting-province.ts'
import { expectOneTotalOnBothTrees } from '../../../../test/two-trees.ts'
import { listFiguresOf, listToldOf } from '../../consolidation/figure.store.ts'
import { listUnitsBelow, listVersionsOn, listVersionsWithCode } from '../../org/org.store.ts'
import { listObligations } from '../../request/return.store.ts'
import { findWorkingDay } from '../../setting.store.ts'
import { demoActor } from '../record.ts'
import { loadProvince, requestIds } from './load.ts'
import { reportIds } from './reports.ts'

/** Loaded once for both: it takes most of a minute. */
const test = databaseTest.extend('loaded', { scope: 'worker' }, async ({}, { onCleanup }) => {
  const database = await openTestDatabase()
  const accounts = await loadProvince(worldOn(database))
  onCleanup(() => database.close())
  return { database, accounts }
})

test('the province of the demonstration stands as it was told: six communes in time, 69 of 75 a week later, every kept sum re-added', {
  timeout: 180_000,
}, async ({ loaded: { database, accounts } }) => {
  const tx = database.kysely
  expect(await findWorkingDay(tx)).toBe('2025-12-22')
  expect(accounts.map(({ username }) => username)).toContain('truongban')
  const [province = ''] = (await listVersionsWithCode(tx, ['14'])).map(({ unitId }) => unitId)
  const world = { ...worldOn(database), workingDay: plainDate('2025-12-22') }
  const actor = demoActor(province)
  const communesOn = async (on: string) =>
    (await must(ask(world, actor, 'request.board', { id: requestIds.year, on }))).byLevel.find(({ level }) => level === 'commune')?.counts
  expect(await communesOn('2025-12-16')).toMatchObject({ of: 75, handedIn: 0 })
  expect(await communesOn('2025-12-17')).toMatchObject({ of: 75, handedIn: 6, onTime: 6 })
  expect(await communesOn('2025-12-22')).toMatchObject({ of: 75, onTime: 6, sentBack: 1 })
  for (const [id, day] of [
    [requestIds.firstHalf, plainDate('2025-06-02')],
    [requestIds.year, plainDate('2025-12-01')],
  ] as const) {
    const tree = treeOn(await listVersionsOn(tx, await listUnitsBelow(tx, province, day), day), day)
    const owing = (await listObligations(tx, id)).filter(({ level }) => level !== 'agency').map(({ unitId }) => unitId)
    const told = new Map((await listToldOf(tx, id, 'family.total')).map(({ unitId, value }) => [unitId, value]))
    const added = addUp(levelsOf(tree, new Set(owing)), [told])
    const kept = (await listFiguresOf(tx, id, province)).find(({ code }) => code === 'family.total')
    expect(kept).toMatchObject(figureAt(added, province))
  }
})

test('its periods tell one total on its 200 communes and on its 75, each way, by the table that reconciles both', {
  timeout: 180_000,
}, async ({ loaded: { database } }) => {
  await expectOneTotalOnBothTrees(database)
})

test('its report for the year is issued with nothing against its form, and every number in text and tables is added again', {
  timeout: 300_000,
}, async ({ loaded: { database } }) => {
  const world = { ...worldOn(database), workingDay: plainDate('2025-12-22') }
  const [province = ''] = (await listVersionsWithCode(database.kysely, ['14'])).map(({ unitId }) => unitId)
  const person = (username: string) => personOfDemo(world, username)
  const people = {
    officer: await person('sovanhoa'),
    head: await person('truongphong'),
    clerk: await person('vanthu'),
    leader: await person('lanhdao'),
  }
  const issued = await issueByPeople(world, people, { unitId: province, id: reportIds.year, periodName: '2025-Y', on: '2025-12-22' })
  expect(issued.remarks.filter(({ code }) => !code.startsWith('W-'))).toEqual([])
  expect(issued.files.map(({ name }) => name)).toEqual(['bao-cao.docx', 'bao-cao.html', 'bao-cao.pdf'])
  const { text, cells, unopened } = await numbersIn(world, issued.id)
  const opened = async (figureId: string) => must(ask(world, people.officer, 'report.explain', { id: issued.id, figureId }))

  expect(text.length).toBeGreaterThan(20)
  for (const { figureId, text: printed } of text) {
    const { sum, total } = await opened(figureId)
    expect(total).toBe(printed)
    expect(sum?.addedAgain ?? printed).toBe(printed)
  }

  expect(cells.length).toBeGreaterThan(2000)
  const dictionary = dictionaryOn(builtInDictionary, plainDate('2025-12-14'))
  const columns = [...Map.groupBy(cells, ({ table, code }) => `${table} ${code}`).values()]
  for (const column of columns) {
    for (const { figureId, text: printed } of column) {
      const { sum } = await opened(figureId)
      expect([figureId, bare(sum?.words)]).toEqual([figureId, printed])
      if (sum?.told === null) expect([figureId, bare(sum.addedAgain)]).toEqual([figureId, printed])
    }
    // The foot of a column is what the cells above it come to.
    const rows = column.filter(({ unitId }) => unitId !== province)
    const [foot] = column.filter(({ unitId }) => unitId === province)
    if (foot) expect(rows.reduce((sum, { text: printed }) => sum + countIn(printed), 0)).toBe(countIn(foot.text))
    // Where there is no foot, one person may stand in two rows.
    else expect(indicatorOf(dictionary, rows[0]?.code ?? '')?.addition).toBe('distinct')
  }

  // Whatever else of digits is printed is a day, a year or the name of a unit.
  expect(unopened).toEqual([])
})

/** `253.015 hộ (có ước tính)` → `253.015 (có ước tính)`: a cell stands under the unit it counts. */
function bare(words: string | null | undefined): string | undefined {
  return words?.replace(/(?<=\d) (?!\()[^(\d]+?(?= \(|$)/u, '')
}

function countIn(printed: string): number {
  return Number(printed.replace(/\D/gu, ''))
}
