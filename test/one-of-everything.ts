import { randomUUID } from 'node:crypto'
import type { BodyInput, CommandName } from '#contract/index.ts'
import { type Actor, roles } from '#domain/account/access.ts'
import { always } from '#domain/calendar/date-range.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { World } from '#server/world.ts'
import { givenAccount } from './app.ts'
import { attach, photoOf } from './evidence.ts'
import { activityBody, ask, givenUnit, must, send, someone } from './factories.ts'
import { planBodiesOf } from './one-plan.ts'
import { type OneRequest, recordOneRequest, requestBodiesOf } from './one-request.ts'
import { type OneSeason, recordOneSeason, seasonBodiesOf } from './one-season.ts'
import { provincialFile } from './provincial-rules.ts'
import { householdBodiesOf, sendList } from './register.ts'

// One of everything there is, and a body for every command: for tests that ask all of them.

/** What was recorded, by what it is. */
export type Ids = Record<
  | 'office'
  | 'province'
  | 'account'
  | 'grant'
  | 'document'
  | 'other'
  | 'plan'
  | 'target'
  | 'task'
  | 'assignment'
  | 'progress'
  | 'activity'
  | 'evidence'
  | 'evidenceOfProgress'
  | 'position'
  | 'appointment'
  | 'mandate'
  | 'registration'
  | 'confirmation'
  | 'rules'
  | 'area'
  | 'trait'
  | 'household'
  | 'household2'
  | 'ground'
  | 'list'
  | 'report',
  string
> & { readonly ofSeason: OneSeason; readonly ofRequest: OneRequest }

/** One of everything, recorded by someone who may do it all. */
export async function recordSomething(world: World): Promise<Ids> {
  const { kysely } = world.database
  const office = await givenUnit(kysely, { name: 'Văn phòng minh họa' })
  const province = await givenUnit(kysely, { name: 'Tỉnh minh họa', kind: 'province', parentUnitId: office })
  const area = await givenUnit(kysely, { name: 'Bản minh họa', kind: 'village', parentUnitId: office })
  const account = await givenAccount(world, { unitId: office, username: 'van.thu', role: 'clerk' })
  const actor: Actor = {
    ...someone('admin', [office]),
    grants: roles.map(role => ({ role, unitId: office, withSubtree: true, unitPath: [office] })),
  }
  const made = {
    office,
    province,
    account,
    grant: account,
    document: randomUUID(),
    other: randomUUID(),
    plan: randomUUID(),
    target: randomUUID(),
    task: randomUUID(),
    activity: randomUUID(),
    progress: randomUUID(),
    evidence: randomUUID(),
    evidenceOfProgress: randomUUID(),
    position: randomUUID(),
    appointment: randomUUID(),
    mandate: randomUUID(),
    registration: randomUUID(),
    confirmation: randomUUID(),
    rules: randomUUID(),
    area,
    trait: randomUUID(),
    household: randomUUID(),
    household2: randomUUID(),
    ground: randomUUID(),
    list: randomUUID(),
    report: randomUUID(),
    assignment: '',
    ofSeason: await recordOneSeason(world, actor, office),
    ofRequest: await recordOneRequest(world, actor, { office, area }),
  }
  for (const name of ['org.addPosition', 'document.register', 'plan.add', 'plan.addTarget', 'plan.addTask', 'activity.record'] as const)
    await must(send(world, actor, name, bodyOf(made, name)))
  await must(send(world, actor, 'document.register', { ...bodyOf(made, 'document.register'), id: made.other, code: '42/KH-UBND' }))
  const plan = await must(ask(world, actor, 'plan.one', { id: made.plan }))
  const assignment = plan.tasks[0]?.assignments[0]?.id ?? ''
  const answer = { ...bodyOf(made, 'plan.reportProgress'), id: made.progress, assignmentId: assignment }
  await must(send(world, actor, 'plan.reportProgress', answer))
  await must(attach(world, actor, photoOf({ kind: 'activity', id: made.activity }, { id: made.evidence })))
  await must(attach(world, actor, photoOf({ kind: 'progress', id: made.progress }, { id: made.evidenceOfProgress })))
  await must(send(world, actor, 'org.appoint', { ...bodyOf(made, 'org.appoint'), id: made.appointment }))
  await must(send(world, actor, 'org.mandate', { ...bodyOf(made, 'org.mandate'), id: made.mandate }))
  await must(send(world, actor, 'title.register', bodyOf(made, 'title.register')))
  await must(send(world, actor, 'title.confirmLaw', bodyOf(made, 'title.confirmLaw')))
  await must(send(world, actor, 'title.adoptRules', bodyOf(made, 'title.adoptRules')))
  await must(send(world, actor, 'org.addTrait', { ...bodyOf(made, 'org.addTrait'), id: made.trait, trait: 'island' }))
  await must(send(world, actor, 'household.enter', { ...bodyOf(made, 'household.enter'), id: made.household }))
  await must(send(world, actor, 'household.enter', { ...bodyOf(made, 'household.enter'), id: made.household2, headName: 'Lò Thị Hai' }))
  await must(send(world, actor, 'household.recordGround', { ...bodyOf(made, 'household.recordGround'), id: made.ground }))
  await sendList(world, actor, { id: made.list, unitId: area, content: 'Họ tên chủ hộ\nLò Văn Danh Sách\n' })
  await must(send(world, actor, 'report.setDuty', bodyOf(made, 'report.setDuty')))
  await must(send(world, actor, 'report.compose', bodyOf(made, 'report.compose')))
  return { ...made, assignment }
}

