import { getSchema } from '@tiptap/core'
import { history, undo } from '@tiptap/pm/history'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Inline, inlineText, plainText } from '#domain/document/official-document.ts'
import type { ReportContent } from '#domain/report/report.ts'
import { openFrom } from './held.ts'
import { openOf, reportNodes, toEditor } from './nodes.ts'
import { makePlaces } from './places.ts'
import { laid } from './show.ts'

const schema = getSchema(reportNodes(makePlaces()))
const paragraph = (id: string, inlines: readonly Inline[]) => ({ id, label: null, inlines, origins: [], besideFigureIds: [], edited: null })
const report = (...texts: (readonly Inline[])[]): ReportContent => ({
  formName: 'form',
  figures: [],
  sections: [{ key: 's', level: 1, label: 'I.', heading: 'PHẦN', paragraphs: texts.map((text, i) => paragraph(`p${i}`, text)) }],
})
const opened = (content: ReportContent): EditorState =>
  EditorState.create({ doc: schema.nodeFromJSON(toEditor(content, openFrom(content))), plugins: [history()] })
const shown = (state: EditorState, content: ReportContent): EditorState => {
  const tr = laid(state, schema.nodeFromJSON(toEditor(content, openFrom(content))))
  return tr.docChanged ? state.apply(tr) : state
}
const said = (state: EditorState): string[] => [...openOf(state.doc).values()].map(inlineText)
const caretAfter = (state: EditorState, words: string): EditorState => {
  let at = 0
  state.doc.descendants((node, pos) => {
    const found = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (found >= 0) at = pos + found + words.length
  })
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)))
}

describe('what the server says, laid into the open text', () => {
  it('leaves the caret where it is, and one’s own steps to be taken back', () => {
    let state = caretAfter(opened(report(plainText('Một.'), plainText('Hai.'))), 'Hai')
    state = state.apply(state.tr.insertText(' tôi viết'))
    state = shown(state, report(plainText('Một, chị viết thêm.'), plainText('Hai tôi viết.')))
    expect(state.selection.$from.parent.textBetween(0, state.selection.$from.parentOffset)).toBe('Hai tôi viết')
    undo(state, tr => (state = state.apply(tr)))
    expect(said(state)).toEqual(['Một, chị viết thêm.', 'Hai.'])
  })

  it('makes a citation of the words just typed without taking away what can be undone around it', () => {
    let state = caretAfter(opened(report(plainText('Theo ông.'))), 'Theo ')
    state = state.apply(state.tr.insertText('Kế hoạch 41/KH-UBND và '))
    const linked: Inline[] = [
      ...plainText('Theo '),
      { type: 'citation', text: 'Kế hoạch 41/KH-UBND', documentId: 'd' },
      ...plainText(' và ông.'),
    ]
    state = shown(state, report(linked))
    expect([...openOf(state.doc).values()]).toEqual([linked])
  })

  it('keeps the caret in its paragraph when paragraphs come and go around it', () => {
    const state = caretAfter(opened(report(plainText('Một.'), plainText('Hai.'))), 'Hai')
    const content = report()
    const sections = [{ ...content.sections[0], paragraphs: [paragraph('p9', plainText('Mới.')), paragraph('p1', plainText('Hai.'))] }]
    const next = shown(state, { ...content, sections } as ReportContent)
    expect(next.selection.$from.parent.attrs['id']).toBe('p1')
    expect(said(next)).toEqual(['Mới.', 'Hai.'])
  })

  it('ends as the server says, whatever was there', () => {
    const runs = fc.array(
      fc.oneof(
        fc.constantFrom('a', 'aa', 'ab', ' ').map((text): Inline => ({ type: 'text', text })),
        fc.constant<Inline>({ type: 'figure', text: 'a', figureId: 'f' }),
      ),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(runs, runs, (was, now) => {
        const state = shown(opened(report(was)), report(now))
        expect([...openOf(state.doc)]).toEqual([...openOf(opened(report(now)).doc)])
      }),
    )
  })
})
