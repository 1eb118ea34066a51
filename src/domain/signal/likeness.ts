import { thresholds } from './thresholds.ts'

/** Words every form prints, whoever holds the meeting; the longer before those they hold. */
const wordsOfTheForm = [
  'cộng hòa xã hội chủ nghĩa việt nam',
  'độc lập - tự do - hạnh phúc',
  'biên bản họp bình xét',
  'danh hiệu gia đình văn hóa',
  'gia đình văn hóa',
  'thành phần tham dự',
  'cuộc họp kết thúc vào hồi',
  'biên bản được đọc cho mọi người cùng nghe',
  'chủ trì cuộc họp',
  'thư ký cuộc họp',
  'kết quả biểu quyết',
] as const
const formPattern = new RegExp(wordsOfTheForm.join('|'), 'giu')

/**
 * The runs of words of a text, without what two honest minutes share anyway: the words of the form, names (written with a
 * capital) and numbers.
 */
export function runsOf(text: string): Set<string> {
  const own = text.normalize('NFC').replaceAll(formPattern, ' ')
  const words = own.match(/[\p{L}\p{N}]+/gu)?.filter(word => /^\p{Ll}\p{L}*$/u.test(word)) ?? []
  const { wordsInARun } = thresholds.sameMinutes
  const runs = new Set<string>()
  for (let at = 0; at + wordsInARun <= words.length; at++) runs.add(words.slice(at, at + wordsInARun).join(' '))
  return runs
}

/** How much of two sets both have, of all they have together: 1 for equal ones. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0
  let both = 0
  for (const run of one) if (other.has(run)) both++
  return both / (one.size + other.size - both)
}
