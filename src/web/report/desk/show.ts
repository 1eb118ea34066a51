import type { Editor } from '@tiptap/core'
import type { Node as EditorNode } from '@tiptap/pm/model'
import { type EditorState, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { ReportContent } from '#domain/report/report.ts'
import type { Open } from './held.ts'
import { runsToEditor, toEditor } from './nodes.ts'
import { fromServer } from './one-paragraph.ts'
import type { Runs } from './runs.ts'

/**
 * Makes the editor say what is open. Only what differs is touched, so that the caret stays and one's own steps can
 * still be taken back; what comes from the server is no step of one's own.
 */
export function showIn(editor: Editor, content: ReportContent, open: Open): void {
  const tr = laid(editor.state, editor.schema.nodeFromJSON(toEditor(content, open)))
  if (tr.docChanged) editor.view.dispatch(tr)
}

export function laid(state: EditorState, wanted: EditorNode): Transaction {
  const tr = isSameShape(state.doc, wanted) ? touched(state.tr, wanted) : redrawn(state.tr, wanted, state.selection)
  return tr.setMeta(fromServer, true).setMeta('addToHistory', false)
}

/** Sets one paragraph as a step of one's own: taking it back is possible. */
export function writeParagraph(editor: Editor, id: string, runs: Runs): void {
  const found = paragraphAt(editor.state.doc, id)
  if (!found) return
  editor.view.dispatch(withWords(editor.state.tr, found.at, found.node.copy(runsToEditor(editor.schema, runs))))
}

export function paragraphAt(doc: EditorNode, id: string): { readonly at: number; readonly node: EditorNode } | null {
  let found: { at: number; node: EditorNode } | null = null
  doc.forEach((node, at) => {
    if (node.attrs['id'] === id) found = { at, node }
  })
  return found
}

const identity = (node: EditorNode): string => `${node.type.name}:${node.attrs['id'] ?? node.attrs['key']}`

function isSameShape(a: EditorNode, b: EditorNode): boolean {
  return a.childCount === b.childCount && a.content.content.every((node, i) => identity(node) === identity(b.child(i)))
}

function touched(tr: Transaction, wanted: EditorNode): Transaction {
  let at = 0
  for (const next of wanted.content.content) {
    const node = tr.doc.nodeAt(at)
    if (node && JSON.stringify(node.attrs) !== JSON.stringify(next.attrs)) tr.setNodeMarkup(at, null, next.attrs)
    if (node?.isTextblock) withWords(tr, at, next)
    at += tr.doc.nodeAt(at)?.nodeSize ?? 0
  }
  return tr
}

/** Replaces the stretch of words that differs, from the first sign that does to the last. */
function withWords(tr: Transaction, at: number, next: EditorNode): Transaction {
  const node = tr.doc.nodeAt(at)
  const start = node?.content.findDiffStart(next.content)
  const end = node?.content.findDiffEnd(next.content)
  if (!node || typeof start !== 'number' || !end) return tr
  // Where the same sign stands twice in a row, the stretch seen from behind may reach before its beginning.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const inside = at + 1
  return tr.replaceWith(inside + start, inside + end.a + overlap, next.content.cut(start, end.b + overlap))
}

/** Paragraphs came or went: the text is set anew, and the caret goes back to the paragraph it was in. */
function redrawn(tr: Transaction, wanted: EditorNode, selection: Selection): Transaction {
  const id: unknown = selection.$from.parent.attrs['id']
  tr.replaceWith(0, tr.doc.content.size, wanted.content)
  const home = typeof id === 'string' ? paragraphAt(tr.doc, id) : null
  if (!home) return tr
  return tr.setSelection(TextSelection.create(tr.doc, home.at + 1 + Math.min(selection.$from.parentOffset, home.node.content.size)))
}
