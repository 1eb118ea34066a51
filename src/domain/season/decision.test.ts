import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCandidate, aGathering, anArea, events } from '../../../test/season.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CandidateFacts } from '../title/candidate-facts.ts'
import { preparedFor } from '../title/prepared.ts'
import { family86 } from '../title/rule-books/nd-86-2023-family.ts'
import { family122 } from '../title/rule-books/nd-122-2018-family.ts'
import type { AreaRecord } from './area.ts'
import type { Candidate } from './candidate.ts'
import { acceptOpen, authorityOf, decide, type Proposal, propose, publish } from './decision.ts'
import { handOver, revoke } from './recognition.ts'

const law = { book: family122, prepared: preparedFor(family122, null) }
const day = plainDate('2022-11-20')
const today = plainDate('2022-12-30')
const done = events(
  { type: 'list', on: day, leftOut: [] },
  { type: 'meet', on: day, leftOut: [], households: 60 },
  { type: 'submit', on: day },
)

describe('what a decision would say', () => {
  test('waits for points where no sheet of the province gives them meaning, unless the leader answers for it', () => {
    const proposal = proposalOf([anArea({ events: done })])
    expect(proposal).toMatchObject({ recognised: [], failed: [] })
    expect(proposal.open.map(({ candidate, missing }) => [candidate.id, missing.map(({ code }) => code)])).toEqual([
      ['a', ['score-sheet']],
      ['b', ['score-sheet']],
    ])
    expect(acceptOpen(proposal)).toMatchObject({ recognised: [{ id: 'a' }, { id: 'b' }], open: [], reachedOnly: [] })
    expect(acceptOpen(proposal, ['a'])).toMatchObject({ recognised: [{ id: 'b' }], open: [{ candidate: { id: 'a' } }] })
  })

  test('gives each household that fails its reason', () => {
    const gatherings = [aGathering({ exceptions: [{ candidateId: 'b', for: 23, against: 17, other: 0 }] })]
    const candidates = [aCandidate('a'), aCandidate('b'), aCandidate('late', { registeredOn: plainDate('2022-02-01') }), aCandidate('out')]
    const history = events(
      { type: 'list', on: day, leftOut: [{ candidateId: 'out', reason: 'tự nhận' }] },
      { type: 'meet', on: day, leftOut: [], households: 60 },
      {
        type: 'submit',
        on: day,
      },
    )
    const proposal = acceptOpen(proposalOf([anArea({ candidates, gatherings, events: history })]))
    expect(proposal.recognised.map(({ id }) => id)).toEqual(['a'])
    expect(proposal.failed.map(({ candidate, reasons }) => [candidate.id, reasons.map(({ code }) => code)])).toEqual([
      ['b', ['too-few-votes']],
      ['late', ['registered-late']],
      ['out', ['left-out']],
    ])
  })

  test('leaves to the leader whom only a rule nobody verified speaks against', () => {
    const law86 = { book: family86, prepared: preparedFor(family86, null) }
    const gatherings = [aGathering({ list: { for: 12, against: 28, other: 0 } })]
    const posting = { from: day, lastOn: plainDate('2022-11-30'), place: 'Nhà văn hóa bản' }
    const history = events(
      { type: 'meet', on: day, leftOut: [], households: 60 },
      { type: 'post', on: day, posting },
      { type: 'submit', on: today },
    )
    const area = anArea({ candidates: [aCandidate('a')], gatherings, events: history })
    const { recognised, failed, open } = propose({ areas: [area], law: law86, decided: new Set(), factsOf })
    expect([recognised, failed]).toEqual([[], []])
    expect(open[0]?.doubts.map(({ code }) => code)).toEqual(['too-few-votes'])
  })

  test('waits for whom nobody has looked for grounds, whatever the leader answers for; that is no failure', () => {
    const proposal = proposalOf([anArea({ events: done })], { grounds: null })
    expect([proposal.recognised, proposal.failed]).toEqual([[], []])
    const accepted = acceptOpen(proposal)
    expect(accepted.recognised).toEqual([])
    expect(accepted.open.map(({ candidate }) => candidate.id)).toEqual(['a', 'b'])
    const act = { on: today, total: 2, submittedOn: [day], openExcept: [] }
    expect(decide(accepted, act, today)).toMatchObject({
      code: 'season.grounds-unlooked',
      details: { count: 2, names: 'Lò Văn a, Lò Văn b' },
    })
    expect(decide(accepted, { ...act, openExcept: ['a', 'b'] }, today)).toMatchObject({ code: 'season.grounds-unlooked' })
  })

  test('goes on without those, where they are named as waiting', () => {
    const looked = acceptOpen(proposalOf([anArea({ events: done, candidates: [aCandidate('a')] })]))
    const unlooked = proposalOf([anArea({ events: done, candidates: [aCandidate('b')] })], { grounds: null })
    const both = { ...looked, open: unlooked.open }
    const act = { on: today, total: 1, submittedOn: [day] }
    expect(decide(both, { ...act, openExcept: [] }, today)).toMatchObject({ code: 'season.grounds-unlooked' })
    expect(decide(both, { ...act, openExcept: ['b'] }, today)).toMatchObject({ ok: true })
  })

  test('does not tell which case of exclusion it was', () => {
    const grounds = [{ matter: 'drugs', handling: 'found', on: plainDate('2022-05-01') }] as const
    const proposal = proposalOf([anArea({ events: done })], { grounds })
    expect(proposal.failed[0]?.reasons).toEqual([{ code: 'excluded', clause: 'Điều 7, 122/2018/NĐ-CP', figures: {} }])
  })

  test('holds back whom an open objection names, and fails whom it was upheld against', () => {
    const objection = { id: 'o', seasonId: 'season', areaUnitId: 'area', kind: 'objection', receivedOn: day, says: 'không đúng' } as const
    const upheld = { on: day, outcome: 'upheld', reason: 'đúng như góp ý', by: 'Trưởng bản' } as const
    const area = anArea({
      events: done,
      opinions: [
        { ...objection, candidateId: 'a', answer: null },
        { ...objection, candidateId: 'b', answer: upheld },
      ],
    })
    const proposal = proposalOf([area])
    expect(proposal.heldBack.map(({ id }) => id)).toEqual(['a'])
    expect(proposal.failed).toMatchObject([{ candidate: { id: 'b' }, reasons: [{ code: 'objection' }] }])
  })

  test('recognised ⊆ reviewed ⊆ registered, and everybody stands in one place', () => {
    const candidate = fc.record({ isWithdrawn: fc.boolean(), isVotedOn: fc.boolean(), votes: fc.nat(40), isLeftOut: fc.boolean() })
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 8 }), told => {
        const area = areaOf(told)
        const proposal = acceptOpen(proposalOf([area]))
        const recognised = proposal.recognised.map(({ id }) => Number(id))
        expect(recognised.every(id => told[id]?.isVotedOn && !told[id].isWithdrawn && !told[id].isLeftOut)).toBe(true)
        const placed = [
          ...recognised,
          ...proposal.failed.map(each => Number(each.candidate.id)),
          ...proposal.heldBack.map(each => Number(each.id)),
        ]
        expect(placed.toSorted((a, b) => a - b)).toEqual(told.flatMap((each, id) => (each.isWithdrawn ? [] : [id])))
      }),
    )
  })

  test('does not depend on the order anything was entered in', () => {
    const candidates = ['a', 'b', 'c', 'd', 'e'].map(id => aCandidate(id))
    const exceptions = candidates.map(({ id }, at) => ({ candidateId: id, for: 20 + at * 2, against: 0, other: 0 }))
    const ids = (order: readonly Candidate[]): string[] =>
      acceptOpen(proposalOf([anArea({ candidates: order, gatherings: [aGathering({ exceptions })], events: done })])).recognised.map(
        ({ id }) => id,
      )
    fc.assert(
      fc.property(fc.shuffledSubarray(candidates, { minLength: candidates.length }), shuffled => {
        expect(ids(shuffled).toSorted()).toEqual(ids(candidates))
      }),
    )
  })

  test('is not said twice of one household, nor of an area whose dossier is not in', () => {
    const notIn = anArea({ areaUnitId: 'other', events: done.slice(0, 2) })
    const proposal = propose({ areas: [anArea({ events: done }), notIn], law, decided: new Set(['a']), factsOf })
    expect(proposal.open.map(({ candidate }) => candidate.id)).toEqual(['b'])
  })
})

