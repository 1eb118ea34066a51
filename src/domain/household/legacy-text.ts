// Text typed before Unicode: one sign of a Western alphabet stood for a Vietnamese letter (TCVN 5712:1993, fonts named
// .Vn…), or a letter was followed by a sign for its marks (VNI, fonts named VNI-…). Copied out of its font it reads
// `NguyÔn V¨n An` or `Nguyeãn Vaên An`.

export type LegacyEncoding = 'tcvn3' | 'vni'

/** Letters of TCVN 5712:1993 in the order of the code, from U+00A1; `_` where there is none. */
const tcvn3Letters = new Map(
  pairs(
    '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ',
    'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ',
  ),
)

/** A vowel and the sign after it. */
const vniMarks = 'ùøûõïâáàåãäêéèúüë'
const vniPairs = new Map<string, string>()
for (const [base, signs, letters] of [
  ['a', vniMarks, 'áàảãạâấầẩẫậăắằẳẵặ'],
  ['e', 'ùøûõïâáàåãä', 'éèẻẽẹêếềểễệ'],
  ['o', 'ùøûõïâáàåãä', 'óòỏõọôốồổỗộ'],
  ['u', 'ùøûõï', 'úùủũụ'],
  ['y', 'ùøûõ', 'ýỳỷỹ'],
  ['ô', 'ùøûõï', 'ớờởỡợ'],
  ['ö', 'ùøûõï', 'ứừửữự'],
] as const)
  for (const [sign, letter] of pairs(signs, letters)) {
    vniPairs.set(base + sign, letter)
    vniPairs.set(base.toUpperCase() + sign, letter.toUpperCase())
    vniPairs.set(base.toUpperCase() + sign.toUpperCase(), letter.toUpperCase())
  }
/** Letters that stand alone. */
const vniSingles = new Map(pairs('ôöñæóòîÔÖÑÆÓÒÎ', 'ơưđỉĩịỵƠƯĐỈĨỊỴ'))

const vniSign = /[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ôöñæóòîíì]/giu
/** Pairs no Vietnamese word in Unicode has; `oà`, `oá`, `oã`, `oé`, `uù` do occur. */
const vniOnly = /[ae][ùøûõïâåäêëü]|a[áàãéèú]|e[áàã]|o[ùøûïâåä]|u[øûõï]|y[øûõ]|[öñæ]|ô[ùøûï]/giu
const tcvn3Only = /[A-Za-z][¡-\u00bf]|[¨©«¬\u00ad®µ¶·¸¹»¼½¾][A-Za-z]/gu
const unicodeOnly = /[ăđĩũơư\u1ea0-\u1ef9]/giu

/**
 * In which of the old ways some texts are written; null for Unicode, and where nothing tells. Asked of a whole file:
 * one name alone may read as anything.
 */
export function recogniseLegacy(texts: Iterable<string>): LegacyEncoding | null {
  let [unicode, vni, tcvn3] = [0, 0, 0]
  for (const text of texts) {
    const composed = text.normalize('NFC')
    unicode += count(composed, unicodeOnly)
    vni += count(composed, vniOnly)
    tcvn3 += count(composed, tcvn3Only)
  }
  if (Math.max(vni, tcvn3) <= unicode) return null
  return tcvn3 > vni ? 'tcvn3' : 'vni'
}

/** The same text in Unicode (NFC). Only for text recognised as written in the old way. */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  const composed = text.normalize('NFC')
  if (encoding === 'tcvn3') return composed.replace(/\S+/gu, fromTcvn3)
  return composed.replace(vniSign, found => vniPairs.get(found) ?? Array.from(found, sign => vniSingles.get(sign) ?? sign).join(''))
}

/** Capitals with tones had no code of their own: their fonts drew small letters large, so the plain letters of a word tell. */
function fromTcvn3(word: string): string {
  const letters = Array.from(word, sign => tcvn3Letters.get(sign) ?? sign).join('')
  return /[A-Z].*[A-Z]/u.test(word) && !/[a-z]/u.test(word) ? letters.toUpperCase() : letters
}

/** Letters no Vietnamese name in Unicode has: `Ð` is not `Đ`. */
const foreign = /[¡-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþ]/u

/** The first letter of a text that is none of the Vietnamese alphabet, nor of names of other peoples in it. */
export function foreignLetter(text: string): string | undefined {
  return foreign.exec(text)?.[0]
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function pairs(from: string, to: string): [string, string][] {
  const letters = Array.from(to)
  return Array.from(from, (sign, i) => [sign, letters[i] ?? sign])
}
