/** A piece of XML already escaped. Only this file makes one, so no text reaches a part unescaped. */
export type Xml = { readonly xml: string }

export type XmlAttributes = Readonly<Record<string, string | number>>
export type XmlChild = Xml | readonly XmlChild[] | null

/** An element with its attributes in the given order and its children; `null` children are left out. */
export function element(name: string, attributes: XmlAttributes = {}, ...children: readonly XmlChild[]): Xml {
  let open = `<${name}`
  for (const [key, value] of Object.entries(attributes)) open += ` ${key}="${escapeXml(String(value))}"`
  const inner = serialise(children)
  return { xml: inner === '' ? `${open}/>` : `${open}>${inner}</${name}>` }
}

export function textNode(text: string): Xml {
  return { xml: escapeXml(text) }
}

/** A whole part of the package. */
export function xmlPart(root: Xml): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root.xml}`)
}

function serialise(children: readonly XmlChild[]): string {
  let inner = ''
  for (const child of children) if (child !== null) inner += 'xml' in child ? child.xml : serialise(child)
  return inner
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Signs that XML 1.0 cannot carry (controls, halves of surrogate pairs) are left out: they would make the file unreadable. */
function escapeXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"]/gu, sign => entities[sign] ?? sign)
}
