import { randomUUID } from 'node:crypto'
import type { BodyInput, CommandName, ParamsInput, QueryName } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { regimeItems } from '#domain/request/regime.ts'
import type { World } from '#server/world.ts'
import { must, send } from './factories.ts'

// One request of a report: of its villages by an office, for the first half of 2022, sent out.

export type OneRequest = {
  readonly office: string
  readonly area: string
  readonly regime: string
  readonly sent: string
  /** Another one that went out, and was answered. */
  readonly told: string
  readonly draft: string
  readonly form: string
  readonly letter: string
}

export async function recordOneRequest(
  world: World,
  actor: Actor,
  { office, area }: Pick<OneRequest, 'office' | 'area'>,
): Promise<OneRequest> {
  const made = {
    office,
    area,
    regime: randomUUID(),
    sent: randomUUID(),
    told: randomUUID(),
    draft: randomUUID(),
    form: randomUUID(),
    letter: randomUUID(),
  }
  await must(send(world, actor, 'request.setRegime', { ...requestBodiesOf(made)['request.setRegime'], id: made.regime }))
  for (const id of [made.sent, made.draft, made.told])
    await must(send(world, actor, 'request.open', { ...requestBodiesOf(made)['request.open'], id }))
  for (const id of [made.sent, made.told]) await must(send(world, actor, 'request.send', { id, revision: 0 }))
  const answer = { requestId: made.told, unitId: area }
  await must(send(world, actor, 'return.save', { ...answer, content: familiesTold(120, 100), revision: 0 }))
  await must(send(world, actor, 'return.handIn', { ...answer, revision: 1, reason: '' }))
  await must(send(world, actor, 'form.begin', { ...requestBodiesOf(made)['form.begin'], id: made.form }))
  await must(send(world, actor, 'request.writeLetter', { ...requestBodiesOf(made)['request.writeLetter'], id: made.letter, kind: 'asks' }))
  return made
}

type RequestCommand = CommandName & `${'request' | 'return' | 'figure' | 'form' | 'indicator'}.${string}`

