import { describe, expect, test } from 'vitest'
import { aLook } from '../../../test/season.ts'
import { paperFactsOf, villagers, wholeWay, wordsOf } from '../../../test/title-papers.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { area86 } from '../title/rule-books/nd-86-2023-area.ts'
import { family86 } from '../title/rule-books/nd-86-2023-family.ts'
import { family122 } from '../title/rule-books/nd-122-2018-family.ts'
import { familyPraise122 } from '../title/rule-books/nd-122-2018-praise.ts'
import { opinionBook, postedList, proposalLetter, summary } from './after-meeting.ts'
import { papersUnder, settledBy, waitsFor } from './area-papers.ts'
import { ballots, ballotsPerSheet, registrationSheet, selfAssessmentSheet } from './before-meeting.ts'
import { gapsOf, unverifiedForms } from './gaps.ts'
import { minutes } from './minutes.ts'
import { formNumberOf, printedNumber } from './paper-kinds.ts'

const [first] = villagers
if (!first) throw new Error('a village without households')

describe('the number of a form', () => {
  test('stands on the paper where it was read: 01, 03, 04, 07 under 122/2018', () => {
    const facts = paperFactsOf()
    expect(registrationSheet(facts, first).formNumber).toBe('Mẫu số 01')
    expect(selfAssessmentSheet(facts, first).formNumber).toBe('Mẫu số 03')
    expect(minutes(facts).formNumber).toBe('Mẫu số 07')
  })

  test('is left off while nobody has verified it, and stands once an officer answers for it', () => {
    const form = formNumberOf('minutes', family86, new Map())
    expect([form?.number, form?.mayBePrinted, printedNumber(form)]).toEqual(['Mẫu số 03', false, null])
    const confirmation = { factKey: form?.factKey ?? '', confirmedBy: 'Sở', confirmedOn: plainDate('2024-02-01'), basis: 'toàn văn' }
    expect(printedNumber(formNumberOf('minutes', family86, new Map([[confirmation.factKey, confirmation]])))).toBe('Mẫu số 03')
    expect(printedNumber(formNumberOf('decision', family86, new Map()))).toBe('Mẫu số 10')
    expect(unverifiedForms(paperFactsOf({ book: family86 })).join('\n')).toContain('số mẫu chưa xác minh')
  })
})

describe('the posted list', () => {
  test('tells names and nothing else of anybody: no votes, no points, nobody left out and no reason', () => {
    const words = wordsOf(postedList(paperFactsOf({ book: family86 })))
    expect(words).toContain('Hà Thị Bình')
    for (const never of ['Vì Văn Cường', 'đánh bạc', 'Đồng ý', 'nghèo', 'Điểm', 'số 2']) expect(words).not.toContain(never)
  })

  test('tells where two heads of one name live, so that nobody objects to the wrong one', () => {
    const words = wordsOf(postedList(paperFactsOf({ book: family86 })))
    expect(words).toContain('số 1')
    expect(words).toContain('số 5')
  })

  test('says from when to when, where, and to whom one speaks', () => {
    expect(wordsOf(postedList(paperFactsOf({ book: family86 })))).toContain(
      'từ ngày 21 tháng 11 năm 2022 đến hết ngày 01 tháng 12 năm 2022 (10 ngày) tại Nhà văn hóa bản',
    )
  })
})

