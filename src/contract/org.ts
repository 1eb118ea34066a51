import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { ChangeDay, UnitChange } from '#domain/org/changes.ts'
import type { OrgRefusal } from '#domain/org/org-rules.ts'
import {
  type Headcount,
  headcountCategories,
  type OrgUnitKind,
  type OrgUnitVersion,
  orgUnitKinds,
  type Succession,
} from '#domain/org/org-unit.ts'
import { type PlaceTrait, type PlaceTraitName, placeTraitNames } from '#domain/org/place-trait.ts'
import { type Appointment, type Position, type SigningMandate, signingCapacities } from '#domain/org/position.ts'
import { day, id, line, many, oneOf, optionalLine, prose, range, wholeNumber } from './fields.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

const letterhead = z.strictObject({
  parentLines: many('Cơ quan chủ quản', line('Dòng tên cơ quan', 120), 3),
  nameLines: many('Tên cơ quan', line('Dòng tên cơ quan', 120), 3).min(1, 'Tên cơ quan: chưa nhập'),
  place: line('Địa danh', 60),
})

/** `on` is the first day out. */
const ending = z.strictObject({ id: id('Mục kết thúc'), on: day('Kết thúc từ ngày'), basis: line('Căn cứ', 300) })

export const orgBodies = {
  'org.addVersion': z.strictObject({
    id: id('Phiên bản'),
    unitId: id('Đơn vị'),
    /** Kept when the unit is new: the short name by which the office is known in codes and on the command line. */
    shortName: optionalLine('Tên viết tắt', 30),
    name: line('Tên đơn vị', 200),
    kind: oneOf('Loại đơn vị', orgUnitKinds),
    parentUnitId: id('Đơn vị cấp trên').nullable(),
    code: optionalLine('Mã', 35),
    namedAfterPerson: z.boolean(),
    position: wholeNumber('Thứ tự', { max: 10_000 }),
    letterhead: letterhead.nullable(),
    functions: prose('Chức năng, nhiệm vụ', 5000),
    calledInText: line('Cách gọi trong văn bản', 200),
    valid: range,
    source: line('Căn cứ', 500),
  }),
  'org.setHeadcount': z.strictObject({
    id: id('Số người'),
    unitId: id('Đơn vị'),
    category: oneOf('Nhóm', headcountCategories),
    count: wholeNumber('Số người', { max: 1_000_000 }),
    from: day('Từ ngày'),
  }),
  'org.addPosition': z.strictObject({
    id: id('Chức vụ'),
    unitId: id('Đơn vị'),
    name: line('Tên chức vụ', 120),
    rank: oneOf('Bậc', ['head', 'deputy', 'staff']),
  }),
  'org.appoint': z.strictObject({
    id: id('Bổ nhiệm'),
    positionId: id('Chức vụ'),
    fullName: line('Họ và tên', 100),
    accountId: id('Tài khoản').nullable(),
    valid: range,
    basis: line('Căn cứ', 300),
  }),
  'org.mandate': z.strictObject({
    id: id('Quyền ký'),
    positionId: id('Chức vụ'),
    unitId: id('Đơn vị'),
    capacity: oneOf('Hình thức ký', signingCapacities),
    forName: line('Ký thay ai', 120).nullable(),
    valid: range,
    basis: line('Căn cứ', 300),
  }),
  'org.recordSuccession': z.strictObject({
    fromUnitId: id('Đơn vị cũ'),
    toUnitId: id('Đơn vị tiếp nhận'),
    /** The first day of the new order. */
    on: day('Từ ngày'),
    extent: oneOf('Phạm vi', ['whole', 'part']),
    basis: line('Căn cứ', 500),
  }),
  'org.addTrait': z.strictObject({
    id: id('Đặc điểm'),
    unitId: id('Đơn vị'),
    trait: oneOf('Đặc điểm', placeTraitNames),
    valid: range,
    basis: line('Căn cứ', 300),
  }),
  'org.endTrait': ending,
  'org.endAppointment': ending,
  'org.endMandate': ending,
}

export const orgParams = {
  'org.tree': z.strictObject({ unitId: id('Đơn vị'), on: day('Ngày').optional() }),
  'org.unit': z.strictObject({ unitId: id('Đơn vị'), on: day('Ngày').optional() }),
  'org.changes': z.strictObject({ unitId: id('Đơn vị'), on: day('Ngày').optional() }),
  'org.history': z.strictObject({ unitId: id('Đơn vị') }),
}

