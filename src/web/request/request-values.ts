import type { BodyInput } from '#contract/index.ts'
import type { RegimeView } from '#contract/regime.ts'
import type { RequestView } from '#contract/request.ts'
import { announcedDays } from '#domain/calendar/announced-days.ts'
import { addDays, formatDay, isPlainDate, type PlainDate, yearOf } from '#domain/calendar/plain-date.ts'
import { cutoffOn, periodNamed, periodOfDays, periodOfRule, periodParts, periodTitle } from '#domain/calendar/reporting-period.ts'
import { workCalendar } from '#domain/calendar/working-days.ts'
import { dueAfter, type Level, levels, restOnDueDay } from '#domain/request/request.ts'

const calendar = workCalendar(announcedDays)

/** A request as it is written in its form: the last day as people say it, a due day for each level that is asked. */
export type RequestValues = {
  /** In whose stead, where it could be more than one; null: as it is proposed. */
  readonly placeUnitId: string | null
  readonly regimeId: string | null
  readonly kind: string | null
  readonly title: string
  readonly formKey: string | null
  readonly from: string | null
  readonly last: string | null
  readonly asked: readonly string[]
  readonly area: string | null
  readonly commune: string | null
  readonly district: string | null
  /** Of each level, the units that are asked where it is not all of them. */
  readonly only: Readonly<Record<Level, readonly string[]>>
  readonly agency: string | null
  readonly basis: string
}

export const blankRequest: RequestValues = {
  placeUnitId: null,
  regimeId: null,
  kind: 'adHoc',
  title: '',
  formKey: 'movement',
  from: null,
  last: null,
  asked: [],
  area: null,
  commune: null,
  district: null,
  only: { area: [], commune: [], district: [], agency: [] },
  agency: null,
  basis: '',
}

export function valuesOf({ placeUnitId, regimeId, kind, title, formKey, covers, asked, basis }: RequestView): RequestValues {
  const due = Object.fromEntries(asked.map(({ level, dueOn }) => [level, dueOn])) as Partial<Record<Level, string>>
  return {
    placeUnitId,
    regimeId,
    kind,
    title,
    formKey,
    from: covers.from,
    last: addDays(covers.until, -1),
    asked: asked.map(({ level }) => level),
    area: due.area ?? null,
    commune: due.commune ?? null,
    district: due.district ?? null,
    only: { ...blankRequest.only, ...Object.fromEntries(asked.map(({ level, unitIds = [] }) => [level, unitIds])) },
    agency: due.agency ?? null,
    basis,
  }
}

export function requestBody(values: RequestValues): Omit<BodyInput<'request.open'>, 'id' | 'unitId'> {
  const { placeUnitId: _, from, last, asked, area, commune, district, agency, only, ...rest } = values
  const due = { area, commune, district, agency }
  const told = levels
    .filter(level => asked.includes(level))
    .map(level => ({ level, dueOn: due[level], ...(only[level].length > 0 && { unitIds: only[level] }) }))
  const until = last !== null && isPlainDate(last) ? addDays(last, 1) : last
  return { ...rest, covers: { from, until }, asked: told } as Omit<BodyInput<'request.open'>, 'id' | 'unitId'>
}

type Periods = Pick<RegimeView, 'parts' | 'ownPeriods'>
const anyPeriod: Periods = { parts: periodParts, ownPeriods: [] }

/** Periods near a day, the newest first: those a regime sets or names, or all of the calendar. */
export function periodChoices(today: PlainDate, regime: Periods = anyPeriod): { readonly value: string; readonly label: string }[] {
  const setsNone = regime.parts.length === 0 && regime.ownPeriods.length === 0
  const { parts, ownPeriods } = setsNone ? anyPeriod : regime
  const year = yearOf(today)
  return [year + 1, year, year - 1]
    .flatMap(of => [...parts.map(part => periodNamed(`${of}-${part}`)), ...ownPeriods.map(rule => periodOfRule(rule, of))])
    .filter(period => period !== undefined)
    .filter(({ covers }) => covers.from <= today)
    .toSorted((a, b) => (a.covers.until < b.covers.until ? 1 : -1))
    .map(period => ({
      value: period.name,
      label: `${periodTitle(period)}: ${formatDay(period.covers.from)} – ${formatDay(cutoffOn(period))}`,
    }))
}

/** The period the two days make, where they make one. */
export function periodOf({ from, last }: Pick<RequestValues, 'from' | 'last'>, regime?: Periods): string | null {
  if (from === null || last === null || !isPlainDate(from) || !isPlainDate(last)) return null
  const { name, part, words } = periodOfDays({ from, until: addDays(last, 1) }, regime?.ownPeriods)
  return part === null && words === null ? null : name
}

/** A period taken from the calendar brings its days, a title where none is written, and the due days of the regime. */
export function withPeriod(values: RequestValues, name: string, regime: RegimeView | undefined): RequestValues {
  const period = periodNamed(name)
  if (!period) return values
  const before = periodNamed(periodOf(values, regime) ?? '')
  const isOwnTitle = values.title !== '' && values.title !== (before && titleOf(before))
  const days = { ...values, from: period.covers.from, last: cutoffOn(period), title: isOwnTitle ? values.title : titleOf(period) }
  return withDueDays(days, regime)
}

function titleOf(period: NonNullable<ReturnType<typeof periodNamed>>): string {
  return `Báo cáo ${periodTitle(period)}`
}

/** Every level asked is due as the regime says; a level below whose figures another adds keeps what was written. */
export function withDueDays(values: RequestValues, regime: RegimeView | undefined): RequestValues {
  const { last } = values
  if (!regime || last === null || !isPlainDate(last)) return values
  const dueOn = dueAfter(last, regime.dueWorkingDays, calendar)
  return { ...values, area: dueOn, commune: dueOn, district: dueOn, agency: dueOn }
}

/** Told beside a due day on which people do not work; null where they do, or no day is told. */
export function restWords(dueOn: string | null): string | null {
  if (dueOn === null || !isPlainDate(dueOn)) return null
  const rest = restOnDueDay(dueOn, calendar)
  return rest && `${formatDay(dueOn)} là ngày nghỉ: ${rest}`
}