describe('the decision', () => {
  const proposal: Proposal = { recognised: [aCandidate('a')], failed: [], heldBack: [], open: [], reachedOnly: [] }
  const act = { on: plainDate('2022-12-01'), total: 1, submittedOn: [day], openExcept: [] as readonly string[] }

  test('tells the number its list has', () => {
    expect(decide(proposal, act, today).ok).toBe(true)
    expect(decide(proposal, { ...act, total: 2 }, today)).toMatchObject({ code: 'season.total-differs', details: { told: 2, total: 1 } })
  })

  test('passes over nobody of whom something is not known without saying so', () => {
    const open = ['b', 'c', 'd', 'e', 'f', 'g'].map(id => ({ candidate: aCandidate(id), missing: [], doubts: [] }))
    expect(decide({ ...proposal, open }, act, today)).toMatchObject({
      code: 'season.open-left',
      details: { count: 6, names: 'Lò Văn b, Lò Văn c, Lò Văn d, Lò Văn e, Lò Văn f và 1 trường hợp nữa' },
    })
    expect(decide({ ...proposal, open }, { ...act, openExcept: ['b', 'c', 'd', 'e', 'f', 'g'] }, today).ok).toBe(true)
  })

  test('comes after the dossiers and is about somebody', () => {
    expect(decide(proposal, { ...act, on: plainDate('2022-11-19') }, today)).toMatchObject({ code: 'season.day-before-step' })
    expect(decide({ ...proposal, recognised: [] }, { ...act, total: 0 }, today)).toMatchObject({ code: 'season.nobody-to-decide' })
    const failed = [{ candidate: aCandidate('b'), reasons: [] }]
    expect(decide({ ...proposal, recognised: [], failed }, { ...act, total: 0 }, today)).toMatchObject({ code: 'season.nobody-recognised' })
    expect(decide(proposal, { ...act, submittedOn: [] }, today)).toMatchObject({ code: 'season.not-submitted' })
  })

  test('is taken by the chair of a level of government', () => {
    expect([authorityOf('ward'), authorityOf('district'), authorityOf('province'), authorityOf('village')]).toEqual([
      'communeChair',
      'districtChair',
      'provinceChair',
      null,
    ])
  })

  test('is published once, not before its day', () => {
    const decision = {
      id: 'd',
      seasonId: 'season',
      issuerUnitId: 'commune',
      on: act.on,
      code: '12/QĐ-UBND',
      signerName: 'Cầm Thị Họa',
      recognised: 1,
      failed: 0,
      openAccepted: '',
      lawChosen: '',
      published: null,
    }
    const published = { on: plainDate('2022-12-05'), place: 'Bảng tin UBND xã' }
    expect(publish(decision, published, today)).toMatchObject({ value: { published } })
    expect(publish({ ...decision, published }, published, today)).toMatchObject({ code: 'season.published-already' })
    expect(publish(decision, { ...published, on: plainDate('2022-11-30') }, today)).toMatchObject({ code: 'season.day-before-step' })
  })
})

