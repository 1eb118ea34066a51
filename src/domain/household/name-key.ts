/** Marks in the order of the dictionary: none, grave, hook, tilde, acute, dot below. */
const tones = '\u0300\u0309\u0303\u0301\u0323'

/** Letters with a mark of their own follow the plain one: `ă` after `az`, `â` after `ăz`. */
const later: Readonly<Record<string, string>> = {
  ă: 'a\x7f',
  â: 'a\x7f\x7f',
  đ: 'd\x7f',
  ê: 'e\x7f',
  ô: 'o\x7f',
  ơ: 'o\x7f\x7f',
  ư: 'u\x7f',
}

/**
 * What a list of people is sorted by, compared byte by byte: given name first, letters before tones, as
 * `compareFullName` orders them. A database sorts and pages by it without knowing Vietnamese.
 */
export function nameKey(fullName: string): string {
  return fullName.normalize('NFC').toLowerCase().split(/\s+/u).filter(Boolean).toReversed().map(wordKey).join(' ')
}

function wordKey(word: string): string {
  const marks = Array.from(word.normalize('NFD')).filter(sign => tones.includes(sign))
  const letters = Array.from(word.normalize('NFD'))
    .filter(sign => !tones.includes(sign))
    .join('')
    .normalize('NFC')
  const tone = marks[0] === undefined ? 0 : tones.indexOf(marks[0]) + 1
  return `${Array.from(letters, letter => later[letter] ?? letter).join('')}!${tone}`
}
