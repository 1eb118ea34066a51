import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aHeldGathering, aHousehold, aVillage, households } from '../../../test/one-look-over.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { AreaFacts } from './area-facts.ts'
import { lookAtSeason } from './look.ts'
import { decidedWhilePosted, sameMinutes, spokenRuns, tooFast, unanimousEverywhere } from './meeting-signals.ts'
import { everybodyPasses, everybodyPassesEverywhere, onlyAbsentFail, sameAsLastYear } from './outcome-signals.ts'
import { roundedTotals, sameScores } from './score-signals.ts'
import { isSignal, type Looked } from './signal.ts'

function spoken(areaUnitId: string, proceedings: string) {
  return spokenRuns(aVillage({ areaUnitId, areaName: `Bản ${areaUnitId}`, gatherings: [aHeldGathering({ proceedings })] }))
}

const saying = (looked: Looked): string => (isSignal(looked) ? looked.says : looked.kind)

describe('a village whose season was honest', () => {
  test('asks for no look, and says what could not be looked at', () => {
    const { areas, commune } = lookAtSeason([aVillage()])
    expect([...commune, ...(areas[0]?.looked ?? [])].filter(isSignal)).toEqual([])
    const unknown = areas[0]?.looked.flatMap(looked => (looked.kind === 'unknown' ? [looked.why] : []))
    expect(unknown).toEqual(['chưa ghi diễn biến cuộc họp', 'chưa ghi tên người vắng họp'])
  })

  test('before its meeting is concluded nothing is held against it', () => {
    const bare = aVillage({ considered: [], gatherings: [], postedUntil: null, decidedOn: null })
    expect(new Set(lookAtSeason([bare, bare]).areas.flatMap(({ looked }) => looked.map(({ kind }) => kind)))).toEqual(new Set(['unknown']))
  })
})

describe('nearly everybody recognised', () => {
  test('counts households that never registered, and says of how many', () => {
    const all = households(150, { passes: true })
    expect(saying(everybodyPasses(aVillage({ considered: all })))).toBe(
      '150/150 hộ sống trong bản được công nhận; chưa tới 1 trong 400 bản làm đúng cho thấy như vậy.',
    )
    expect(everybodyPasses(aVillage({ considered: all, households: 160 })).kind).toBe('clear')
  })

  test('means nothing in a small village, and much in every village of a commune', () => {
    const small = aVillage({ households: 60, considered: households(60, { passes: true }) })
    expect(everybodyPasses(small).kind).toBe('clear')
    expect(everybodyPassesEverywhere(Array<AreaFacts>(6).fill(small)).kind).toBe('signal')
    expect(everybodyPassesEverywhere([small]).kind).toBe('unknown')
  })
})

describe('scores', () => {
  const equal = { a: 18, b: 18, c: 18, d: 18, e: 18 }

  test('copied from one sheet say how many are equal line by line', () => {
    expect(saying(sameScores(aVillage({ considered: households(140, { points: equal }) })))).toMatch(
      /^140\/140 hộ có điểm giống hệt nhau ở cả 5 dòng; chưa tới 1 trong \d/u,
    )
  })

  test('are not compared where nobody wrote them down, or the sheet has few lines', () => {
    expect(saying(sameScores(aVillage({ considered: households(140, { points: {} }) })))).toBe('unknown')
    expect(sameScores(aVillage({ considered: households(140, { points: { I: 30, II: 30, III: 25 } }) }))).toMatchObject({
      why: 'bảng điểm chỉ có 3 dòng',
    })
  })

  test('that come to a round total too often were added up backwards', () => {
    const filled = Array.from({ length: 100 }, (_, at) => {
      const [a, b, c, d] = [10 + (at % 5), 10 + (at % 3), 12 - (at % 2), 15]
      return aHousehold(at, { points: { a, b, c, d, e: 90 - a - b - c - d } })
    })
    expect(roundedTotals(aVillage({ considered: filled })).kind).toBe('signal')
  })

  test('of a sheet whose every step is five points are round without anybody’s doing', () => {
    const coarse = Array.from({ length: 100 }, (_, at) =>
      aHousehold(at, { points: { a: 5 * (at % 3), b: 5 * (at % 4), c: 5 * (at % 5), d: 5 * (at % 2), e: 20 } }),
    )
    expect(roundedTotals(aVillage({ considered: coarse })).kind).toBe('clear')
  })
})

describe('the list of last year', () => {
  const again = Array.from({ length: 140 }, (_, at) => aHousehold(at, { passedBefore: at % 4 !== 0, passes: at % 4 !== 0 }))

  test('written off shows where households failed last year and none has changed', () => {
    expect(saying(sameAsLastYear(aVillage({ considered: again })))).toMatch(
      /^140 hộ xét cả hai năm, trong đó 35 hộ năm trước không đạt: không hộ nào đổi kết quả; /u,
    )
  })

  test('is nothing to wonder at where nearly everybody passed both years', () => {
    const good = Array.from({ length: 140 }, (_, at) => aHousehold(at, { passes: at > 4, passedBefore: at > 4 }))
    expect(sameAsLastYear(aVillage({ considered: good })).kind).toBe('clear')
  })

  test('is not compared for households that are new', () => {
    expect(sameAsLastYear(aVillage({ considered: households(100, { passedBefore: null }) }))).toMatchObject({ kind: 'unknown' })
  })
})

