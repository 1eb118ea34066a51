import type { ActivityView } from '#contract/activity.ts'
import type { MoneySource, Qualifier } from '#domain/activity/activity.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'

/** What the form holds while it is being filled in. */
export type ActivityValues = {
  readonly id: string
  readonly hostUnitId: string
  readonly kind: string | null
  readonly campaign: string
  readonly name: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly place: string
  readonly quality: 'unknown' | 'counted' | 'estimated'
  readonly qualifier: Qualifier
  readonly count: number | null
  readonly money: readonly MoneyValues[]
  readonly narrative: string
  readonly taskIds: readonly string[]
  readonly documentIds: readonly string[]
  readonly revision: number
}
export type MoneyValues = { readonly key: string; readonly source: MoneySource; readonly amount: number | null; readonly note: string }

export function blankActivity(hostUnitId: string, today: PlainDate, taskId?: string): ActivityValues {
  return {
    id: crypto.randomUUID(),
    hostUnitId,
    kind: null,
    campaign: 'whole',
    name: '',
    startsOn: today,
    endsOn: null,
    place: '',
    quality: 'unknown',
    qualifier: 'trên',
    count: null,
    money: [],
    narrative: '',
    taskIds: taskId ? [taskId] : [],
    documentIds: [],
    revision: 0,
  }
}

export function valuesOf(activity: ActivityView): ActivityValues {
  const { id, hostUnitId, kind, campaign, name, startsOn, endsOn, place, participants, narrative, taskIds, documentIds, revision } =
    activity
  return {
    id,
    hostUnitId,
    kind,
    campaign,
    name,
    startsOn,
    place,
    narrative,
    taskIds,
    documentIds,
    revision,
    endsOn: endsOn === startsOn ? null : endsOn,
    quality: participants?.quality ?? 'unknown',
    qualifier: participants?.quality === 'estimated' ? participants.qualifier : 'trên',
    count: participants?.count ?? null,
    money: activity.money.map(entry => ({
      ...entry,
      key: crypto.randomUUID(),
    })),
  }
}

/** The body of `activity.record`; amending adds the revision. */
export function recordBody(values: ActivityValues): Record<string, unknown> {
  const { quality, qualifier, count, revision: _revision, ...rest } = values
  return {
    ...rest,
    endsOn: values.endsOn ?? values.startsOn,
    participants: quality === 'unknown' ? null : quality === 'counted' ? { quality, count } : { quality, count, qualifier },
    money: values.money.map(({ source, amount, note }) => ({ source, amount, note })),
  }
}
