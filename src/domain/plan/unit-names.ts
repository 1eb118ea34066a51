import { searchKey } from '../kit/text.ts'

/** A unit as people write it in a table. */
export type NamedUnit = {
  readonly unitId: string
  readonly name: string
  readonly calledInText: string
  readonly shortName: string | null
}

/** What a written name means: one unit, or a question for the person who wrote it. Nothing is guessed. */
export type UnitReading =
  | { readonly kind: 'unit'; readonly unit: NamedUnit }
  | { readonly kind: 'ambiguous'; readonly text: string; readonly candidates: readonly NamedUnit[] }
  | { readonly kind: 'unknown'; readonly text: string; readonly nearest: readonly NamedUnit[] }

/** By its name, the way running text calls it, or its short name. A word may leave out its diacritics, not have others. */
export function readUnit(text: string, units: readonly NamedUnit[]): UnitReading {
  const written = wordsOf(text)
  const same = (unit: NamedUnit, isSame: (word: string, of: string) => boolean): boolean =>
    namesOf(unit).some(name => {
      const words = wordsOf(name)
      return words.length === written.length && words.every((word, i) => isSame(written[i] ?? '', word))
    })
  const letterByLetter = units.filter(unit => same(unit, (word, of) => word === of))
  const found =
    letterByLetter.length > 0 ? letterByLetter : units.filter(unit => same(unit, (word, of) => word === of || word === searchKey(of)))
  const [unit, ...others] = found
  if (unit && others.length === 0) return { kind: 'unit', unit }
  if (unit) return { kind: 'ambiguous', text: text.trim(), candidates: found }
  return { kind: 'unknown', text: text.trim(), nearest: nearestUnits(searchKey(text), units) }
}

/** Several in one cell: by semicolon or line; a comma or `và` parts them only where it does not belong to a name. */
export function readUnits(text: string, units: readonly NamedUnit[]): UnitReading[] {
  return text
    .split(/[;\n]/u)
    .map(piece => piece.trim())
    .filter(Boolean)
    .flatMap(piece => readPiece(piece, units))
}

function readPiece(piece: string, units: readonly NamedUnit[]): UnitReading[] {
  const whole = readUnit(piece, units)
  if (whole.kind !== 'unknown') return [whole]
  const parts = piece.split(/(,\s*|\s+và\s+)/u) // odd places hold what parts them
  const readings: UnitReading[] = []
  for (let from = 0; from < parts.length; ) {
    let until = parts.length
    let reading = readUnit(parts.slice(from, until).join(''), units)
    while (reading.kind === 'unknown' && until - from > 1) {
      until -= 2
      reading = readUnit(parts.slice(from, until).join(''), units)
    }
    if (reading.kind !== 'unknown' || reading.text !== '') readings.push(reading)
    from = until + 1
  }
  return readings.some(reading => reading.kind === 'unit') ? readings : [whole]
}

/** `các phòng, ban, đơn vị`, `tất cả phòng, ban, đơn vị trực thuộc`. */
export function meansAllUnits(text: string): boolean {
  return /^(?:tat ca(?: cac)?|cac)(?:,? (?:phong|ban|don vi|truc thuoc|va))*$/u.test(searchKey(text)) && searchKey(text) !== 'cac'
}

function namesOf(unit: NamedUnit): string[] {
  return [unit.name, unit.calledInText, unit.shortName ?? ''].filter(Boolean)
}

/** The words of a name, small, each with its tone at its end, so that `hoá` is `hóa`; blanks about hyphens and commas are no matter. */
function wordsOf(text: string): string[] {
  return text
    .toLocaleLowerCase('vi')
    .normalize('NFD')
    .split(/[\s,‐‑–-]+/u)
    .map(word => word.replace(/([\u0300\u0301\u0303\u0309\u0323])(\S*)/u, '$2$1'))
    .filter(Boolean)
}

/** At most three that look like what was written, the likest first. */
function nearestUnits(key: string, units: readonly NamedUnit[]): NamedUnit[] {
  const scored = units
    .map(unit => ({ unit, likeness: Math.max(...namesOf(unit).map(name => likeness(key, searchKey(name)))) }))
    .filter(({ likeness: score }) => score >= 0.5)
    .sort((a, b) => b.likeness - a.likeness)
  const best = scored[0]?.likeness ?? 0
  return scored
    .filter(({ likeness: score }) => score >= best - 0.2)
    .slice(0, 3)
    .map(({ unit }) => unit)
}

/** How many pairs of neighbouring letters two texts share, from 0 to 1 (Dice's coefficient). */
function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)]
  if (left.length + right.length === 0) return a === b ? 1 : 0
  const open = [...right]
  let shared = 0
  for (const pair of left) {
    const at = open.indexOf(pair)
    if (at < 0) continue
    open.splice(at, 1)
    shared++
  }
  return (2 * shared) / (left.length + right.length)
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))
}
