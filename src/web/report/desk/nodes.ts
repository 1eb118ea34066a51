import { type JSONContent, Node } from '@tiptap/core'
import { type Node as EditorNode, Fragment, type Schema } from '@tiptap/pm/model'
import type { Inline } from '#domain/document/official-document.ts'
import { merged } from '#domain/report/prose.ts'
import type { ReportContent } from '#domain/report/report.ts'
import type { Open } from './held.ts'
import { headingView, type Places, paragraphView } from './places.ts'
import type { Runs } from './runs.ts'

// The report as the editor holds it: headings nobody types into, paragraphs that stay one each, and among their words
// numbers, citations and gaps that are deleted whole or not at all.

const kept = (name: string) => ({
  default: '',
  rendered: true,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
})

const chip = { group: 'inline', inline: true, atom: true, selectable: true, draggable: false } as const

export const reportNodes = (places: Places) => [
  Node.create({ name: 'doc', topNode: true, content: '(heading | paragraph)+' }),
  Node.create({ name: 'text', group: 'inline' }),
  Node.create({
    name: 'heading',
    atom: true,
    selectable: false,
    draggable: false,
    addAttributes: () => ({ key: { default: '' }, level: { default: 1 }, words: { default: '' } }),
    renderHTML: ({ node }) => ['h2', node.attrs['words']],
    addNodeView: () => headingView(places),
  }),
  Node.create({
    name: 'paragraph',
    content: 'inline*',
    isolating: true,
    addAttributes: () => ({ id: { default: '' }, label: { default: null } }),
    renderHTML: () => ['p', 0],
    addNodeView: () => paragraphView(places),
  }),
  Node.create({
    ...chip,
    name: 'figure',
    addAttributes: () => ({ figureId: kept('figureId'), text: kept('text') }),
    parseHTML: () => [{ tag: 'a[data-figureId]' }],
    renderHTML: ({ node, HTMLAttributes }) => [
      'a',
      { ...HTMLAttributes, href: `#${node.attrs['figureId']}`, 'data-chip': '' },
      node.attrs['text'],
    ],
    renderText: ({ node }) => String(node.attrs['text']),
  }),
  Node.create({
    ...chip,
    name: 'citation',
    addAttributes: () => ({ documentId: kept('documentId'), text: kept('text') }),
    parseHTML: () => [{ tag: 'a[data-documentId]' }],
    renderHTML: ({ node, HTMLAttributes }) => [
      'a',
      { ...HTMLAttributes, href: `/van-ban/${node.attrs['documentId']}`, 'data-chip': '' },
      node.attrs['text'],
    ],
    renderText: ({ node }) => String(node.attrs['text']),
  }),
  Node.create({
    ...chip,
    name: 'missing',
    addAttributes: () => ({ what: kept('what') }),
    parseHTML: () => [{ tag: 'span[data-what]' }],
    renderHTML: ({ node, HTMLAttributes }) => ['span', { ...HTMLAttributes, 'data-gap': '' }, `[${node.attrs['what']}: chưa có số liệu]`],
    renderText: () => '…',
  }),
]

/** The whole report as the editor reads it. */
export function toEditor(content: ReportContent, open: Open): JSONContent {
  return {
    type: 'doc',
    content: content.sections.flatMap((section): JSONContent[] => [
      ...(section.heading
        ? [
            {
              type: 'heading',
              attrs: { key: section.key, level: section.level, words: [section.label, section.heading].filter(Boolean).join(' ') },
            },
          ]
        : []),
      ...section.paragraphs.map(paragraph => ({
        type: 'paragraph',
        attrs: { id: paragraph.id, label: paragraph.label },
        content: (open.get(paragraph.id) ?? paragraph.inlines).flatMap(inlineToEditor),
      })),
    ]),
  }
}

function inlineToEditor(inline: Inline): JSONContent[] {
  const { type, ...attrs } = inline
  if (inline.type === 'text') return inline.text === '' ? [] : [{ type, text: inline.text }]
  return [{ type, attrs }]
}

export function runsToEditor(schema: Schema, runs: Runs): Fragment {
  return Fragment.fromArray(
    merged(runs)
      .flatMap(inlineToEditor)
      .map(json => schema.nodeFromJSON(json)),
  )
}

/** What a paragraph or a piece of one says. */
export function runsOf(inlineContent: Fragment): Inline[] {
  const runs: Inline[] = []
  inlineContent.forEach(node => runs.push(toInline(node)))
  return merged(runs)
}

function toInline(node: EditorNode): Inline {
  const { figureId, documentId, text, what } = node.attrs
  switch (node.type.name) {
    case 'figure':
      return { type: 'figure', text: String(text), figureId: String(figureId) }
    case 'citation':
      return { type: 'citation', text: String(text), documentId: String(documentId) }
    case 'missing':
      return { type: 'missing', what: String(what) }
    default:
      return { type: 'text', text: (node.text ?? '').normalize('NFC') }
  }
}

const read = new WeakMap<EditorNode, Runs>()

/** What is open, paragraph by paragraph; what did not change is not read again. */
export function openOf(doc: EditorNode): Open {
  const open = new Map<string, Runs>()
  doc.forEach(node => {
    if (node.type.name !== 'paragraph') return
    const runs = read.get(node) ?? runsOf(node.content)
    read.set(node, runs)
    open.set(String(node.attrs['id']), runs)
  })
  return open
}
