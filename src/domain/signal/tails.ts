// How rare what was seen would be: exact tails, so that a signal can say "not once in two hundred".

/** `ln 0!`, `ln 1!` … up to what a large commune needs; made once. */
const logFactorials: readonly number[] = logFactorialsUpTo(20_000)

/** How rarely `count` or more of `total` independent cases happen when each has chance `p`. */
export function binomialAtLeast(count: number, total: number, p: number): number {
  return sumFrom(count, total, k => binomialChance(k, total, p))
}

/** How rarely `count` or fewer of `total` independent cases happen when each has chance `p`. */
export function binomialAtMost(count: number, total: number, p: number): number {
  return sumFrom(0, count, k => binomialChance(k, total, p))
}

type Group = { readonly total: number; readonly p: number }

/** The same over two groups of cases with different chances, counted together. */
export function twoBinomialsAtMost(count: number, one: Group, other: Group): number {
  return sumFrom(0, Math.min(count, one.total), k => binomialChance(k, one.total, one.p) * binomialAtMost(count - k, other.total, other.p))
}

/** How rarely all of several independent cases happen together with at least `count` of them, each with its own chance. */
export function unequalAtLeast(count: number, chances: readonly number[]): number {
  const happened = chances.reduce<readonly number[]>(
    (before, p) => Array.from({ length: before.length + 1 }, (_, k) => (before[k] ?? 0) * (1 - p) + (before[k - 1] ?? 0) * p),
    [1],
  )
  return sumFrom(count, chances.length, k => happened[k] ?? 0)
}

/** Of `total` households `marked` are marked and `chosen` are chosen, `both` of them marked. */
export type Overlap = { readonly total: number; readonly marked: number; readonly chosen: number; readonly both: number }

/**
 * How rarely an overlap as large comes about when being marked makes being chosen `odds` times as likely: Fisher's exact
 * tail, the plain hypergeometric one where `odds` is 1.
 */
export function overlapAtLeast({ total, marked, chosen, both }: Overlap, odds: number): number {
  const least = Math.max(0, chosen + marked - total)
  const most = Math.min(marked, chosen)
  const logs = Array.from({ length: most - least + 1 }, (_, at) => {
    const k = least + at
    return logChoose(marked, k) + logChoose(total - marked, chosen - k) + k * Math.log(odds)
  })
  const highest = Math.max(...logs)
  const weights = logs.map(log => Math.exp(log - highest))
  return sum(weights.slice(Math.max(0, both - least))) / sum(weights)
}

function binomialChance(k: number, total: number, p: number): number {
  if (p <= 0) return k === 0 ? 1 : 0
  if (p >= 1) return k === total ? 1 : 0
  return Math.exp(logChoose(total, k) + k * Math.log(p) + (total - k) * Math.log1p(-p))
}

function logChoose(total: number, k: number): number {
  return k < 0 || k > total ? -Infinity : logFactorial(total) - logFactorial(k) - logFactorial(total - k)
}

/** Beyond the table Stirling's series is exact to the last digit shown. */
function logFactorial(n: number): number {
  return logFactorials[n] ?? n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n)
}

function logFactorialsUpTo(most: number): number[] {
  const logs = [0]
  for (let n = 1; n <= most; n++) logs.push((logs[n - 1] ?? 0) + Math.log(n))
  return logs
}

function sumFrom(from: number, to: number, chance: (k: number) => number): number {
  let total = 0
  for (let k = Math.max(0, from); k <= to; k++) total += chance(k)
  return Math.min(1, total)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