/** A body of each command that fits the contract and what was recorded. */
export function bodyOf<Name extends CommandName>(ids: Ids, name: Name): BodyInput<Name> {
  const { office, account, grant, document, other, activity, evidence, position, report } = ids
  const step = { id: report, revision: 0 }
  const role = { unitId: office, role: 'viewer', withSubtree: false } as const
  const { area } = ids
  const letter = {
    id: document,
    ownerUnitId: office,
    direction: 'incoming',
    kind: 'plan',
    code: '41/KH-UBND',
    issuedOn: '2022-02-10',
    issuerName: 'UBND tỉnh',
    issuerUnitId: null,
    subject: 'Triển khai phong trào (dữ liệu minh họa)',
    valid: always,
    years: null,
    arrivedOn: null,
    arrivalNumber: null,
    note: '',
  } as const
  const all: { [Each in CommandName]: BodyInput<Each> } = {
    'account.add': { id: randomUUID(), username: 'moi.vao', fullName: 'Lò Văn Mới', ...role },
    'account.grant': { id: randomUUID(), accountId: account, ...role },
    'account.withdrawGrant': { id: grant, unitId: office },
    'account.disable': { accountId: account, unitId: office, reason: 'chuyển công tác' },
    'account.resetPassword': { accountId: account, unitId: office },
    'account.setEmail': { accountId: account, unitId: office, email: 'van.thu@minhhoa.gov.vn' },
    'org.addVersion': {
      id: randomUUID(),
      unitId: office,
      shortName: '',
      name: 'Văn phòng mới',
      kind: 'agency',
      parentUnitId: null,
      code: '',
      namedAfterPerson: false,
      position: 0,
      letterhead: null,
      functions: '',
      calledInText: 'Văn phòng mới',
      valid: { from: plainDate('2030-01-01'), until: null },
      source: 'minh họa',
    },
    'org.setHeadcount': { id: randomUUID(), unitId: office, category: 'officials', count: 113, from: '2022-01-01' },
    'org.addPosition': { id: position, unitId: office, name: 'Chánh Văn phòng', rank: 'head' },
    'org.appoint': { id: randomUUID(), positionId: position, fullName: 'Cầm Thị Họa', accountId: null, valid: always, basis: 'minh họa' },
    'org.recordSuccession': { fromUnitId: office, toUnitId: office, on: '2022-06-15', extent: 'part', basis: 'minh họa' },
    'org.addTrait': { id: randomUUID(), unitId: area, trait: 'mountain', valid: always, basis: 'minh họa' },
    'org.endTrait': { id: ids.trait, on: '2022-06-15', basis: 'minh họa' },
    'org.endAppointment': { id: ids.appointment, on: '2022-06-15', basis: 'minh họa' },
    'org.endMandate': { id: ids.mandate, on: '2022-06-15', basis: 'minh họa' },
    'org.mandate': {
      id: randomUUID(),
      positionId: position,
      unitId: office,
      capacity: 'own',
      forName: null,
      valid: always,
      basis: 'minh họa',
    },
    'document.register': letter,
    'document.amend': { ...letter, revision: 0, reason: 'gõ nhầm' },
    'document.cite': { fromDocumentId: document, toDocumentId: other, relation: 'carriesOut' },
    'calendar.announce': {
      id: randomUUID(),
      unitId: office,
      year: 2031,
      basis: 'Thông báo minh họa',
      days: [{ on: '2031-01-22', kind: 'off', name: 'Tết Nguyên đán' }],
    },
    ...planBodiesOf(ids),
    'activity.record': activityBody(office, { id: activity }),
    'activity.amend': { ...activityBody(office, { id: activity }), revision: 0 },
    'activity.remove': { id: activity, revision: 0, reason: 'ghi nhầm' },
    'evidence.detach': { id: evidence, reason: 'ảnh mờ' },
    ...householdBodiesOf(ids),
    'title.register': {
      units: [{ id: ids.registration, unitId: office }],
      title: 'culturalOffice',
      year: 2022,
      round: 'first',
      registeredOn: '2022-01-20',
      documentId: null,
      note: '',
    },
    'title.withdraw': { id: ids.registration, on: '2022-06-01', reason: 'ghi nhầm' },
    'title.confirmLaw': { id: ids.confirmation, unitId: office, factKey: 'GDVH.ND122/step.submit.within', basis: 'Đối chiếu bản Công báo' },
    'title.withdrawConfirmation': { id: ids.confirmation, reason: 'đọc nhầm khoản' },
    'title.adoptRules': { id: ids.rules, unitId: ids.province, text: provincialFile() },
    'title.confirmRules': { id: ids.rules },
    'title.withdrawRules': { id: ids.rules, reason: 'nạp nhầm tệp' },
    ...seasonBodiesOf(ids.ofSeason),
    ...requestBodiesOf(ids.ofRequest),
    'report.setDuty': {
      id: randomUUID(),
      unitId: office,
      formName: 'agency-half-year',
      receiverName: 'Sở minh họa',
      isReceiverSuperior: false,
      basisDocumentId: null,
      symbol: 'BC-VP',
      draftingUnitId: office,
      recipientLines: ['Sở minh họa'],
      archive: 'VT',
      dueDaysAfterCutoff: null,
      valid: { from: '2021-12-15', until: null },
    },
    'report.compose': { id: report, unitId: office, periodName: '2022-H1' },
    'report.recompose': step,
    'report.edit': { id: report, paragraphs: [] },
    'report.answerDrift': { ...step, paragraphId: 'sport/activities', take: 'mine', now: '' },
    'report.take': {
      ...step,
      takenId: randomUUID(),
      sectionKey: 'difficulties',
      from: [{ unitId: office, version: 1, paragraphId: 'difficulties 1' }],
      alike: [],
    },
    'report.giveBack': { ...step, takenId: randomUUID() },
    'report.keepRemark': { ...step, remarkKey: 'K15', reason: 'đúng như vậy' },
    'report.checkContent': step,
    'report.checkForm': step,
    'report.submit': step,
    'report.signOff': step,
    'report.signOffSeveral': { reports: [step] },
    'notice.follow': { kind: 'report', id: report },
    'notice.unfollow': { kind: 'report', id: report },
    'notice.read': { unitId: office, ids: null },
    'report.number': { ...step, on: '2022-06-15' },
    'report.issue': step,
    'report.publish': { ...step, leaveOut: [] },
    'report.sendBack': { ...step, reason: 'thiếu số liệu' },
  }
  return all[name]
}
