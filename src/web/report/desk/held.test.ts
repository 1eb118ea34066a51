import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Inline, inlineText, plainText } from '#domain/document/official-document.ts'
import { editParagraphs } from '#domain/report/edit.ts'
import { paragraphsOf, type ReportContent } from '#domain/report/report.ts'
import {
  answered,
  begin,
  changedIds,
  layUpon,
  type Open,
  openFrom,
  safetyCopy,
  sending,
  settled,
  stillUnsaid,
  takeUp,
  toSend,
} from './held.ts'
import type { Runs } from './runs.ts'

const names = ['a', 'b', 'c'] as const
type Name = (typeof names)[number]

function report(texts: Partial<Record<Name, string | Runs>>, by: string | null = null): ReportContent {
  return {
    formName: 'form',
    figures: [
      { id: 'f', definition: 'Số tổ chức', value: { type: 'counted', count: 8, unit: 'tổ chức' }, origins: [] },
      { id: 'g', definition: 'Số người', value: { type: 'counted', count: 58, unit: 'người' }, origins: [] },
    ],
    sections: [
      {
        key: 'section',
        level: 1,
        label: 'I.',
        heading: 'PHẦN',
        paragraphs: names.flatMap(id => {
          const said = texts[id]
          if (said === undefined) return []
          const inlines = typeof said === 'string' ? plainText(said) : said
          return [{ id, label: null, inlines, origins: [], besideFigureIds: [], edited: by === null ? null : { by, composedText: '' } }]
        }),
      },
    ],
  }
}

const withWords = (open: Open, words: Partial<Record<Name, string>>): Open =>
  new Map([...open, ...Object.entries(words).map(([id, text]) => [id, plainText(text)] as const)])
const said = (open: Open): Record<string, string> => Object.fromEntries([...open].map(([id, runs]) => [id, inlineText(runs)]))

const before = report({ a: 'Một.', b: 'Hai.', c: 'Ba.' })
const fresh = begin(before, null)

describe('what a colleague saved meanwhile', () => {
  it('shows in the paragraphs nobody touches here, and leaves one’s own words alone', () => {
    const laid = layUpon(fresh.held, withWords(fresh.open, { a: 'Một, tôi viết.' }), report({ a: 'Một.', b: 'Hai, chị viết.', c: 'Ba.' }))
    expect(said(laid.open)).toEqual({ a: 'Một, tôi viết.', b: 'Hai, chị viết.', c: 'Ba.' })
    expect(laid.held.clashes.size).toBe(0)
    expect(toSend(laid.held, laid.open)).toEqual([{ id: 'a', was: 'Một.', pieces: [{ type: 'text', text: 'Một, tôi viết.' }] }])
  })

  it('stands beside a paragraph both changed, which waits for a choice', () => {
    const newer = report({ a: 'Một, chị viết.', b: 'Hai.', c: 'Ba.' }, 'Cà Minh Họa')
    const laid = layUpon(fresh.held, withWords(fresh.open, { a: 'Một, tôi viết.' }), newer)
    expect(said(laid.open)['a']).toBe('Một, tôi viết.')
    expect(laid.held.clashes.get('a')).toEqual({ by: 'Cà Minh Họa', theirs: plainText('Một, chị viết.') })
    expect(toSend(laid.held, laid.open)).toEqual([])
    expect(toSend(settled(laid.held, 'a'), laid.open)).toMatchObject([{ id: 'a', was: 'Một, chị viết.' }])
  })

  it('is no clash when both wrote the same, or when it is one’s own words coming back', () => {
    const mine = withWords(fresh.open, { a: 'Một, như nhau.' })
    expect(layUpon(fresh.held, mine, report({ a: 'Một, như nhau.', b: 'Hai.', c: 'Ba.' })).held.clashes.size).toBe(0)
    const sent = sending(fresh.held, toSend(fresh.held, mine), mine)
    const more = withWords(mine, { a: 'Một, như nhau. Và thêm.' })
    const laid = layUpon(sent, more, report({ a: 'Một, như nhau.', b: 'Hai.', c: 'Ba.' }))
    expect(laid.held.clashes.size).toBe(0)
    expect(toSend(answered(laid.held), laid.open)).toMatchObject([{ id: 'a', was: 'Một, như nhau.' }])
  })

  it('waits until the letter is finished that is being composed in the very paragraph', () => {
    const newer = report({ a: 'Một, chị viết.', b: 'Hai, chị viết.', c: 'Ba.' })
    const during = layUpon({ ...fresh.held, busyId: 'a' }, fresh.open, newer)
    expect(said(during.open)).toEqual({ a: 'Một.', b: 'Hai, chị viết.', c: 'Ba.' })
    expect(said(layUpon(during.held, during.open, newer).open)['a']).toBe('Một, chị viết.')
    const composed = layUpon(during.held, withWords(during.open, { a: 'Một ấ.' }), newer)
    expect([said(composed.open)['a'], composed.held.clashes.has('a')]).toEqual(['Một ấ.', true])
  })

  it('takes a paragraph away, but never the words somebody was writing in it', () => {
    const laid = layUpon(fresh.held, withWords(fresh.open, { b: 'Hai, đang viết.' }), report({ a: 'Một.', c: 'Ba.' }))
    expect(laid.homeless.map(inlineText)).toEqual(['Hai, đang viết.'])
  })

  it('is a number that replaced the same digits typed by hand: the number stays live', () => {
    const typed = begin(report({ a: 'Có 8 tổ chức.', b: 'Hai.', c: 'Ba.' }), null)
    const runs: Inline[] = [...plainText('Có '), { type: 'figure', text: '8', figureId: 'f' }, ...plainText(' tổ chức.')]
    const open = new Map([...typed.open, ['a', runs] as const])
    const laid = layUpon(typed.held, open, report({ a: 'Có 8 tổ chức.', b: 'Hai.', c: 'Ba.' }))
    expect(laid.open.get('a')).toEqual(runs)
    expect(toSend(laid.held, laid.open)).toHaveLength(1)
  })
})

