/** A piece of HTML already escaped; only this file makes one out of text. */
export type Html = { readonly html: string }

export const nothing: Html = { html: '' }

/** Joins the parts of a template; texts are escaped, pieces of HTML stand as they are. */
export function html(strings: TemplateStringsArray, ...values: readonly (string | Html)[]): Html {
  const parts = strings.map((string, i) => {
    const value = values[i]
    if (value === undefined) return string
    return string + (typeof value === 'string' ? escapeHtml(value) : value.html)
  })
  return { html: parts.join('') }
}

export function joined(parts: readonly Html[]): Html {
  return { html: parts.map(part => part.html).join('') }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** For text and for quoted attributes. Signs that HTML cannot carry are left out. */
function escapeHtml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/gu, sign => entities[sign] ?? sign)
}
