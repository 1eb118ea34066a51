import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { test } from '../../../test/database.ts'
import { must, send } from '../../../test/factories.ts'
import { oneOf, type Random, randomFrom, wholeBetween } from '../../../test/random.ts'
import { aCommune, type Commune, householdBody } from '../../../test/register.ts'
import { type Asked, tallyChains, tallyHandovers } from './merit.store.ts'

const years = [2018, 2019, 2020, 2021, 2022, 2023]

/** A year of a household as somebody would tell it who has the papers before him. */
type Told = {
  readonly householdId: string
  readonly villageId: string
  readonly year: number
  readonly outcome: 'recognised' | 'failed' | null
  readonly decidedOn: PlainDate
  readonly revokedOn: PlainDate | null
  readonly given: readonly { readonly outcome: 'handedOver' | 'notCollected'; readonly on: PlainDate }[]
}

describe('rows of years and certificates over two communes with moves, revocations and late decisions', () => {
  for (const seed of [1, 2, 3])
    test(`are those somebody would count from the papers, on any day and for any villages (${seed})`, async ({ database }) => {
      const random = randomFrom(seed)
      const commune = await aCommune(database)
      const told = await givenYears(commune, random)
      const { upperId, lowerId, foreignId } = commune
      const seen = { threeYears: 0, fiveYears: 0 }
      for (const villageIds of [[upperId], [lowerId, foreignId], [upperId, lowerId, foreignId]])
        for (let look = 0; look < 6; look++) {
          const year = wholeBetween(random, 2020, 2023)
          const on = plainDate(`${wholeBetween(random, year, year + 1)}-${oneOf(random, ['01-15', '03-01', '12-20', '12-31'])}`)
          const asked: Asked = { honour: 'culturalFamily', year, on, kind: 'household', unitIds: villageIds }
          expect(byUnit(await tallyChains(database.kysely, asked)), `${year} on ${on}`).toEqual(byUnit(chainsOf(told, asked)))
          for (const { threeYears, fiveYears } of chainsOf(told, asked)) {
            seen.threeYears += threeYears
            seen.fiveYears += fiveYears
          }
          expect(byUnit(await tallyHandovers(database.kysely, asked)), `${year} on ${on}`).toEqual(byUnit(handoversOf(told, asked)))
        }
      expect(Math.min(seen.fiveYears, seen.threeYears - seen.fiveYears)).toBeGreaterThan(0)
    })
})

function isRecognised(told: Told, on: PlainDate): boolean {
  return told.outcome === 'recognised' && told.decidedOn <= on && !(told.revokedOn !== null && told.revokedOn <= on)
}

function ofYear(told: readonly Told[], { year, on, unitIds }: Asked): Told[] {
  return told.filter(one => one.year === year && unitIds.includes(one.villageId) && isRecognised(one, on))
}

function chainsOf(told: readonly Told[], asked: Asked) {
  const reaches = ({ householdId }: Told, length: number): boolean =>
    Array.from({ length }, (_, back) => asked.year - back).every(year =>
      told.some(one => one.householdId === householdId && one.year === year && isRecognised(one, asked.on)),
    )
  const own = ofYear(told, asked)
  return asked.unitIds.map(unitId => {
    const here = own.filter(({ villageId }) => villageId === unitId)
    return { unitId, threeYears: here.filter(one => reaches(one, 3)).length, fiveYears: here.filter(one => reaches(one, 5)).length }
  })
}

function handoversOf(told: readonly Told[], asked: Asked) {
  const has = ({ given }: Told, wanted?: 'handedOver'): boolean =>
    given.some(({ outcome, on }) => on <= asked.on && (wanted === undefined || outcome === wanted))
  const own = ofYear(told, asked)
  return asked.unitIds.map(unitId => {
    const here = own.filter(({ villageId }) => villageId === unitId)
    return {
      unitId,
      handedOver: here.filter(one => has(one, 'handedOver')).length,
      notCollected: here.filter(one => has(one) && !has(one, 'handedOver')).length,
    }
  })
}

/** Villages where there is nothing to tell may be told as nothing or left out. */
function byUnit(tallies: readonly Readonly<Record<string, string | number>>[]) {
  return tallies
    .filter(tally => Object.values(tally).some(count => typeof count === 'number' && count > 0))
    .toSorted((a, b) => String(a['unitId']).localeCompare(String(b['unitId'])))
}

async function givenYears(commune: Commune, random: Random): Promise<Told[]> {
  const tx = commune.world.database.kysely
  const villages = { [commune.communeId]: [commune.upperId, commune.lowerId], [commune.elsewhereId]: [commune.foreignId] }
  const homes = Object.values(villages).flat()
  const households: { id: string; home: string }[] = []
  for (let at = 0; at < 24; at++) {
    const home = oneOf(random, [commune.upperId, commune.lowerId])
    const body = householdBody(home, { headName: `Lò Văn Minh Họa ${at}`, code: `MH-${at}`, from: '2018-01-01' })
    await must(send(commune.world, commune.officer, 'household.enter', body))
    households.push({ id: body.id, home })
  }
  const told: Told[] = []
  for (const year of years) {
    const decisions = new Map<string, Decision[]>()
    for (const [communeId, areaUnitIds] of Object.entries(villages))
      for (const [areaUnitId, made] of await givenSeason(commune, { communeId, areaUnitIds, year })) decisions.set(areaUnitId, made)
    for (const { id: householdId, home } of households) {
      if (random() < 0.05) continue
      const villageId = random() < 0.85 ? home : oneOf(random, homes)
      const decision = oneOf(random, decisions.get(villageId) ?? [])
      const outcome = random() < 0.9 ? 'recognised' : oneOf<Told['outcome']>(random, ['failed', null])
      const one: Told = {
        householdId,
        villageId,
        year,
        outcome,
        decidedOn: decision.on,
        revokedOn: outcome === 'recognised' && random() < 0.1 ? plainDate(`${year + wholeBetween(random, 1, 2)}-02-20`) : null,
        given: outcome === 'recognised' ? handed(random, year) : [],
      }
      await givenYear(tx, { told: one, decision })
      told.push(one)
    }
  }
  return told
}

