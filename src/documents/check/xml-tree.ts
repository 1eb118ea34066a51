import { XMLParser } from 'fast-xml-parser'

/** An element without its prefix: `p`, `rPr`. Texts are nodes named `#text`. */
export type XmlNode = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  readonly text: string
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  htmlEntities: true,
  maxNestedTags: 256,
})

/** The root of an XML part. Throws on what is not well formed, and on any document type declaration. */
export function parseXml(text: string): XmlNode {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new Error('a document type declaration')
  const parsed: unknown = parser.parse(text)
  const root = toNodes(parsed).find(node => node.name !== '#text')
  if (!root) throw new Error('no root element')
  return root
}

function toNodes(raw: unknown): XmlNode[] {
  return Array.isArray(raw) ? raw.flatMap(toNode) : []
}

function toNode(raw: unknown): XmlNode[] {
  if (!isRecord(raw)) return []
  const { ':@': attributes, ...content } = raw
  return Object.entries(content).map(([name, inner]) => ({
    name,
    attributes: isRecord(attributes)
      ? Object.fromEntries(Object.entries(attributes).map(([key, attribute]) => [key, String(attribute)]))
      : {},
    children: toNodes(inner),
    text: name === '#text' ? String(inner) : '',
  }))
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find(one => one.name === name)
}

export function childrenNamed(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.filter(one => one.name === name) ?? []
}

/** All descendants of a name, in document order. */
export function descendants(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap(one => (one.name === name ? [one, ...descendants(one, name)] : descendants(one, name)))
}

export function value(node: XmlNode | undefined): string | undefined {
  return node?.attributes['val']
}

/** A whole number, or undefined where there is none. */
export function integer(text: string | undefined): number | undefined {
  const number = text === undefined ? Number.NaN : Number.parseInt(text, 10)
  return Number.isNaN(number) ? undefined : number
}
