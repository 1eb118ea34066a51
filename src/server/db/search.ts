import { searchKey } from '#domain/kit/text.ts'

/** A `like` pattern that finds what was typed anywhere in a search key, with or without diacritics, signs as they are. */
export function likePattern(search: string): string {
  return `%${searchKey(search).replace(/[\\%_]/gu, '\\$&')}%`
}