function handed(random: Random, year: number): Told['given'] {
  const days = [plainDate(`${year + 1}-01-10`), plainDate(`${year + 1}-02-25`)]
  return days.filter(() => random() < 0.6).map(on => ({ outcome: oneOf(random, ['handedOver', 'notCollected']), on }))
}

type Tx = Commune['world']['database']['kysely']
type Decision = { readonly id: string; readonly seasonId: string; readonly on: PlainDate }
type OfSeason = { readonly communeId: string; readonly areaUnitIds: readonly string[]; readonly year: number }

/** Decided on in December and, for those who came late, in February. */
async function givenSeason(commune: Commune, { communeId, areaUnitIds, year }: OfSeason) {
  const tx = commune.world.database.kysely
  const seasonId = randomUUID()
  const season = { id: seasonId, unitId: communeId, honour: 'culturalFamily', year, ruleBookId: 'GDVH.ND122', recordedBy: 'Minh Họa' }
  await tx
    .insertInto('season')
    .values({ ...season, openedOn: plainDate(`${year}-01-03`) })
    .execute()
  await tx
    .insertInto('seasonArea')
    .values(areaUnitIds.map(areaUnitId => ({ seasonId, areaUnitId })))
    .execute()
  const days = [plainDate(`${year}-12-05`), plainDate(`${year + 1}-02-10`)]
  const made: Decision[] = []
  for (const [at, on] of days.entries())
    made.push({ id: await givenDecision(tx, { seasonId, communeId, year, on, number: at + 1 }), on, seasonId })
  return areaUnitIds.map(areaUnitId => [areaUnitId, made] as const)
}

type Act = { readonly seasonId: string; readonly communeId: string; readonly year: number; readonly on: PlainDate; readonly number: number }

async function givenDecision(tx: Tx, { seasonId, communeId, year, on, number }: Act): Promise<string> {
  const [id, documentId] = [randomUUID(), randomUUID()]
  const series = { series: 'QĐ-UBND', year }
  await sql`insert into number_series (unit_id, series, year, last_number) values (${communeId}, 'QĐ-UBND', ${year}, ${number})
    on conflict (unit_id, series, year) do update set last_number = excluded.last_number`.execute(tx)
  await sql`insert into registered_document (id, owner_unit_id, direction, kind, code, issued_on, issuer_name, subject, valid, search_key)
    values (${documentId}, ${communeId}, 'outgoing', 'decision', ${`${number}/QĐ-UBND`}, ${on}, 'Xã Minh Họa', 'Tặng danh hiệu', '(,)', 'x')`.execute(
    tx,
  )
  const decision = { id, seasonId, issuerUnitId: communeId, ...series, number, decidedOn: on, documentId }
  await tx
    .insertInto('seasonDecision')
    .values({ ...decision, signerName: 'Cầm Văn Minh Họa', recognised: 0, failed: 0 })
    .execute()
  return id
}

async function givenYear(tx: Tx, { told, decision }: { readonly told: Told; readonly decision: Decision }): Promise<void> {
  const { householdId, villageId, year, outcome, revokedOn, given } = told
  const { partitionId } = await tx.selectFrom('household').select('partitionId').where('id', '=', householdId).executeTakeFirstOrThrow()
  const candidate = { id: randomUUID(), partitionId, seasonId: decision.seasonId, honour: 'culturalFamily', year, areaUnitId: villageId }
  const key = { candidateId: candidate.id, partitionId }
  const by = { recordedBy: 'Minh Họa' }
  await tx
    .insertInto('seasonCandidate')
    .values({ ...candidate, ...by, householdId, headName: 'Lò Văn', registeredOn: plainDate(`${year}-01-15`), sortKey: 'x' })
    .execute()
  if (outcome === null) return
  const certificateNumber = outcome === 'recognised' ? 1 : null
  await tx
    .insertInto('seasonOutcome')
    .values({ ...key, decisionId: decision.id, outcome, certificateNumber })
    .execute()
  for (const { outcome: became, on } of given)
    await tx
      .insertInto('seasonHandover')
      .values({ ...key, ...by, outcome: became, onDay: on, recordedAt: `${on}T03:00:00.000Z` })
      .execute()
  if (revokedOn !== null)
    await tx
      .insertInto('seasonRevocation')
      .values({ ...key, ...by, onDay: revokedOn, cause: 'falseStatement', basis: '01/KL-UBND' })
      .execute()
}