describe('the minutes', () => {
  test('count themselves: convened, present, absent, what the law asks, the votes on each household', () => {
    const words = wordsOf(minutes(paperFactsOf()))
    expect(words).toContain('Số được triệu tập: 50. Số có mặt: 40. Số vắng: 10, trong đó có: Lò Thị Vắng.')
    expect(words).toContain('40/50, bằng 80%; phải từ 60% số được triệu tập (Điều 9, 122/2018/NĐ-CP): đủ')
    expect(words).toContain('Lường Thị Dung\n20\n18\n2\nKhông đủ phiếu')
    expect(words).toContain('cho 3 hộ đủ phiếu (từ 60% số người dự đồng ý, Điều 9, 122/2018/NĐ-CP), trong 4 hộ được bình xét')
    expect(words).toContain('19 giờ 30 phút, ngày 20 tháng 11 năm 2022')
  })

  test('hold no meeting to a number nobody has read in the text', () => {
    const words = wordsOf(minutes(paperFactsOf({ book: family86 })))
    expect(words).not.toContain('phải')
    expect(words).not.toContain('(hơn 50%')
  })

  test('tell who is proposed though few voted for them, and why', () => {
    const events = wholeWay.map(event =>
      event.type === 'meet' ? { ...event, kept: [{ candidateId: '3', reason: 'nhiều hộ vắng đã gửi ý kiến đồng ý' }] } : event,
    )
    const words = wordsOf(minutes(paperFactsOf({ book: family86, area: { events } })))
    expect(words).toContain('Ít phiếu đồng ý mà vẫn đề nghị: Lường Thị Dung (nhiều hộ vắng đã gửi ý kiến đồng ý).')
    expect(wordsOf(minutes(paperFactsOf({ book: family86 })))).not.toContain('Ít phiếu đồng ý')
  })

  test('propose as many as the letter and the summary name', () => {
    const facts = paperFactsOf({ book: family86 })
    const rows = [proposalLetter(facts), summary(facts), postedList(facts)].map(
      ({ blocks }) => blocks.flatMap(block => (block.type === 'table' ? block.rows : [])).length,
    )
    expect(new Set(rows).size).toBe(1)
  })
})

describe('papers for the pen', () => {
  test('ask every household of its own grounds and tell none', () => {
    const words = wordsOf(selfAssessmentSheet(paperFactsOf(), first))
    for (const { says } of family122.exclusions) expect(words).toContain(says.value)
    expect(words).not.toContain('đánh bạc vì')
  })

  test('mark lines nobody has compared with the text', () => {
    const words = wordsOf(selfAssessmentSheet(paperFactsOf(), first))
    expect(words).toContain('Treo Quốc kỳ đúng dịp\n')
    expect(words).toContain('Dùng nước sạch (*)')
    expect(words).not.toContain('chưa đọc được')
  })

  test('a ballot for each person names every household on the list, four to a sheet while they fit', () => {
    const book = ballots(paperFactsOf({ area: { events: [] } }), 40)
    expect([book.copies, book.perSheet, book.ballot.names.length]).toEqual([40, 4, 5])
    expect([12, 13, 30, 31].map(ballotsPerSheet)).toEqual([4, 2, 2, 1])
  })
})

describe('which papers there are', () => {
  test('is for the text to say: nothing is posted under 122/2018, nobody assesses itself under 86/2023', () => {
    expect(papersUnder(family122)).not.toContain('postedList')
    expect(papersUnder(family86)).toContain('postedList')
    expect(papersUnder(family86)).not.toContain('selfAssessment')
  })

  test('a paper waits for the step it tells of, and is kept from that step on', () => {
    expect(waitsFor('minutes', family122, [])).toBe('meet')
    expect(waitsFor('registration', family122, [])).toBeNull()
    expect(settledBy('minutes', wholeWay)?.type).toBe('meet')
    expect(settledBy('registration', wholeWay)?.type).toBe('submit')
    expect(settledBy('opinions', wholeWay)).toBeNull()
  })
})

test('what a dossier lacks is named: steps, papers, answers, hand-over', () => {
  const begun = paperFactsOf({ area: { events: wholeWay.slice(0, 1), selfAssessed: new Set(['0']) } })
  expect(gapsOf(begun, nothingDecided)).toEqual([
    'Chưa có bước: họp bình xét, trình hồ sơ.',
    'Thiếu bảng tự đánh giá của 4 hộ (Điều 8, 122/2018/NĐ-CP).',
  ])
  const decided = { decided: 4, recognised: 3, handedOver: 1, unpublished: 1 }
  expect(gapsOf(paperFactsOf(), decided)).toEqual(['Chưa ghi công bố quyết định.', 'Chưa ghi trao 2 giấy công nhận.'])
  expect(gapsOf(paperFactsOf({ area: { candidates: [] } }), nothingDecided)).toEqual(['Chưa có hộ nào đăng ký.'])
})

