import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activity, factsOf, registered } from '../../../test/report-facts.ts'
import { inlineText } from '../document/official-document.ts'
import { compose } from './compose.ts'
import { driftBetween, editParagraphs, recomposed } from './edit.ts'
import { paragraphsOf, type ReportContent } from './report.ts'

const facts = factsOf({
  documents: [registered('41/KH-UBND')],
  activities: [activity('Chạy', { narrative: 'Tổ chức ngày chạy', participants: { quality: 'counted', count: 58 } })],
})
const content = compose(facts)
const by = { documents: facts.documents, by: 'Lò Minh Họa' }

describe('rewriting a paragraph', () => {
  test('keeps its number live when the number is still there, and makes a named document open', () => {
    const paragraph = edit('Theo Kế hoạch số 41/KH-UBND, đã có 58 người chạy.')
    expect(paragraph.inlines).toEqual([
      { type: 'text', text: 'Theo ' },
      { type: 'citation', text: 'Kế hoạch số 41/KH-UBND', documentId: 'document-41/KH-UBND' },
      { type: 'text', text: ', đã có ' },
      { type: 'figure', text: '58', figureId: 'activity.activity-Chạy.participants' },
      { type: 'text', text: ' người chạy.' },
    ])
    expect(paragraph.edited).toEqual({ by: 'Lò Minh Họa', composedText: 'Tổ chức ngày chạy, với 58 người tham gia.' })
  })

  test('does not take 58 out of 1958 for the number', () => {
    expect(edit('Năm 1958 và 58/2014').inlines.some(inline => inline.type === 'figure')).toBe(false)
  })

  test('refuses a paragraph that is not there and one left empty', () => {
    expect(editParagraphs(content, [{ id: 'nowhere', text: 'x' }], by)).toMatchObject({ code: 'report.unknown-paragraph' })
    expect(editParagraphs(content, [{ id: 'sport/activities', text: ' ' }], by)).toMatchObject({ code: 'report.empty-paragraph' })
  })

  test('prints what was typed, to the letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).filter(text => text.trim() !== '' && !/\n/u.test(text)),
        text => {
          expect(inlineText(edit(text).inlines)).toBe(text)
        },
      ),
    )
  })
})

describe('when the records change after composing', () => {
  const later = compose({
    ...facts,
    activities: [activity('Chạy', { narrative: 'Tổ chức ngày chạy', participants: { quality: 'counted', count: 60 } })],
  })

  test('shows what the text says beside what the records say now', () => {
    expect(driftBetween(content, later)).toEqual([
      {
        paragraphId: 'sport/activities',
        was: 'Tổ chức ngày chạy, với 58 người tham gia.',
        now: 'Tổ chức ngày chạy, với 60 người tham gia.',
      },
    ])
  })

  test('composing again keeps words somebody wrote while their source is the same, and lets go of them when it is not', () => {
    const edited = editParagraphs(content, [{ id: 'sport/activities', text: 'Chạy bộ, 58 người.' }], by)
    if (!edited.ok) throw new Error(edited.code)
    expect(textOf(recomposed(edited.value, content))).toBe('Chạy bộ, 58 người.')
    expect(textOf(recomposed(edited.value, later))).toBe('Tổ chức ngày chạy, với 60 người tham gia.')
  })
})

function edit(text: string) {
  const edited = editParagraphs(content, [{ id: 'sport/activities', text }], by)
  const paragraph = edited.ok && paragraphsOf(edited.value).find(candidate => candidate.id === 'sport/activities')
  if (!paragraph) throw new Error('not edited')
  return paragraph
}

function textOf(of: ReportContent): string {
  return inlineText(paragraphsOf(of).find(paragraph => paragraph.id === 'sport/activities')?.inlines ?? [])
}
