/** Signs nobody sees that copying brings along: they make two equal codes differ, or turn the reading direction round. */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu

/** Text from outside: trimmed, composed (NFC), without unseen signs. Never NFKC, which would turn `½` into `1⁄2`. */
export function cleanText(text: string): string {
  return text.replace(unseen, '').normalize('NFC').trim()
}

/** Whether every sign can be stored and printed: no controls besides tab and line end, no halves of signs. */
export function isPlainText(text: string): boolean {
  return !/[\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|[^\P{Cc}\t\n]/u.test(text)
}

/** Latin letters with any marks, and the punctuation of Vietnamese text: what every face of our papers has. */
export function isPaperText(text: string): boolean {
  return /^(?:[\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a]|[\u0300-\u036f])*$/u.test(text)
}

/** The search key of a text: lower case without diacritics, `đ` as `d`, runs of spaces as one. Never an identity. */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
}

const vietnamese = new Intl.Collator('vi', { numeric: true })

/** Vietnamese dictionary order. */
export function compareText(a: string, b: string): number {
  return vietnamese.compare(a, b)
}

/** People are listed by given name, then middle names, then family name: `Lò Văn An` before `Cầm Thị Bình`. */
export function compareFullName(a: string, b: string): number {
  const [x, y] = [a, b].map(name => name.split(' ').reverse())
  for (let i = 0; i < Math.max(x?.length ?? 0, y?.length ?? 0); i++) {
    const order = compareText(x?.[i] ?? '', y?.[i] ?? '')
    if (order !== 0) return order
  }
  return 0
}

/** `phòng Tổng hợp` → `Phòng Tổng hợp`. */
export function capitalise(text: string): string {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase('vi') + rest.join('')
}

/** `Phòng Tổng hợp` → `phòng Tổng hợp`, as inside a sentence. */
export function lowerFirst(text: string): string {
  const [first = '', ...rest] = text
  return first.toLocaleLowerCase('vi') + rest.join('')
}

/** Every blank field of a document is held open by this many non-breaking spaces. */
export const nonBreakingSpace = '\u00a0'

/** `3.000`, `90,7`: dot for thousands, comma for decimals, at most `decimals` places. */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, '.')
  const kept = fraction.replace(/0+$/u, '')
  return `${value < 0 ? '-' : ''}${grouped}${kept ? `,${kept}` : ''}`
}

/** Counts in running text of an administrative document: `08 tổ chức`, `113 người`. */
export function formatCount(value: number): string {
  return value < 10 ? `0${value}` : formatNumber(value)
}

const romans = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII']

/** `IV`: how main parts are numbered; no document of the house has more than eighteen. */
export function romanNumeral(count: number): string {
  return romans[count] ?? String(count)
}
