import { randomUUID } from 'node:crypto'
import type { BodyInput, CommandName } from '#contract/index.ts'
import { type Actor, roles } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { insertOpinion, insertSeasonEvent, listSeasonEvents } from '#server/season/season.store.ts'
import type { World } from '#server/world.ts'
import { givenAccount } from './app.ts'
import { attach, photoOf } from './evidence.ts'
import { ask, givenUnit, must, send, someone } from './factories.ts'
import { bodyOf, type Ids } from './one-of-everything.ts'
import { familiesTold, type OneRequest, recordOneRequest } from './one-request.ts'
import { sendList } from './register.ts'
import { givenChair } from './season-of-commune.ts'

// Two villages of one commune, with one of everything in each. Whatever was written down in the first bears a word that
// stands nowhere else: found in what somebody next door gets to see, it tells of a leak.

/** The word, also as it stands in the name of an account. */
export const planted = /Khuấtlấp|khuat\.lap/u
const word = 'Khuấtlấp'

export type Village = Ids & Readonly<Record<'agency' | 'posting' | 'photoOfPosting' | 'dossier', string>>
export type NextDoor = Awaited<ReturnType<typeof twoVillages>>

export async function twoVillages(world: World) {
  const tx = world.database.kysely
  const province = await givenUnit(tx, { name: 'Tỉnh minh họa', kind: 'province' })
  const commune = await givenUnit(tx, { name: 'Xã Minh Họa', kind: 'commune', parentUnitId: province })
  const elsewhere = await givenUnit(tx, { name: 'Xã Khác', kind: 'commune', parentUnitId: province })
  const actor: Actor = {
    ...someone('admin', [commune, province]),
    grants: [province, commune].flatMap(unitId =>
      roles.map(role => ({ role, unitId, withSubtree: true, unitPath: unitId === commune ? [commune, province] : [province] })),
    ),
  }
  await givenChair(world, commune, actor)
  const shared = { province, commune, season: randomUUID(), rules: randomUUID(), confirmation: randomUUID() }
  const [above, below] = [await givenVillage(world, 'Bản Trên', commune), await givenVillage(world, 'Bản Dưới', commune)]
  const asked = await recordOneRequest(world, actor, { office: commune, area: above.village })
  const first = aVillage(above, { ...shared, asked })
  const next = aVillage(below, { ...shared, asked })
  await must(send(world, actor, 'season.open', bodyFor(first, 'season.open')))
  await must(send(world, actor, 'title.confirmLaw', { ...bodyFor(first, 'title.confirmLaw'), unitId: province }))
  await must(send(world, actor, 'title.adoptRules', bodyFor(first, 'title.adoptRules')))
  const work = await recordWork(world, actor, { village: first, says: word, username: 'khuat.lap' })
  await recordSeason(world, actor, work)
  return {
    province,
    commune,
    elsewhere,
    first: work,
    next: await recordWork(world, actor, { village: next, says: '', username: 'ban.duoi' }),
  }
}

type Shared = Readonly<Record<'province' | 'commune' | 'season' | 'rules' | 'confirmation', string>> & { readonly asked: OneRequest }
type Place = Readonly<Record<'village' | 'agency', string>>

async function givenVillage({ database }: World, name: string, commune: string): Promise<Place> {
  const village = await givenUnit(database.kysely, { name, kind: 'village', parentUnitId: commune })
  return { village, agency: await givenUnit(database.kysely, { name: `Trạm ${name}`, parentUnitId: village }) }
}

function aVillage({ village, agency }: Place, { province, commune, season, rules, confirmation, asked }: Shared): Village {
  return {
    office: village,
    province,
    area: village,
    agency,
    rules,
    confirmation,
    account: '',
    grant: '',
    assignment: '',
    document: randomUUID(),
    other: randomUUID(),
    plan: randomUUID(),
    target: randomUUID(),
    task: randomUUID(),
    progress: randomUUID(),
    activity: randomUUID(),
    evidence: randomUUID(),
    evidenceOfProgress: randomUUID(),
    position: randomUUID(),
    appointment: randomUUID(),
    mandate: randomUUID(),
    registration: randomUUID(),
    trait: randomUUID(),
    household: randomUUID(),
    household2: randomUUID(),
    ground: randomUUID(),
    list: randomUUID(),
    report: randomUUID(),
    posting: randomUUID(),
    photoOfPosting: randomUUID(),
    dossier: randomUUID(),
    ofSeason: {
      office: village,
      commune,
      village,
      season,
      household: randomUUID(),
      candidate: randomUUID(),
      gathering: randomUUID(),
      opinion: randomUUID(),
      decision: randomUUID(),
      draw: randomUUID(),
    },
    ofRequest: { ...asked, area: village },
  }
}

/** A body that fits a village: what is for offices is asked for the one in it, a dossier for the village alone. */
export function bodyFor<Name extends CommandName>(village: Village, name: Name): BodyInput<Name> {
  const body = bodyOf(village, name)
  if (name === 'title.register') return { ...body, units: [{ id: village.registration, unitId: village.agency }] }
  if (name === 'dossier.ask') return { ...body, areaUnitIds: [village.area] }
  return body
}

