import { formatDay } from '../calendar/plain-date.ts'
import { formatNumber } from '../kit/text.ts'
import type { AreaFacts, HeldGathering } from './area-facts.ts'
import { likeness, runsOf } from './likeness.ts'
import { clear, type Looked, ofAll, rarityWords, signal, unknown } from './signal.ts'
import { unequalAtLeast } from './tails.ts'
import { thresholds } from './thresholds.ts'

/** 86/2023/NĐ-CP, Art. 7(1): the dossier is made when the posting is over; whoever decides before has not heard people out. */
export function decidedWhilePosted({ postedUntil, decidedOn }: AreaFacts): Looked {
  const code = 'decided-while-posted'
  if (postedUntil === null) return unknown(code, 'chưa niêm yết')
  if (decidedOn === null) return unknown(code, 'chưa quyết định')
  if (decidedOn > postedUntil) return clear(code)
  return signal(code, `Quyết định ngày ${formatDay(decidedOn)}, niêm yết đến hết ngày ${formatDay(postedUntil)}.`)
}

/** The names alone could not have been read out in the time the meeting took. */
export function tooFast({ gatherings }: AreaFacts): Looked {
  const code = 'too-fast'
  const { secondsEach } = thresholds.tooFast
  const timed = gatherings.flatMap(({ isDoorToDoor, minutes, households }) =>
    isDoorToDoor || minutes === null || households === 0 ? [] : [{ minutes, households, each: (minutes * 60) / households }],
  )
  const fastest = timed.toSorted((a, b) => a.each - b.each)[0]
  if (!fastest) return unknown(code, gatherings.length === 0 ? 'chưa họp' : 'chưa ghi giờ bắt đầu, kết thúc họp')
  if (fastest.each >= secondsEach) return clear(code)
  const { minutes, households, each } = fastest
  const says = `Họp ${formatNumber(minutes)} phút cho ${formatNumber(households)} hộ: mỗi hộ ${formatNumber(each, 1)} giây, trong khi đọc tên và hỏi ý kiến đã cần ${secondsEach} giây.`
  return signal(code, says)
}

/** What was said, without the words of the form, names and numbers, as runs of words: made once for each area. */
export type SpokenRuns = { readonly areaUnitId: string; readonly areaName: string; readonly runs: ReadonlySet<string> }

export function spokenRuns({ areaUnitId, areaName, gatherings }: AreaFacts): SpokenRuns {
  return { areaUnitId, areaName, runs: runsOf(gatherings.map(({ proceedings }) => proceedings).join('\n')) }
}

/** What was said at the meeting is told in the words of another area's minutes. */
export function sameMinutes(own: SpokenRuns, all: readonly SpokenRuns[]): Looked {
  const code = 'same-minutes'
  const { leastRuns, likeness: limit } = thresholds.sameMinutes
  if (own.runs.size === 0) return unknown(code, 'chưa ghi diễn biến cuộc họp')
  if (own.runs.size < leastRuns) return unknown(code, 'diễn biến cuộc họp ghi quá ngắn')
  const others = all.filter(({ areaUnitId, runs }) => areaUnitId !== own.areaUnitId && runs.size >= leastRuns)
  if (others.length === 0) return unknown(code, 'chưa có bản khác để đối chiếu')
  const alike = others.map(other => ({ ...other, share: likeness(own.runs, other.runs) })).toSorted((a, b) => b.share - a.share)[0]
  if (!alike || alike.share < limit) return clear(code)
  const says = `Diễn biến cuộc họp trùng ${formatNumber(Math.floor(alike.share * 100))}% cụm từ với ${alike.areaName}, sau khi bỏ lời của mẫu, tên riêng và con số.`
  return signal(code, says, { besideAreaUnitId: alike.areaUnitId })
}

/** Every vote on every household in every meeting was for it; small meetings are left aside, where that is nothing rare. */
export function unanimousEverywhere(areas: readonly AreaFacts[]): Looked {
  const code = 'unanimous-everywhere'
  const { chance, leastPresent, rarity: limit } = thresholds.unanimousEverywhere
  const large = areas.map(({ gatherings }) => gatherings).filter(held => presentAt(held) >= leastPresent)
  if (large.length < 2) return unknown(code, `chưa đủ hai bản họp từ ${leastPresent} người`)
  const unanimous = large.filter(held => held.every(({ isUnanimous }) => isUnanimous)).length
  const rarity = unequalAtLeast(
    unanimous,
    large.map(held => (held.some(({ way }) => way === 'secret') ? chance.secret : chance.hands)),
  )
  if (rarity > limit) return clear(code)
  const says = `${ofAll(unanimous, large.length, 'bản')} họp từ ${leastPresent} người đều đồng ý tuyệt đối với mọi hộ; ${rarityWords(rarity, 'xã')}.`
  return signal(code, says, { rarity })
}

function presentAt(gatherings: readonly HeldGathering[]): number {
  return gatherings.reduce((total, { present }) => total + present, 0)
}
