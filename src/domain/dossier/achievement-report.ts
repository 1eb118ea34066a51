import { residentialAreaKinds } from '../org/org-unit.ts'
import type { Candidate } from '../season/candidate.ts'
import { holdingOf } from '../season/holding.ts'
import { stepOf } from '../title/rule-book.ts'
import { linesOfSheet, whoAndWhere } from './before-meeting.ts'
import { type FormBlock, type FormPaper, field, heading, text } from './form-paper.ts'
import { areaLines, formHead, givingOf, headOf, honourOfYear, type PaperFacts, signedAt, subjectWords } from './paper-facts.ts'

/**
 * What a unit has done, standard by standard: 86/2023/NĐ-CP, Art. 7(2) and 7(3); 08/2014/TT-BVHTTDL, Art. 7. Who it is,
 * the standards of the text and the years on record are filled in. What was done is for the unit to write.
 */
export function achievementReport(facts: PaperFacts, candidate: Candidate): FormPaper {
  const { law, place, season } = facts
  const { isAlone } = subjectWords(season)
  const years = facts.yearsOf.get(candidate.subjectId) ?? []
  return {
    ...formHead('achievements', facts),
    issuerLines: isAlone ? areaLines(place) : linesOfUnit(facts, candidate),
    placeAndDate: signedAt({ name: candidate.headName }, null, season.year),
    title: 'Báo cáo thành tích',
    subtitle: `Đề nghị ${givingOf(law.book)} ${honourOfYear(facts)}`,
    addressees: [],
    blocks: [
      ...whoAndWhere(facts, candidate),
      ...(law.book.recognition ? [field('Các năm liên tục đã ghi nhận đạt', years.join(', '))] : []),
      heading('Kết quả thực hiện các tiêu chuẩn'),
      ...(law.book.subjects.length > 1 ? [text('Tiêu chuẩn không dành cho loại đơn vị này thì để trống.')] : []),
      ...standardsToTell(facts),
    ],
    signatures: [
      isAlone ? { capacity: `Xác nhận của ${headOf(place.kind)}`, name: place.headName } : { capacity: '', name: null },
      { capacity: reporterOf(facts), name: null },
    ],
    orientation: 'portrait',
  }
}

/** A commune reports through its committee, a village under its commune. */
function linesOfUnit({ place, season }: PaperFacts, { headName }: Candidate): string[] {
  const isArea = holdingOf(season.honour).isFor?.some(kind => residentialAreaKinds.includes(kind)) ?? false
  return [isArea ? place.name : 'Ủy ban nhân dân', headName].map(line => line.toLocaleUpperCase('vi'))
}

/** Whoever the text has write it. */
function reporterOf({ law, season }: PaperFacts): string {
  const step = stepOf(law.book, 'assessSelf') ?? stepOf(law.book, 'list') ?? stepOf(law.book, 'meet')
  return step?.actor.value ?? subjectWords(season).signsAs
}

/** Each standard with its criteria and room to write; where nobody has read the standards, room alone. */
function standardsToTell(facts: PaperFacts): FormBlock[] {
  const standards = linesOfSheet(facts)
  if (standards.length === 0) return [{ type: 'blank', lines: 12 }]
  const lines = standards.flatMap(({ criteria, ...standard }): FormBlock[] => [
    heading(said(standard)),
    ...criteria.map(line => text(said(line))),
    { type: 'blank', lines: 3 },
  ])
  const isSure = standards.every(standard => standard.isSure && standard.criteria.every(line => line.isSure))
  return isSure ? lines : [...lines, text('(*) Tiêu chí chưa đối chiếu với toàn văn.')]
}

function said({ code, says, isSure }: ReturnType<typeof linesOfSheet>[number]['criteria'][number]): string {
  return `${code}. ${says}${isSure ? '' : ' (*)'}`
}
