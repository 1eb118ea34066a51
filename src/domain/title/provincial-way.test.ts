import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aStep, officeSheet, rulesWith } from '../../../test/provincial-way.ts'
import { bookNamed } from '../../../test/title-law.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { preparedFor } from './prepared.ts'
import { bookAlong, checkWay, wayFor } from './provincial-way.ts'
import { stepCodes } from './rule-book.ts'
import { ruleBooks } from './rule-books.ts'
import { factsOf, isVerified } from './sourced.ts'

const book = bookNamed('CQVH.HD58')
const confirmation = { by: 'Cầm Thị Xác', on: plainDate('2023-01-10') }

describe('steps nobody read in the text of the centre', () => {
  test('are the province’s to give, and count once an officer has vouched for them', () => {
    expect(wayFor(book, undefined)).toMatchObject({ code: 'season.steps-unread', details: { cites: '2214/QĐ-TTg, 58/HD-TLĐ' } })
    expect(wayFor(book, rulesWith([]))).toMatchObject({ code: 'season.steps-unread' })
    expect(wayFor(book, rulesWith([officeSheet()]))).toMatchObject({
      code: 'season.steps-unconfirmed',
      details: { basis: '12/2023/QĐ-UBND' },
    })
    expect(wayFor(book, rulesWith([officeSheet()], confirmation))).toMatchObject({
      ok: true,
      value: { basis: '12/2023/QĐ-UBND', confirmedBy: 'Cầm Thị Xác', confirmedOn: '2023-01-10', authority: 'provinceLabourFederation' },
    })
  })

  test('say wherever they are told that no text of the centre was compared, and still stop who breaks them', () => {
    const sheet = officeSheet({
      steps: [
        ...officeSheet().steps.slice(0, 2),
        aStep('meet', { quorum: { percent: 50, strictly: true, of: 'convened' } }),
        ...officeSheet().steps.slice(2),
      ],
    })
    const way = wayFor(book, rulesWith([sheet], confirmation))
    if (!way.ok) throw new Error(way.code)
    const along = bookAlong(book, way.value)
    const facts = factsOf(along.steps)
    expect(facts.length).toBeGreaterThan(10)
    for (const fact of facts) {
      expect(fact.clause).toBe('12/2023/QĐ-UBND, theo quy định của tỉnh minh họa, chưa xác minh với văn bản của trung ương')
      expect(isVerified(fact)).toBe(false)
    }
    expect(preparedFor(along, null).quorum).toMatchObject({ blocks: true, value: { percent: 50 }, clause: facts[0]?.clause })
    expect(along.cites).toEqual(['2214/QĐ-TTg', '58/HD-TLĐ', '12/2023/QĐ-UBND'])
  })
})

describe('a file with steps is refused', () => {
  test('where the text has steps of its own', () => {
    for (const known of ruleBooks.filter(({ steps }) => steps.length > 0))
      expect(checkWay(officeSheet(), known)).toMatchObject({ code: 'score-sheet.steps-known' })
  })

  test('where they do not lead from a review to a decision by somebody', () => {
    expect(checkWay(officeSheet({ authority: null }), book)).toMatchObject({ code: 'score-sheet.way-unfinished' })
    for (const lacking of ['appraise', 'submit', 'decide'] as const) {
      const steps = officeSheet().steps.filter(({ code }) => code !== lacking)
      expect(checkWay(officeSheet({ steps }), book)).toMatchObject({ code: 'score-sheet.way-unfinished' })
    }
  })

  test('where a step comes twice, or its days count from one that is yet to come', () => {
    const { steps } = officeSheet()
    expect(checkWay(officeSheet({ steps: [...steps, aStep('appraise')] }), book)).toMatchObject({ code: 'score-sheet.repeated' })
    const early = steps.map(step => (step.code === 'submit' ? { ...step, after: 'decide' as const } : step))
    expect(checkWay(officeSheet({ steps: early }), book)).toMatchObject({
      code: 'score-sheet.way-order',
      details: { step: 'Trình hồ sơ' },
    })
  })

  test('nothing but the announcement follows a decision, in whatever order steps are written', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...stepCodes]), codes => {
        const checked = checkWay(officeSheet({ steps: codes.map(code => aStep(code)) }), book)
        if (!checked.ok || codes.length === 0) return
        expect(codes.slice(codes.indexOf('decide') + 1).filter(code => code !== 'publish')).toEqual([])
        expect(codes.indexOf('submit')).toBeLessThan(codes.indexOf('decide'))
      }),
    )
  })
})
