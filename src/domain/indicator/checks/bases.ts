import { ratiosAsked } from '../figure-form.ts'
import { type Flag, flag, ratioPlace } from '../flag.ts'
import type { Ratio } from '../indicator.ts'
import { readPercent } from '../share.ts'
import type { PrintedRatio } from '../value.ts'
import type { CheckFacts } from './facts.ts'
import { countedOf, fits } from './shares.ts'

/** So many neighbours must have named a base, and more than this part of them the same one, before they are held up to a unit. */
const fewestNeighbours = 3
const leastPart = 2 / 3

/** A share that names no base, or another than the form and the units beside it. */
export function checkBases(facts: CheckFacts): Flag[] {
  return facts.sheet.printed.flatMap(printed => {
    const ratio = facts.dictionary.ratios.find(({ code }) => code === printed.ratioCode)
    if (!ratio) return []
    if (printed.baseCode === null) return [withoutBase(printed, ratio, facts)]
    const usual = usualBase(printed, ratio, facts)
    return usual ? [otherBase(printed, ratio, usual)] : []
  })
}

function withoutBase(printed: PrintedRatio, ratio: Ratio, { sheet }: CheckFacts): Flag {
  const percent = readPercent(printed.percent)
  const fitting = ratio.bases.filter(({ code }) => percent && fits(percent, countedOf(sheet, ratio.numerator), countedOf(sheet, code)))
  const hint = fitting.length > 0 ? ` Số đã in khớp với: ${fitting.map(({ name }) => name).join('; ')}.` : ''
  return flag('share-without-base', {
    places: [ratioPlace(ratio.code)],
    numbers: [printed.percent],
    sentence: `“${ratio.name}” in ${printed.percent} % nhưng không nói trên số nào.`,
    cause: `Cùng tỷ lệ có thể tính trên ${ratio.bases.map(({ name }) => name).join(', ')}.${hint}`,
  })
}

function otherBase(printed: PrintedRatio, ratio: Ratio, { code, whose }: UsualBase): Flag {
  const nameOf = (base: string | null): string => ratio.bases.find(each => each.code === base)?.name ?? 'một số khác'
  return flag('share-of-other-base', {
    places: [ratioPlace(ratio.code)],
    numbers: [printed.percent, printed.baseCode ?? '', code],
    sentence: `“${ratio.name}” tính trên ${nameOf(printed.baseCode)}, còn ${whose} tính trên ${nameOf(code)}.`,
    cause: 'Hai tỷ lệ khác mẫu số không so được với nhau. Thường do dùng lại bảng của năm trước.',
  })
}

type UsualBase = { readonly code: string; readonly whose: 'biểu mẫu' | 'các đơn vị cùng gửi' }

/** The base expected where this one is not: of the form first, else of most neighbours. Null: nothing speaks against it. */
function usualBase(printed: PrintedRatio, ratio: Ratio, { form, level, neighbours }: CheckFacts): UsualBase | null {
  const asked = ratiosAsked(form, level).filter(({ code }) => code === ratio.code)
  if (asked.some(({ baseCode }) => baseCode === printed.baseCode)) return null
  const [first] = asked
  if (first) return { code: first.baseCode, whose: 'biểu mẫu' }
  const named = neighbours.flatMap(sheet => sheet.printed.flatMap(each => (each.ratioCode === ratio.code ? (each.baseCode ?? []) : [])))
  if (named.length < fewestNeighbours) return null
  const most = ratio.bases.find(({ code }) => named.filter(each => each === code).length > named.length * leastPart)
  return most && most.code !== printed.baseCode ? { code: most.code, whose: 'các đơn vị cùng gửi' } : null
}
