import type { Editor } from '@tiptap/core'
import { type EditorState, NodeSelection } from '@tiptap/pm/state'
import type { Why } from '../WhyPanel.tsx'

/** A number or a citation in the text that somebody opened, and the element it stands in. */
export type Chip = { readonly why: Why; readonly element: HTMLElement }

/** A number asked for at the caret: what was typed after `#`, and where. */
export type Asked = { readonly from: number; readonly to: number; readonly query: string }

export function chipOf(target: EventTarget | null): Chip | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-chip]') : null
  const figureId = element?.getAttribute('data-figureId')
  const documentId = element?.getAttribute('data-documentId')
  if (element && figureId) return { element, why: { type: 'figure', figureId } }
  if (element && documentId) return { element, why: { type: 'document', documentId } }
  return null
}

/** The chip the keyboard stands on. */
export function chipAt(editor: Editor): EventTarget | null {
  const { selection } = editor.state
  return selection instanceof NodeSelection ? editor.view.nodeDOM(selection.from) : null
}

export function hashAt({ selection }: EditorState): Asked | null {
  const { $from, empty } = selection
  if (!empty || !$from.parent.isTextblock) return null
  const before = $from.parent.textBetween(0, $from.parentOffset, '', '\ufffc')
  const query = /(?:^|[\s(“\ufffc])#([^#\ufffc]{0,40})$/u.exec(before)?.[1]
  return query === undefined ? null : { from: $from.pos - query.length - 1, to: $from.pos, query }
}
