import { aboveCommuneKinds as aboveCommune, communeKinds, districtKinds, type OrgUnitKind, residentialAreaKinds } from '../org/org-unit.ts'
import { isOwnHonour, type OwnSubject, partsOfOwn } from '../title/own-honour.ts'
import type { Honour, LawHonour } from '../title/rule-book.ts'
import { titleKinds } from '../title/title-kinds.ts'

/**
 * How the files of an honour are made: households village by village, units together by the one that holds the season, or
 * each unit by a file of its own.
 */
export type Arrangement = 'byArea' | 'together' | 'eachAlone'

/** Where the season of an honour is held and whom it is for. */
export type Holding = {
  readonly arrangement: Arrangement
  readonly heldAt: readonly OrgUnitKind[]
  /** Kinds of unit below the holder; null: households. */
  readonly isFor: readonly OrgUnitKind[] | null
  /** One step below the holder, or anywhere. */
  readonly depth: 'children' | 'all'
  /** What one of them is called: `12 hộ`. */
  readonly noun: string
}

const ofHouseholds: Holding = { arrangement: 'byArea', heldAt: communeKinds, isFor: null, depth: 'all', noun: 'hộ' }
const ofAreas: Holding = {
  arrangement: 'together',
  heldAt: communeKinds,
  isFor: residentialAreaKinds,
  depth: 'all',
  noun: 'khu dân cư',
}

/** Since districts ended, whoever the province charges does their part (M1): the season is held at the province then. */
const holdings: Record<LawHonour, Holding> = {
  culturalFamily: ofHouseholds,
  familyPraise: ofHouseholds,
  culturalArea: ofAreas,
  areaPraise: ofAreas,
  exemplaryCommune: { arrangement: 'together', heldAt: aboveCommune, isFor: communeKinds, depth: 'all', noun: 'xã, phường, thị trấn' },
  culturalOffice: {
    arrangement: 'eachAlone',
    heldAt: [...aboveCommune, ...communeKinds, 'agency', 'peoplesCommittee', 'tradeUnion'],
    isFor: titleKinds.culturalOffice.isFor,
    depth: 'children',
    noun: 'cơ quan, đơn vị',
  },
  newRuralCommune: { arrangement: 'eachAlone', heldAt: aboveCommune, isFor: ['commune'], depth: 'all', noun: 'xã' },
  civilisedWard: { arrangement: 'eachAlone', heldAt: aboveCommune, isFor: ['ward', 'township'], depth: 'all', noun: 'phường, thị trấn' },
  civilisedDistrict: {
    arrangement: 'eachAlone',
    heldAt: ['province'],
    isFor: districtKinds,
    depth: 'children',
    noun: 'quận, thị xã, thành phố',
  },
  comprehensiveCulture: { arrangement: 'eachAlone', heldAt: ['province'], isFor: communeKinds, depth: 'all', noun: 'xã, phường' },
}

/** Of titles of a province's own, by whom they are for: held where a title of the law for the same would be. */
const ownHoldings: Record<OwnSubject, Holding> = {
  household: ofHouseholds,
  residentialArea: ofAreas,
  commune: holdings.exemplaryCommune,
  office: holdings.culturalOffice,
  clan: { arrangement: 'together', heldAt: communeKinds, isFor: ['group'], depth: 'all', noun: 'tập thể' },
}

export function holdingOf(honour: Honour): Holding {
  return isOwnHonour(honour) ? ownHoldings[partsOfOwn(honour).subject] : holdings[honour]
}

/** Bodies that answer for the place above them and not for what is below themselves: a federation of labour has no offices of its own. */
export function standsBeside(kind: OrgUnitKind): boolean {
  return kind === 'tradeUnion'
}

/** Honours of the law whose season a unit of this kind holds. */
export function honoursHeldAt(kind: OrgUnitKind): LawHonour[] {
  return (Object.keys(holdings) as LawHonour[]).filter(honour => holdings[honour].heldAt.includes(kind))
}
