import { formatDay } from '../calendar/plain-date.ts'
import { formatNumber } from '../kit/text.ts'
import { missingFrom, standingEvents, stepsOf } from '../season/area.ts'
import { isStanding } from '../season/candidate.ts'
import { groundsLookOf } from '../season/grounds.ts'
import { submittedAndAppraisedBy } from '../season/hands.ts'
import { stepWords } from '../title/title-words.ts'
import { headOf, type PaperFacts, subjectWords } from './paper-facts.ts'
import { areaPaperCodes, formNumberOf, paperWords } from './paper-kinds.ts'

/** What a decision made of the households of an area, in numbers. */
export type AreaOutcomes = {
  readonly decided: number
  readonly recognised: number
  readonly handedOver: number
  /** Of the decisions, those nobody has told to be published. */
  readonly unpublished: number
}

/** What the dossier of an area lacks, each in a sentence, the weightiest first. */
export function gapsOf(facts: PaperFacts, outcomes: AreaOutcomes): string[] {
  const { area, law, place, season } = facts
  const { noun } = subjectWords(season)
  if (!area.candidates.some(isStanding)) return [`Chưa có ${noun} nào đăng ký.`]
  const taken = new Set(standingEvents(area.events).map(({ type }) => type))
  const steps = stepsOf(law.book).filter(step => !taken.has(step))
  const waiting = area.opinions.filter(({ answer }) => answer === null)
  const look = groundsLookOf(area, law, season.year)
  const unlooked = look?.unlooked ?? 0
  const oneHand = submittedAndAppraisedBy(area.events)
  return [
    ...(steps.length === 0 ? [] : [`Chưa có bước: ${steps.map(step => stepWords[step].toLocaleLowerCase('vi')).join(', ')}.`]),
    ...missingFrom(area, law).map(({ what, candidateIds, clause }) => {
      const paper = what === 'selfAssessment' ? 'bảng tự đánh giá' : 'điểm họp chấm'
      return `Thiếu ${paper} của ${formatNumber(candidateIds.length)} ${noun} (${clause}).`
    }),
    ...(unlooked > 0 ? [`Chưa rà soát căn cứ loại trừ của ${formatNumber(unlooked)} ${noun} (${look?.clause}).`] : []),
    ...(look?.last && look.endsEarly
      ? [`Rà soát căn cứ loại trừ mới đến ngày ${formatDay(look.last.upTo)}, chưa hết năm xét ${season.year}.`]
      : []),
    ...waiting.map(({ receivedOn }) => `Ý kiến nhận ngày ${formatDay(receivedOn)} chưa được trả lời.`),
    ...(place.headName === null ? [`Không rõ ai là ${headOf(place.kind)} ngày ấy: tên để trống.`] : []),
    ...(oneHand === null ? [] : [`Người thẩm định cũng là người trình hồ sơ: ${oneHand}.`]),
    ...(taken.has('submit') && outcomes.decided === 0 ? ['Chưa có quyết định.'] : []),
    ...(outcomes.unpublished > 0 ? ['Chưa ghi công bố quyết định.'] : []),
    ...(outcomes.recognised > outcomes.handedOver
      ? [`Chưa ghi trao ${formatNumber(outcomes.recognised - outcomes.handedOver)} giấy công nhận.`]
      : []),
  ]
}

/** Forms whose number nobody has verified are printed without it: said once, whatever the number of areas. */
export function unverifiedForms({ law, confirmations }: Pick<PaperFacts, 'law' | 'confirmations'>): string[] {
  return areaPaperCodes.flatMap(code => {
    const form = formNumberOf(code, law.book, confirmations)
    return form && !form.mayBePrinted ? [`${paperWords[code]}: số mẫu chưa xác minh nên không in (${form.number}, ${form.clause}).`] : []
  })
}
