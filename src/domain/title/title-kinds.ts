import { always, inForce, type Versioned } from '../calendar/date-range.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { OrgUnitKind, OrgUnitVersion } from '../org/org-unit.ts'

export const titleKeys = ['culturalOffice'] as const
export type TitleKey = (typeof titleKeys)[number]

/** A cultural title: what texts in force called it, oldest first, and which kinds of unit it is for. */
export type TitleKind = {
  readonly names: readonly (Versioned & { readonly name: string; readonly cites: string })[]
  readonly isFor: readonly OrgUnitKind[]
}

/**
 * Circular 08/2014/TT-BVHTTDL governs offices, units and enterprises. Neither its first nor its last day is verified
 * (docs/law), and guidance 58/HD-TLĐ of 2022 keeps the words: the name is not bounded by days nobody is sure of.
 */
export const titleKinds: Record<TitleKey, TitleKind> = {
  culturalOffice: {
    names: [{ name: 'Cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa', cites: '08/2014/TT-BVHTTDL', valid: always }],
    isFor: ['agency', 'peoplesCommittee', 'department', 'attachedUnit', 'enterprise'],
  },
}

/** What a title was called on a day. Undefined where no text gave it a name. */
export function titleNameOn(title: TitleKey, on: PlainDate): string | undefined {
  return inForce(titleKinds[title].names, on)?.name
}

/** Of these units, those the title is for, kind by kind: the base of every count. */
export function unitsForTitle<Version extends Pick<OrgUnitVersion, 'kind'>>(title: TitleKey, units: readonly Version[]): Version[] {
  const { isFor } = titleKinds[title]
  return units.filter(unit => isFor.includes(unit.kind)).toSorted((a, b) => isFor.indexOf(a.kind) - isFor.indexOf(b.kind))
}

const baseWords: readonly (readonly [readonly OrgUnitKind[], string])[] = [
  [['agency', 'peoplesCommittee'], 'cơ quan'],
  [['department'], 'phòng, ban'],
  [['attachedUnit'], 'đơn vị trực thuộc'],
  [['enterprise'], 'doanh nghiệp'],
]

/** What a count is of, by the kinds that are there: `phòng, ban, đơn vị trực thuộc`. */
export function baseNameOf(units: readonly Pick<OrgUnitVersion, 'kind'>[]): string {
  return baseWords
    .filter(([kinds]) => units.some(unit => kinds.includes(unit.kind)))
    .map(([, words]) => words)
    .join(', ')
}
