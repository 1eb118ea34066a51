import { type Addition, type Dictionary, indicatorOf } from '../indicator/indicator.ts'

/** What is added up by itself: a count, or the two counts of a share, of the units that told both. */
export type Thing = { readonly code: string; readonly codes: readonly string[]; readonly addition: Addition }

/** A share of one of its bases is kept beside the counts under a code of its own. */
export function shareCode(code: string, baseCode: string): string {
  return `${code} ${baseCode}`
}

/** All that is added up by a dictionary. Where one of its counts cannot be added, a share of a sum is not taken. */
export function thingsOf(dictionary: Dictionary): Thing[] {
  const isSummed = (code: string): boolean => indicatorOf(dictionary, code)?.addition === 'sum'
  const shares = dictionary.ratios.flatMap(({ code, numerator, bases }) =>
    bases
      .filter(base => isSummed(numerator) && isSummed(base.code))
      .map((base): Thing => ({ code: shareCode(code, base.code), codes: [numerator, base.code], addition: 'sum' })),
  )
  return [...dictionary.indicators.map(({ code, addition }): Thing => ({ code, codes: [code], addition })), ...shares]
}