export type OrgTreeView = { readonly on: PlainDate; readonly rootUnitId: string; readonly units: readonly OrgTreeRow[] }
export type OrgTreeRow = Pick<
  OrgUnitVersion,
  'unitId' | 'name' | 'kind' | 'parentUnitId' | 'code' | 'calledInText' | 'valid' | 'namedAfterPerson'
> & {
  readonly depth: number
}

export type OrgUnitView = {
  readonly unitId: string
  readonly on: PlainDate
  /** Null when the unit was not in force on the day asked for. */
  readonly version: OrgUnitVersion | null
  readonly versions: readonly OrgUnitVersion[]
  readonly path: readonly { readonly unitId: string; readonly name: string }[]
  readonly children: readonly OrgTreeRow[]
  readonly headcounts: readonly Headcount[]
  readonly positions: readonly Position[]
  readonly appointments: readonly Appointment[]
  readonly mandates: readonly SigningMandate[]
  readonly successions: readonly (Succession & { readonly fromName: string; readonly toName: string })[]
  /** What this place bears or bore, and what it has from its commune, for a residential area. */
  readonly traits: readonly PlaceTrait[]
}

/** When the tree below a unit changed, and what the last change up to the day asked about was. */
export type OrgChangesView = {
  readonly days: readonly ChangeDay[]
  readonly last: { readonly on: PlainDate; readonly changes: readonly OrgChangeRow[] } | undefined
}
export type OrgChangeRow = Pick<UnitChange, 'unitId' | 'kinds'> & {
  readonly name: string
  readonly was: Pick<OrgUnitVersion, 'name' | 'kind' | 'parentUnitId'> | null
}

/** A unit among those it came from and went into. */
export type OrgHistoryView = {
  readonly unitId: string
  readonly units: readonly {
    readonly unitId: string
    readonly versions: readonly Pick<OrgUnitVersion, 'id' | 'name' | 'calledInText' | 'kind' | 'valid'>[]
  }[]
  readonly successions: readonly Succession[]
}

export type OrgAnswers = {
  'org.tree': OrgTreeView
  'org.unit': OrgUnitView
  'org.changes': OrgChangesView
  'org.history': OrgHistoryView
  'org.addVersion': OrgUnitVersion
  'org.setHeadcount': Headcount
  'org.addPosition': Position
  'org.appoint': Appointment
  'org.mandate': SigningMandate
  'org.recordSuccession': Succession
  'org.addTrait': PlaceTrait
  'org.endTrait': PlaceTrait
  'org.endAppointment': Appointment
  'org.endMandate': SigningMandate
}

export const orgUnitKindWords: Record<OrgUnitKind, string> = {
  country: 'cả nước',
  province: 'tỉnh',
  city: 'thành phố',
  districtTown: 'thị xã',
  district: 'huyện',
  ward: 'phường',
  township: 'thị trấn',
  commune: 'xã',
  specialZone: 'đặc khu',
  village: 'bản',
  hamlet: 'thôn',
  neighbourhood: 'tổ dân phố',
  quarter: 'tiểu khu',
  peoplesCommittee: 'Ủy ban nhân dân',
  agency: 'cơ quan',
  department: 'phòng, ban',
  attachedUnit: 'đơn vị trực thuộc',
  steeringCommittee: 'Ban Chỉ đạo',
  partyCell: 'chi bộ',
  tradeUnion: 'công đoàn',
  youthUnion: 'đoàn thanh niên',
  fatherlandFront: 'Mặt trận Tổ quốc',
  enterprise: 'doanh nghiệp',
  group: 'dòng họ, nhóm',
}

export const placeTraitWords: Record<PlaceTraitName, string> = {
  mountain: 'miền núi',
  island: 'hải đảo',
  especiallyDisadvantaged: 'đặc biệt khó khăn',
}

export const headcountWords: Record<Headcount['category'], string> = {
  officials: 'cán bộ, công chức',
  publicEmployees: 'viên chức',
  contractWorkers: 'lao động hợp đồng',
}

