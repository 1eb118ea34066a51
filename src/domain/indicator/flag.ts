import { canonicalJson } from '../kit/canonical.ts'

/** What is asked about, never corrected: the sender mends it or says why it stays. None blocks. */
export const checkRules = [
  'above-whole',
  'nested-sets',
  'parts-and-whole',
  'twins-differ',
  'share-above-hundred',
  'share-impossible',
  'share-truncated',
  'share-differs',
  'share-without-base',
  'share-of-other-base',
  'same-as-last',
  'jump',
  'base-before-change',
  'turns-and-things',
  'points-or-percent',
  'missing',
] as const
export type CheckRule = (typeof checkRules)[number]

/** Beside what a sheet says by itself: what the house has on record, what was told below or in another request says another number. */
export type FlagRule = CheckRule | 'differs-from-record' | 'differs-from-below' | 'differs-elsewhere'

/** A figure by its indicator, a printed percentage by its ratio, or a part of the narrative. */
export type FlagPlace = { readonly kind: 'cell' | 'ratio' | 'part'; readonly key: string }

/** One thing that cannot be, or can hardly be, as it is written; told in the words of who wrote it. */
export type Flag<Rule extends FlagRule = CheckRule> = {
  readonly rule: Rule
  /** The same for the same rule, places and numbers, however often it is found: "giữ nguyên vì …" holds of these very numbers only. */
  readonly key: string
  readonly places: readonly FlagPlace[]
  /** The numbers it is about, as they are written. */
  readonly numbers: readonly string[]
  readonly sentence: string
  /** What it most often comes from. */
  readonly cause: string
}

export function flag<Rule extends FlagRule>(rule: Rule, { places, numbers, sentence, cause }: Omit<Flag, 'rule' | 'key'>): Flag<Rule> {
  return { rule, key: `${rule}:${digest(canonicalJson([places, numbers]))}`, places, numbers, sentence, cause }
}

export function cell(key: string): FlagPlace {
  return { kind: 'cell', key }
}

export function ratioPlace(key: string): FlagPlace {
  return { kind: 'ratio', key }
}

/** FNV-1a over 64 bits: short, and the same everywhere. It names a flag of one return, it protects nothing. */
function digest(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const sign of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(sign)) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}
