import { searchKey } from '#domain/kit/text.ts'

/** A piece of a text, and whether it is what was looked for. */
export type FoundPiece = { readonly text: string; readonly isFound: boolean }

/** Cuts a text where the words typed stand in it, with or without diacritics. One letter alone counts at the start of a word only. */
export function markFound(text: string, search: string): FoundPiece[] {
  const letters = Array.from(text.normalize('NFC'))
  const keys = letters.map(letter => searchKey(letter) || (/\s/u.test(letter) ? ' ' : ''))
  const origins = keys.flatMap((key, i) => Array.from(key, () => i))
  const whole = keys.join('')
  const isFound = letters.map(() => false)
  for (const word of searchKey(search).split(' ').filter(Boolean))
    for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + 1)) {
      if (word.length === 1 && /[\p{L}\d]/u.test(whole[at - 1] ?? '')) continue
      for (const i of origins.slice(at, at + word.length)) isFound[i] = true
    }
  const pieces: { text: string; isFound: boolean }[] = []
  letters.forEach((letter, i) => {
    const last = pieces.at(-1)
    const found = isFound[i] ?? false
    if (last?.isFound === found) last.text += letter
    else pieces.push({ text: letter, isFound: found })
  })
  return pieces
}