describe('words left on this machine', () => {
  it('are there again after a reload, upon what colleagues saved since', () => {
    const open = withWords(fresh.open, { a: 'Một, dở dang', c: '' })
    const copy = safetyCopy(fresh.held, open)
    const again = begin(report({ a: 'Một.', b: 'Hai, mới.', c: 'Ba.' }), JSON.parse(JSON.stringify(copy)))
    expect(said(again.open)).toEqual({ a: 'Một, dở dang', b: 'Hai, mới.', c: '' })
    expect(toSend(again.held, again.open).map(({ id }) => id)).toEqual(['a'])
  })

  it('are none when all is saved', () => {
    expect(safetyCopy(fresh.held, fresh.open)).toBeNull()
  })
})

describe('two people writing at once, whatever they write', () => {
  const run = fc.oneof(
    fc.constantFrom('Một', ' hai ', 'ba.', 'Một').map((text): Inline => ({ type: 'text', text })),
    fc.constantFrom('f', 'g').map((figureId): Inline => ({ type: 'figure', figureId, text: figureId === 'f' ? '8' : '58' })),
  )
  const runs = fc.array(run, { minLength: 1, maxLength: 3 })
  const texts = fc.record({ a: runs, b: runs, c: runs })

  it('loses no word: each paragraph says mine, or theirs that I did not touch, or shows both', () => {
    fc.assert(
      fc.property(texts, texts, texts, (was, mine, theirs) => {
        const { held } = begin(report(was), null)
        const open = openFrom(report(mine))
        const laid = layUpon(held, open, report(theirs))
        for (const id of names) {
          const [w, m, t, now] = [was[id], mine[id], theirs[id], laid.open.get(id) ?? []].map(inlineText)
          const clash = laid.held.clashes.get(id)
          if (m !== w && t !== w && m !== t) expect([now, inlineText(clash?.theirs ?? [])]).toEqual([m, t])
          else expect([now, clash]).toEqual([m === w ? t : m, undefined])
        }
        expect(layUpon(laid.held, laid.open, report(theirs))).toEqual({ ...laid, homeless: [] })
      }),
    )
  })

  it('what is sent, the server takes as it was meant', () => {
    fc.assert(
      fc.property(texts, texts, (was, mine) => {
        const content = report(was)
        const { held } = begin(content, null)
        const open = openFrom(report(mine))
        const edits = toSend(held, open)
        const saved = editParagraphs(content, edits, { documents: [], by: 'tôi' })
        if (!saved.ok) throw new Error(saved.code)
        const laid = layUpon(sending(held, edits, open), open, saved.value)
        expect(changedIds(answered(laid.held), laid.open)).toEqual([])
        expect(paragraphsOf(saved.value).map(({ inlines }) => inlineText(inlines))).toEqual(names.map(id => inlineText(mine[id])))
      }),
    )
  })
})

describe('words that another tab left on this machine', () => {
  const left = { paragraphs: [{ id: 'a', was: plainText('Một.'), mine: plainText('Một, gõ dở.') }] }

  it('go into the text and are sent, where nothing else is being written', () => {
    const taken = takeUp(fresh.held, withWords(fresh.open, { b: 'Hai, đang gõ.' }), left, before)
    expect(said(taken.open)).toEqual({ a: 'Một, gõ dở.', b: 'Hai, đang gõ.', c: 'Ba.' })
    expect(toSend(taken.held, taken.open).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(taken.left).toBeNull()
  })

  it('wait where something else is being written here', () => {
    const taken = takeUp(fresh.held, withWords(fresh.open, { a: 'Một, lời khác.' }), left, before)
    expect(said(taken.open)['a']).toBe('Một, lời khác.')
    expect(taken.left).toEqual(left)
  })

  it('are laid beside what a colleague wrote meanwhile, for a choice', () => {
    const newer = report({ a: 'Một, chị viết.', b: 'Hai.', c: 'Ba.' }, 'Cà Minh Họa')
    const now = layUpon(fresh.held, fresh.open, newer)
    const taken = takeUp(now.held, now.open, left, newer)
    expect(said(taken.open)['a']).toBe('Một, gõ dở.')
    expect(taken.held.clashes.get('a')?.by).toBe('Cà Minh Họa')
    expect(toSend(taken.held, taken.open)).toEqual([])
  })

  it('are not offered once the report says them', () => {
    expect(stillUnsaid(left, before)).toEqual(left.paragraphs)
    expect(stillUnsaid(left, report({ a: 'Một, gõ dở.', b: 'Hai.' }))).toEqual([])
  })
})
