import { communeKinds, districtKinds, type OrgUnitKind, residentialAreaKinds } from '../org/org-unit.ts'
import { isOwnHonour, type OwnHonour, type OwnSubject, partsOfOwn } from '../title/own-honour.ts'
import type { Honour } from '../title/rule-book.ts'
import { ruleBooks, ruleBooksOf } from '../title/rule-books.ts'
import { titleKinds } from '../title/title-kinds.ts'
import { isPeriodMeasure, type Measure, measures } from './counts.ts'

/** Honours that have figures of their own; praise is counted with the title it follows from. */
export const countedHonours = [
  'culturalFamily',
  'culturalArea',
  'exemplaryCommune',
  'culturalOffice',
  'newRuralCommune',
  'civilisedWard',
  'civilisedDistrict',
  'comprehensiveCulture',
] as const satisfies readonly Honour[]
export type CountedHonour = (typeof countedHonours)[number]

/** With those of a province's own, each counted under its own name and added to none of the law. */
export type FiguredHonour = CountedHonour | OwnHonour

/** Whom an honour counts: households, by the areas they live in, or units of these kinds. */
export type Holders = {
  readonly kind: 'household' | 'unit'
  readonly unitKinds: readonly OrgUnitKind[]
  /** What there are of them, as a share names it. */
  readonly word: string
}

const holders: Record<CountedHonour, Holders> = {
  culturalFamily: { kind: 'household', unitKinds: residentialAreaKinds, word: 'hộ' },
  culturalArea: { kind: 'unit', unitKinds: residentialAreaKinds, word: 'khu dân cư' },
  exemplaryCommune: { kind: 'unit', unitKinds: communeKinds, word: 'xã, phường, thị trấn' },
  culturalOffice: { kind: 'unit', unitKinds: titleKinds.culturalOffice.isFor, word: 'cơ quan, đơn vị' },
  newRuralCommune: { kind: 'unit', unitKinds: ['commune'], word: 'xã' },
  civilisedWard: { kind: 'unit', unitKinds: ['ward', 'township'], word: 'phường, thị trấn' },
  civilisedDistrict: { kind: 'unit', unitKinds: districtKinds, word: 'quận, huyện, thị xã, thành phố' },
  comprehensiveCulture: { kind: 'unit', unitKinds: ['commune', 'province'], word: 'xã, tỉnh' },
}

const holdersOfOwn: Record<OwnSubject, Holders> = {
  household: holders.culturalFamily,
  residentialArea: holders.culturalArea,
  commune: holders.exemplaryCommune,
  office: holders.culturalOffice,
  clan: { kind: 'unit', unitKinds: ['group'], word: 'dòng họ, nhóm trong sổ' },
}

export function holdersOf(honour: FiguredHonour): Holders {
  return isOwnHonour(honour) ? holdersOfOwn[partsOfOwn(honour).subject] : holders[honour]
}

/** Seasons of households and areas are held commune by commune: how many of the communes have one is told. */
export function isHeldByCommunes(honour: FiguredHonour): boolean {
  return holdersOf(honour).unitKinds === residentialAreaKinds
}

/** The letter of praise that follows from years of a title; null where no text has one. */
export function praiseOf(honour: Honour): Honour | null {
  return ruleBooks.find(({ praise }) => praise?.of === honour)?.honour ?? null
}

/** What can be counted of an honour: rows of years where praise follows from them, years reached where recognition does. */
export function measuresOf(honour: FiguredHonour): Measure[] {
  const hasPraise = praiseOf(honour) !== null
  const takesYears = ruleBooksOf(honour).some(({ recognition }) => recognition !== null)
  return measures.filter(measure => {
    if (measure === 'threeYears' || measure === 'fiveYears' || measure === 'praised') return hasPraise
    return measure === 'reached' || isPeriodMeasure(measure) ? takesYears : true
  })
}
