import { formatIssueDay } from '#domain/calendar/plain-date.ts'
import { documentKinds } from '#domain/document/kinds.ts'
import type { DocumentCode, OfficialDocument, PlaceAndDate, Recipients } from '#domain/document/official-document.ts'
import { formatCount, nonBreakingSpace } from '#domain/kit/text.ts'

const blankNumber = nonBreakingSpace.repeat(8)
const blankDay = nonBreakingSpace.repeat(6)

/** Box 3: `Số: 05/BC-VPUB`, or `Số:        /BC-VPUB` while the number is not given (Annex I, II.3). */
export function numberLine(code: DocumentCode): string {
  return `Số:${code.number === null ? blankNumber : ` ${formatCount(code.number)}`}/${code.symbol}`
}

/** Box 4: `Sơn La, ngày 05 tháng 01 năm 2026`, day and month blank until given (Annex I, II.4). */
export function placeAndDateLine({ place, day, year }: PlaceAndDate): string {
  return `${place}, ${day === null ? blankIssueDay(year) : formatIssueDay(day)}`
}

function blankIssueDay(year: number): string {
  return `ngày${blankDay}tháng${blankDay}năm ${year}`
}

/** Box 9b: every line `- …;`, the last one names the archive and ends with a full stop (Annex I, II.9). */
export function recipientLines(recipients: Recipients): string[] {
  return [...recipients.lines.map(line => `- ${line};`), `- Lưu: ${recipients.archive}.`]
}

/** Box 9a: one addressee stands beside `Kính gửi:`, several stand below it, `- …;` and `.` at the end. */
export function addresseeLines(addressees: readonly string[]): string[] {
  const last = addressees.length - 1
  return last > 0 ? addressees.map((name, i) => `- ${name}${i === last ? '.' : ';'}`) : [...addressees]
}

/** `BÁO CÁO`; an official letter prints no kind (form 1.5). */
export function kindLine(document: OfficialDocument): string | null {
  return document.kind === 'officialLetter' ? null : capitals(documentKinds[document.kind].name)
}

/** The name a file carries in its properties: `Báo cáo: Kết quả …`. */
export function documentTitle(document: OfficialDocument): string {
  return `${documentKinds[document.kind].name}: ${document.subject}`
}

/** `Phụ lục`, or `Phụ lục II` where there are several (Annex I, III.1). */
export function appendixLabel(index: number, count: number): string {
  return count > 1 ? `Phụ lục ${roman(index + 1)}` : 'Phụ lục'
}

/** `(Kèm theo Báo cáo số 05/BC-VPUB ngày … của …)`: Annex I, III.1.c. Blank where number and day are not given yet. */
export function appendixNote(document: OfficialDocument): string {
  const { number, symbol } = document.code
  const when = document.placeAndDate
  const day = when === null ? '' : ` ${when.day === null ? blankIssueDay(when.year) : formatIssueDay(when.day)}`
  const code = `${number === null ? blankNumber : ` ${formatCount(number)}`}/${symbol}`
  return `(Kèm theo ${documentKinds[document.kind].name} số${code}${day} của ${document.issuer.fullName})`
}

export function capitals(text: string): string {
  return text.toLocaleUpperCase('vi')
}

function roman(value: number): string {
  const signs: [string, number][] = [
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1],
  ]
  let [rest, text] = [value, '']
  for (const [sign, worth] of signs)
    while (rest >= worth) {
      text += sign
      rest -= worth
    }
  return text
}
