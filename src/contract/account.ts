import { z } from 'zod'
import { type Actor, type Grant, type Role, roles } from '#domain/account/access.ts'
import { passwordLength } from '#domain/account/sign-in.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { id, line, oneOf } from './fields.ts'
import type { RefusalText } from './refusal-text.ts'

export type AccountRefusal =
  | 'account.not-allowed'
  | 'account.wrong-state'
  | 'account.signed-out'
  | 'account.password-must-change'
  | 'account.unknown'
  | 'account.name-taken'
  | 'account.weak-password'
  | 'account.same-password'
  | 'account.last-admin'
  | 'account.already-granted'
  | 'account.unknown-grant'
  | 'account.wrong-password'
  | 'account.too-many-attempts'
  | 'account.disabled'

const username = z
  .string({ error: 'Tên đăng nhập: chưa nhập' })
  .regex(/^[a-z][a-z0-9.]{2,31}$/u, 'Tên đăng nhập: 3–32 chữ thường không dấu, số hoặc dấu chấm, bắt đầu bằng chữ')

/** Empty: no letters are wanted. */
const email = z
  .string({ error: 'Thư điện tử: không phải chữ' })
  .trim()
  .max(200, 'Thư điện tử: dài quá 200 ký tự')
  .refine(text => text === '' || /^[\w.+-]+@[a-z\d-]+(\.[a-z\d-]+)+$/iu.test(text), 'Thư điện tử: ghi như ten@coquan.gov.vn')

const grant = { unitId: id('Đơn vị'), role: oneOf('Vai trò', roles), withSubtree: z.boolean() }

export const accountBodies = {
  'account.add': z.strictObject({ id: id('Tài khoản'), username, fullName: line('Họ và tên', 100), ...grant }),
  'account.grant': z.strictObject({ id: id('Quyền'), accountId: id('Tài khoản'), ...grant }),
  'account.withdrawGrant': z.strictObject({ id: id('Quyền'), unitId: id('Đơn vị') }),
  'account.disable': z.strictObject({ accountId: id('Tài khoản'), unitId: id('Đơn vị'), reason: line('Lý do') }),
  'account.resetPassword': z.strictObject({ accountId: id('Tài khoản'), unitId: id('Đơn vị') }),
  'account.setEmail': z.strictObject({ accountId: id('Tài khoản'), unitId: id('Đơn vị'), email }),
}

export const accountParams = {
  'account.list': z.strictObject({ unitId: id('Đơn vị') }),
  'audit.list': z.strictObject({
    unitId: id('Đơn vị'),
    subjectId: z.string().max(100).optional(),
    before: z.coerce.number().int().positive().optional(),
  }),
}

/** Passwords are taken as they are typed, spaces included. */
const password = z.string({ error: 'Mật khẩu: chưa nhập' }).min(1, 'Mật khẩu: chưa nhập').max(1000, 'Mật khẩu: quá dài')

export const sessionBodies = {
  signIn: z.strictObject({ username: line('Tên đăng nhập', 100), password }),
  changePassword: z.strictObject({ current: password, next: password }),
  setEmail: z.strictObject({ email }),
}

export type AccountView = {
  readonly id: string
  readonly username: string
  readonly fullName: string
  readonly isDisabled: boolean
  readonly mustChangePassword: boolean
  /** Where the morning letter goes; empty: nowhere. */
  readonly email: string
  /** Why the last letter has not gone out; empty: it has, or none was due. */
  readonly mailFault: string
  readonly grants: readonly (Omit<Grant, 'unitPath'> & { readonly id: string; readonly unitName: string })[]
}

export type AuditView = {
  readonly seq: number
  readonly at: string
  readonly actorName: string
  readonly command: CommandWords
  readonly subjectKind: string
  readonly subjectId: string
  readonly before: unknown
  readonly after: unknown
}
type CommandWords = string

/** Who is signed in, on which day they work: on demonstration data the day is that of the data. */
export type SessionView = {
  readonly actor: Actor
  readonly username: string
  readonly mustChangePassword: boolean
  readonly today: PlainDate
  readonly isDemonstration: boolean
  readonly homeUnitId: string | null
}

/** A password shown once to the administrator who made the account; it must be changed at first sign-in. */
export type FirstPassword = { readonly accountId: string; readonly username: string; readonly password: string }

export type AccountAnswers = {
  'account.list': readonly AccountView[]
  'account.add': FirstPassword
  'account.grant': undefined
  'account.withdrawGrant': undefined
  'account.disable': undefined
  'account.resetPassword': FirstPassword
  'account.setEmail': undefined
  'audit.list': readonly AuditView[]
}

export const roleWords: Record<Role, string> = {
  admin: 'Quản trị',
  leader: 'Lãnh đạo',
  unitHead: 'Trưởng đơn vị',
  officer: 'Chuyên viên',
  clerk: 'Văn thư',
  viewer: 'Xem',
}

export const accountRefusals: Record<AccountRefusal, RefusalText> = {
  'account.not-allowed': { status: 403, say: 'Việc này không thuộc quyền của bạn ở đơn vị này.' },
  'account.wrong-state': { status: 409, say: 'Việc này không làm được ở bước hiện tại.' },
  'account.signed-out': {
    status: 403,
    say: 'Bạn chưa đăng nhập hoặc phiên đã hết. Đăng nhập lại; nội dung đang nhập còn nguyên trên máy này.',
  },
  'account.password-must-change': { status: 403, say: 'Đây là lần đăng nhập đầu: hãy đổi mật khẩu trước khi làm việc.' },
  'account.unknown': { status: 404, say: 'Không có tài khoản này.' },
  'account.name-taken': { status: 409, say: 'Tên đăng nhập này đã có người dùng.' },
  'account.weak-password': { status: 422, say: `Mật khẩu cần từ ${passwordLength.min} đến ${passwordLength.max} ký tự.` },
  'account.same-password': { status: 422, say: 'Mật khẩu mới phải khác mật khẩu đang dùng.' },
  'account.last-admin': { status: 409, say: 'Đây là tài khoản quản trị cuối cùng: lập tài khoản quản trị khác trước.' },
  'account.already-granted': { status: 409, say: 'Tài khoản này đã có vai trò đó ở đơn vị.' },
  'account.unknown-grant': { status: 404, say: 'Không có quyền này.' },
  'account.wrong-password': { status: 422, say: 'Tên đăng nhập hoặc mật khẩu không đúng.' },
  'account.too-many-attempts': { status: 429, say: 'Sai quá nhiều lần. Chờ một phút rồi thử lại.' },
  'account.disabled': { status: 403, say: 'Tài khoản này đã ngừng dùng. Liên hệ quản trị.' },
}
