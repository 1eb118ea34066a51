import { Extension } from '@tiptap/core'
import { history, redo, undo } from '@tiptap/pm/history'
import { type Node as EditorNode, Fragment, type Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { oneLine } from './runs.ts'

/** Marks a change that may bring or take whole paragraphs: what the server says, never what somebody types. */
export const fromServer = 'fromServer'

/** Paragraphs stay as many as they are: Enter, Backspace, paste and a selection over several never join or part them. */
export const OneParagraphEach = Extension.create<{ isKnownFigure: (figureId: string) => boolean }>({
  name: 'oneParagraphEach',
  addOptions: () => ({ isKnownFigure: () => false }),
  addKeyboardShortcuts() {
    const { editor } = this
    const run = (command: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean) => () =>
      command(editor.state, tr => editor.view.dispatch(tr))
    const back = run(deleteBack)
    const ahead = run(deleteAhead)
    return {
      Enter: run(endLine),
      'Shift-Enter': run(endLine),
      'Mod-Enter': () => true,
      Backspace: back,
      'Mod-Backspace': back,
      'Shift-Backspace': back,
      'Alt-Backspace': back,
      Delete: ahead,
      'Mod-Delete': ahead,
      'Alt-Delete': ahead,
      'Mod-a': run(selectAll), // the browser would say so a moment later, and a quick Backspace come before it
      'Mod-z': run((state, dispatch) => undo(state, dispatch) || true),
      'Mod-y': run((state, dispatch) => redo(state, dispatch) || true),
      'Mod-Shift-z': run((state, dispatch) => redo(state, dispatch) || true),
    }
  },
  addProseMirrorPlugins() {
    const { isKnownFigure } = this.options
    return [
      history(),
      new Plugin({
        filterTransaction: (tr, state) => !tr.docChanged || tr.getMeta(fromServer) === true || sameShape(tr.doc, state.doc),
        props: {
          clipboardTextSerializer: slice => linesOf(slice).map(wordsOf).join('\n'),
          handleTextInput: (view, _from, _to, text) => typeOver(view, text),
          handlePaste: (view, event, slice) => {
            view.dispatch(pasted(view.state, { slice, text: event.clipboardData?.getData('text/plain') ?? '', isKnownFigure }))
            return true
          },
          handleDrop: () => true,
          handleDOMEvents: {
            compositionstart: view => clearParts(view),
            cut: (view, event) => view.editable && isOverSeveral(view.state) && cutParts(view, event),
            beforeinput: (view, event) => {
              if (!event.cancelable || !isTakenOver(view, event.inputType)) return false
              event.preventDefault()
              return true
            },
          },
        },
      }),
    ]
  },
})

/**
 * What keyboards of phones and the browser's own menus ask for without a key: the same as the key would do. True when it
 * is done here; the browser itself must not divide or join what it sees as blocks.
 */
function isTakenOver(view: EditorView, inputType: string): boolean {
  const { state } = view
  const dispatch = (tr: Transaction): void => view.dispatch(tr)
  if (inputType === 'historyUndo') return undo(state, dispatch) || true
  if (inputType === 'historyRedo') return redo(state, dispatch) || true
  if (inputType === 'insertParagraph' || inputType === 'insertLineBreak') {
    const enter = new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13 })
    return view.someProp('handleKeyDown', handle => handle(view, enter)) ?? true
  }
  if (!inputType.startsWith('delete') || inputType === 'deleteByCut' || inputType === 'deleteByDrag') return false
  return deleteBeside(state, dispatch, inputType.endsWith('Forward') ? 'after' : 'before')
}

/** Which paragraphs and headings stand one after the other. */
function sameShape(a: EditorNode, b: EditorNode): boolean {
  if (a.childCount !== b.childCount) return false
  for (let i = 0; i < a.childCount; i++) {
    const [one, other] = [a.child(i), b.child(i)]
    if (one.type !== other.type || one.attrs['id'] !== other.attrs['id'] || one.attrs['key'] !== other.attrs['key']) return false
  }
  return true
}

function isOverSeveral({ selection }: EditorState): boolean {
  return !selection.empty && !selection.$from.sameParent(selection.$to)
}

/** Takes what is selected out of each paragraph it touches; the caret stays in the first. */
function withoutParts(state: EditorState): Transaction {
  const { from, to } = state.selection
  const parts: { from: number; to: number }[] = []
  state.doc.nodesBetween(from, to, (node, at) => {
    if (!node.isTextblock) return !node.isLeaf
    parts.push({ from: Math.max(from, at + 1), to: Math.min(to, at + 1 + node.content.size) })
    return false
  })
  const { tr } = state
  for (const part of parts.toReversed()) tr.delete(part.from, part.to)
  const first = parts[0]
  return first ? tr.setSelection(TextSelection.create(tr.doc, first.from)) : tr
}