describe('after the decision', () => {
  const recognition = { decisionId: 'd', candidateId: 'a', decidedOn: plainDate('2022-12-01'), handover: null, revocation: null }
  const revocation = { on: plainDate('2022-12-20'), ground: 'textOfTheDay', basis: '15/KL-UBND' } as const

  test('a certificate nobody came for may still be handed over, once', () => {
    const waiting = handOver(recognition, { on: plainDate('2022-12-10'), outcome: 'notCollected' }, today)
    expect(waiting).toMatchObject({ ok: true })
    if (!waiting.ok) return
    const handed = handOver(waiting.value, { on: plainDate('2022-12-12'), outcome: 'handedOver' }, today)
    expect(handed).toMatchObject({ value: { handover: { outcome: 'handedOver' } } })
    if (handed.ok)
      expect(handOver(handed.value, { on: today, outcome: 'handedOver' }, today)).toMatchObject({ code: 'season.handed-over-already' })
  })

  test('what was revoked is not handed over nor revoked again, and never before it was conferred', () => {
    const revoked = revoke(recognition, revocation, today)
    expect(revoked).toMatchObject({ value: { revocation: { ground: 'textOfTheDay' } } })
    if (!revoked.ok) return
    expect(handOver(revoked.value, { on: today, outcome: 'handedOver' }, today)).toMatchObject({ code: 'season.revoked-already' })
    expect(revoke(revoked.value, revocation, today)).toMatchObject({ code: 'season.revoked-already' })
    expect(revoke(recognition, { ...revocation, on: plainDate('2022-11-01') }, today)).toMatchObject({ code: 'season.day-before-step' })
  })

  test('the grounds of 06/2022/QH15 are those of days from 1 January 2024 on, and none other then', () => {
    const lastDayBefore = { ...revocation, on: plainDate('2023-12-31') }
    const firstDay = { ...revocation, on: plainDate('2024-01-01') }
    const later = plainDate('2024-03-01')
    expect(revoke(recognition, lastDayBefore, later)).toMatchObject({ ok: true })
    expect(revoke(recognition, { ...lastDayBefore, ground: 'wrongWay' }, later)).toMatchObject({ code: 'season.no-such-ground' })
    expect(revoke(recognition, firstDay, later)).toMatchObject({ code: 'season.no-such-ground' })
    expect(revoke(recognition, { ...firstDay, ground: 'wrongWay' }, later)).toMatchObject({ ok: true })
  })
})

