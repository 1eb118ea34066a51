import type { Block, HeadingLevel, Inline } from '#domain/document/official-document.ts'

/**
 * Text with marks, for fixtures only: `{plan-41|Kế hoạch số 41/KH-UBND}` is a citation, `{#headcount|58}` a figure,
 * `{?số liệu}` a fact not known.
 */
export function rich(text: string): Inline[] {
  return text
    .split(/(\{[^}]+\})/u)
    .filter(part => part !== '')
    .map((part): Inline => {
      const mark = /^\{(#|\?)?([^|}]+)(?:\|([^}]+))?\}$/u.exec(part)
      if (!mark) return { type: 'text', text: part }
      const [, sign, id = '', shown = ''] = mark
      if (sign === '?') return { type: 'missing', what: id }
      return sign === '#' ? { type: 'figure', text: shown, figureId: id } : { type: 'citation', text: shown, documentId: id }
    })
}

export function heading(level: HeadingLevel, label: string, text: string): Block {
  return { type: 'heading', id: `h-${label.replaceAll('.', '-').toLowerCase()}`, level, label, inlines: rich(text) }
}

export function paragraph(id: string, text: string, label: string | null = null): Block {
  return { type: 'paragraph', id, label, inlines: rich(text) }
}

/** `Điều 1. …`: the label runs into the paragraph. */
export function article(number: number, text: string): Block[] {
  return [{ type: 'article', id: `article-${number}`, number, inlines: [] }, paragraph(`article-${number}-text`, text)]
}
