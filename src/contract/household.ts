import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { handlings, matters } from '#domain/household/conduct.ts'
import type { ExclusionGround } from '#domain/household/ground.ts'
import {
  type EndCause,
  endCauses,
  type Household,
  type HouseholdRefusal,
  type HouseholdSuccession,
  type HouseholdVersion,
  type PovertyStanding,
  povertyStandings,
} from '#domain/household/household.ts'
import type { ImportField } from '#domain/household/import-row.ts'
import { day, id, line, many, oneOf, optionalLine, paperLine, revision, wholeNumber } from './fields.ts'
import { type ListAnswers, listBodies, listParams, listRefusals } from './household-list.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

const head = paperLine('Họ tên chủ hộ', line('Họ tên chủ hộ', 100))
const memberCount = wholeNumber('Số nhân khẩu', { min: 1, max: 100 }).nullable()
const code = optionalLine('Mã hộ', 40)
const address = paperLine('Địa chỉ', optionalLine('Địa chỉ'))
const poverty = oneOf('Diện hộ', povertyStandings).nullable()
const content = { headName: head, memberCount, address, poverty }
/** What changes a household names the state it was looked at in. */
const changing = { householdId: id('Hộ'), revision: revision() }

export const householdBodies = {
  ...listBodies,
  'household.enter': z.strictObject({
    id: id('Hộ'),
    code,
    ...content,
    areaUnitId: id('Bản, thôn, tổ dân phố'),
    from: day('Từ ngày'),
    /** Somebody looked: it only seems to be one known already. */
    isAnother: z.boolean(),
  }),
  'household.amend': z.strictObject({ id: id('Thay đổi'), ...changing, ...content, from: day('Từ ngày'), reason: line('Lý do') }),
  'household.move': z.strictObject({
    id: id('Thay đổi'),
    ...changing,
    areaUnitId: id('Nơi đến'),
    address,
    on: day('Ngày chuyển'),
    reason: optionalLine('Ghi chú'),
  }),
  'household.split': z.strictObject({
    id: id('Thay đổi'),
    ...changing,
    on: day('Ngày tách'),
    memberCount,
    parts: many('Hộ mới', z.strictObject({ id: id('Hộ mới'), code, ...content }), 10).min(1, 'Hộ mới: chưa nhập'),
    reason: optionalLine('Ghi chú'),
  }),
  'household.merge': z.strictObject({
    id: id('Thay đổi'),
    ...changing,
    on: day('Ngày nhập hộ'),
    memberCount,
    others: many('Hộ nhập vào', z.strictObject(changing), 10).min(1, 'Hộ nhập vào: chưa chọn'),
    reason: optionalLine('Ghi chú'),
  }),
  'household.end': z.strictObject({ ...changing, on: day('Từ ngày'), cause: oneOf('Vì sao', endCauses) }),
  'household.recordGround': z.strictObject({
    id: id('Căn cứ loại trừ'),
    householdId: id('Hộ'),
    matter: oneOf('Việc', matters),
    handling: oneOf('Kết quả xử lý', handlings),
    on: day('Ngày'),
    basis: line('Văn bản làm căn cứ'),
    documentId: id('Văn bản').nullable(),
  }),
  'household.withdrawGround': z.strictObject({ id: id('Căn cứ loại trừ'), reason: line('Lý do rút') }),
  /** A look that leaves its trace, so it is sent as a change is. */
  'household.lookAtGrounds': z.strictObject({ householdId: id('Hộ'), purpose: line('Xem để làm gì') }),
}

const asOf = day('Vào ngày').optional()

export const householdParams = {
  ...listParams,
  'household.list': z.strictObject({
    unitId: id('Đơn vị'),
    on: asOf,
    search: optionalLine('Tìm', 100),
    poverty: oneOf('Diện hộ', [...povertyStandings, 'unknown']).optional(),
    /** The last row of the page before. */
    after: z.string().max(400).optional(),
  }),
  'household.one': z.strictObject({ id: id('Hộ') }),
  'household.counts': z.strictObject({ unitId: id('Đơn vị'), on: asOf }),
}

export type HouseholdRow = Pick<HouseholdVersion, 'householdId' | 'headName' | 'memberCount' | 'address' | 'areaUnitId' | 'poverty'> & {
  readonly code: string | null
  readonly areaName: string
}

