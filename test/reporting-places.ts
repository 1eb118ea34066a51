import { randomUUID } from 'node:crypto'
import type { BodyInput } from '#contract/index.ts'
import { roles } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { World } from '#server/world.ts'
import { givenUnit, must, send, someone } from './factories.ts'
import { publishOwnForm } from './own-form.ts'
import { givenIssuer, givenSigner } from './reporting-unit.ts'
import { figures } from './whole-commune.ts'

// Who else reports besides the province: a commune that asked its villages, one that owes its province, an office that owes it,
// an office that asked those below it, and a commune that asked by a form of its own. Everything here is invented.

export const period = '2025-H1'
const days = { from: '2024-12-15', until: '2025-06-15' }
const villagesAsked = 26

export type ReportingPlaces = Awaited<ReturnType<typeof reportingPlaces>>

export async function reportingPlaces(bare: World) {
  const world = { ...bare, workingDay: plainDate('2025-06-18') }
  const tx = world.database.kysely
  const unit = (name: string, kind: 'province' | 'commune' | 'village' | 'agency', parentUnitId: string | null) =>
    givenUnit(tx, { name, kind, parentUnitId })
  const province = await unit('Tỉnh Minh Họa', 'province', null)
  const asking = await unit('Chiềng Mẫu', 'commune', province)
  const owing = await unit('Mường Mẫu', 'commune', province)
  const byOwnForm = await unit('Chiềng Riêng', 'commune', province)
  const office = await unit('Sở Minh Họa', 'agency', province)
  const above = await unit('Sở Mẫu', 'agency', province)
  const centres = await eachOf(['Trung tâm Một', 'Trung tâm Hai', 'Trung tâm Ba'], name => unit(name, 'agency', above))
  const many = Array.from({ length: villagesAsked }, (_, i) => `Bản Mẫu ${i + 1}`)
  const villages = await eachOf(many, name => unit(name, 'village', asking))
  const few = await eachOf(['Bản Một', 'Bản Hai', 'Bản Ba'], name => unit(name, 'village', owing))
  const two = await eachOf(['Bản Suối', 'Bản Đồi'], name => unit(name, 'village', byOwnForm))
  const officer = {
    ...someone('officer', [province]),
    grants: roles.map(role => ({ role, unitId: province, withSubtree: true, unitPath: [province] })),
  }
  await givenSigner(world, officer, province)
  const commune = (name: string, unitId: string, basisDocumentId?: string) =>
    givenIssuer(world, officer, {
      unitId,
      letterhead: { parentLines: [], nameLines: ['ỦY BAN NHÂN DÂN', `XÃ ${name.toLocaleUpperCase('vi')}`], place: name },
      calledInText: `xã ${name}`,
      symbol: 'BC-UBND',
      receiverName: 'Ủy ban nhân dân tỉnh Minh Họa',
      recipientLines: ['Sở Văn hóa, Thể thao và Du lịch', 'Thường trực Đảng ủy, Hội đồng nhân dân xã'],
      signsFor: 'Ủy ban nhân dân',
      head: 'Chủ tịch',
      ...(basisDocumentId && { basisDocumentId }),
    })
  const plan = randomUUID()
  await must(send(world, officer, 'document.register', planOf(plan, asking)))
  await commune('Chiềng Mẫu', asking, plan)
  await commune('Mường Mẫu', owing)
  await commune('Chiềng Riêng', byOwnForm)
  for (const [name, unitId] of [
    ['Sở Minh Họa', office],
    ['Sở Mẫu', above],
  ] as const)
    await givenIssuer(world, officer, {
      unitId,
      letterhead: { parentLines: ['UBND TỈNH MINH HỌA'], nameLines: [name.toLocaleUpperCase('vi')], place: 'Minh Họa' },
      calledInText: name,
      symbol: name === 'Sở Minh Họa' ? 'BC-SMH' : 'BC-SM',
      receiverName: 'Ủy ban nhân dân tỉnh Minh Họa',
      recipientLines: ['Lãnh đạo Sở'],
      signsFor: null,
      head: 'Giám đốc',
    })
  const here = { world, officer, province, asking, owing, byOwnForm, office, above, centres, villages, few }
  const ofProvince = await asked(here, province, ['area', 'commune', 'agency'])
  const ofCommune = await asked(here, asking, ['area'])
  const ofOffice = await asked(here, above, ['agency'])
  const ofOwnForm = await asked(here, byOwnForm, ['area'], await publishOwnForm(here, byOwnForm))
  const guests = { 'family.total': 80, 'MH.01': 12 }
  for (const unitId of two)
    await told(here, { requestId: ofOwnForm, unitId, values: guests, parts: { difficulties: 'Thiếu 3 biển chỉ dẫn.' } })
  for (const [n, unitId] of villages.slice(0, -2).entries()) await told(here, { requestId: ofCommune, unitId, values: counts(n) })
  for (const [n, unitId] of few.slice(0, 2).entries()) await told(here, { requestId: ofProvince, unitId, values: counts(n * 7) })
  await told(here, { requestId: ofProvince, unitId: owing, values: only('area', 'house', 'convention', 'money'), parts: words })
  const own = only('office', 'activity', 'aid', 'money', 'deed')
  await told(here, { requestId: ofProvince, unitId: office, values: own, parts: words })
  for (const unitId of centres.slice(0, 2)) await told(here, { requestId: ofOffice, unitId, values: own })
  return { ...here, ofProvince, ofCommune, ofOffice }
}

