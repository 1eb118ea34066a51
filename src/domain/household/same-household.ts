import type { HouseholdContent } from './household.ts'

type Known = Pick<HouseholdContent, 'headName' | 'address' | 'areaUnitId'> & { readonly code: string | null }

/**
 * Whether two entries may be one household: the same code, or in one residential area the same name at no other address.
 * Names are compared sign by sign: `Lò Văn Toản` and `Lò Văn Toàn` are two people. Only ever a question to a person.
 */
export function sameHousehold(a: Known, b: Known): boolean {
  if (a.areaUnitId !== b.areaUnitId) return false
  if (a.code !== null && b.code !== null) return a.code === b.code
  if (plain(a.headName) !== plain(b.headName)) return false
  return a.address === '' || b.address === '' || plain(a.address) === plain(b.address)
}

/** What one area is searched by for a name that may be known: capitals and spaces aside, marks and all. */
export function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
