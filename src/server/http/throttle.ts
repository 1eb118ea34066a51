/** How often one address may ask. */
export type ThrottleLimit = { readonly times: number; readonly withinMs: number }
type Counted = { readonly since: number; readonly times: number }

/** More addresses than this at once are no people: the oldest are forgotten. */
const mostAddresses = 10_000

/**
 * Counts askings by address in the memory of this process: what anybody may ask is no load for whoever asks a thousand
 * times, and where people asked from is written down nowhere. `clock` in milliseconds.
 */
export function openThrottle(
  { times, withinMs }: ThrottleLimit,
  clock: () => number = () => performance.now(),
): (address: string) => boolean {
  const counts = new Map<string, Counted>()
  return address => {
    const now = clock()
    const before = counts.get(address)
    const isFresh = before === undefined || now - before.since >= withinMs
    const counted = isFresh ? { since: now, times: 1 } : { since: before.since, times: before.times + 1 }
    if (isFresh) counts.delete(address) // the order of the map is that of their beginnings
    counts.set(address, counted)
    const [oldest] = counts.keys()
    if (counts.size > mostAddresses && oldest !== undefined) counts.delete(oldest)
    return counted.times <= times
  }
}