type Here = Pick<ReportingPlaces, 'world' | 'officer'>

async function asked(
  { world, officer }: Here,
  unitId: string,
  levels: readonly BodyInput<'request.open'>['asked'][number]['level'][],
  formKey = 'movement',
): Promise<string> {
  const id = randomUUID()
  const body = { id, unitId, regimeId: null, kind: 'regular', title: 'Báo cáo 6 tháng đầu năm 2025', formKey } as const
  const dueOn = { area: '2025-06-17', commune: '2025-06-19', district: '2025-06-20', agency: '2025-06-19' }
  await must(
    send(world, officer, 'request.open', {
      ...body,
      covers: days,
      asked: levels.map(level => ({ level, dueOn: dueOn[level] })),
      basis: '',
    }),
  )
  await must(send(world, officer, 'request.send', { id, revision: 0 }))
  return id
}

async function told(
  { world, officer }: Here,
  said: { requestId: string; unitId: string; values: Readonly<Record<string, number>>; parts?: Record<string, string> },
): Promise<void> {
  const { values, parts = {}, ...key } = said
  const cells = Object.fromEntries(Object.entries(values).map(([code, count]) => [code, { quality: 'counted', count } as const]))
  await must(send(world, officer, 'return.save', { ...key, content: { values: cells, printed: [], parts }, revision: 0 }))
  await must(send(world, officer, 'return.handIn', { ...key, revision: 1, reason: '' }))
}

const words = {
  outcome: 'Tổ chức 12 buổi tuyên truyền tại các điểm dân cư.',
  goodExamples: 'Mô hình “Tuyến đường hoa” do 30 hộ cùng trồng và chăm sóc hằng tuần.',
  difficulties: 'Kinh phí cho phong trào còn hạn chế.\nMột số nhà văn hóa đã xuống cấp.',
  proposals: 'Đề nghị tỉnh hỗ trợ kinh phí sửa chữa nhà văn hóa.',
  ahead: 'Tiếp tục rà soát, sửa đổi hương ước, quy ước của các bản.',
}

function counts(n: number): Record<string, number> {
  return { 'family.total': 60 + n, 'family.registered': 50 + n, 'family.recognised': 45 + n }
}

/** The law of 2025 has no such rows of years. */
const notAskedIn2025 = new Set(['area.fiveYears', 'area.praised'])

function only(...leads: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).filter(([code]) => leads.includes(code.split('.')[0] ?? '') && !notAskedIn2025.has(code)),
  )
}

function planOf(id: string, ownerUnitId: string): BodyInput<'document.register'> {
  return {
    id,
    ownerUnitId,
    direction: 'incoming',
    kind: 'plan',
    code: '15/KH-UBND',
    issuedOn: '2025-01-20',
    issuerName: 'UBND tỉnh',
    issuerUnitId: null,
    subject: 'Triển khai Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2025',
    valid: { from: '2025-01-20', until: null },
    years: null,
    arrivedOn: null,
    arrivalNumber: null,
    note: '',
  }
}

async function eachOf<Made>(names: readonly string[], make: (name: string) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = []
  for (const name of names) made.push(await make(name))
  return made
}
