/** A percentage digit for digit: `79,9` is 799 at one digit after the comma. */
export type Percent = { readonly scaled: bigint; readonly digits: number }

/** As a table or sentence prints it, with comma or dot; null where it is none. */
export function readPercent(text: string): Percent | null {
  const [, whole, fraction = ''] = /^(\d{1,6})(?:[.,](\d{1,6}))?\s?%?$/u.exec(text.trim()) ?? []
  return whole === undefined ? null : { scaled: BigInt(whole + fraction), digits: fraction.length }
}

/** `79,9`, with as many digits as were asked for. */
export function printPercent({ scaled, digits }: Percent): string {
  const padded = String(scaled).padStart(digits + 1, '0')
  return digits === 0 ? padded : `${padded.slice(0, -digits)},${padded.slice(-digits)}`
}

/** How a share looks when the digits behind are cut off, and when they are rounded, half upwards. */
export function truncated({ numerator, base, digits }: ShareOf): Percent {
  return { scaled: (BigInt(numerator) * scaleOf(digits)) / BigInt(base), digits }
}

export function rounded({ numerator, base, digits }: ShareOf): Percent {
  return { scaled: (2n * BigInt(numerator) * scaleOf(digits) + BigInt(base)) / (2n * BigInt(base)), digits }
}
type ShareOf = { readonly numerator: number; readonly base: number; readonly digits: number }

/** How a printed share stands to its two counts. A share of none is none. */
export function likeness(printed: Percent, { numerator, base }: Pick<ShareOf, 'numerator' | 'base'>): 'rounded' | 'truncated' | 'neither' {
  if (base === 0) return 'neither'
  const counts = { numerator, base, digits: printed.digits }
  if (rounded(counts).scaled === printed.scaled) return 'rounded'
  return truncated(counts).scaled === printed.scaled ? 'truncated' : 'neither'
}

/** The least count out of `base` that prints so, rounded or cut off; null where none does. */
export function countGiving(printed: Percent, base: number): number | null {
  if (base === 0) return null
  const nearest = Number((printed.scaled * BigInt(base)) / scaleOf(printed.digits))
  for (const numerator of [nearest - 1, nearest, nearest + 1])
    if (numerator >= 0 && likeness(printed, { numerator, base }) !== 'neither') return numerator
  return null
}

function scaleOf(digits: number): bigint {
  return 100n * 10n ** BigInt(digits)
}
