import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { describe, expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { mergedCommune } from '../../../test/merged-commune.ts'
import { askForFile } from '../../../test/printed.ts'
import { provincialFile } from '../../../test/provincial-rules.ts'
import {
  aSeasonOfCommune,
  decision,
  givenHouseholds,
  register,
  type SeasonOfCommune,
  submitted2022,
  submitted2024,
} from '../../../test/season-of-commune.ts'
import type { World } from '../world.ts'

// Two seasons of one village, printed in their days. Then come a new law, rules and names of the province, other people and
// a merger, and both are opened again.

const names = ['Lò Văn An', 'Lò Văn Bình']

describe('seasons of 2022 and 2024, opened again in 2026', () => {
  test('print minutes, posted list, decision with its list and certificates byte for byte', async ({ database }) => {
    const { old, now, printAll } = await twoSeasons(database)
    const before = await printAll(old.world, old.officer, old.chair)
    const { world, officer, chair } = await now()
    const again = await printAll(world, officer, chair)
    expect(again).toEqual(before)
    for (const paper of [
      '2022 minutes',
      '2022 decision',
      '2022 certificate',
      '2024 minutes',
      '2024 postedList',
      '2024 decision',
      '2024 certificate',
    ])
      expect(Object.keys(before)).toContain(paper)
    expect(new Set(Object.values(before)).size).toBe(Object.keys(before).length)
  })

  test('are drawn anew to the same bytes, too, where nobody had printed them in their day', async ({ database }) => {
    const { old, now, printAll } = await twoSeasons(database)
    const before = await printAll(old.world, old.officer, old.chair)
    const { world, officer, chair } = await now()
    await database.kysely.deleteFrom('dossierPaper').execute()
    expect(await printAll(world, officer, chair)).toEqual(before)
  })

  test('tell the steps, the law and the outcomes they had', async ({ database }) => {
    const { old, now, seasons } = await twoSeasons(database)
    const read = async (world: World, officer: Actor) => {
      const told = []
      for (const { seasonId } of seasons) {
        const { season } = await must(ask(world, officer, 'season.board', { id: seasonId }))
        const area = await must(ask(world, officer, 'season.area', { seasonId, areaUnitId: old.upperId }))
        const { bookName, cites, steps, ruleBookId } = season
        const outcomes = area.candidates.map(({ headName, outcome }) => [headName, outcome?.outcome])
        told.push({ bookName, cites, steps, ruleBookId, areaName: area.areaName, outcomes })
      }
      return told
    }
    const before = await read(old.world, old.officer)
    expect(before).toMatchObject([
      { cites: ['122/2018/NĐ-CP'], steps: ['list', 'meet', 'submit'], outcomes: names.map(name => [name, 'recognised']) },
      { steps: ['meet', 'post', 'submit'], outcomes: names.map(name => [name, 'recognised']) },
    ])
    const { world, officer } = await now()
    expect(await read(world, officer)).toEqual(before)
    const next = {
      id: randomUUID(),
      unitId: officer.grants[0]?.unitId ?? '',
      honour: 'culturalFamily',
      year: 2026,
      openedOn: '2026-11-02',
    } as const
    expect(await must(send(world, officer, 'season.open', next))).toMatchObject({ ruleBookId: 'GDVH.LUAT2026' })
  })
})

async function twoSeasons(database: World['database']) {
  const season = await aSeasonOfCommune(database, { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' })
  await adopted(season, season.world, provincialFile())
  const households = await givenHouseholds(season, season.upperId, names)
  await submitted2022(season, season.upper, await register(season, season.upper, households, '2022-01-10'))
  const first = decision(season, { areaUnitIds: [season.upperId], total: 2 })
  await must(send(season.world, season.chair, 'season.decide', first))

  const old = { ...season, world: { ...season.world, workingDay: plainDate('2024-12-31') } }
  const next = { id: randomUUID(), unitId: old.communeId, honour: 'culturalFamily', year: 2024, openedOn: '2024-02-01' } as const
  await must(send(old.world, old.officer, 'season.open', next))
  const file = { seasonId: next.id, areaUnitId: old.upperId }
  const ids = await register(old, file, households, '2024-10-01')
  const points = { I: 30, II: 30, III: 30 }
  await submitted2024(old, file, ids, [points, points])
  const second = decision(old, { seasonId: next.id, areaUnitIds: [old.upperId], total: 2, on: '2024-11-25', openAccepted: '' })
  await must(send(old.world, old.chair, 'season.decide', second))

  const seasons = [
    { ...old.upper, year: 2022, decisionId: first.id },
    { ...file, year: 2024, decisionId: second.id },
  ]
  async function printAll(world: World, officer: Actor, chair: Actor): Promise<Record<string, string>> {
    const hashes: Record<string, string> = {}
    for (const { seasonId, areaUnitId, year, decisionId } of seasons) {
      const { papers } = await must(ask(world, officer, 'dossier.papers', { seasonId, areaUnitId }))
      for (const { code } of papers.filter(({ waitsFor }) => waitsFor === null))
        hashes[`${year} ${code}`] = await hashOf(world, officer, 'dossier.print', { seasonId, areaUnitId, code })
      hashes[`${year} decision`] = await hashOf(world, chair, 'dossier.printDecision', { decisionId, code: 'decision' })
      hashes[`${year} certificate`] = await hashOf(world, officer, 'certificate.print', { seasonId, areaUnitId })
    }
    return hashes
  }
  return { old, seasons, printAll, now: () => yearsLater(old) }
}

async function hashOf(world: World, actor: Actor, door: string, input: object): Promise<string> {
  const { bytes } = await must(askForFile(world, actor, door, input))
  return createHash('sha256')
    .update(bytes instanceof Readable ? Buffer.concat(await bytes.toArray()) : bytes)
    .digest('hex')
}

/** December 2026: the commune is part of another, which has another chair; the province calls villages and titles otherwise. */
async function yearsLater(old: SeasonOfCommune) {
  const merged = plainDate('2025-07-01')
  const world = { ...old.world, workingDay: plainDate('2026-12-15') }
  const { chair, officer } = await mergedCommune(old, merged)
  const tx = world.database.kysely
  await tx.deleteFrom('signingMandate').where('unitId', '=', old.communeId).execute()
  await tx.updateTable('appointment').set({ fullName: 'Cầm Văn Khác' }).where('accountId', '=', old.chair.accountId).execute()
  const levelNames = [{ kind: 'village', level: 'ấp', titleName: 'Ấp văn hóa' }] as const
  const changes = { basis: '99/2026/QĐ-UBND (dữ liệu minh họa)', levelNames: [...levelNames] }
  await adopted(old, world, provincialFile({ ...changes, valid: { from: plainDate('2026-01-30'), until: null } }))
  return { world, chair, officer }
}

async function adopted({ provinceId }: SeasonOfCommune, world: World, text: string): Promise<void> {
  const id = randomUUID()
  await must(send(world, someone('officer', [provinceId]), 'title.adoptRules', { id, unitId: provinceId, text }))
  await must(send(world, someone('leader', [provinceId]), 'title.confirmRules', { id }))
}