type Work = { readonly village: Village; readonly says: string; readonly username: string }

/** One of everything but the season, each with the word where people write. */
async function recordWork(world: World, actor: Actor, { village, says, username }: Work): Promise<Village> {
  const account = await givenAccount(world, { unitId: village.office, username, role: 'clerk' })
  const made: Village = { ...village, account, grant: account }
  const record = <Name extends CommandName>(name: Name, changes: Partial<BodyInput<Name>> = {}) =>
    must(send(world, actor, name, { ...saying(bodyFor(made, name), says), ...changes }))
  for (const name of ['org.addPosition', 'document.register', 'plan.add', 'plan.addTarget', 'plan.addTask', 'activity.record'] as const)
    await record(name)
  await record('document.register', { id: made.other, code: '42/KH-UBND' })
  const plan = await must(ask(world, actor, 'plan.one', { id: made.plan }))
  const assignment = plan.tasks[0]?.assignments[0]?.id ?? ''
  await record('plan.reportProgress', { id: made.progress, assignmentId: assignment })
  const photo = (kind: 'activity' | 'progress', ownerId: string, id: string) =>
    must(attach(world, actor, photoOf({ kind, id: ownerId }, { id, fileName: `ảnh ${says}.jpg` })))
  await photo('activity', made.activity, made.evidence)
  await photo('progress', made.progress, made.evidenceOfProgress)
  await record('org.appoint', { id: made.appointment })
  await record('org.mandate', { id: made.mandate })
  await record('title.register', { title: 'culturalOffice' })
  await record('org.addTrait', { id: made.trait, trait: 'island' })
  await record('household.enter', { id: made.household })
  await record('household.enter', { id: made.household2, headName: `Lò Thị Hai ${says}` })
  await record('household.enter', { id: made.ofSeason.household, headName: `Lò Văn Xét ${says}` })
  await record('household.recordGround', { id: made.ground })
  await sendList(world, actor, { id: made.list, unitId: made.area, content: `Họ tên chủ hộ\nLò Văn ${says}\n`, fileName: `${says} hộ.csv` })
  await record('report.setDuty')
  await record('report.compose')
  await record('return.save', { content: { ...familiesTold(120, 100), parts: { outcome: `Kết quả ${says}` } } })
  await record('return.handIn', { revision: 1 })
  return { ...made, assignment }
}

/** A season up to a decision, and then a posting with its photo, an opinion and a dossier. */
async function recordSeason(world: World, actor: Actor, village: Village): Promise<void> {
  const { kysely } = world.database
  const { season, opinion, gathering } = village.ofSeason
  const area = { seasonId: season, areaUnitId: village.area }
  const record = <Name extends CommandName>(name: Name, changes: Partial<BodyInput<Name>> = {}) =>
    must(send(world, actor, name, { ...saying(bodyFor(village, name), word), ...changes }))
  await record('season.register')
  await record('season.assess')
  await record('season.makeList')
  await record('season.gather', { id: gathering, absent: [`Lò Văn ${word}`] })
  await record('season.concludeMeeting')
  await record('season.submit')
  await record('season.reviewGrounds')
  await must(send(world, actor, 'season.decide', bodyFor(village, 'season.decide'))) // the commune's own act
  await record('signal.drawHouseholds')
  const said = { kind: 'remark', receivedOn: plainDate('2022-06-08'), says: `Danh sách ${word}`, answer: null } as const
  await insertOpinion(kysely, { id: opinion, ...area, candidateId: null, ...said })
  const events = await listSeasonEvents(kysely, season, [village.area])
  const [from, lastOn, at] = [plainDate('2022-06-06'), plainDate('2022-06-15'), '2022-06-06T03:00:00.000Z']
  await insertSeasonEvent(kysely, area, {
    id: village.posting,
    event: {
      type: 'post',
      posting: { from, lastOn, place: word },
      sequence: events.length + 1,
      on: from,
      byName: word,
      byAccountId: actor.accountId,
      at,
    },
    state: 'submit',
  })
  await must(
    attach(world, actor, photoOf({ kind: 'posting', id: village.posting }, { id: village.photoOfPosting, fileName: `${word}.jpg` })),
  )
  await record('dossier.ask', { id: village.dossier })
}

const whereOneWrites = new Set(
  (
    'headName fullName name title subject statement narrative instruction difficulty proposal note place address basis reason ' +
    'remarks proceedings says purpose openAccepted expectedProduct baseName'
  ).split(' '),
)

/** The same body with a word more wherever somebody writes in their own words. */
function saying<Body>(body: Body, says: string): Body {
  if (says === '') return body
  return JSON.parse(JSON.stringify(body), (key, value: unknown) =>
    typeof value === 'string' && whereOneWrites.has(key) ? `${value} ${says}`.trim() : value,
  ) as Body
}
