import type { ParagraphLook, RunLook } from './read-model.ts'
import { child, integer, value, type XmlNode } from './xml-tree.ts'

/** What one `rPr` says; silent on the rest. Toggles are kept apart, because styles combine them by exclusive or. */
export type RunProperties = Partial<Omit<RunLook, 'bold' | 'italic' | 'caps'>> &
  Partial<Record<'bold' | 'italic' | 'caps', boolean>> & { readonly characterStyle?: string; readonly hidden?: boolean }

/** What one `pPr` says. */
export type ParagraphProperties = Partial<ParagraphLook> & { readonly numberingId?: string; readonly level?: number }

export type ThemeFonts = Readonly<Record<string, string>>

/** `<w:b/>`, `<w:b w:val="0"/>`. */
export function isOn(node: XmlNode | undefined): boolean | undefined {
  if (node === undefined) return undefined
  return !['0', 'false', 'off', 'none'].includes(value(node) ?? 'true')
}

export function readRunProperties(node: XmlNode | undefined, theme: ThemeFonts): RunProperties {
  if (node === undefined) return {}
  const fonts = child(node, 'rFonts')?.attributes ?? {}
  const halfPoints = integer(value(child(node, 'sz')))
  return defined({
    asciiFont: theme[fonts['asciiTheme'] ?? ''] ?? fonts['ascii'],
    hAnsiFont: theme[fonts['hAnsiTheme'] ?? ''] ?? fonts['hAnsi'],
    size: halfPoints === undefined ? undefined : halfPoints / 2,
    bold: isOn(child(node, 'b')),
    italic: isOn(child(node, 'i')),
    caps: isOn(child(node, 'caps')),
    underline: isOn(child(node, 'u')),
    hidden: isOn(child(node, 'vanish')),
    color: value(child(node, 'color'))?.toLowerCase(),
    characterStyle: value(child(node, 'rStyle')),
  })
}

export function readParagraphProperties(node: XmlNode | undefined): ParagraphProperties {
  if (node === undefined) return {}
  const spacing = child(node, 'spacing')?.attributes ?? {}
  const borders = child(node, 'pBdr')
  const numbering = child(node, 'numPr')
  const outline = integer(value(child(node, 'outlineLvl')))
  return defined({
    align: value(child(node, 'jc')),
    ...readIndents(child(node, 'ind')?.attributes ?? {}),
    before: integer(spacing['before']),
    after: integer(spacing['after']),
    line: integer(spacing['line']),
    lineRule: spacing['line'] === undefined ? undefined : (spacing['lineRule'] ?? 'auto'),
    contextualSpacing: isOn(child(node, 'contextualSpacing')),
    topBorder: isOn(child(borders, 'top')),
    bottomBorder: isOn(child(borders, 'bottom')),
    outline: outline === undefined || outline > 8 ? undefined : outline,
    styleId: value(child(node, 'pStyle')),
    numberingId: value(child(numbering, 'numId')),
    level: integer(value(child(numbering, 'ilvl'))),
  })
}

function readIndents(indents: Readonly<Record<string, string>>) {
  const hanging = integer(indents['hanging'])
  return {
    left: integer(indents['left'] ?? indents['start']),
    right: integer(indents['right'] ?? indents['end']),
    firstLine: hanging === undefined ? integer(indents['firstLine']) : -hanging,
  }
}

type Defined<Record> = { [Key in keyof Record]?: Exclude<Record[Key], undefined> }

/** Without the keys that say nothing, so that spreading one record over another keeps what it is silent about. */
function defined<Values extends Readonly<Record<string, unknown>>>(values: Values): Defined<Values> {
  const kept: Defined<Values> = {}
  for (const key in values) if (values[key] !== undefined) Object.assign(kept, { [key]: values[key] })
  return kept
}