function clearParts(view: EditorView): boolean {
  if (isOverSeveral(view.state)) view.dispatch(withoutParts(view.state))
  return false
}

function typeOver(view: EditorView, text: string): boolean {
  if (!isOverSeveral(view.state)) return false
  view.dispatch(withoutParts(view.state).insertText(text).scrollIntoView())
  return true
}

function cutParts(view: EditorView, event: ClipboardEvent): boolean {
  const { dom, text } = view.serializeForClipboard(view.state.selection.content())
  event.clipboardData?.setData('text/html', dom.innerHTML)
  event.clipboardData?.setData('text/plain', text)
  event.preventDefault()
  view.dispatch(withoutParts(view.state).setMeta('uiEvent', 'cut'))
  return true
}

type Command = (state: EditorState, dispatch: (tr: Transaction) => void) => boolean

/** A paragraph stays one: at its end the caret goes on to the next, inside it a blank is set. */
const endLine: Command = (state, dispatch) => {
  const { $to } = state.selection
  if (isOverSeveral(state)) return true
  if (state.selection.empty && $to.parent.isTextblock && $to.parentOffset === $to.parent.content.size) {
    const next = TextSelection.findFrom(state.doc.resolve($to.after()), 1, true)
    if (next) dispatch(state.tr.setSelection(next).scrollIntoView())
  } else if ($to.parent.isTextblock) dispatch(state.tr.insertText(' ').scrollIntoView())
  return true
}

const selectAll: Command = ({ doc, tr }, dispatch) => {
  dispatch(tr.setSelection(TextSelection.between(doc.resolve(0), doc.resolve(doc.content.size))))
  return true
}

const deleteBack: Command = (state, dispatch) => deleteBeside(state, dispatch, 'before')
const deleteAhead: Command = (state, dispatch) => deleteBeside(state, dispatch, 'after')

function deleteBeside(state: EditorState, dispatch: (tr: Transaction) => void, side: 'before' | 'after'): boolean {
  const { selection } = state
  if (isOverSeveral(state)) {
    dispatch(withoutParts(state).scrollIntoView())
    return true
  }
  if (!selection.empty) {
    dispatch(state.tr.deleteSelection().scrollIntoView())
    return true
  }
  const { $from } = selection
  const beside = side === 'before' ? $from.nodeBefore : $from.nodeAfter
  if (!beside) return true
  if (!beside.isAtom || beside.isText) return false
  const from = side === 'before' ? $from.pos - beside.nodeSize : $from.pos
  dispatch(state.tr.delete(from, from + beside.nodeSize).scrollIntoView())
  return true
}

/** The words of a slice, one fragment for each paragraph in it. */
function linesOf(slice: Slice): Fragment[] {
  const lines: Fragment[] = []
  slice.content.forEach(node => {
    if (node.isTextblock) lines.push(node.content)
    else if (node.isInline) lines.push(Fragment.from(node))
  })
  return lines
}

function wordsOf(line: Fragment): string {
  return line.textBetween(0, line.size, '', node => (node.type.name === 'missing' ? '…' : String(node.attrs['text'] ?? '')))
}

/** What was copied from a report keeps its live numbers, as far as this report has them; all else comes as words. */
function pasted(
  state: EditorState,
  { slice, text, isKnownFigure }: { slice: Slice; text: string; isKnownFigure: (figureId: string) => boolean },
): Transaction {
  const { schema } = state
  const nodes: EditorNode[] = []
  const say = (words: string): void => {
    const clean = oneLine(words)
    if (clean !== '') nodes.push(schema.text(clean))
  }
  const lines = linesOf(slice)
  const hasChips = lines.some(line => line.content.some(node => !node.isText))
  if (!hasChips) say(text.trim() === '' ? lines.map(wordsOf).join(' ') : text)
  else
    for (const [i, line] of lines.entries()) {
      if (i > 0) say(' ')
      line.forEach(node => {
        if (node.isText || (node.type.name === 'figure' && !isKnownFigure(String(node.attrs['figureId']))))
          say(wordsOf(Fragment.from(node)))
        else nodes.push(node)
      })
    }
  const tr = isOverSeveral(state) ? withoutParts(state) : state.tr.deleteSelection()
  const at = tr.selection.from
  const words = Fragment.fromArray(nodes)
  tr.replaceWith(at, at, words)
  return tr
    .setSelection(TextSelection.create(tr.doc, at + words.size))
    .scrollIntoView()
    .setMeta('uiEvent', 'paste')
}
