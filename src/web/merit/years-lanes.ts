import type { HonourYears, YearsView, YearView } from '#contract/season-years.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { revocationWords } from '#domain/season/recognition.ts'
import { handoverWords, reasonWords } from '#domain/season/season-words.ts'
import type { KeptBy, YearCount, YearStatus } from '#domain/season/years.ts'
import { isOwnHonour } from '#domain/title/own-honour.ts'
import { type Honour, honours } from '#domain/title/rule-book.ts'
import { keepWords } from '#domain/title/score-sheet.ts'
import type { Tone } from '../kit/Chip.tsx'
import { honourWord } from '../title/law-lines.ts'

/** One year of one honour; `isLinked`: the year before it was won too, so the row goes on. */
export type YearCell = { readonly year: number; readonly entry: YearView | null; readonly isLinked: boolean }
export type YearLanes = {
  readonly years: readonly number[]
  readonly lanes: readonly { readonly honour: Honour; readonly cells: readonly YearCell[] }[]
}

/** Years from left to right, a lane for each honour; a year nobody knows anything of stays open. */
export function lanesOf({ years: entries }: YearsView): YearLanes {
  const known = entries.map(({ year }) => year)
  const first = Math.min(...known)
  const years = known.length === 0 ? [] : Array.from({ length: Math.max(...known) - first + 1 }, (_, at) => first + at)
  const ofProvince = new Set(entries.map(({ honour }) => honour).filter(isOwnHonour))
  const lanes = [...honours, ...ofProvince].flatMap(honour => {
    const own = entries.filter(entry => entry.honour === honour)
    if (own.length === 0) return []
    const entryOf = (year: number): YearView | null =>
      own.find(entry => entry.year === year && entry.counts === 'own') ?? own.find(entry => entry.year === year) ?? null
    const cells = years.map(year => {
      const entry = entryOf(year)
      return { year, entry, isLinked: isWon(entry) && isWon(entryOf(year - 1)) }
    })
    return [{ honour, cells }]
  })
  return { years, lanes }
}

/** What an honour is called through the years: one of the province's own as its newest season does. */
export function honourNameIn({ years }: Pick<YearsView, 'years'>, honour: Honour): string {
  const own = isOwnHonour(honour) ? years.find(entry => entry.honour === honour) : undefined
  return own?.bookName ?? honourWord(honour)
}

function isWon(entry: YearView | null): boolean {
  return (
    entry !== null && (entry.status === 'reached' || entry.status === 'recognised') && (entry.counts === 'own' || entry.counts === 'kept')
  )
}

export const statusWords: Record<YearStatus, string> = {
  registered: 'Đã đăng ký',
  withdrawn: 'Đã rút',
  reviewed: 'Đã bình xét',
  reached: 'Đạt trong năm',
  recognised: 'Được công nhận',
  notReached: 'Không đạt',
  revoked: 'Bị thu hồi',
}

export const statusTones: Record<YearStatus, Tone> = {
  registered: 'plain',
  withdrawn: 'plain',
  reviewed: 'cham',
  reached: 'done',
  recognised: 'done',
  notReached: 'late',
  revoked: 'late',
}

export const countWords: Record<Exclude<YearCount, 'own'>, string> = {
  kept: 'giữ lại khi tách, nhập',
  notKept: 'không giữ khi tách, nhập',
  unsettled: 'chưa rõ có giữ lại hay không',
}

/** What came of a year and by what: text, decision, certificate, revocation, whose it was. */
export function causesOf(entry: YearView): string[] {
  const { cites, areaName, reasons, decision, certificateNumber, handover, revocation, counts, takenFrom } = entry
  return [
    `theo ${cites.join(', ')}`,
    areaName,
    reasons.map(({ code }) => reasonWords[code]).join(', '),
    decision && `quyết định ${decision.code} ngày ${formatDay(decision.on)}`,
    certificateNumber !== null &&
      `giấy số ${certificateNumber}${handover ? `, ${handoverWords[handover.outcome]} ${formatDay(handover.on)}` : ''}`,
    revocation && `thu hồi ${formatDay(revocation.on)}: ${revocationWords[revocation.ground]} (${revocation.basis})`,
    takenFrom &&
      `của ${takenFrom.name ?? 'hộ ở nơi khác'}, ${takenFrom.kind === 'split' ? 'tách' : 'nhập'} ngày ${formatDay(takenFrom.on)}`,
    counts !== 'own' && [countWords[counts], takenFrom?.rule && `theo ${takenFrom.rule.basis}`].filter(Boolean).join(' '),
  ].filter(words => typeof words === 'string' && words !== '') as string[]
}

/** What the province says of years before each split and merger, each once, and who compared that with its text. */
export function rulesText({ years }: Pick<YearsView, 'years'>): string[] {
  const taken = years.flatMap(({ takenFrom }) => takenFrom ?? [])
  return [...new Set(taken.map(({ kind, on, rule }) => `${kind === 'split' ? 'Tách' : 'Nhập'} ngày ${formatDay(on)}: ${ruleText(rule)}`))]
}

function ruleText(rule: KeptBy): string {
  if (!rule) return 'tỉnh chưa quy định năm trước đó có giữ lại hay không'
  const { basis, keeps, confirmation } = rule
  const who = confirmation ? `${confirmation.by} xác minh ngày ${formatDay(confirmation.on)}` : 'chưa ai xác minh, nên chưa áp dụng'
  return `tỉnh quy định ${keepWords[keeps]}, theo ${basis}; ${who}`
}

const brokenWords = {
  notReached: 'không đạt',
  revoked: 'bị thu hồi',
  unknown: 'chưa có số liệu',
  notKept: 'không giữ khi tách, nhập',
  unsettled: 'chưa rõ có giữ lại hay không',
} as const satisfies Record<HonourYears['certain']['brokenBy']['why'], string>

/** `3 năm liên tục đến năm 2022 (2020–2022); năm 2019 không đạt`, and what stands only if the province keeps years it has not settled. */
export function chainText({ upTo, certain, possible }: HonourYears): string {
  const { years, brokenBy } = certain
  const first = years[0]
  const row =
    first === undefined
      ? `Năm ${upTo} ${brokenWords[brokenBy.why]}`
      : `${years.length} năm liên tục đến năm ${upTo} (${first === upTo ? upTo : `${first}–${upTo}`}); năm ${brokenBy.year} ${brokenWords[brokenBy.why]}`
  return possible.years.length > years.length
    ? `${row}. Nếu tỉnh giữ các năm trước khi tách, nhập thì là ${possible.years.length} năm`
    : row
}

/** What follows from the years, as far as the law of that year says. */
export function followsText({ praise, recognition }: HonourYears): string[] {
  const verdictWords = { due: 'đủ năm', notDue: 'chưa đủ năm', unsure: 'chưa kết luận được vì có điểm chưa xác minh' } as const
  return [
    recognition &&
      `Công nhận ${recognition.round === 'first' ? 'lần đầu' : 'lại'}: ${verdictWords[recognition.verdict]}${needed(recognition.needed)}`,
    praise && `Giấy khen: ${verdictWords[praise.verdict]}${needed(praise.needed)}`,
  ].filter(words => typeof words === 'string')
}

function needed(years: number | null): string {
  return years === null ? '' : ` (cần ${years} năm)`
}