function proposalOf(areas: readonly AreaRecord[], known: Partial<CandidateFacts> = {}): Proposal {
  return propose({ areas, law, decided: new Set(), factsOf: (candidate, meeting) => ({ ...factsOf(candidate, meeting), ...known }) })
}

function factsOf(candidate: Candidate, meeting: Pick<CandidateFacts, 'meeting' | 'votesFor' | 'postedDays' | 'content'>): CandidateFacts {
  return { ...meeting, year: 2022, registeredOn: candidate.registeredOn, traits: ['mountain'], points: {}, met: {}, grounds: [] }
}

/** Households that withdrew, were left out, or were not voted on, in any mixture. */
function areaOf(told: readonly { isWithdrawn: boolean; isVotedOn: boolean; votes: number; isLeftOut: boolean }[]): AreaRecord {
  const candidates = told.map(({ isWithdrawn }, id) =>
    aCandidate(String(id), isWithdrawn ? { withdrawal: { on: day, reason: 'thôi' } } : {}),
  )
  const leftOut = told.flatMap(({ isLeftOut }, id) => (isLeftOut ? [{ candidateId: String(id), reason: 'tự nhận' }] : []))
  const exceptions = told.flatMap(({ isVotedOn, votes }, id) =>
    isVotedOn ? [{ candidateId: String(id), for: votes, against: 0, other: 0 }] : [],
  )
  const history = events(
    { type: 'list', on: day, leftOut },
    { type: 'meet', on: day, leftOut: [], households: 60 },
    { type: 'submit', on: day },
  )
  return anArea({ candidates, gatherings: [aGathering({ list: null, exceptions })], events: history })
}
