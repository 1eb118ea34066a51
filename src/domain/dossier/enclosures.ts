import { formatNumber } from '../kit/text.ts'
import { proposedCandidates } from '../season/area.ts'
import { areaWord, type PaperFacts, subjectWords } from './paper-facts.ts'
import { paperWords } from './paper-kinds.ts'

/** What the text of the title asks a dossier to hold, as far as this season has it. */
export function enclosures({ area, law, place, season }: PaperFacts): string[] {
  const { noun } = subjectWords(season)
  const steps = new Set(law.book.steps.map(({ code }) => code))
  const registered = formatNumber(area.candidates.filter(({ withdrawal }) => withdrawal === null).length)
  const { areHouseholds, isAlone } = subjectWords(season)
  const hasReport = law.book.papers.some(({ code }) => code === 'achievements')
  const of = (count: string): string => (isAlone ? '' : ` của ${count} ${noun}`)
  return [
    ...(steps.has('post') && areHouseholds ? [paperWords.summary] : []),
    ...(steps.has('meet') ? [paperWords.minutes] : []),
    ...(hasReport ? [`${paperWords.achievements}${of(formatNumber(proposedCandidates(area, law).length))}`] : []),
    ...(steps.has('register') ? [`${paperWords.registration}${of(registered)}`] : []),
    ...(steps.has('assessSelf') && !(hasReport && isAlone)
      ? [`${paperWords.selfAssessment}${of(formatNumber(area.selfAssessed.size))}`]
      : []),
    ...(law.book.scoring?.kind === 'points' ? [`${paperWords.scoreSheet} của ${areaWord(place.kind)}`] : []),
  ]
}
