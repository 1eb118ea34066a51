import { daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { formatCount, formatNumber } from '../kit/text.ts'
import type { TaskTheme } from '../plan/plan.ts'

/** What was done, once, on some days, at some place: the raw material of figures and sentences. */
export type Activity = {
  readonly id: string
  readonly hostUnitId: string
  readonly kind: ActivityKind
  readonly name: string
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
  readonly place: string
  /** Null: nobody recorded how many took part. Never 0 by default. */
  readonly participants: Participants | null
  readonly money: readonly MoneyEntry[]
  readonly campaign: Campaign
  readonly taskIds: readonly string[]
  readonly documentIds: readonly string[]
  /** A clause or sentences in the office's own words, as the report will say it. */
  readonly narrative: string
  readonly revision: number
}

/** `counted`: somebody counted. `estimated`: the source says "trên", "gần" or "khoảng", and print keeps that word. */
export type Participants =
  | { readonly quality: 'counted'; readonly count: number }
  | { readonly quality: 'estimated'; readonly count: number; readonly qualifier: Qualifier }
export const qualifiers = ['trên', 'gần', 'khoảng'] as const
export type Qualifier = (typeof qualifiers)[number]

/** Đồng, whole; by source, since a report names who paid. */
export type MoneyEntry = { readonly source: MoneySource; readonly amount: number; readonly note: string }
export const moneySources = ['stateBudget', 'unitFund', 'donation', 'poorFund', 'other'] as const
export type MoneySource = (typeof moneySources)[number]

export const activityKinds = [
  'direction',
  'advice',
  'dissemination',
  'supervision',
  'registration',
  'sport',
  'runDay',
  'festival',
  'contest',
  'training',
  'communeAid',
  'commendation',
  'reporting',
] as const
export type ActivityKind = (typeof activityKinds)[number]

/** The part of a report each kind speaks to when no task says otherwise. */
export const themeOf: Record<ActivityKind, TaskTheme> = {
  direction: 'direction',
  advice: 'advice',
  dissemination: 'dissemination',
  supervision: 'supervision',
  registration: 'registration',
  sport: 'sport',
  runDay: 'sport',
  festival: 'festival',
  contest: 'sport',
  training: 'dissemination',
  communeAid: 'communeAid',
  commendation: 'leadership',
  reporting: 'reporting',
}

/** The seven movements within the movement, and the movement as a whole. Which activity counts for which is the office's word. */
export const campaigns = [
  'whole',
  'family',
  'residentialArea',
  'newCountryside',
  'standards',
  'exercise',
  'creativeWork',
  'goodPeople',
] as const
export type Campaign = (typeof campaigns)[number]

/** A file or photo that shows it happened. The bytes lie outside the database under their hash. */
export type Evidence = {
  readonly id: string
  readonly activityId: string
  readonly fileName: string
  readonly mediaType: EvidenceMediaType
  readonly bytes: number
  readonly sha256: string
  readonly addedBy: string
}
export const evidenceMediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const
export type EvidenceMediaType = (typeof evidenceMediaTypes)[number]

/** 20 MB: a photo of any phone, a scan of any minutes. */
export const evidenceLimitBytes = 20 * 1024 * 1024
/** More days than this are a campaign, not an activity; usually a mistyped year. */
const longestDays = 366

export type ActivityRefusal =
  | 'activity.unknown'
  | 'activity.ends-before-start'
  | 'activity.too-long'
  | 'activity.in-future'
  | 'activity.no-participants'
  | 'activity.unknown-task'
  | 'activity.unknown-document'
  | 'activity.stale'
  | 'activity.removed'
  | 'activity.file-too-large'
  | 'activity.file-type'
  | 'activity.file-empty'
  | 'activity.file-name'
  | 'activity.unknown-evidence'

/** An activity is recorded after it began, with its days in order; nobody is not a number of participants. */
export function recordActivity(activity: Activity, today: PlainDate): Result<Activity, ActivityRefusal> {
  if (activity.endsOn < activity.startsOn)
    return refuse('activity.ends-before-start', { startsOn: activity.startsOn, endsOn: activity.endsOn })
  if (daysBetween(activity.startsOn, activity.endsOn) > longestDays) return refuse('activity.too-long', { days: longestDays })
  if (activity.startsOn > today) return refuse('activity.in-future', { startsOn: activity.startsOn })
  if (activity.participants?.count === 0) return refuse('activity.no-participants')
  return ok(activity)
}

/** What may be kept as evidence: a known type whose first bytes say so, not empty, within the limit, with a plain name. */
export function acceptEvidence(file: {
  readonly fileName: string
  readonly bytes: number
  readonly head: Uint8Array
}): Result<EvidenceMediaType, ActivityRefusal> {
  if (file.bytes === 0) return refuse('activity.file-empty')
  if (file.bytes > evidenceLimitBytes) return refuse('activity.file-too-large', { megabytes: evidenceLimitBytes / 1024 / 1024 })
  if (!isPlainFileName(file.fileName)) return refuse('activity.file-name')
  const mediaType = sniff(file.head, file.fileName)
  return mediaType ? ok(mediaType) : refuse('activity.file-type')
}

/** No path, no control or direction-changing characters, no reserved device name, at most 200 characters. */
function isPlainFileName(name: string): boolean {
  if (name.length === 0 || name.length > 200 || /[\p{Cc}\p{Cf}/\\:*?"<>|]/u.test(name)) return false
  return !/^(\.{1,2}|con|prn|aux|nul|com\d|lpt\d)(\..*)?$/iu.test(name)
}

const signatures: readonly (readonly [EvidenceMediaType, readonly number[], number])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff], 0],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 0],
  ['image/webp', [0x57, 0x45, 0x42, 0x50], 8],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d], 0],
]

/** A photo sent on by others is often called another kind of photo; what would run under its name is no evidence. */
const harmlessName = /^[^.]+$|\.(?:jpe?g|jfif|png|webp|pdf|docx|xlsx)$/iu

function sniff(head: Uint8Array, fileName: string): EvidenceMediaType | undefined {
  if (!harmlessName.test(fileName)) return undefined
  const known = signatures.find(([, bytes, at]) => bytes.every((byte, i) => head[at + i] === byte))
  if (known) return known[0]
  const isZip = head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04
  if (isZip && /\.docx$/iu.test(fileName)) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  if (isZip && /\.xlsx$/iu.test(fileName)) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return undefined
}

/** `trên 3.000`, `58`: an estimate keeps its word. */
export function participantsText(participants: Participants): string {
  return participants.quality === 'counted'
    ? formatCount(participants.count)
    : `${participants.qualifier} ${formatNumber(participants.count)}`
}

/** Money of all sources together, in đồng; null when none was recorded. */
export function totalMoney(money: readonly MoneyEntry[]): number | null {
  return money.length === 0 ? null : money.reduce((total, entry) => total + entry.amount, 0)
}