export function requestBodiesOf({ office, area, sent, draft, form, letter }: OneRequest): { [Each in RequestCommand]: BodyInput<Each> } {
  const owed = { requestId: sent, unitId: area }
  const said = Object.fromEntries(regimeItems.map(item => [item, 'minh họa'])) as BodyInput<'request.setRegime'>['items']
  return {
    'request.setRegime': {
      id: randomUUID(),
      unitId: office,
      kind: 'regular',
      items: said,
      formKey: 'movement',
      parts: ['H1', 'Y'],
      dueWorkingDays: 2,
      basis: { kind: 'decision', citation: 'Quyết định minh họa' },
      valid: { from: '2022-01-01', until: null },
    },
    'request.open': {
      id: randomUUID(),
      unitId: office,
      regimeId: null,
      kind: 'regular',
      title: 'Báo cáo 6 tháng đầu năm 2022',
      formKey: 'movement',
      covers: { from: '2021-12-15', until: '2022-06-15' },
      asked: [{ level: 'area', dueOn: '2022-06-16' }],
      basis: '',
    },
    'indicator.define': {
      unitId: office,
      code: 'VP.01',
      name: 'Hộ làm du lịch cộng đồng',
      from: '2022-01-01',
      definition: 'Mỗi hộ một lần.',
      unit: 'hộ',
      addition: 'sum',
      within: ['family.total'],
      partitions: [],
    },
    'indicator.defineShare': {
      unitId: office,
      code: 'VP.02',
      name: 'Tỷ lệ hộ được xét',
      from: '2022-01-01',
      numerator: 'family.reviewed',
      bases: [{ code: 'family.total', name: 'tổng số hộ' }],
    },
    'form.begin': { id: randomUUID(), unitId: office, name: 'Biểu của văn phòng', copyOf: 'movement' },
    'form.saveDraft': { id: form, name: 'Biểu của văn phòng', note: '', parts: [], revision: 0 },
    'form.publish': { id: form, from: '2022-01-01', revision: 0 },
    'request.amend': {
      id: draft,
      regimeId: null,
      kind: 'adHoc',
      title: 'Báo cáo đột xuất',
      formKey: 'movement',
      covers: { from: '2022-01-01', until: '2022-06-01' },
      asked: [{ level: 'area', dueOn: '2022-06-17' }],
      basis: '',
      revision: 0,
    },
    'request.send': { id: draft, revision: 0 },
    'request.writeLetter': {
      id: randomUUID(),
      requestId: sent,
      unitId: office,
      kind: 'reminds',
      words: {
        subject: 'đôn đốc gửi báo cáo',
        addressees: ['Các bản, tiểu khu'],
        paragraphs: 'Đề nghị các đơn vị chưa gửi báo cáo gửi trước hạn.',
        symbol: 'VPUB-TH',
        recipients: [],
        archive: 'VT',
      },
      revision: 0,
    },
    'request.signLetter': { id: letter, on: '2022-06-15', revision: 0 },
    'request.addUnit': { id: sent, unitId: area, dueOn: '2022-06-20' },
    'request.remind': { id: randomUUID(), requestId: sent, unitIds: [area], words: 'Đề nghị gửi' },
    'return.save': { ...owed, content: familiesTold(120, 100), revision: 0 },
    'return.typeIn': { ...owed, cells: { 'family.total': 'trên 120', 'family.registered': '' }, revision: 0 },
    'return.takeSheet': {
      ...owed,
      words: { 'cell:family.total': '120' },
      sender: 'Phần mềm minh họa',
      choices: [{ label: 'Số hộ', key: 'cell:family.total' }],
      fileName: 'so-lieu.xlsx',
      revision: 0,
    },
    'figure.acknowledge': { requestId: sent, unitId: area, version: 0, unitIds: [area] },
    'figure.keepFlag': { requestId: sent, unitId: area, flagKey: 'jump:0', reason: 'Bản mới lập' },
    'return.keepFlag': { ...owed, flagKey: 'missing:0', reason: 'Bản mới lập' },
    'return.handIn': { ...owed, revision: 0, reason: '' },
    'return.sendBack': { ...owed, version: 1, reason: 'Đếm lại số hộ', remarks: [] },
    'return.accept': { requestId: sent, returns: [{ unitId: area, version: 1 }] },
  }
}

const counted = (count: number) => ({ quality: 'counted', count }) as const

/** What a village tells: its households, and those that registered. */
export function familiesTold(total: number, registered: number): BodyInput<'return.save'>['content'] {
  return { values: { 'family.total': counted(total), 'family.registered': counted(registered) }, printed: [], parts: {} }
}

type RequestQuery = QueryName & `${'request' | 'return' | 'figure' | 'form' | 'indicator'}.${string}`

export function requestParamsOf({ office, area, sent, form, told }: OneRequest): { [Each in RequestQuery]: ParamsInput<Each> } {
  return {
    'indicator.list': { unitId: office },
    'form.list': { unitId: office },
    'form.one': { id: form },
    'request.form': { id: sent },
    'request.regimes': { unitId: office },
    'request.list': { unitId: office },
    'request.one': { id: sent },
    'request.board': { id: sent },
    'request.addable': { id: sent },
    'request.waiting': { id: sent, unitId: office },
    'request.letters': { id: sent, unitId: office },
    'return.one': { requestId: sent, unitId: area },
    'return.version': { requestId: told, unitId: area, version: 1 },
    'figure.table': { requestId: sent, unitId: area },
    'figure.explain': { requestId: sent, unitId: area, code: 'family.total' },
    'figure.series': { unitId: area, code: 'family.total' },
    'figure.compare': { requestId: sent, unitId: area, code: 'family.total', level: 'area' },
    'figure.gathered': { requestId: sent, unitId: area },
    'figure.checks': { requestId: sent, unitId: area },
    'figure.sinceTaken': { requestId: sent, unitId: area },
    'figure.changes': { requestId: sent, unitId: area, since: 0 },
  }
}
