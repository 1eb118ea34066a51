import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCandidate, aGathering, anArea, events } from '../../../test/season.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { preparedFor } from '../title/prepared.ts'
import { family86 } from '../title/rule-books/nd-86-2023-family.ts'
import { family122 } from '../title/rule-books/nd-122-2018-family.ts'
import { civilisedWard2022 } from '../title/rule-books/qd-04-2022.ts'
import { office2014 } from '../title/rule-books/tt-08-2014.ts'
import {
  type AreaStep,
  areaSteps,
  checkAssessable,
  checkDossier,
  concludeMeeting,
  countedGatherings,
  countOf,
  isReady,
  listedCandidates,
  mayTake,
  missingFrom,
  nextStep,
  proposedCandidates,
  sendBack,
  sittingOf,
  stateOf,
  stepsOf,
} from './area.ts'

const law122 = { book: family122, prepared: preparedFor(family122, null) }
const law86 = { book: family86, prepared: preparedFor(family86, null) }
const day = plainDate('2022-11-20')
const posting = { from: day, lastOn: plainDate('2022-11-29'), place: 'Nhà văn hóa bản' }
const listed = { type: 'list', on: day, leftOut: [] } as const
const met = { type: 'meet', on: day, leftOut: [], households: 60 } as const
const posted = { type: 'post', on: day, posting } as const
const submitted = { type: 'submit', on: day } as const

describe('the steps of an area', () => {
  test('are those of the text in force: a list under 122/2018, a posting under 86/2023', () => {
    expect(stepsOf(family122)).toEqual(['list', 'meet', 'submit'])
    expect(stepsOf(family86)).toEqual(['meet', 'post', 'submit'])
    expect(mayTake('post', { events: [], book: family122, on: day }, day)).toMatchObject({ code: 'season.not-in-law' })
    expect(mayTake('list', { events: [], book: family86, on: day }, day)).toMatchObject({ code: 'season.not-in-law' })
  })

  test('are taken in their turn and never on a day before the last', () => {
    expect(mayTake('meet', { events: [], book: family122, on: day }, day)).toMatchObject({ code: 'season.wrong-step' })
    expect(mayTake('meet', { events: events(listed), book: family122, on: plainDate('2022-11-19') }, day)).toMatchObject({
      code: 'season.day-before-step',
    })
    expect(mayTake('meet', { events: events(listed), book: family122, on: day }, day).ok).toBe(true)
  })

  test('sent back, are taken again from there, and a meeting is held anew', () => {
    const history = events(listed, met, submitted, { type: 'sentBack', on: day, backTo: 'meet', reason: 'biên bản thiếu chữ ký' })
    expect(stateOf(history)).toBe('list')
    expect(nextStep(family122, history)).toBe('meet')
    expect(sittingOf(history)).toBe(2)
    const second = aGathering({ id: 'second', sitting: 2 })
    expect(countedGatherings({ gatherings: [aGathering(), second], events: history })).toEqual([second])
  })

  test('a dossier that is not in cannot be sent back, nor to a step the text does not have', () => {
    expect(sendBack({ events: events(listed), book: family122, backTo: 'list' })).toMatchObject({ code: 'season.nothing-to-send-back' })
    expect(sendBack({ events: events(met, posted, submitted), book: family86, backTo: 'list' })).toMatchObject({
      code: 'season.not-in-law',
    })
  })

  test('the next step never stands already, whatever was sent back', () => {
    const told = fc.array(fc.oneof(fc.constantFrom(listed, met, submitted), fc.constantFrom(...areaSteps).map(sentBackTo)), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(told, history => {
        const next = nextStep(family122, events(...history))
        expect(next === null || next !== stateOf(events(...history))).toBe(true)
      }),
    )
  })
})