export type HouseholdListView = {
  readonly on: PlainDate
  readonly rows: readonly HouseholdRow[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}

export type HouseholdView = Household & {
  /** The latest first; struck ones among them. */
  readonly versions: readonly (HouseholdVersion & {
    readonly areaName: string
    readonly recordedBy: string
    readonly recordedAt: string
  })[]
  readonly successions: readonly (HouseholdSuccession & {
    /** Null where the other household is not for this reader. */
    readonly otherHeadName: string | null
  })[]
}

/** One unit's share of the register: how many households, and of how many of them nobody knows. */
export type HouseholdCount = {
  readonly unitId: string
  readonly unitName: string
  readonly households: number
  readonly members: number
  /** Households whose members nobody counted: not part of `members`. */
  readonly uncounted: number
  readonly poor: number
  readonly nearPoor: number
  readonly povertyUnknown: number
}
export type HouseholdCountsView = { readonly on: PlainDate; readonly total: HouseholdCount; readonly parts: readonly HouseholdCount[] }

export type HouseholdAnswers = ListAnswers & {
  'household.list': HouseholdListView
  'household.one': HouseholdView
  'household.counts': HouseholdCountsView
  'household.enter': HouseholdVersion
  'household.amend': HouseholdVersion
  'household.move': HouseholdVersion
  'household.split': HouseholdVersion
  'household.merge': HouseholdVersion
  'household.end': HouseholdVersion
  'household.recordGround': ExclusionGround
  'household.withdrawGround': ExclusionGround
  'household.lookAtGrounds': readonly ExclusionGround[]
}

export const povertyWords: Record<PovertyStanding | 'unknown', string> = {
  poor: 'hộ nghèo',
  nearPoor: 'hộ cận nghèo',
  none: 'không thuộc diện nghèo',
  unknown: 'chưa rõ diện',
}

export const endCauseWords: Record<EndCause, string> = {
  movedAway: 'chuyển khỏi địa bàn',
  dissolved: 'không còn hộ',
  merged: 'nhập vào hộ khác',
  recordedByMistake: 'ghi nhầm',
}

/** What the columns of a list are called where people read and write them. */
export const importFieldWords: Record<ImportField, string> = {
  code: 'Mã hộ',
  headName: 'Họ tên chủ hộ',
  memberCount: 'Số nhân khẩu',
  address: 'Địa chỉ',
  commune: 'Xã, phường',
  area: 'Bản, thôn, tổ dân phố',
  poverty: 'Diện hộ',
  isAnother: 'Là hộ khác',
}

export const householdRefusals: Record<HouseholdRefusal, RefusalText> = {
  ...listRefusals,
  'household.unknown': { status: 404, say: 'Không có hộ này trong sổ.' },
  'household.stale': { status: 409, say: 'Hộ này vừa được người khác sửa: mở lại để xem rồi nhập tiếp.' },
  'household.in-future': { status: 422, say: d => `Ngày ${dayWords(d.on)} chưa tới.` },
  'household.no-residential-area': { status: 422, say: 'Hộ phải thuộc một bản, thôn, tổ dân phố hoặc tiểu khu có vào ngày đó.' },
  'household.looks-known': {
    status: 409,
    say: d => `Ở đây đã có hộ ${d.headName}${d.code ? ` (mã ${d.code})` : ''}. Nếu là hộ khác thì xác nhận rồi ghi lại.`,
  },
  'household.code-taken': { status: 409, say: d => `Mã ${d.code} đã dùng cho hộ khác ở nơi này.` },
  'household.before-last-change': { status: 422, say: d => `Hộ này đã có thay đổi từ ngày ${dayWords(d.on)}: ghi từ ngày ấy trở đi.` },
  'household.ended': { status: 409, say: d => `Hộ này không còn trong sổ từ ngày ${dayWords(d.on)}.` },
  'household.same-area': { status: 422, say: 'Nơi đến chính là nơi đang ở: nếu chỉ đổi địa chỉ thì sửa hộ.' },
  'household.merges-itself': { status: 422, say: 'Một hộ không thể nhập vào chính nó.' },
  'household.not-one-area': { status: 422, say: 'Các hộ nhập làm một phải ở cùng một bản, thôn, tổ dân phố: ghi chuyển hộ trước.' },
  'household.unknown-ground': { status: 404, say: 'Không có căn cứ loại trừ này.' },
  'household.ground-not-named': {
    status: 422,
    say: d => `Không quy định nào trong năm của ngày ${dayWords(d.on)} nêu trường hợp này: việc không thuộc quy định thì không ghi.`,
  },
  'household.ground-withdrawn': { status: 409, say: d => `Căn cứ này đã được rút từ ngày ${dayWords(d.on)}.` },
  'household.unknown-document': { status: 422, say: 'Văn bản đã chọn không có trong sổ của đơn vị.' },
}
