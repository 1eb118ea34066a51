import { randomUUID } from 'node:crypto'
import type { BodyInput, CommandName, ParamsInput, QueryName } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { insertOpinion } from '#server/season/season.store.ts'
import type { World } from '#server/world.ts'
import { givenUnit, must, send } from './factories.ts'
import { signalBodiesOf, signalParamsOf } from './one-recheck.ts'
import { assessed, gathered, givenChair, lookedAt, step } from './season-of-commune.ts'

// One of everything a season has, below an office: for tests that ask every command and query.

type SeasonName<Name extends string> = Extract<Name, `season.${string}` | `signal.${string}` | `dossier.${string}`>
export type OneSeason = Record<
  'office' | 'commune' | 'village' | 'season' | 'household' | 'candidate' | 'gathering' | 'opinion' | 'decision' | 'draw',
  string
>

export async function recordOneSeason(world: World, actor: Actor, office: string): Promise<OneSeason> {
  const tx = world.database.kysely
  const commune = await givenUnit(tx, { name: 'Xã minh họa', kind: 'commune', parentUnitId: office })
  const village = await givenUnit(tx, { name: 'Bản bình xét', kind: 'village', parentUnitId: commune })
  await givenChair(world, commune, actor)
  const made: OneSeason = {
    office,
    commune,
    village,
    season: randomUUID(),
    household: randomUUID(),
    candidate: randomUUID(),
    gathering: randomUUID(),
    opinion: randomUUID(),
    decision: randomUUID(),
    draw: randomUUID(),
  }
  const bodies = seasonBodiesOf(made)
  const area = areaOf(made)
  const household = { id: made.household, code: '', headName: 'Lò Văn Xét', memberCount: 3, address: '', poverty: null }
  await must(send(world, actor, 'household.enter', { ...household, areaUnitId: village, from: '2022-01-01', isAnother: false }))
  await must(send(world, actor, 'season.open', bodies['season.open']))
  await must(send(world, actor, 'season.register', bodies['season.register']))
  await must(send(world, actor, 'season.assess', bodies['season.assess']))
  await must(send(world, actor, 'season.makeList', bodies['season.makeList']))
  await must(send(world, actor, 'season.gather', { ...bodies['season.gather'], id: made.gathering }))
  await must(send(world, actor, 'season.concludeMeeting', bodies['season.concludeMeeting']))
  await must(send(world, actor, 'season.submit', bodies['season.submit']))
  await must(send(world, actor, 'season.reviewGrounds', bodies['season.reviewGrounds']))
  await must(send(world, actor, 'season.decide', bodies['season.decide']))
  await must(send(world, actor, 'signal.drawHouseholds', bodies['signal.drawHouseholds']))
  const said = { kind: 'remark', receivedOn: plainDate('2022-06-08'), says: 'Danh sách nên có số nhà', answer: null } as const
  await insertOpinion(tx, { id: made.opinion, ...area, candidateId: null, ...said })
  return made
}

/** A body of each command about it. */
export function seasonBodiesOf(made: OneSeason): { [Each in SeasonName<CommandName>]: BodyInput<Each> } {
  const { season, commune, household, candidate, gathering, opinion, decision } = made
  const area = areaOf(made)
  return {
    'season.open': { id: season, unitId: commune, honour: 'culturalFamily', year: 2022, openedOn: '2022-01-03' },
    'season.register': { ...area, candidates: [{ id: candidate, subjectId: household }], registeredOn: '2022-01-10' },
    'season.carryOver': { ...area, registeredOn: '2022-01-10' },
    'season.takeRegistrations': { seasonId: season },
    'season.withdraw': { id: candidate, on: '2022-06-15', reason: 'ghi nhầm' },
    'season.assess': assessed(area, [candidate], 'self'),
    'season.makeList': { ...step(area, '2022-06-01'), leftOut: [] },
    'season.gather': gathered(area, { heldOn: '2022-06-05' }),
    'season.strikeGathering': { id: gathering, reason: 'ghi nhầm' },
    'season.concludeMeeting': { ...step(area, '2022-06-05'), leftOut: [] },
    'season.post': { ...step(area, '2022-06-06'), lastOn: '2022-06-15', place: 'Nhà văn hóa bản' },
    'season.receiveOpinion': {
      id: randomUUID(),
      ...area,
      candidateId: null,
      kind: 'remark',
      receivedOn: '2022-06-08',
      says: 'Thiếu số nhà',
    },
    'season.answerOpinion': { id: opinion, on: '2022-06-10', outcome: 'dismissed', reason: 'Đã ghi đủ' },
    'season.submit': step(area, '2022-06-07'),
    'season.lookForGrounds': { seasonId: season, areaUnitIds: [area.areaUnitId] },
    'season.reviewGrounds': lookedAt(area, '2022-06-08'),
    'season.appraise': { ...step(area, '2022-06-09'), leftOut: [], appraiser: 'Ban Chỉ đạo phong trào', remarks: '' },
    'season.sendBack': { ...step(area, '2022-06-10'), backTo: 'meet', reason: 'làm lại' },
    'season.decide': {
      id: decision,
      seasonId: season,
      issuerUnitId: commune,
      areaUnitIds: [area.areaUnitId],
      on: '2022-06-10',
      symbol: 'QĐ-UBND',
      total: 1,
      openAccepted: 'theo kết quả bình xét của bản',
      openExcept: [],
    },
    'season.publish': { id: decision, on: '2022-06-12', place: 'Bảng tin UBND xã' },
    'season.handOver': { ...area, candidateIds: [candidate], on: '2022-06-13', outcome: 'handedOver' },
    ...signalBodiesOf(made),
    'season.revoke': {
      id: randomUUID(),
      candidateId: candidate,
      issuerUnitId: commune,
      on: '2022-06-14',
      symbol: 'QĐ-UBND',
      ground: 'textOfTheDay',
      basis: '15/KL-UBND',
    },
    'dossier.ask': { id: randomUUID(), seasonId: season, areaUnitIds: [], purpose: 'Giám sát của Mặt trận' },
  }
}

export function seasonParamsOf(made: OneSeason): { [Each in SeasonName<QueryName>]: ParamsInput<Each> } {
  return {
    ...signalParamsOf(made),
    'season.list': { unitId: made.commune },
    'season.board': { id: made.season },
    'season.area': areaOf(made),
    'dossier.papers': areaOf(made),
    'season.proposal': { id: made.season },
    'season.yearsOfHousehold': { householdId: made.household },
    'season.yearsOfUnit': { unitId: made.village },
  }
}

function areaOf({ season, village }: OneSeason): { seasonId: string; areaUnitId: string } {
  return { seasonId: season, areaUnitId: village }
}
