import { addDays, plainDate } from '#domain/calendar/plain-date.ts'
import { communeKinds, districtKinds, type OrgTree, residentialAreaKinds } from '#domain/org/org-unit.ts'
import { agencyTold, communeTold, districtTold, faults, type Half, plain, seedOf, villageTold } from './figures.ts'
import type { Told } from './hand-in.ts'

// Who told what on which day: nearly all in the first half; of the year six communes on the day due, then late ones, and six not at all.

/** How many of the 75 had sent by the day due, and by the working day. */
export const inTime = 6
const sentAtAll = 69

/** Of the first commune's villages, so that its official has something to do. */
const stillToLookAt = 3

type Unit = { readonly unitId: string; readonly code: string }
type Commune = Unit & { readonly villages: readonly Unit[] }

/** In the order of their codes, so that the same units tell the same on every machine. */
function unitsOf({ versionOf }: OrgTree, kinds: readonly string[], parentUnitId?: string): Unit[] {
  const units = [...versionOf.values()].filter(unit => kinds.includes(unit.kind) && (!parentUnitId || unit.parentUnitId === parentUnitId))
  return units.map(({ unitId, code }) => ({ unitId, code: code ?? '' })).toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

function communesOf(tree: OrgTree): Commune[] {
  return unitsOf(tree, communeKinds).map(unit => ({ ...unit, villages: unitsOf(tree, residentialAreaKinds, unit.unitId) }))
}

/**
 * Of the 200 communes ten told nothing, and half of those had no word from their villages either; all others are accepted. A
 * district adds what its communes told and writes of it: no number of its own stands beside theirs.
 */
export function firstHalfTold(tree: OrgTree): Told[] {
  const [villageDay, communeDay] = [plainDate('2025-06-17'), plainDate('2025-06-18')]
  const [dueOn, acceptedOn] = [plainDate('2025-06-19'), plainDate('2025-06-23')]
  return [
    ...communesOf(tree).flatMap((commune, at) => {
      const isSilent = at % 20 === 13
      const own = {
        unitId: commune.unitId,
        content: contentOf(commune, 'H1'),
        on: addDays(communeDay, seedOf(commune.code) % 2),
        acceptedOn,
      }
      const villages = at % 40 === 13 ? [] : commune.villages
      return [
        ...villages.map(village => villageOf(village, { half: 'H1', on: villageDay, acceptedOn: communeDay })),
        ...(isSilent ? [] : [own]),
      ]
    }),
    ...unitsOf(tree, districtKinds).map(({ unitId, code }) => ({ unitId, content: districtTold(code), on: dueOn, acceptedOn })),
    ...agenciesOf(tree, { from: 0, on: dueOn, acceptedOn }),
  ]
}

/** Communes in the order of their codes: in time, with something wrong, late, silent. */
export function communesTelling(tree: OrgTree): string[] {
  return communesOf(tree)
    .slice(0, sentAtAll)
    .map(({ unitId }) => unitId)
}

export function yearTold(tree: OrgTree): Told[] {
  const due = plainDate('2025-12-17')
  return [
    ...communesOf(tree).flatMap((commune, at) => {
      const on = at < inTime ? due : addDays(due, 1 + (at % 5))
      const isSent = at < sentAtAll
      const villages = telling(commune, at).map((village, i) =>
        villageOf(village, {
          half: 'Y',
          on: plainDate(i % 4 === 0 ? '2025-12-15' : '2025-12-16'),
          acceptedOn: isSent && !(at === 0 && i < stillToLookAt) ? due : null,
        }),
      )
      const own = { unitId: commune.unitId, content: contentOf(commune, 'Y', at), on, acceptedOn: null }
      return isSent ? [...villages, own] : villages
    }),
    ...agenciesOf(tree, { from: 1, on: due, acceptedOn: null }),
  ]
}

/**
 * Some fifty villages of the year are silent: the first of the first commune, whose head still has it to do; the last where
 * something is wrong, and of one commune in seven; every one of one commune.
 */
function telling({ code, villages }: Commune, at: number): readonly Unit[] {
  if (at === 0) return villages.slice(1)
  if (code === silentCode) return []
  const isShort = (at >= inTime && at < inTime + faults.length) || at >= sentAtAll || at % 7 === 3
  return isShort ? villages.slice(0, -1) : villages
}
/** Where nobody told anything: xã Sốp Cộp. */
const silentCode = '04231'

function contentOf({ code, villages }: Commune, half: Half, at?: number) {
  const fault = (at === undefined ? undefined : faults[at - inTime]) ?? plain
  return communeTold({ code, half, villages: villages.map(village => village.code) }, fault)
}

type When = Pick<Told, 'on' | 'acceptedOn'>

function villageOf({ unitId, code }: Unit, { half, ...when }: When & { readonly half: Half }): Told {
  return { unitId, content: villageTold(code, half), ...when }
}

/** All but a few of 60. */
function agenciesOf(tree: OrgTree, { from, ...when }: When & { readonly from: number }): Told[] {
  const agencies = unitsOf(tree, ['agency'])
  const silent = from === 0 ? 2 : 7
  return agencies.slice(from, agencies.length - silent).map(({ unitId, code }): Told => ({ unitId, content: agencyTold(code), ...when }))
}
