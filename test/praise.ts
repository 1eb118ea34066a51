import { randomUUID } from 'node:crypto'
import type { BodyInput } from '#contract/index.ts'
import { ask, must, send } from './factories.ts'
import { type Area, assessed, decision, gathered, lookedAt, type SeasonOfCommune, step } from './season-of-commune.ts'
import { registering } from './season-of-units.ts'

// Years of families in a row, and the praise that follows from them.

/** A whole season of families in one year, everybody recognised. */
export async function familyYear(
  season: SeasonOfCommune,
  { year, households }: { readonly year: number; readonly households: readonly string[] },
): Promise<void> {
  const { world, officer, communeId, upperId } = season
  const known = await must(ask(world, officer, 'season.list', { unitId: communeId }))
  const seasonId = known.find(each => each.honour === 'culturalFamily' && each.year === year)?.id ?? randomUUID()
  if (!known.some(({ id }) => id === seasonId))
    await must(
      send(world, officer, 'season.open', { id: seasonId, unitId: communeId, honour: 'culturalFamily', year, openedOn: `${year}-01-03` }),
    )
  const file = { seasonId, areaUnitId: upperId }
  const rows = await must(send(world, officer, 'season.register', registering(file, households, `${year}-01-10`)))
  const ids = rows.map(({ id }) => id)
  await must(send(world, officer, 'season.assess', assessed(file, ids, 'self')))
  await must(send(world, officer, 'season.makeList', { ...step(file, `${year}-11-10`), leftOut: [] }))
  await must(send(world, officer, 'season.gather', gathered(file, { heldOn: `${year}-11-20` })))
  await must(send(world, officer, 'season.concludeMeeting', { ...step(file, `${year}-11-20`), leftOut: [] }))
  await must(send(world, officer, 'season.submit', step(file, `${year}-11-22`)))
  await must(send(world, officer, 'season.reviewGrounds', lookedAt(file, `${year}-11-25`)))
  const act = decision(season, { seasonId, areaUnitIds: [upperId], on: `${year}-12-05`, total: ids.length })
  await must(send(world, season.chair, 'season.decide', act))
}

export async function openedPraise({ world, officer, communeId, upperId }: SeasonOfCommune, year: number): Promise<Area> {
  const seasonId = randomUUID()
  await must(
    send(world, officer, 'season.open', { id: seasonId, unitId: communeId, honour: 'familyPraise', year, openedOn: `${year}-12-20` }),
  )
  return { seasonId, areaUnitId: upperId }
}

/** List, meeting and dossier; whoever is not excepted has all 40 votes. */
export async function praised(
  { world, officer }: SeasonOfCommune,
  file: Area,
  exceptions: BodyInput<'season.gather'>['exceptions'],
): Promise<void> {
  await must(send(world, officer, 'season.makeList', { ...step(file, '2022-12-22'), leftOut: [] }))
  await must(send(world, officer, 'season.gather', gathered(file, { heldOn: '2022-12-24', exceptions })))
  await must(send(world, officer, 'season.concludeMeeting', { ...step(file, '2022-12-24'), leftOut: [] }))
  await must(send(world, officer, 'season.submit', step(file, '2022-12-26')))
}

export function praiseAct(
  season: SeasonOfCommune,
  { seasonId, areaUnitId }: Area,
  changes: Partial<BodyInput<'season.decide'>>,
): BodyInput<'season.decide'> {
  return decision(season, { seasonId, areaUnitIds: [areaUnitId], on: '2022-12-28', openAccepted: '', ...changes })
}
