import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import { decree30 } from '../preset.ts'

/** Tinos: free, with the widths of Times New Roman and every Vietnamese letter. */
const faceFiles: Readonly<Record<Face, string>> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
}

export const faces = ['regular', 'italic', 'bold', 'boldItalic'] as const
export type Face = (typeof faces)[number]

const loaded = new Map<Face, { bytes: Buffer; font: Font; widths: Map<number, number> }>()

function load(face: Face) {
  const known = loaded.get(face)
  if (known) return known
  const bytes = readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/tinos/${faceFiles[face]}`)))
  const font = create(bytes)
  if ('fonts' in font) throw new Error(`a collection of fonts where one is expected: ${faceFiles[face]}`)
  const entry = { bytes, font, widths: new Map<number, number>() }
  loaded.set(face, entry)
  return entry
}

/** The font file of a face, as the PDF engine embeds it. */
export function fontFile(face: Face): Buffer {
  return load(face).bytes
}

/** Width of a line in points. Word does not kern by default, so neither do we. */
export function measureText(text: string, face: Face, size: number): number {
  const { font, widths } = load(face)
  let units = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    let width = widths.get(code)
    if (width === undefined) {
      width = font.glyphForCodePoint(code).advanceWidth
      widths.set(code, width)
    }
    units += width
  }
  return (units / font.unitsPerEm) * size
}

const vowels = Array.from('aăâeêioôơuưy')
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const lower = ['đ', ...vowels.flatMap(vowel => tones.map(tone => (vowel + tone).normalize('NFC')))]
const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
const required = [...ascii, ...lower, ...lower.map(letter => letter.toLocaleUpperCase('vi')), ...Array.from('–—“”‘’…•₫½²³\u00a0')]
const onlyRequired = new RegExp(`^[${required.map(sign => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`).join('')}]*$`, 'u')

/** Paper would show boxes for what no face can print, so there is no paper. */
export class MissingSigns extends Error {
  readonly signs: readonly string[]
  constructor(signs: readonly string[]) {
    super(`Phông chữ ${decree30.font} không có ký tự: ${signs.join(' ')}`)
    this.signs = signs
  }
}

export function refuseMissingSigns(text: string): void {
  const signs = unprintableSigns(text)
  if (signs.length > 0) throw new MissingSigns(signs)
}

/** Signs of a text that no face can print; for ordinary Vietnamese text the start-up check has already answered. */
export function unprintableSigns(text: string): string[] {
  if (onlyRequired.test(text)) return []
  const { font } = load('regular')
  return [...new Set(text)].filter(sign => !font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0))
}

/**
 * Throws when a face lacks a Vietnamese letter: some widely installed look-alikes lack all letters with tone marks,
 * and a substitute would be printed silently. Called once at start-up.
 */
export function checkFonts(): void {
  for (const face of faces) {
    const { font } = load(face)
    const missing = required.filter(sign => !font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0))
    if (missing.length > 0)
      throw new Error(`Phông chữ thay cho ${decree30.font} (kiểu ${face}) thiếu chữ: ${missing.join(' ')}. Hãy cài lại bằng lệnh npm ci.`)
  }
}