describe('the meeting', () => {
  test('ends only when everybody on the list was voted on', () => {
    const gatherings = [aGathering({ list: null, exceptions: [{ candidateId: 'a', for: 40, against: 0, other: 0 }] })]
    expect(concludeMeeting(anArea({ gatherings, events: events(listed) }), law122, { leftOut: [] })).toMatchObject({
      code: 'season.votes-missing',
    })
    expect(concludeMeeting(anArea({ gatherings: [], events: events(listed) }), law122, { leftOut: [] })).toMatchObject({
      code: 'season.nobody-gathered',
    })
  })

  test('needs 60 % of those convened under 122/2018, and no number anybody has read under 86/2023', () => {
    const gatherings = [aGathering({ convened: 50, present: 29, list: { for: 29, against: 0, other: 0 } })]
    expect(concludeMeeting(anArea({ gatherings, events: events(listed) }), law122, { leftOut: [] })).toMatchObject({
      code: 'season.no-quorum',
      details: { present: 29, convened: 50, percent: 60 },
    })
    const kept = ['a', 'b'].map(candidateId => ({ candidateId, reason: 'Nhiều hộ đi làm xa' }))
    expect(concludeMeeting(anArea({ gatherings }), law86, { leftOut: [], kept })).toMatchObject({ ok: true, value: { quorum: null } })
  })

  test('more ballots cannot come back from the doors than people stayed away', () => {
    const doors = aGathering({ id: 'doors', form: 'doorToDoor', convened: 20, present: 20, list: { for: 20, against: 0, other: 0 } })
    expect(concludeMeeting(anArea({ gatherings: [aGathering(), doors], events: events(listed) }), law122, { leftOut: [] })).toMatchObject({
      code: 'season.more-present-than-convened',
    })
  })

  test('under 86/2023 whoever lacks the unverified majority is left out or kept for a reason', () => {
    const gatherings = [aGathering({ exceptions: [{ candidateId: 'b', for: 0, against: 40, other: 0 }] })]
    const area = anArea({ gatherings })
    expect(concludeMeeting(area, law86, { leftOut: [] })).toMatchObject({ code: 'season.few-votes', details: { names: 'Lò Văn b' } })
    const answered = [{ candidateId: 'b', reason: 'Bỏ phiếu lại vào ngày 21' }]
    expect(concludeMeeting(area, law86, { leftOut: answered }).ok).toBe(true)
    expect(concludeMeeting(area, law86, { leftOut: [], kept: answered }).ok).toBe(true)
  })

  test('proposes those with the votes, and not whom it left out', () => {
    const gatherings = [aGathering({ exceptions: [{ candidateId: 'b', for: 23, against: 17, other: 0 }] })]
    expect(proposedCandidates(anArea({ gatherings, events: events(listed, met) }), law122).map(({ id }) => id)).toEqual(['a'])
    const history = events(listed, { ...met, leftOut: [{ candidateId: 'a', reason: 'hộ xin thôi' }] })
    expect(listedCandidates(anArea({ events: history })).map(({ id }) => id)).toEqual(['b'])
    expect(concludeMeeting(anArea({ events: events(listed) }), law122, { leftOut: [{ candidateId: 'z', reason: '' }] })).toMatchObject({
      code: 'season.unknown-candidate',
    })
  })
})

