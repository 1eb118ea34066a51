import { ratiosAsked } from '../figure-form.ts'
import { type Flag, flag, ratioPlace } from '../flag.ts'
import type { Ratio } from '../indicator.ts'
import { readPercent } from '../share.ts'
import type { PrintedRatio } from '../value.ts'
import type { CheckFacts } from './facts.ts'
import { countedOf, fits } from './shares.ts'

/** A share that names no base, or another than the form, and so than the units beside it, which fill in the same form. */
export function checkBases(facts: CheckFacts): Flag[] {
  return facts.sheet.printed.flatMap(printed => {
    const ratio = facts.dictionary.ratios.find(({ code }) => code === printed.ratioCode)
    if (!ratio) return []
    if (printed.baseCode === null) return [withoutBase(printed, ratio, facts)]
    const asked = askedBase(printed, ratio, facts)
    return asked ? [otherBase(printed, ratio, asked)] : []
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

function otherBase(printed: PrintedRatio, ratio: Ratio, asked: string): Flag {
  const nameOf = (base: string | null): string => ratio.bases.find(each => each.code === base)?.name ?? 'một số khác'
  return flag('share-of-other-base', {
    places: [ratioPlace(ratio.code)],
    numbers: [printed.percent, printed.baseCode ?? '', asked],
    sentence: `“${ratio.name}” tính trên ${nameOf(printed.baseCode)}, còn biểu mẫu tính trên ${nameOf(asked)}.`,
    cause:
      'Các đơn vị cùng gửi đều điền biểu mẫu này; hai tỷ lệ khác mẫu số không so được với nhau. Thường do dùng lại bảng của năm trước.',
  })
}

/** The base the form names where this one is another. Null: the form asks no such share, or asks it of this base too. */
function askedBase({ baseCode }: PrintedRatio, ratio: Ratio, { form, level }: CheckFacts): string | null {
  const asked = ratiosAsked(form, level).filter(({ code }) => code === ratio.code)
  return asked.some(each => each.baseCode === baseCode) ? null : (asked[0]?.baseCode ?? null)
}