export const orgRefusals: Record<OrgRefusal, RefusalText> = {
  'org.unknown-unit': { status: 404, say: 'Không có đơn vị này.' },
  'org.unit-not-in-force': { status: 422, say: d => `Đơn vị ${d.name ?? 'đã chọn'} không còn hoặc chưa có vào ngày ${dayWords(d.on)}.` },
  'org.empty-range': { status: 422, say: 'Ngày kết thúc phải sau ngày bắt đầu.' },
  'org.short-name-taken': { status: 409, say: d => `Tên viết tắt ${d.shortName} đã dùng cho đơn vị khác.` },
  'org.versions-overlap': {
    status: 409,
    say: d => `Trùng thời gian với phiên bản “${d.name}” (từ ${dayWords(d.from)} đến trước ${dayWords(d.until)}).`,
  },
  'org.headcount-overlaps': {
    status: 409,
    say: d => `Đã có số ${d.count} người từ ngày ${dayWords(d.from)}; số mới phải có hiệu lực sau ngày đó.`,
  },
  'org.parent-of-itself': { status: 422, say: 'Đơn vị không thể trực thuộc chính nó.' },
  'org.unknown-position': { status: 404, say: 'Không có chức vụ này.' },
  'org.no-mandate-to-sign': {
    status: 403,
    say: d => `Bạn không có quyền ký văn bản của đơn vị này vào ngày ${dayWords(d.on)}: cần chức vụ và quyền ký còn hiệu lực.`,
  },
  'org.unknown-appointment': { status: 404, say: 'Không có bổ nhiệm này.' },
  'org.unknown-mandate': { status: 404, say: 'Không có quyền ký này.' },
  'org.already-ended': { status: 409, say: d => `Mục này đã kết thúc từ ngày ${dayWords(d.until)}.` },
  'org.signs-for-nobody': { status: 422, say: d => `Ký ${d.capacity}. thì phải ghi ký thay ai, như “Chánh Văn phòng”.` },
  'org.succeeds-itself': { status: 422, say: 'Một đơn vị không thể nhập vào hay tách sang chính nó.' },
  'org.succession-circle': {
    status: 422,
    say: d => `Ngày ${dayWords(d.on)} đã ghi chiều ngược lại, trực tiếp hoặc qua đơn vị khác: không ghi thành vòng.`,
  },
  'org.succession-recorded': { status: 409, say: d => `Ngày ${dayWords(d.on)} đã ghi việc này với phạm vi hoặc căn cứ khác.` },
  'org.merged-already': { status: 409, say: d => `Đơn vị này đã ghi nhập toàn bộ vào đơn vị khác từ ngày ${dayWords(d.on)}.` },
  'org.unit-lives-on': {
    status: 409,
    say: d => `Đơn vị ${d.name} còn được ghi ở ngày ${dayWords(d.on)}, nên không thể kết thúc từ ngày ấy hay trước đó.`,
  },
  'org.has-subordinates': {
    status: 409,
    say: d => `Đơn vị ${d.name} còn ${d.count} đơn vị trực thuộc từ ngày đó: chuyển các đơn vị ấy sang cấp trên mới trước.`,
  },
  'org.country-on-top': { status: 422, say: 'Trên cả nước không còn đơn vị nào: để trống đơn vị cấp trên.' },
  'org.not-below-commune': { status: 422, say: 'Bản, thôn, tổ dân phố, tiểu khu phải thuộc một xã, phường, thị trấn hoặc đặc khu.' },
  'org.zone-below-province': { status: 422, say: 'Đặc khu thuộc thẳng tỉnh, thành phố trực thuộc trung ương.' },
  'org.group-in-place': { status: 422, say: 'Dòng họ, nhóm ghi ở bản, thôn, tổ dân phố hoặc xã, phường nơi có.' },
  'org.no-place': { status: 422, say: 'Chỉ xã, phường, thị trấn và bản, thôn, tổ dân phố mới có đặc điểm địa bàn.' },
  'org.trait-overlaps': {
    status: 409,
    say: d => `Đặc điểm này đã ghi từ ngày ${dayWords(d.from)} đến trước ${dayWords(d.until)}.`,
  },
  'org.unknown-trait': { status: 404, say: 'Không có đặc điểm địa bàn này.' },
  'org.bad-file': { status: 422, say: d => `Dòng ${d.line}: ${d.reason}` },
}
