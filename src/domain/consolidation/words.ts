import { printValue } from '../indicator/read-value.ts'
import { printPercent, rounded } from '../indicator/share.ts'
import { formatNumber } from '../kit/text.ts'
import type { AddedFigure, Coverage } from './add-up.ts'
import type { ReturnChange } from './changes.ts'
import type { Share } from './ratio.ts'
import type { RestatedFigure } from './restate.ts'

type NameOf = (unitId: string) => string

/** The figure as a report prints it; a sum says that estimates are in it. Null: there is none to print. */
export function figureWords({ values, source, coverage }: Pick<AddedFigure, 'values' | 'source' | 'coverage'>): string | null {
  const [value] = values ?? []
  if (!value) return null
  return source !== 'own' && coverage.estimated > 0 ? `${printValue(value)} (có ước tính)` : printValue(value)
}

/** `60,0%`; of estimates only about so much. Null: a share of none is none. */
export function percentWords({ numerator, denominator }: Pick<Share, 'numerator' | 'denominator'>): string | null {
  if (denominator.count === 0) return null
  const isEstimated = numerator.quality === 'estimated' || denominator.quality === 'estimated'
  const percent = printPercent(rounded({ numerator: numerator.count, base: denominator.count, digits: 1 }))
  return `${isEstimated ? 'khoảng ' : ''}${percent}%`
}

/** `69/75 xã, phường; chưa có số của: …; mới có một phần: …`. Null for a unit that stands for itself alone. */
export function coverageWords(
  { of, whole }: Coverage,
  missing: readonly { readonly unitId: string; readonly has: 'nothing' | 'partly' }[],
  { noun, nameOf }: { readonly noun: string; readonly nameOf: NameOf },
): string | null {
  if (of === 0) return null
  const listed = (has: 'nothing' | 'partly', words: string): string[] => {
    const names = missing.filter(one => one.has === has).map(({ unitId }) => nameOf(unitId))
    return names.length > 0 ? [`${words}: ${names.join(', ')}`] : []
  }
  return [
    `${formatNumber(whole)}/${formatNumber(of)} ${noun}`,
    ...listed('nothing', 'chưa có số của'),
    ...listed('partly', 'mới có một phần'),
  ].join('; ')
}

/** Of how many units a sum holds; null where the number is a unit's own word. */
export function heldWords({ source, coverage }: Pick<AddedFigure, 'source' | 'coverage'>): string | null {
  return source === 'own' ? null : coverageWords(coverage, [], { noun: 'đơn vị', nameOf: () => '' })
}

/** `69/75 xã, phường; chưa có báo cáo của: …`. */
export function handedInWords(
  { of, handedIn, noun }: { readonly of: number; readonly handedIn: number; readonly noun: string },
  missing: readonly string[],
): string {
  const told = `${formatNumber(handedIn)}/${formatNumber(of)} ${noun}`
  return missing.length > 0 ? `${told}; chưa có báo cáo của: ${missing.join(', ')}` : told
}

/** Why a figure shows its parts and no total. */
export function notAddedWords({ notAdded }: Pick<AddedFigure, 'notAdded'>): string | null {
  return notAdded === 'distinct' ? 'Không cộng: một người có thể được đếm ở nhiều nơi, chỉ nơi có danh sách tên mới biết tổng số.' : null
}

/** What was told of the same thing and not taken, with how far it lies off. */
export function besideWords({ beside, values }: Pick<AddedFigure, 'beside' | 'values'>): string | null {
  const [taken, other] = [values?.[0], beside?.values[0]]
  if (!beside || !taken || !other) return null
  const apart = Math.abs(taken.count - other.count)
  const off = apart > 0 ? ` (lệch ${formatNumber(apart)})` : ''
  return beside.whose === 'own'
    ? `Lấy số cộng từ cấp dưới vì cấp dưới đã đủ; đơn vị tự báo ${printValue(other)}${off}.`
    : `Lấy số đơn vị tự báo vì cấp dưới chưa đủ; cấp dưới mới có ${printValue(other)}${off}.`
}

/** Who is in neither count of a share. */
export function leftOutWords(leftOut: readonly string[], nameOf: NameOf): string | null {
  return leftOut.length > 0 ? `Không tính vào tỷ lệ, vì chỉ báo một trong hai số: ${leftOut.map(nameOf).join(', ')}.` : null
}

/** Why a unit's figure cannot be told on the units of another day. */
export function notComparableWords({ notComparable, dividedUnitIds }: RestatedFigure, nameOf: NameOf): string | null {
  if (notComparable === 'distinct') return 'Không so sánh được: một người có thể được đếm ở nhiều đơn vị cũ, nên không cộng.'
  if (notComparable === null) return null
  return `Không so sánh được: ${dividedUnitIds.map(nameOf).join(', ')} đã chia cho nhiều đơn vị và không có số của từng thôn, bản.`
}

/** What became of a return since. */
export function returnChangeWords({ unitId, kind, before, after }: ReturnChange, nameOf: NameOf): string {
  if (kind === 'came') return `${nameOf(unitId)}: có báo cáo sau khi tổng hợp.`
  if (kind === 'gone') return `${nameOf(unitId)}: báo cáo bị trả lại nên không còn tính.`
  if (kind === 'asked') return `${nameOf(unitId)}: được hỏi thêm, chưa có báo cáo.`
  return `${nameOf(unitId)}: đính chính, bản ${before} thành bản ${after}.`
}
