import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { Inline } from '#domain/document/official-document.ts'
import type { Asked } from './chips.ts'
import { runsToEditor } from './nodes.ts'
import { paragraphAt } from './show.ts'

// What the desk does at the caret for somebody who pressed a button elsewhere.

/** Behind the last word of a paragraph. */
export function putCaretInto(editor: Editor, id: string): void {
  const found = paragraphAt(editor.state.doc, id)
  if (!found || !editor.isEditable) return
  editor.view.dispatch(
    editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(found.at + 1 + found.node.content.size), -1)),
  )
  editor.view.focus()
}

/** Asks for a number, as `#` does. */
export function askAtCaret(editor: Editor): void {
  editor.view.focus()
  const { tr, selection } = editor.state
  const before = selection.$from.parent.textBetween(0, selection.$from.parentOffset, '', '\ufffc')
  editor.view.dispatch(tr.insertText(before === '' || /[\s(“\ufffc]$/u.test(before) ? '#' : ' #').scrollIntoView())
}

/** Sets a number where it was asked for. */
export function setWhereAsked(editor: Editor, asked: Asked, run: Inline | null): void {
  if (run) editor.view.dispatch(editor.state.tr.replaceWith(asked.from, asked.to, runsToEditor(editor.schema, [run])).scrollIntoView())
  editor.view.focus()
}
