import type { RefusalDetails } from '#domain/kit/result.ts'
import { lowerFirst } from '#domain/kit/text.ts'

/** How a refusal is answered: the HTTP status and a Vietnamese sentence that names the rule and the way out. */
export type RefusalText = {
  readonly status: 400 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 507
  readonly say: string | ((details: RefusalDetails) => string)
}

/** Where one of many rows is refused, the sentence begins with the row. */
export function sayRefusal(text: RefusalText, details: RefusalDetails): string {
  const sentence = typeof text.say === 'string' ? text.say : text.say(details)
  return typeof details['row'] === 'number' ? `Dòng ${details['row']}: ${lowerFirst(sentence)}` : sentence
}

/** `2022-06-14` in a sentence: `14/6/2022`. */
export function dayWords(day: string | number | null | undefined): string {
  const [year, month, date] = String(day ?? '').split('-')
  return year && month && date ? `${Number(date)}/${Number(month)}/${year}` : '…'
}
