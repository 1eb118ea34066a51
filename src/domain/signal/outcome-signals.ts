import type { AreaFacts, ConsideredHousehold } from './area-facts.ts'
import { clear, type Looked, ofAll, rarityWords, signal, unknown } from './signal.ts'
import { binomialAtLeast, overlapAtLeast, twoBinomialsAtMost } from './tails.ts'
import { thresholds } from './thresholds.ts'

/** Nearly all households of the area pass, those who never registered counted too: too many even for a very good village. */
export function everybodyPasses({ considered, households }: AreaFacts): Looked {
  const code = 'everybody-passes'
  const { mostShare, rarity: limit } = thresholds.everybodyPasses
  const [passed, all] = [passing(considered).length, Math.max(households, considered.length)]
  if (passed === 0) return unknown(code, 'chưa họp xong')
  const rarity = binomialAtLeast(passed, all, mostShare)
  if (rarity > limit) return clear(code)
  const says = `${ofAll(passed, all)} sống trong bản được công nhận; ${rarityWords(rarity, 'bản')}.`
  return signal(code, says, { rarity })
}

/** The same over the whole commune: ten good villages are no rarity, ten without a single household that fails are. */
export function everybodyPassesEverywhere(areas: readonly AreaFacts[]): Looked {
  const code = 'everybody-passes-everywhere'
  const { mostShare, rarityOfCommune: limit } = thresholds.everybodyPasses
  const done = areas.filter(({ considered }) => passing(considered).length > 0)
  if (done.length < 2) return unknown(code, 'chưa đủ hai bản họp xong')
  const passed = done.reduce((total, { considered }) => total + passing(considered).length, 0)
  const all = done.reduce((total, { considered, households }) => total + Math.max(households, considered.length), 0)
  const rarity = binomialAtLeast(passed, all, mostShare)
  if (rarity > limit) return clear(code)
  const says = `${ofAll(passed, all)} sống trong ${done.length} bản được công nhận; ${rarityWords(rarity, 'xã')}.`
  return signal(code, says, { rarity })
}

/** Of those considered both years hardly anybody rose or fell: the list of last year may have been written off. */
export function sameAsLastYear({ considered }: AreaFacts): Looked {
  const code = 'same-as-last-year'
  const { leastRisen, leastFallen, rarity: limit } = thresholds.sameAsLastYear
  const twice = considered.filter(({ passedBefore }) => passedBefore !== null)
  if (twice.length === 0) return unknown(code, considered.length === 0 ? 'chưa họp xong' : 'chưa có kết quả năm trước')
  const failed = twice.filter(({ passedBefore }) => passedBefore === false)
  const changed = twice.filter(({ passes, passedBefore }) => passes !== passedBefore).length
  const rarity = twoBinomialsAtMost(
    changed,
    { total: failed.length, p: leastRisen },
    { total: twice.length - failed.length, p: leastFallen },
  )
  if (rarity > limit) return clear(code)
  const same = `${twice.length} hộ xét cả hai năm, trong đó ${failed.length} hộ năm trước không đạt: ${changed === 0 ? 'không hộ nào' : `chỉ ${changed} hộ`} đổi kết quả`
  return signal(code, `${same}; ${rarityWords(rarity, 'bản')}.`, { rarity })
}

/** Whoever failed had stayed away from the meeting, every one of them, by name. */
export function onlyAbsentFail({ considered, gatherings }: AreaFacts): Looked {
  const code = 'only-absent-fail'
  const { odds, rarity: limit } = thresholds.onlyAbsentFail
  const absent = new Set(gatherings.flatMap(gathering => gathering.absent.map(nameOf)))
  if (considered.length === 0) return unknown(code, 'chưa họp xong')
  if (absent.size === 0) return unknown(code, 'chưa ghi tên người vắng họp')
  const marked = considered.filter(({ headName }) => absent.has(nameOf(headName)))
  const chosen = considered.filter(({ passes }) => !passes)
  const both = marked.filter(({ passes }) => !passes).length
  if (both < chosen.length) return clear(code)
  const rarity = overlapAtLeast({ total: considered.length, marked: marked.length, chosen: chosen.length, both }, odds)
  if (rarity > limit) return clear(code)
  const says = `Cả ${chosen.length} hộ không đạt đều là hộ vắng họp (${ofAll(marked.length, considered.length)} vắng); dù hộ vắng dễ không đạt gấp ${odds} lần, ${rarityWords(rarity, 'bản')}.`
  return signal(code, says, { rarity })
}

function passing(considered: readonly ConsideredHousehold[]): ConsideredHousehold[] {
  return considered.filter(({ passes }) => passes)
}

function nameOf(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim()
}