test('whether somebody looked for grounds is said in numbers, and that one person both submitted and appraised', () => {
  const unlooked = paperFactsOf({ area: { groundsReview: null } })
  expect(gapsOf(unlooked, nothingDecided)[0]).toBe(`Chưa rà soát căn cứ loại trừ của ${villagers.length} hộ (Điều 7, 122/2018/NĐ-CP).`)
  const early = paperFactsOf({ area: { groundsReview: aLook(villagers, '2022-11-30') } })
  expect(gapsOf(early, nothingDecided)[0]).toBe('Rà soát căn cứ loại trừ mới đến ngày 30/11/2022, chưa hết năm xét 2022.')
  const appraisal = { type: 'appraise', leftOut: [], appraiser: 'Ban Chỉ đạo', remarks: '' } as const
  const last = { sequence: 9, on: plainDate('2022-12-03'), byName: 'Lò Thị Minh Họa', at: '2022-12-03T03:00:00.000Z' }
  const byOne = paperFactsOf({ area: { events: [...wholeWay, { ...appraisal, ...last, byAccountId: 'head' }] } })
  expect(gapsOf(byOne, nothingDecided)).toContain('Người thẩm định cũng là người trình hồ sơ: Lò Thị Minh Họa.')
  const byTwo = paperFactsOf({ area: { events: [...wholeWay, { ...appraisal, ...last, byAccountId: 'officer' }] } })
  expect(gapsOf(byTwo, nothingDecided).join(' ')).not.toContain('Người thẩm định')
})

test('what people said is in the dossier with its answer, and the list tells only how it ended', () => {
  const answer = { on: plainDate('2022-11-28'), outcome: 'dismissed', reason: 'đã xem lại, không có', by: 'Trưởng bản' } as const
  const opinion = { id: 'o', seasonId: 'season', areaUnitId: 'area', candidateId: '1', kind: 'objection', says: 'hay đốt rác' } as const
  const area = { opinions: [{ ...opinion, receivedOn: plainDate('2022-11-25'), answer }] }
  const facts = paperFactsOf({ book: family86, area })
  expect(wordsOf(opinionBook(facts))).toContain('hay đốt rác')
  expect(wordsOf(summary(facts))).toContain('1 ý kiến; giữ trong danh sách')
  expect(wordsOf(summary(facts))).not.toContain('hay đốt rác')
})

test('areas and offices are called by their names, and praise by its own', () => {
  const facts = paperFactsOf({ book: area86 })
  const ofAreas = {
    ...facts,
    season: { ...facts.season, honour: 'culturalArea' } as const,
    place: { ...facts.place, kind: 'commune', name: 'xã Minh Họa', receiver: '' } as const,
  }
  const words = wordsOf(minutes(ofAreas)) + wordsOf(proposalLetter(ofAreas))
  expect(words).toContain('Họp bình xét danh hiệu “Thôn, tổ dân phố văn hóa” năm 2022')
  expect(words).toContain('Chủ tịch Ủy ban nhân dân xã')
  expect(words).toContain('Mẫu số 06')
  for (const never of ['chủ hộ', 'Tổng số hộ', 'Đại diện hai hộ']) expect(words).not.toContain(never)
  expect(wordsOf(minutes(paperFactsOf({ book: familyPraise122 })))).toContain('Họp bình xét Giấy khen Gia đình văn hóa năm 2022')
})

const nothingDecided = { decided: 0, recognised: 0, handedOver: 0, unpublished: 0 }
