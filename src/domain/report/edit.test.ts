import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activity, factsOf, registered } from '../../../test/report-facts.ts'
import { inlineText } from '../document/official-document.ts'
import { compose } from './compose.ts'
import { answerDrift, driftBetween, editParagraphs, type Piece, recomposed } from './edit.ts'
import { paragraphsOf, type ReportContent } from './report.ts'

const facts = factsOf({
  documents: [registered('41/KH-UBND')],
  activities: [activity('Chạy', { narrative: 'Tổ chức ngày chạy', participants: { quality: 'counted', count: 58 } })],
})
const content = compose(facts)
const by = { documents: facts.documents, by: 'Lò Minh Họa' }

const sport = 'sport/activities'
const was = 'Tổ chức ngày chạy, với 58 người tham gia.'
const runners: Piece = { type: 'figure', figureId: 'activity.activity-Chạy.participants' }

describe('rewriting a paragraph', () => {
  test('keeps its number live where it was left standing, and makes a named document open', () => {
    const paragraph = edit(text('Theo Kế hoạch số 41/KH-UBND, đã có '), runners, text(' người chạy.'))
    expect(paragraph.inlines).toEqual([
      { type: 'text', text: 'Theo ' },
      { type: 'citation', text: 'Kế hoạch số 41/KH-UBND', documentId: 'document-41/KH-UBND' },
      { type: 'text', text: ', đã có ' },
      { type: 'figure', text: '58', figureId: 'activity.activity-Chạy.participants' },
      { type: 'text', text: ' người chạy.' },
    ])
    expect(paragraph.edited).toEqual({ by: 'Lò Minh Họa', composedText: was })
  })

  test('prints a number the report holds, wherever it is put, and refuses one it does not hold', () => {
    expect(inlineText(edit(text('Năm 1958 có '), runners, text(' người; cả thảy '), runners).inlines)).toBe(
      'Năm 1958 có 58 người; cả thảy 58',
    )
    const invented: Piece = { type: 'figure', figureId: 'no.such.number' }
    expect(editParagraphs(content, [{ id: sport, was, pieces: [invented] }], by)).toMatchObject({ code: 'report.unknown-figure' })
  })

  test('does not make a citation of a document nobody registered', () => {
    const foreign: Piece = { type: 'citation', documentId: 'elsewhere', text: 'Kế hoạch số 99/KH-UBND' }
    expect(edit(foreign).inlines).toEqual([{ type: 'text', text: 'Kế hoạch số 99/KH-UBND' }])
  })

  test('refuses a paragraph that is not there and one left empty', () => {
    expect(editParagraphs(content, [{ id: 'nowhere', was, pieces: [text('x')] }], by)).toMatchObject({ code: 'report.unknown-paragraph' })
    expect(editParagraphs(content, [{ id: sport, was, pieces: [text(' ')] }], by)).toMatchObject({ code: 'report.empty-paragraph' })
  })

  test('prints what was typed, to the letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).filter(typed => typed.trim() !== '' && !/\n/u.test(typed)),
        typed => {
          expect(inlineText(edit(text(typed)).inlines)).toBe(typed)
        },
      ),
    )
  })
})

describe('two people who write at once', () => {
  const other = paragraphsOf(content).find(paragraph => paragraph.id !== sport && paragraph.inlines.length > 0)
  const theirs = editParagraphs(content, [{ id: sport, was, pieces: [text('Chạy bộ.')] }], { ...by, by: 'Hà Minh Họa' })

  test('in two paragraphs: both stand', () => {
    if (!theirs.ok || !other) throw new Error('not edited')
    const both = editParagraphs(theirs.value, [{ id: other.id, was: inlineText(other.inlines), pieces: [text('Đoạn khác.')] }], by)
    expect(both.ok && textOf(both.value)).toBe('Chạy bộ.')
    expect(both.ok && textOf(both.value, other.id)).toBe('Đoạn khác.')
  })

  test('in one paragraph: the second is told whose words are there now, and nothing of theirs is lost', () => {
    if (!theirs.ok) throw new Error('not edited')
    const mine = [{ id: sport, was, pieces: [text('Chạy việt dã.')] }]
    expect(editParagraphs(theirs.value, mine, by)).toMatchObject({
      code: 'report.paragraph-changed',
      details: { paragraphId: sport, by: 'Hà Minh Họa', now: 'Chạy bộ.' },
    })
    const again = editParagraphs(theirs.value, [{ id: sport, was: 'Chạy bộ.', pieces: [text('Chạy việt dã.')] }], by)
    expect(again.ok && textOf(again.value)).toBe('Chạy việt dã.')
  })

  test('the same words: nobody is stopped, and an answer that was lost may be asked for again', () => {
    if (!theirs.ok) throw new Error('not edited')
    const same = editParagraphs(theirs.value, [{ id: sport, was, pieces: [text('Chạy bộ.')] }], by)
    expect(same).toEqual(theirs)
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

  test('composing again keeps words somebody wrote with their number following, and goes on showing that their source changed', () => {
    const edited = editParagraphs(content, [{ id: sport, was, pieces: [text('Chạy bộ, '), runners, text(' người.')] }], by)
    if (!edited.ok) throw new Error(edited.code)
    expect(textOf(recomposed(edited.value, content))).toBe('Chạy bộ, 58 người.')
    const again = recomposed(edited.value, later)
    expect(textOf(again)).toBe('Chạy bộ, 60 người.')
    expect(driftBetween(again, later)).toMatchObject([{ paragraphId: sport, was, now }])
  })

  test('one paragraph takes what the records say now, its number with it', () => {
    const answered = answerDrift(content, later, { paragraphId: sport, take: 'fresh', now, by: by.by })
    if (!answered.ok) throw new Error(answered.code)
    expect(textOf(answered.value)).toBe(now)
    expect(driftBetween(answered.value, later)).toEqual([])
    expect(answered.value.figures.find(figure => figure.id.endsWith('participants'))?.value).toMatchObject({ count: 60 })
  })

  test('or keeps its words, which then count as looked at until the records change once more', () => {
    const answered = answerDrift(content, later, { paragraphId: sport, take: 'mine', now, by: by.by })
    if (!answered.ok) throw new Error(answered.code)
    expect(textOf(answered.value)).toBe(was)
    expect(driftBetween(answered.value, later)).toEqual([])
    expect(driftBetween(answered.value, content)).toHaveLength(1)
  })

  test('an answer to words the records no longer say is asked again', () => {
    expect(answerDrift(content, content, { paragraphId: sport, take: 'fresh', now, by: by.by })).toMatchObject({
      code: 'report.paragraph-changed',
      details: { now: was },
    })
  })
})

const now = 'Tổ chức ngày chạy, với 60 người tham gia.'

function text(words: string): Piece {
  return { type: 'text', text: words }
}

function edit(...pieces: Piece[]) {
  const edited = editParagraphs(content, [{ id: sport, was, pieces }], by)
  const paragraph = edited.ok && paragraphsOf(edited.value).find(candidate => candidate.id === sport)
  if (!paragraph) throw new Error('not edited')
  return paragraph
}

function textOf(of: ReportContent, id = sport): string {
  return inlineText(paragraphsOf(of).find(paragraph => paragraph.id === id)?.inlines ?? [])
}
