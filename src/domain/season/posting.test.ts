import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { answerOpinion, checkPosting, isHeldBack, isObjectedAway, type Opinion, receiveOpinion } from './posting.ts'

const today = plainDate('2024-12-01')
const posting = { from: plainDate('2024-11-10'), lastOn: plainDate('2024-11-20'), place: 'Nhà văn hóa bản' }
const tenDays = { key: 'test', clause: '86/2023/NĐ-CP', value: 10, blocks: true }
const facts = { least: tenDays, metOn: posting.from }

describe('the posting', () => {
  test('lasts the ten days of 86/2023, the day it is put up not counted', () => {
    expect(checkPosting(posting, facts, today).ok).toBe(true)
    expect(checkPosting({ ...posting, lastOn: plainDate('2024-11-19') }, facts, today)).toMatchObject({
      code: 'season.posting-too-short',
      details: { days: 9, least: 10 },
    })
  })

  test('a term nobody verified stops nobody', () => {
    const short = { ...posting, lastOn: plainDate('2024-11-12') }
    expect(checkPosting(short, { ...facts, least: { ...tenDays, blocks: false } }, today).ok).toBe(true)
    expect(checkPosting(short, { ...facts, least: null }, today).ok).toBe(true)
  })

  test('comes after the meeting and does not run backwards', () => {
    expect(checkPosting(posting, { ...facts, metOn: plainDate('2024-11-11') }, today)).toMatchObject({ code: 'season.day-before-step' })
    expect(checkPosting({ ...posting, lastOn: plainDate('2024-11-09') }, facts, today)).toMatchObject({ code: 'season.posting-backwards' })
    expect(checkPosting(posting, facts, plainDate('2024-11-09'))).toMatchObject({ code: 'season.in-future' })
  })
})

describe('an opinion', () => {
  const objection: Opinion = {
    id: 'opinion',
    seasonId: 'season',
    areaUnitId: 'area',
    candidateId: 'a',
    kind: 'objection',
    receivedOn: plainDate('2024-11-12'),
    says: 'Hộ này đổ rác xuống suối',
    answer: null,
  }
  const answer = { on: plainDate('2024-11-20'), outcome: 'dismissed', reason: 'đã kiểm tra, không phải hộ này', by: 'Trưởng bản' } as const

  test('against a household names one of the list, from the day it was posted on', () => {
    const known = { posting, candidateIds: ['a'] }
    expect(receiveOpinion(objection, known, today).ok).toBe(true)
    expect(receiveOpinion({ ...objection, candidateId: null }, known, today)).toMatchObject({ code: 'season.unknown-candidate' })
    expect(receiveOpinion({ ...objection, candidateId: 'b' }, known, today)).toMatchObject({ code: 'season.unknown-candidate' })
    expect(receiveOpinion({ ...objection, receivedOn: plainDate('2024-11-09') }, known, today)).toMatchObject({
      code: 'season.day-before-step',
    })
    expect(receiveOpinion(objection, { ...known, posting: null }, today)).toMatchObject({ code: 'season.not-posted' })
    expect(receiveOpinion({ ...objection, kind: 'remark', candidateId: null }, known, today).ok).toBe(true)
  })

  test('holds back that household alone, until it is answered', () => {
    expect([isHeldBack('a', [objection]), isHeldBack('b', [objection])]).toEqual([true, false])
    const answered = answerOpinion(objection, answer, today)
    expect(answered).toMatchObject({ ok: true })
    if (!answered.ok) return
    expect([isHeldBack('a', [answered.value]), isObjectedAway('a', [answered.value])]).toEqual([false, false])
    expect(isObjectedAway('a', [{ ...objection, answer: { ...answer, outcome: 'upheld' } }])).toBe(true)
    expect(answerOpinion(answered.value, answer, today)).toMatchObject({ code: 'season.answered-already' })
  })

  test('that only remarks holds nobody back', () => {
    expect(isHeldBack('a', [{ ...objection, kind: 'remark' }])).toBe(false)
  })
})
