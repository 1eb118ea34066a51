import { z } from 'zod'
import { vi } from 'zod/locales'
import { isPlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { cleanText, isPaperText, isPlainText } from '#domain/kit/text.ts'

// Fields of every form, each with the Vietnamese sentences it refuses with and the label the description of the interface
// calls it by. Text is trimmed and composed (NFC) on entry.

z.config(vi()) // what no field below has words for

/** One line that must be filled in. */
export function line(label: string, max = 300): z.ZodType<string, string> {
  return z
    .string({ error: `${label}: chưa nhập` })
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1, `${label}: chưa nhập`)
        .max(max, `${label}: dài quá ${max} ký tự`)
        .refine(isOneLine, `${label}: có ký tự không in được`),
    )
    .meta({ title: label })
}

/** One line that may stay empty. */
export function optionalLine(label: string, max = 300): z.ZodType<string, string | undefined> {
  return z
    .string({ error: `${label}: không phải chữ` })
    .default('')
    .transform(cleanText)
    .pipe(z.string().max(max, `${label}: dài quá ${max} ký tự`).refine(isOneLine, `${label}: có ký tự không in được`))
    .meta({ title: label })
}

/** A name or an address that certificates and lists carry; one that no paper can carry would hold up those of all others. */
export function paperLine<Told extends string | undefined>(label: string, field: z.ZodType<string, Told>): z.ZodType<string, Told> {
  return field.refine(isPaperText, `${label}: có ký tự mà giấy in không có, gõ lại bằng chữ cái`)
}

function isOneLine(text: string): boolean {
  return isPlainText(text) && !/[\t\n]/u.test(text)
}

/** Running text of several lines; may stay empty. */
export function prose(label: string, max = 10_000): z.ZodType<string, string | undefined> {
  return z
    .string({ error: `${label}: không phải chữ` })
    .default('')
    .transform(text => cleanText(text.replace(/\r\n?|[\u2028\u2029]/gu, '\n')))
    .pipe(z.string().max(max, `${label}: dài quá ${max} ký tự`).refine(isPlainText, `${label}: có ký tự không in được`))
    .meta({ title: label })
}

/** Running text that must be filled in. */
export function requiredProse(label: string, max = 10_000): z.ZodType<string, string | undefined> {
  return prose(label, max).refine(text => text !== '', `${label}: chưa nhập`)
}

/** A day of our records: neither before there were any nor past what a calendar of the office reaches. */
const years = { from: 1800, until: 2200 }

export function day(label: string): z.ZodType<PlainDate, string> {
  return z
    .string({ error: `${label}: chưa nhập ngày` })
    .refine(isPlainDate, `${label}: không phải ngày có thật`)
    .refine(text => Number(text.slice(0, 4)) >= years.from && Number(text.slice(0, 4)) < years.until, {
      error: `${label}: năm phải từ ${years.from} đến ${years.until - 1}`,
    })
    .meta({ title: label, format: 'date' })
}

export function optionalDay(label: string): z.ZodType<PlainDate | null, string | null> {
  return day(label).nullable()
}

/** A time of day, `19:30`; empty where it is not known. */
export function optionalClock(label: string): z.ZodType<string | null, string | null | undefined> {
  return z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, `${label}: ghi như 19:30`)
    .nullable()
    .default(null)
}

export function id(label: string): z.ZodType<string, string> {
  return z.uuid({ error: `${label}: chưa chọn` }).meta({ title: label })
}

export function wholeNumber(
  label: string,
  { min = 0, max = 1_000_000_000 }: { min?: number; max?: number } = {},
): z.ZodType<number, number> {
  return z
    .number({ error: `${label}: chưa nhập số` })
    .int(`${label}: phải là số nguyên`)
    .min(min, `${label}: không được nhỏ hơn ${min}`)
    .max(max, `${label}: lớn quá mức có thể`)
    .meta({ title: label })
}

export function oneOf<const Values extends readonly [string, ...string[]]>(
  label: string,
  values: Values,
): z.ZodType<Values[number], Values[number]> {
  return z.enum(values, { error: `${label}: chưa chọn` }).meta({ title: label })
}

export function many<Item extends z.ZodType>(label: string, item: Item, max = 200): z.ZodArray<Item> {
  return z
    .array(item, { error: `${label}: không phải danh sách` })
    .max(max, `${label}: nhiều quá ${max} mục`)
    .meta({ title: label })
}

/** The version the user looked at when editing: a colleague who saved first makes it stale. */
export function revision(): z.ZodType<number, number> {
  return z.number({ error: 'Thiếu số phiên bản đang sửa' }).int().min(0)
}

/** How many rows of a list to pass over: who takes the whole list away reads it page by page. */
export const skip = z.coerce.number().int().min(0).max(1_000_000).optional()

/** Half-open range of days as forms send it. */
export const range = z.strictObject({ from: optionalDay('Từ ngày'), until: optionalDay('Đến trước ngày') })

/** `QĐ-UBND`: what stands behind the number of a decision. */
export const symbolOfDecision = line('Ký hiệu', 40).refine(text => /^QĐ-\p{Lu}+$/u.test(text), 'Ký hiệu: quyết định có ký hiệu như QĐ-UBND')
