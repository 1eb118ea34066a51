import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts'

/**
 * What a certificate says of itself, and all that its signed code tells: no more than stands on the paper. `id` is only
 * for asking the house whether it was revoked since.
 */
export type Statement = {
  readonly id: string
  /** `Gia đình văn hóa` */
  readonly title: string
  /** As on the certificate. */
  readonly name: string
  readonly place: string
  /** The year of merit. */
  readonly year: number
  /** `12/QĐ-UBND` */
  readonly decision: string
  readonly decidedOn: PlainDate
  /** `Chủ tịch UBND xã Minh Họa` */
  readonly issuer: string
  /** Its number in the decision. */
  readonly number: number
}

/** A list in fixed order, so that the code stays short and one statement has one writing. */
export function writeStatement(statement: Statement): string {
  const { id, title, name, place, year, decision, decidedOn, issuer, number } = statement
  return JSON.stringify([id, title, name, place, year, decision, decidedOn, issuer, number])
}

/** Undefined where the text is no statement, or one written otherwise than we write. */
export function readStatement(text: string): Statement | undefined {
  const parts = parseList(text)
  if (parts?.length !== 9) return undefined
  const [id, title, name, place, year, decision, decidedOn, issuer, number] = parts
  const words = [id, title, name, place, decision, decidedOn, issuer]
  if (!words.every(word => typeof word === 'string') || !Number.isInteger(year) || !Number.isInteger(number)) return undefined
  if (!isPlainDate(String(decidedOn))) return undefined
  const statement = { id, title, name, place, year, decision, decidedOn, issuer, number } as Statement
  return writeStatement(statement) === text ? statement : undefined
}

function parseList(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
