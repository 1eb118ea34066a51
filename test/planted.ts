import { addDays } from '#domain/calendar/plain-date.ts'
import type { AreaFacts, ConsideredHousehold } from '#domain/signal/area-facts.ts'
import type { SignalCode } from '#domain/signal/signal.ts'
import { between, oneOf, type Random, shuffled, wholeBetween } from './random.ts'
import { copiedMinutes } from './spoken-minutes.ts'
import { honestCommune, honestPair, lines } from './villages.ts'

// One falsification each, planted into honest villages: in one village beside an honest one, or in all of them.

export type Planting = {
  readonly says: string
  readonly code: SignalCode
  /** Of a hundred plantings, at least so many are found. */
  readonly stated: number
  readonly plant: (random: Random) => AreaFacts[]
}

export const plantings: readonly Planting[] = [
  inEveryVillage('everybody-passes-everywhere', 'mọi hộ của mọi bản trong xã được công nhận', 0.99, area => everybody(area)),
  inOneVillage('everybody-passes', 'mọi hộ của một bản từ 150 hộ được công nhận', 0.99, (_, area) => everybody(sized(area, 150))),
  inOneVillage('everybody-passes', 'mọi hộ của một bản 100 hộ được công nhận', 0, (_, area) => everybody(sized(area, 100))),
  inOneVillage('same-scores', 'một bảng điểm chép cho mọi hộ', 0.95, (random, area) => sameSheet(random, area, 0)),
  inOneVillage('same-scores', 'một bảng điểm chép cho mọi hộ, cứ 25 hộ sửa một hộ', 0.6, (random, area) => sameSheet(random, area, 0.04)),
  inOneVillage('rounded-totals', 'tổng điểm định trước ở số tròn cho mọi hộ', 0.95, (random, area) => rounded(random, area, 1)),
  inOneVillage('rounded-totals', 'tổng điểm định trước ở số tròn cho 7 trong 10 hộ', 0.8, (random, area) => rounded(random, area, 0.7)),
  inOneVillage('same-as-last-year', 'chép kết quả năm trước', 0.6, (_, area) => lastYear(area, 0)),
  inOneVillage('same-as-last-year', 'chép kết quả năm trước, sửa 2 hộ', 0.3, (_, area) => lastYear(area, 2)),
  inOneVillage('same-minutes', 'biên bản chép của bản khác, thay tên và số', 0.95, (random, area, other) => copied(random, area, other, 0)),
  inOneVillage('same-minutes', 'biên bản chép của bản khác, viết lại một phần mười số câu', 0.6, (random, area, other) =>
    copied(random, area, other, 0.1),
  ),
  inOneVillage('decided-while-posted', 'quyết định trong thời gian niêm yết', 1, (random, area) => decidedEarly(random, area)),
  inEveryVillage('unanimous-everywhere', 'bản nào cũng ghi đồng ý tuyệt đối, giơ tay', 0.7, area => unanimous(area)),
  inOneVillage('too-fast', 'ghi họp xong trong thời gian chưa đủ đọc tên (mỗi hộ 2 đến 7 giây)', 0.95, (random, area) =>
    fast(random, area),
  ),
  inOneVillage('only-absent-fail', 'chỉ loại hộ vắng họp, từ 10 hộ', 0.75, (random, area) => absentFail(random, area, 10)),
  inOneVillage('only-absent-fail', 'chỉ loại hộ vắng họp, 5 hộ', 0, (random, area) => absentFail(random, area, 5)),
]

function inOneVillage(
  code: SignalCode,
  says: string,
  stated: number,
  spoil: (random: Random, area: AreaFacts, other: AreaFacts) => AreaFacts,
): Planting {
  return {
    code,
    says,
    stated,
    plant(random) {
      const [first, second] = honestPair(random)
      return [spoil(random, first, second), second]
    },
  }
}

function inEveryVillage(code: SignalCode, says: string, stated: number, spoil: (area: AreaFacts) => AreaFacts): Planting {
  return { code, says, stated, plant: random => honestCommune(random, 'mixed').map(spoil) }
}

function sized(area: AreaFacts, households: number): AreaFacts {
  const [first] = area.considered
  if (!first) throw new Error('a village has households')
  return {
    ...area,
    households,
    considered: Array.from({ length: households }, (_, at) => area.considered[at] ?? { ...first, householdId: `more-${at}` }),
  }
}

function everybody(area: AreaFacts): AreaFacts {
  return { ...area, households: area.considered.length, considered: area.considered.map(each => ({ ...each, passes: true })) }
}

function sameSheet(random: Random, area: AreaFacts, touched: number): AreaFacts {
  const points = area.considered[0]?.points ?? {}
  return withHouseholds(area, each => ({ ...each, points: random() < touched ? { ...points, L1: (points.L1 ?? 0) - 1 } : points }))
}

/** The total first, then points taken off line after line until the sheet comes to it. */
function rounded(random: Random, area: AreaFacts, share: number): AreaFacts {
  return withHouseholds(area, each => (random() < share ? { ...each, points: sheetOf(random, oneOf(random, [75, 80, 85, 90])) } : each))
}

function sheetOf(random: Random, total: number): Record<string, number> {
  const points = new Map(lines.map(({ code, most }) => [code, most]))
  for (let over = 100 - total; over > 0; ) {
    const { code } = oneOf(random, lines)
    const off = Math.min(over, wholeBetween(random, 1, 2), points.get(code) ?? 0)
    points.set(code, (points.get(code) ?? 0) - off)
    over -= off
  }
  return Object.fromEntries(points)
}

function lastYear(area: AreaFacts, changed: number): AreaFacts {
  const twice = area.considered.filter(({ passedBefore }) => passedBefore !== null)
  const others = new Set(twice.slice(0, changed).map(({ householdId }) => householdId))
  return withHouseholds(area, each => {
    const same = each.passedBefore ?? true
    return { ...each, passes: others.has(each.householdId) ? !same : same }
  })
}

function copied(random: Random, area: AreaFacts, other: AreaFacts, anew: number): AreaFacts {
  const proceedings = copiedMinutes(random, other.gatherings[0]?.proceedings ?? '', anew)
  return withGatherings(area, { proceedings })
}

function decidedEarly(random: Random, area: AreaFacts): AreaFacts {
  return { ...area, decidedOn: area.postedUntil && addDays(area.postedUntil, -wholeBetween(random, 0, 5)) }
}

function unanimous(area: AreaFacts): AreaFacts {
  return withGatherings(area, { isUnanimous: true, way: 'hands' })
}

function fast(random: Random, area: AreaFacts): AreaFacts {
  return withGatherings(area, { minutes: Math.floor((area.considered.length * between(random, 2, 7)) / 60) })
}

function absentFail(random: Random, area: AreaFacts, failing: number): AreaFacts {
  const absent = shuffled(random, area.considered).slice(
    0,
    Math.max(failing, Math.round(area.considered.length * between(random, 0.1, 0.25))),
  )
  const failed = new Set(absent.slice(0, failing).map(({ householdId }) => householdId))
  const spoilt = withHouseholds(area, each => ({ ...each, passes: !failed.has(each.householdId) }))
  return withGatherings(spoilt, { absent: absent.map(({ headName }) => headName) })
}

function withHouseholds(area: AreaFacts, change: (each: ConsideredHousehold) => ConsideredHousehold): AreaFacts {
  return { ...area, considered: area.considered.map(change) }
}

function withGatherings(area: AreaFacts, changes: Partial<AreaFacts['gatherings'][number]>): AreaFacts {
  return { ...area, gatherings: area.gatherings.map(gathering => ({ ...gathering, ...changes })) }
}
