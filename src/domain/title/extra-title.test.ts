import { expect, test } from 'vitest'
import { provinceNamed } from '../../../test/title-law.ts'
import type { CandidateFacts } from './candidate-facts.ts'
import { evaluate } from './evaluate.ts'
import { extraTitleRules } from './extra-title.ts'
import { honours } from './rule-book.ts'

const rules = provinceNamed('upland-2024')
const [title] = rules.extraTitles

test('a province’s own title is judged by its points and its threshold, under the province’s text', () => {
  if (!title) throw new Error('no extra title')
  const { book, sheet } = extraTitleRules(rules, title)
  expect(evaluate(clan({ '1': 35, '2': 50 }), book, sheet)).toMatchObject({ outcome: 'pass', total: 85 })
  expect(evaluate(clan({ '1': 40, '2': 39 }), book, sheet).reasons).toMatchObject([
    { code: 'total-too-low', clause: rules.basis, figures: { points: 79, least: 80 } },
  ])
  expect(evaluate(clan({ '1': 19, '2': 60 }), book, sheet).reasons.map(({ code }) => code)).toEqual(['standard-too-low', 'total-too-low'])
  expect(evaluate(clan({ '1': 40 }), book, sheet).outcome).toBe('open')
})

test('before anybody compared the file with that text it fails nobody', () => {
  if (!title) throw new Error('no extra title')
  const { book, sheet } = extraTitleRules({ ...rules, confirmation: null }, title)
  expect(evaluate(clan({ '1': 0, '2': 0 }), book, sheet)).toMatchObject({ outcome: 'open', reasons: [] })
})

test('it is not an honour of the law, so that national totals never count it', () => {
  expect(honours).not.toContain(title?.code)
})

function clan(points: Record<string, number>): CandidateFacts {
  return {
    year: 2024,
    registeredOn: null,
    traits: [],
    points,
    met: {},
    grounds: null,
    meeting: null,
    votesFor: null,
    postedDays: null,
    content: null,
  }
}
