import { z } from 'zod'
import type { HouseholdRefusal } from '#domain/household/household.ts'
import type { ListLook } from '#domain/household/import-list.ts'
import { importFields } from '#domain/household/import-row.ts'
import type { ListCounts, ListReading, ListState, TakingMode } from '#domain/household/list-import.ts'
import { day, id, oneOf, optionalLine, wholeNumber } from './fields.ts'
import type { RefusalText } from './refusal-text.ts'

/** Beside the file itself, which travels as a form: where it belongs and who sent it. */
export const receiveListQuery = z.strictObject({ id: id('Danh sách'), unitId: id('Đơn vị'), sender: optionalLine('Nơi gửi', 100) })

const mapping = z.array(oneOf('Cột', importFields).nullable()).max(200, 'Cột: nhiều quá 200')

export const listBodies = {
  'household.tryList': z.strictObject({
    id: id('Danh sách'),
    headerAt: wholeNumber('Dòng tên cột', { min: 0, max: 300 }),
    mapping,
    encoding: oneOf('Bảng mã', ['tcvn3', 'vni']).nullable(),
    from: day('Ngày của danh sách'),
  }),
  'household.takeList': z.strictObject({ id: id('Danh sách'), mode: oneOf('Cách nạp', ['addOnly', 'withChanges']) }),
  'household.dropList': z.strictObject({ id: id('Danh sách') }),
}

export const listParams = {
  'household.lists': z.strictObject({ unitId: id('Đơn vị') }),
  'household.oneList': z.strictObject({ id: id('Danh sách') }),
}

/** A few rows of each kind, for a person to see what the numbers are about. */
export type ListExamples = {
  readonly aside: readonly {
    readonly line: number
    readonly kind: 'differs' | 'likely' | 'wrong'
    readonly headName: string
    readonly reason: string
  }[]
  /** How many names are like another of their place but for the marks, and some of them: they stay two households. */
  readonly tonePairs: number
  readonly tones: readonly (readonly [string, string])[]
}
export const noExamples: ListExamples = { aside: [], tonePairs: 0, tones: [] }

export type HouseholdListImport = {
  readonly id: string
  readonly unitId: string
  readonly sender: string
  readonly fileName: string
  readonly state: ListState
  /** Being read or taken at this moment; `state` alone says what was begun. */
  readonly isAtWork: boolean
  readonly look: ListLook
  readonly reading: ListReading | null
  readonly mode: TakingMode
  /** Of the trial until rows are taken, then of what was taken; `rows`: how many there are, once it was read to its end. */
  readonly counts: ListCounts
  readonly rows: number | null
  readonly examples: ListExamples
  /** Why it ended before its end, in words. */
  readonly fault: string | null
  readonly receivedBy: string
  readonly receivedAt: string
}

export type ListSummary = Pick<HouseholdListImport, 'id' | 'fileName' | 'state' | 'isAtWork' | 'counts' | 'receivedBy' | 'receivedAt'>

export type ListAnswers = {
  'household.tryList': undefined
  'household.takeList': undefined
  'household.dropList': undefined
  'household.lists': { readonly rows: readonly ListSummary[] }
  'household.oneList': HouseholdListImport
}

type ListRefusal = Extract<HouseholdRefusal, `household.list-${string}` | 'household.bad-list' | 'household.unknown-list'>

export const listRefusals: Record<ListRefusal, RefusalText> = {
  'household.bad-list': { status: 422, say: d => `Không nạp được danh sách: ${d.reason}.` },
  'household.unknown-list': { status: 404, say: 'Không có danh sách này: có thể đã được bỏ.' },
  'household.list-at-work': { status: 409, say: 'Danh sách này đang được đọc: chờ xong rồi làm tiếp.' },
  'household.list-taken': { status: 409, say: 'Danh sách này đã nạp vào sổ: cột không đổi được nữa. Có tệp mới thì gửi tệp mới.' },
  'household.list-not-tried': { status: 422, say: 'Xem trước danh sách rồi mới nạp.' },
  'household.list-busy': {
    status: 409,
    say: d => `${d.by} đang nạp một danh sách vào ${d.unitName}: chờ xong rồi nạp, để không ghi trùng hộ.`,
  },
  'household.list-too-large': { status: 413, say: d => `Tệp lớn quá ${d.megabytes} MB: chia theo xã rồi nạp từng tệp.` },
  'household.list-gone': { status: 409, say: 'Tệp của danh sách này không còn trên máy chủ: gửi lại tệp.' },
  'household.list-broke-off': { status: 500, say: 'Việc đọc danh sách bị đứt giữa chừng; phần đã vào sổ còn nguyên.' },
}