describe('minutes', () => {
  const said =
    'Họp bàn kỹ về hộ ông Lò Văn An còn thả rông trâu bò phá rẫy của hộ bên cạnh và hộ bà Hà Thị Ơn chưa làm hố rác ' +
    'trước cửa, nước thải còn chảy ra đường chung; bà con đề nghị nhắc nhở 2 lần rồi mới xét, sau đó tổ hòa giải báo cáo việc ' +
    'vợ chồng to tiếng đã được khuyên giải xong'

  test('equal but for names and numbers point at the other village', () => {
    const copied = said.replace('Lò Văn An', 'Cầm Văn Xuân').replace('2 lần', '3 lần')
    const [one, other] = [spoken('một', said), spoken('hai', copied)]
    expect(sameMinutes(one, [one, other])).toMatchObject({
      says: 'Diễn biến cuộc họp trùng 100% cụm từ với Bản hai, sau khi bỏ lời của mẫu, tên riêng và con số.',
      besideAreaUnitId: 'hai',
    })
  })

  test('too short, or alone, are not compared', () => {
    const short = spoken('ngắn', 'Họp xong, mọi người nhất trí')
    expect(sameMinutes(short, [short, short])).toMatchObject({ why: 'diễn biến cuộc họp ghi quá ngắn' })
    expect(sameMinutes(spoken('một', said), [spoken('một', said), short])).toMatchObject({ kind: 'unknown' })
  })
})

describe('the steps', () => {
  test('a decision on the last day of the posting came too early, the day after it did not', () => {
    expect(saying(decidedWhilePosted(aVillage({ decidedOn: plainDate('2024-11-10') })))).toBe(
      'Quyết định ngày 10/11/2024, niêm yết đến hết ngày 10/11/2024.',
    )
    expect(decidedWhilePosted(aVillage()).kind).toBe('clear')
  })

  test('a meeting shorter than reading out the list says how long each household had', () => {
    expect(saying(tooFast(aVillage({ gatherings: [aHeldGathering({ minutes: 10, households: 150 })] })))).toBe(
      'Họp 10 phút cho 150 hộ: mỗi hộ 4 giây, trong khi đọc tên và hỏi ý kiến đã cần 8 giây.',
    )
    expect(tooFast(aVillage({ gatherings: [aHeldGathering({ minutes: 20, households: 150 })] })).kind).toBe('clear')
    expect(tooFast(aVillage({ gatherings: [aHeldGathering({ minutes: 1, isDoorToDoor: true })] })).kind).toBe('unknown')
  })

  test('everybody for everybody is a matter of the whole commune, and of no small hamlet', () => {
    const agreed = aVillage({ gatherings: [aHeldGathering({ isUnanimous: true })] })
    const hamlet = aVillage({ gatherings: [aHeldGathering({ isUnanimous: true, present: 20 })] })
    expect(saying(unanimousEverywhere(Array<AreaFacts>(12).fill(agreed)))).toMatch(/^12\/12 bản họp từ 40 người đều đồng ý tuyệt đối/u)
    expect(unanimousEverywhere(Array<AreaFacts>(12).fill(hamlet)).kind).toBe('unknown')
    expect(unanimousEverywhere([...Array<AreaFacts>(6).fill(agreed), ...Array<AreaFacts>(6).fill(aVillage())]).kind).toBe('clear')
  })

  test('only those absent failing is told with how many were absent', () => {
    const considered = Array.from({ length: 140 }, (_, at) => aHousehold(at, { passes: at >= 12 }))
    const absent = considered.slice(0, 25).map(({ headName }) => headName.toUpperCase())
    const looked = onlyAbsentFail(aVillage({ considered, gatherings: [aHeldGathering({ absent })] }))
    expect(saying(looked)).toMatch(/^Cả 12 hộ không đạt đều là hộ vắng họp \(25\/140 hộ vắng\)/u)
    const oneCame = onlyAbsentFail(aVillage({ considered, gatherings: [aHeldGathering({ absent: absent.slice(1) })] }))
    expect(oneCame.kind).toBe('clear')
  })
})

test('the order of villages and households changes nothing', () => {
  const villages = [150, 90, 120].map((count, at) =>
    aVillage({ areaUnitId: `area-${at}`, households: count, considered: households(count, at === 0 ? { passes: true } : {}) }),
  )
  const looked = lookAtSeason(villages)
  fc.assert(
    fc.property(fc.shuffledSubarray(villages, { minLength: 3 }), order => {
      const turned = order.map(village => ({ ...village, considered: village.considered.toReversed() }))
      const other = lookAtSeason(turned)
      expect(other.commune).toEqual(looked.commune)
      for (const area of looked.areas) expect(other.areas).toContainEqual(area)
    }),
    { numRuns: 20 },
  )
})