describe('a meeting that is over', () => {
  test('is judged by what was asked of it then, whatever has been confirmed or who has moved since', () => {
    const gatherings = [aGathering({ exceptions: [{ candidateId: 'b', for: 23, against: 17, other: 0 }] })]
    const asked = { quorum: law86.prepared.quorum, consent: law86.prepared.consent }
    const area = anArea({ gatherings, events: events(listed, { ...met, asked, households: 40 }), households: 400 })
    expect(proposedCandidates(area, law122).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(countOf(area, law122).candidates[1]?.consent).toMatchObject({ part: 23, whole: 40, isReached: true, blocks: false })
  })
})

describe('what was written down before a step', () => {
  const papers = { candidateIds: ['a'], selfAssessed: new Set(['a']) }
  const under86 = { book: family86, events: events(met) }

  test('stands once the step is taken: points after the meeting, own papers after the list', () => {
    expect(checkAssessable({ ...papers, stage: 'meeting' }, under86)).toMatchObject({ code: 'season.settled', details: { on: day } })
    expect(checkAssessable({ ...papers, stage: 'meeting' }, { book: family86, events: events(met, posted, submitted) })).toMatchObject({
      code: 'season.handed-in',
    })
    expect(checkAssessable({ ...papers, stage: 'self' }, { book: family122, events: events(listed) })).toMatchObject({
      code: 'season.settled',
    })
    expect(checkAssessable({ ...papers, stage: 'meeting' }, { book: family122, events: events(listed) }).ok).toBe(true)
  })

  test('may still be added where a household owed its paper, and is open again once sent back', () => {
    const late = { stage: 'self', candidateIds: ['b'], selfAssessed: new Set(['a']) } as const
    expect(checkAssessable(late, { book: family122, events: events(listed, met) }).ok).toBe(true)
    const back = events(met, posted, submitted, { type: 'sentBack', on: day, backTo: 'meet', reason: 'cộng sai điểm' })
    expect(checkAssessable({ ...papers, stage: 'meeting' }, { book: family86, events: back }).ok).toBe(true)
  })
})

describe('the dossier', () => {
  const after = plainDate('2022-11-30')

  test('waits for the posting to end', () => {
    const area = anArea({ events: events(met, posted) })
    expect(checkDossier(area, law86, posting.lastOn)).toMatchObject({ code: 'season.posting-goes-on' })
    expect(checkDossier(area, law86, after).ok).toBe(true)
  })

  test("wants each household's own assessment where the text asks for it; points alone hold nobody up", () => {
    const area = anArea({ events: events(listed, met), selfAssessed: new Set(['a']), scored: new Set() })
    expect(checkDossier(area, law122, after)).toMatchObject({ code: 'season.dossier-incomplete', details: { count: 1 } })
    expect(missingFrom(area, law122).map(({ what, candidateIds, blocks }) => [what, candidateIds, blocks])).toEqual([
      ['selfAssessment', ['b'], true],
      ['score', ['a', 'b'], false],
    ])
    expect(missingFrom(area, law86).map(({ what }) => what)).toEqual(['score'])
  })

  test('is not sent for nobody', () => {
    const gatherings = [aGathering({ list: { for: 10, against: 30, other: 0 } })]
    expect(checkDossier(anArea({ gatherings, events: events(listed, met) }), law122, after)).toMatchObject({
      code: 'season.nobody-proposed',
    })
  })

  test('is not about a household that withdrew', () => {
    const withdrawn = aCandidate('b', { withdrawal: { on: day, reason: 'chuyển đi' } })
    const area = anArea({ candidates: [aCandidate('a'), withdrawn], events: events(listed, met) })
    expect(proposedCandidates(area, law122).map(({ id }) => id)).toEqual(['a'])
  })
})

describe('steps in another order', () => {
  const ward = civilisedWard2022
  const appraised = { type: 'appraise', on: day, leftOut: [], appraiser: 'Hội đồng thẩm định', remarks: '' } as const

  test('are those of the text: a ward hands in first, and its council votes last', () => {
    expect(stepsOf(ward)).toEqual(['submit', 'appraise', 'meet'])
    expect(nextStep(ward, events(submitted, appraised))).toBe('meet')
    expect(isReady(ward, events(submitted, appraised))).toBe(false)
    expect(isReady(ward, events(submitted, appraised, met))).toBe(true)
  })

  test('are undone from the step a file is sent back to, and a council that voted too early votes again', () => {
    const back = events(submitted, appraised, met, sentBackTo('submit'))
    expect([stateOf(back), nextStep(ward, back), sittingOf(back)]).toEqual(['registering', 'submit', 2])
    const onlyAppraisal = events(submitted, appraised, sentBackTo('appraise'))
    expect([stateOf(onlyAppraisal), nextStep(ward, onlyAppraisal)]).toEqual(['submit', 'appraise'])
  })

  test('do not ask an office for a meeting its text does not know: who is on the list is proposed', () => {
    const law = { book: office2014, prepared: preparedFor(office2014, null) }
    expect(stepsOf(office2014)).toEqual(['submit', 'appraise'])
    const left = { ...appraised, leftOut: [{ candidateId: 'a', reason: 'chưa đủ một năm' }] }
    const area = anArea({ gatherings: [], events: events(submitted, left) })
    expect(proposedCandidates(area, law).map(({ id }) => id)).toEqual(['b'])
  })
})

function sentBackTo(backTo: AreaStep) {
  return { type: 'sentBack', on: day, backTo, reason: 'làm lại' } as const
}
