import { type ParagraphProperties, type RunProperties, readParagraphProperties, readRunProperties, type ThemeFonts } from './properties.ts'
import type { ParagraphLook, RunLook } from './read-model.ts'
import { child, childrenNamed, descendants, value, type XmlNode } from './xml-tree.ts'

/**
 * The cascade of Word: document defaults, table style, numbering level, chain of paragraph styles, chain of character
 * styles, direct formatting. Bold, italic and capitals are toggles between styles and absolute when set directly.
 */
export type StyleSheet = {
  readonly paragraphLook: (direct: ParagraphProperties, tableStyle: string | undefined) => ParagraphLook
  readonly runLook: (
    paragraphStyle: string,
    direct: RunProperties,
    tableStyle: string | undefined,
  ) => RunLook & { readonly hidden: boolean }
  readonly bulletOf: (properties: ParagraphLook & ParagraphProperties) => string
}

type Style = { readonly basedOn: string | undefined; readonly run: RunProperties; readonly paragraph: ParagraphProperties }

const plainParagraph: ParagraphLook = {
  align: 'left',
  left: 0,
  right: 0,
  firstLine: 0,
  before: 0,
  after: 0,
  contextualSpacing: false,
  line: 240,
  lineRule: 'auto',
  topBorder: false,
  bottomBorder: false,
  outline: null,
  styleId: '',
}

/** Word's own defaults where a file is silent: 10 pt Times New Roman. */
const plainRun: RunLook = {
  asciiFont: 'Times New Roman',
  hAnsiFont: 'Times New Roman',
  size: 10,
  bold: false,
  italic: false,
  caps: false,
  underline: false,
  color: 'auto',
}

export function readStyles(stylesPart: XmlNode | undefined, numberingPart: XmlNode | undefined, theme: ThemeFonts): StyleSheet {
  const styles = new Map<string, Style>()
  let defaultParagraph = ''
  for (const node of childrenNamed(stylesPart, 'style')) {
    const id = node.attributes['styleId'] ?? ''
    if (node.attributes['type'] === 'paragraph' && ['1', 'true'].includes(node.attributes['default'] ?? '')) defaultParagraph = id
    const run = readRunProperties(child(node, 'rPr'), theme)
    styles.set(id, { basedOn: value(child(node, 'basedOn')), run, paragraph: readParagraphProperties(child(node, 'pPr')) })
  }
  const defaults = child(stylesPart, 'docDefaults')
  const defaultRun = readRunProperties(child(child(defaults, 'rPrDefault'), 'rPr'), theme)
  const defaultParagraphLook = readParagraphProperties(child(child(defaults, 'pPrDefault'), 'pPr'))
  const numbering = readNumbering(numberingPart)

  /** Root first. A chain that bites its tail ends there. */
  const chain = (id: string | undefined): Style[] => {
    const found: Style[] = []
    const seen = new Set<string>()
    for (let at = id; at !== undefined && !seen.has(at); at = styles.get(at)?.basedOn) {
      seen.add(at)
      const style = styles.get(at)
      if (style) found.unshift(style)
    }
    return found
  }

  return {
    paragraphLook(direct, tableStyle) {
      const styleId = direct.styleId ?? defaultParagraph
      const own = chain(styleId).map(style => style.paragraph)
      const table = chain(tableStyle).map(style => style.paragraph)
      const merged: ParagraphProperties = Object.assign({}, defaultParagraphLook, ...table, ...own, direct)
      const level = numbering.get(`${merged.numberingId}/${merged.level ?? 0}`)?.paragraph ?? {}
      // A level's indents give way to the paragraph's own, not to those of its style.
      const all: ParagraphLook = Object.assign({}, plainParagraph, defaultParagraphLook, ...table, ...own, level, direct, { styleId })
      return Object.assign(all, { numberingId: merged.numberingId, level: merged.level })
    },
    runLook(paragraphStyle, direct, tableStyle) {
      const layers = [chain(tableStyle), chain(paragraphStyle), chain(direct.characterStyle)].map(layer =>
        mergeToggles(layer.map(style => style.run)),
      )
      const merged: RunProperties = Object.assign({}, defaultRun, ...layers, direct)
      const toggle = (key: 'bold' | 'italic' | 'caps') =>
        direct[key] ?? (defaultRun[key] === true || layers.reduce((state, layer) => state !== (layer[key] === true), false))
      return {
        ...plainRun,
        ...merged,
        bold: toggle('bold'),
        italic: toggle('italic'),
        caps: toggle('caps'),
        hidden: merged.hidden ?? false,
      }
    },
    bulletOf: ({ numberingId, level }) => numbering.get(`${numberingId}/${level ?? 0}`)?.bullet ?? '',
  }
}

/** Within one chain the last word counts. */
function mergeToggles(layers: readonly RunProperties[]): RunProperties {
  return Object.assign({}, ...layers)
}

type NumberingLevel = { readonly paragraph: ParagraphProperties; readonly bullet: string }

/** Levels by `numId/level`. Only bullets are spelled out: numbers are counted by Word and belong to no rule here. */
function readNumbering(part: XmlNode | undefined): ReadonlyMap<string, NumberingLevel> {
  const levels = new Map<string, NumberingLevel>()
  const kinds = new Map(childrenNamed(part, 'abstractNum').map(node => [node.attributes['abstractNumId'] ?? '', node]))
  for (const number of childrenNamed(part, 'num')) {
    const kind = kinds.get(value(child(number, 'abstractNumId')) ?? '')
    for (const level of childrenNamed(kind, 'lvl')) {
      const isBullet = value(child(level, 'numFmt')) === 'bullet'
      const sign = value(child(level, 'lvlText')) ?? ''
      const bullet = isBullet ? `${/^[\uf02d\uf0b7–—-]$/u.test(sign) ? '-' : sign} ` : ''
      const paragraph = readParagraphProperties(child(level, 'pPr'))
      levels.set(`${number.attributes['numId'] ?? ''}/${level.attributes['ilvl'] ?? '0'}`, { paragraph, bullet })
    }
  }
  return levels
}

/** `minorHAnsi` → the font the theme names. */
export function readTheme(part: XmlNode | undefined): ThemeFonts {
  if (part === undefined) return {}
  const fontOf = (kind: string) => descendants(part, `${kind}Font`).flatMap(node => childrenNamed(node, 'latin'))[0]?.attributes['typeface']
  const fonts: Record<string, string> = {}
  for (const kind of ['major', 'minor']) {
    const font = fontOf(kind)
    if (font) for (const use of ['HAnsi', 'Ascii', 'Bidi', 'EastAsia']) fonts[`${kind}${use}`] = font
  }
  return fonts
}
