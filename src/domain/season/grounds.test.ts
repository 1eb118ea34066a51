import { describe, expect, test } from 'vitest'
import { aCandidate, aLook, anArea } from '../../../test/season.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { Ground } from '../title/candidate-facts.ts'
import { preparedFor } from '../title/prepared.ts'
import { area122 } from '../title/rule-books/nd-122-2018-area.ts'
import { family122 } from '../title/rule-books/nd-122-2018-family.ts'
import { endsEarly, groundsLookOf, knownGrounds, reviewGrounds } from './grounds.ts'

const law = { book: family122, prepared: preparedFor(family122, null) }
const ofAreas = { book: area122, prepared: preparedFor(area122, null) }
const today = plainDate('2022-12-30')
const drugs: Ground = { matter: 'drugs', handling: 'found', on: plainDate('2022-05-01') }

describe('somebody looks for grounds of exclusion', () => {
  test('among everybody who stands in the file that day, withdrawn ones left out', () => {
    const withdrawal = { on: plainDate('2022-06-01'), reason: 'chuyển đi' }
    const candidates = [aCandidate('a'), aCandidate('b', { withdrawal }), aCandidate('c')]
    expect(looked('2022-11-30', candidates)).toMatchObject({ ok: true, value: ['a', 'c'] })
    expect(looked('2022-11-30', [])).toMatchObject({ code: 'season.nobody-listed' })
  })

  test('up to a day that has come, and that says something of the year of merit', () => {
    expect(looked('2022-12-30')).toMatchObject({ ok: true })
    expect(looked('2022-12-31')).toMatchObject({ code: 'season.in-future', details: { on: '2022-12-31' } })
    expect(looked('2022-01-01')).toMatchObject({ ok: true })
    expect(looked('2021-12-31')).toMatchObject({ code: 'season.look-before-year', details: { year: 2022 } })
  })

  test('only where the text names cases', () => {
    const candidates = [aCandidate('a')]
    expect(reviewGrounds({ upTo: today, candidates }, { season: { year: 2022 }, law: ofAreas }, today)).toMatchObject({
      code: 'season.no-cases-in-law',
    })
    expect(groundsLookOf(anArea(), ofAreas, 2022)).toBeNull()
  })

  test('what is known of a file: how many nobody has looked at, until when, and whether the year goes on after that', () => {
    expect(groundsLookOf(anArea({ groundsReview: null }), law, 2022)).toMatchObject({
      candidates: 2,
      unlooked: 2,
      blocks: true,
      last: null,
      endsEarly: false,
    })
    expect(groundsLookOf(anArea(), law, 2022)).toMatchObject({ unlooked: 0, last: { upTo: '2022-12-31' }, endsEarly: false })
    const early = anArea({ groundsReview: aLook([aCandidate('a')], '2022-11-30') })
    expect(groundsLookOf(early, law, 2022)).toMatchObject({ unlooked: 1, last: { upTo: '2022-11-30' }, endsEarly: true })
    expect([endsEarly(plainDate('2022-12-30'), 2022), endsEarly(plainDate('2022-12-31'), 2022)]).toEqual([true, false])
  })
})

describe('what is known of a household’s grounds', () => {
  test('none on record means none once somebody has looked, and nothing before', () => {
    expect(known([], { isLooked: true })).toEqual([])
    expect(known([], { isLooked: false })).toBeNull()
  })

  test('a ground that bars is known without anybody’s look; one of another year tells nothing of this one', () => {
    expect(known([drugs], { isLooked: false })).toEqual([drugs])
    const before = { ...drugs, on: plainDate('2021-05-01') }
    expect(known([before], { isLooked: false })).toBeNull()
    expect(known([before], { isLooked: true })).toEqual([before])
  })
})

function looked(upTo: string, candidates = [aCandidate('a')]) {
  return reviewGrounds({ upTo: plainDate(upTo), candidates }, { season: { year: 2022 }, law }, today)
}

function known(recorded: readonly Ground[], { isLooked }: { readonly isLooked: boolean }) {
  return knownGrounds(recorded, { isLooked, exclusions: law.prepared.exclusions, year: 2022 })
}
