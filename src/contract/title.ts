import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type RegistrationCount, registrationRounds, type TitleRefusal, type TitleRegistration } from '#domain/title/registration.ts'
import { type TitleKey, titleKeys } from '#domain/title/title-kinds.ts'
import { day, id, line, many, oneOf, optionalLine, wholeNumber } from './fields.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

export const titleBodies = {
  /** Several units at once, with one day and one round: all of them or none. */
  'title.register': z.strictObject({
    units: many('Đơn vị', z.strictObject({ id: id('Đăng ký'), unitId: id('Đơn vị') }), 200).min(1, 'Đơn vị: chưa chọn'),
    title: oneOf('Danh hiệu', titleKeys),
    year: wholeNumber('Năm', { min: 2000, max: 2199 }),
    round: oneOf('Lần đăng ký', registrationRounds),
    registeredOn: day('Ngày đăng ký'),
    documentId: id('Văn bản').nullable(),
    note: optionalLine('Ghi chú'),
  }),
  'title.withdraw': z.strictObject({ id: id('Đăng ký'), on: day('Rút từ ngày'), reason: line('Lý do rút') }),
}

export const titleParams = {
  'title.registrations': z.strictObject({
    unitId: id('Đơn vị'),
    year: z
      .string({ error: 'Năm: chưa chọn' })
      .regex(/^2[01]\d\d$/u, 'Năm: chưa chọn')
      .transform(Number),
  }),
}

/** A unit the title is for, and its registration that stood on the day looked at. */
export type RegistrationRow = {
  readonly unitId: string
  readonly unitName: string
  readonly registration: (TitleRegistration & { readonly recordedBy: string }) | null
}

export type RegistrationsView = {
  readonly title: TitleKey
  readonly titleName: string
  readonly year: number
  /** Today, or the last day of a year gone by. */
  readonly on: PlainDate
  /** The unit itself; null where the title is not for it. */
  readonly own: RegistrationRow | null
  readonly units: readonly RegistrationRow[]
  /** Null for somebody who does not see all of them. */
  readonly count: RegistrationCount | null
  readonly baseName: string
}

export type TitleAnswers = {
  'title.registrations': RegistrationsView
  'title.register': readonly TitleRegistration[]
  'title.withdraw': TitleRegistration
}

export const titleRefusals: Record<TitleRefusal, RefusalText> = {
  'title.unknown': { status: 404, say: 'Không có đăng ký này.' },
  'title.in-future': { status: 422, say: d => `Ngày ${dayWords(d.on)} chưa tới.` },
  'title.other-year': {
    status: 422,
    say: d =>
      `Danh hiệu năm ${d.year} được đăng ký từ đầu năm ${Number(d.year) - 1} đến hết năm ${d.year}: xem lại ngày ${dayWords(d.on)} hoặc năm đã chọn.`,
  },
  'title.not-for-unit': { status: 422, say: d => `Danh hiệu này không dành cho ${d.name}.` },
  'title.already-registered': {
    status: 409,
    say: d => `${d.name} đã đăng ký danh hiệu này năm ${d.year}. Nếu bản cũ ghi sai thì rút bản ấy trước.`,
  },
  'title.unknown-document': { status: 422, say: 'Văn bản đã chọn không có trong sổ của đơn vị.' },
  'title.already-withdrawn': { status: 409, say: d => `Đăng ký này đã được rút từ ngày ${dayWords(d.on)}.` },
  'title.withdrawn-before-registered': {
    status: 422,
    say: d => `Không rút trước ngày đăng ký (${dayWords(d.registeredOn)}). Ghi nhầm thì rút từ chính ngày ấy.`,
  },
}
