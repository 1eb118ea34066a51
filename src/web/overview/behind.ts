import type { ParamsInput } from '#contract/index.ts'
import { activityKinds, campaigns, moneySources } from '#domain/activity/activity.ts'
import { isPlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { Measure } from '#domain/merit/counts.ts'
import type { FiguredHonour } from '#domain/merit/holders.ts'
import type { Days } from '#domain/overview/compared-periods.ts'
import { type TaskStandingName, taskStandings } from '#domain/overview/task-standing.ts'

/** Which activities of some days: all, one kind, one campaign, those with or without people, those paid from one source. */
type Which = Pick<ParamsInput<'overview.activities'>, 'kind' | 'campaign' | 'participants' | 'source'>

/** What a mark opens: rows in the panel, or the screen that lists them already. */
export type Behind =
  | { readonly what: 'tasks'; readonly assignedUnitId: string | undefined; readonly standing: TaskStandingName | undefined }
  | ({ readonly what: 'activities' } & Days & Which)
  | ({ readonly what: 'documents' } & Days)
  | { readonly what: 'titles'; readonly year: number }
  | {
      readonly what: 'merit'
      readonly honour: FiguredHonour
      readonly year: number
      readonly on: PlainDate
      readonly measure: Measure | null
    }

/** Opens in the panel beside the plots; the others have screens of their own. */
export type InPanel = Exclude<Behind, { what: 'titles' | 'merit' }>

/** `hoat-dong.2022-03-01.2022-04-01.kind.festival`: what is open, as the address says it. */
export function toAddress(behind: InPanel): string {
  if (behind.what === 'tasks') return ['viec', behind.assignedUnitId ?? '', behind.standing ?? ''].join('.')
  if (behind.what === 'documents') return ['van-ban', behind.from, behind.until].join('.')
  const { what: _, from, until, ...which } = behind
  const [first] = Object.entries(which).filter(([, value]) => value !== undefined)
  return ['hoat-dong', from, until, ...(first ?? [])].join('.')
}

/** Null for an address nobody made here. */
export function fromAddress(text: string | undefined): InPanel | null {
  const [what, ...parts] = (text ?? '').split('.')
  if (what === 'viec') {
    const [unitId, standing] = parts
    return { what: 'tasks', assignedUnitId: unitId || undefined, standing: taskStandings.find(known => known === standing) }
  }
  const [from = '', until = '', key, value] = parts
  if (!isPlainDate(from) || !isPlainDate(until)) return null
  if (what === 'van-ban') return { what: 'documents', from, until }
  if (what !== 'hoat-dong') return null
  return { what: 'activities', from, until, ...whichOf(key, value) }
}

const known: { readonly [Key in keyof Which]-?: readonly NonNullable<Which[Key]>[] } = {
  kind: activityKinds,
  campaign: campaigns,
  participants: ['counted', 'estimated', 'unknown'],
  source: moneySources,
}

function whichOf(key: string | undefined, value: string | undefined): Which {
  const options: readonly string[] = key !== undefined && Object.hasOwn(known, key) ? known[key as keyof Which] : []
  return value !== undefined && options.includes(value) ? { [key as string]: value } : {}
}
