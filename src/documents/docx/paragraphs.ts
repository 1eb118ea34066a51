import type { Rule } from '../layout/laid-out.ts'
import type { Role } from '../layout/roles.ts'
import { decree30, pointsToTwips } from '../preset.ts'
import { bookmarkName } from './bookmark.ts'
import { styleId } from './parts.ts'
import { element, textNode, type Xml, type XmlChild } from './xml.ts'

export type BookmarkMaker = (ids: readonly string[], inner: XmlChild) => XmlChild

/** Bookmarks carry the block ids and are numbered in order of appearance. */
export function bookmarkMaker(): BookmarkMaker {
  let next = 0
  return (ids, inner) => {
    const numbered = ids.map(id => ({ name: bookmarkName(id), number: next++ }))
    return [
      numbered.map(({ name, number }) => element('w:bookmarkStart', { 'w:id': number, 'w:name': name })),
      inner,
      numbered.map(({ number }) => element('w:bookmarkEnd', { 'w:id': number })),
    ]
  }
}

export function textRun(text: string, bold = false): Xml {
  return element('w:r', {}, bold ? element('w:rPr', {}, element('w:b')) : null, element('w:t', { 'xml:space': 'preserve' }, textNode(text)))
}

/** Lines broken by the layout: one paragraph, so that Word still knows them as one text. */
export function brokenLines(lines: readonly string[]): Xml[] {
  return lines.map((line, i) =>
    element('w:r', {}, i === 0 ? null : element('w:br'), element('w:t', { 'xml:space': 'preserve' }, textNode(line))),
  )
}

export function paragraph(role: Role, content: XmlChild, properties: readonly Xml[] = []): Xml {
  return element('w:p', {}, element('w:pPr', {}, element('w:pStyle', { 'w:val': styleId(role) }), properties), content)
}

/** An empty line of 1 pt; may carry the properties of the section it ends. */
export function hairline(section?: Xml): Xml {
  const spacing = element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' })
  return element('w:p', {}, element('w:pPr', {}, spacing, element('w:rPr', {}, element('w:sz', { 'w:val': 2 })), section ?? null))
}

/** A rule is the upper border of an empty line, indented on both sides to its length: exact, and no drawing that may shift. */
export function ruleParagraph(rule: Rule, available: number, after = 0): Xml {
  const { rules } = decree30
  const side = pointsToTwips((available - rule.length) / 2)
  return element(
    'w:p',
    {},
    element(
      'w:pPr',
      {},
      element('w:keepNext'),
      element('w:pBdr', {}, element('w:top', { 'w:val': 'single', 'w:sz': rules.weight * 8, 'w:space': 0, 'w:color': 'auto' })),
      element('w:spacing', {
        'w:before': pointsToTwips(rules.above),
        'w:after': pointsToTwips(after),
        'w:line': pointsToTwips(rules.height),
        'w:lineRule': 'exact',
      }),
      element('w:ind', { 'w:left': side, 'w:right': side }),
      element('w:rPr', {}, element('w:sz', { 'w:val': 2 })),
    ),
  )
}

/** An empty line of a given height that stays with what follows. */
export function spacer(height: number): Xml {
  const spacing = element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': pointsToTwips(height), 'w:lineRule': 'exact' })
  return element('w:p', {}, element('w:pPr', {}, element('w:keepNext'), spacing, element('w:rPr', {}, element('w:sz', { 'w:val': 2 }))))
}
