/** Marks in the order of the dictionary: none, grave, hook, tilde, acute, dot below. */
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

/** Letters with a mark of their own follow the plain one: `ă` after `az`, `â` after `ăz`. */
const later: ReadonlyMap<string, string> = new Map([
  ['ă', 'a\x7f'],
  ['â', 'a\x7f\x7f'],
  ['đ', 'd\x7f'],
  ['ê', 'e\x7f'],
  ['ô', 'o\x7f'],
  ['ơ', 'o\x7f\x7f'],
  ['ư', 'u\x7f'],
])

type Letter = { readonly key: string; readonly tone: number }

/** Every vowel with every tone, and `đ`: what a list of a province is sorted by is looked up, not taken apart each time. */
const letters: ReadonlyMap<string, Letter> = new Map(
  Array.from('aăâeêioôơuưyđ').flatMap(letter =>
    tones.map((mark, tone) => [`${letter}${mark}`.normalize('NFC'), { key: later.get(letter) ?? letter, tone }] as const),
  ),
)

/**
 * What a list of people is sorted by, compared byte by byte: given name first, letters before tones, as
 * `compareFullName` orders them. A database sorts and pages by it without knowing Vietnamese.
 */
export function nameKey(fullName: string): string {
  return fullName.normalize('NFC').toLowerCase().split(/\s+/u).filter(Boolean).toReversed().map(wordKey).join(' ')
}

function wordKey(word: string): string {
  let key = ''
  let tone = 0
  for (const sign of word) {
    const letter = letters.get(sign)
    key += letter?.key ?? sign
    tone ||= letter?.tone ?? 0
  }
  return `${key}!${tone}`
}
