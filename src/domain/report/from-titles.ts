import { contains } from '../calendar/date-range.ts'
import { formatDay } from '../calendar/plain-date.ts'
import { cutoffOn } from '../calendar/reporting-period.ts'
import type { Inline } from '../document/official-document.ts'
import { plainText } from '../document/official-document.ts'
import { formatCount } from '../kit/text.ts'
import { type RegistrationRound, registrationRounds, roundWords, type SeasonRegistration, standingOn } from '../title/registration.ts'
import { baseNameOf, type TitleKey, titleKeys, titleNameOn, unitsForTitle } from '../title/title-kinds.ts'
import type { Drafted } from './drafted.ts'
import type { ReportFacts } from './facts.ts'
import { ratioText } from './from-tasks.ts'
import { merged } from './prose.ts'
import type { Figure, Origin } from './report.ts'

/** Who registered for which title, for the report's year and the next: told where somebody registered in the period. */
export function registrationParagraphs(key: string, facts: ReportFacts): Drafted[] {
  const { year } = facts.period
  return titleKeys.flatMap(title => [year, year + 1].flatMap(of => registrationParagraph(key, { title, year: of }, facts)))
}

/** `Có 9/11 phòng, ban (81,8%) đăng ký danh hiệu “…” năm 2022, trong đó 02 đăng ký lần đầu, 07 đăng ký lại.` */
function registrationParagraph(
  key: string,
  { title, year }: { readonly title: TitleKey; readonly year: number },
  facts: ReportFacts,
): Drafted[] {
  const on = cutoffOn(facts.period)
  const base = unitsForTitle(title, facts.children)
  const standing = standingRegistrations({ title, year }, facts)
  const name = titleNameOn(title, on)
  if (name === undefined || !standing.some(({ registeredOn }) => contains(facts.period.covers, registeredOn))) return []
  const count = { ...countRounds(standing), of: base.length }
  const what = `danh hiệu “${name}” năm ${year}`
  const baseName = baseNameOf(base)
  const ratio = { type: 'ratio', numerator: count.registered, denominator: count.of, baseName } as const
  const total: Figure = {
    id: `registration.${title}.${year}`,
    definition: `Số ${baseName} đã đăng ký ${what}, trên tổng số vào ngày ${formatDay(on)}`,
    value: ratio,
    // In the order of the tree; those that have not registered explain the base.
    origins: base.map((unit): Origin => {
      const registration = standing.find(({ unitId }) => unitId === unit.unitId)
      return registration ? { kind: 'registration', id: registration.id } : { kind: 'unitVersion', id: unit.id }
    }),
  }
  const parts = registrationRounds.map(
    (round): Figure => ({
      id: `${total.id}.${round}`,
      definition: `Số ${baseName} ${roundWords[round]} ${what}`,
      value: { type: 'counted', count: count[round], unit: baseName },
      origins: total.origins.filter(({ id }) => standing.some(registration => registration.id === id && registration.round === round)),
    }),
  )
  const [round, ...others] = registrationRounds.filter(candidate => count[candidate] > 0)
  const isMixed = others.length > 0
  const isTold = count.first + count.again === count.registered
  const told = registrationRounds.flatMap((part, i): Inline[] => [
    ...plainText(i === 0 ? ', trong đó ' : ', '),
    { type: 'figure', text: formatCount(count[part]), figureId: `${total.id}.${part}` },
    ...plainText(` ${roundWords[part]}`),
  ])
  return [
    {
      id: `${key}/${title}-${year}`,
      inlines: merged([
        ...plainText('Có '),
        { type: 'figure', text: ratioText(ratio), figureId: total.id },
        ...plainText(` ${isMixed || !round || !isTold ? 'đăng ký' : roundWords[round]} ${what}`),
        ...(isMixed && isTold ? told : []),
        ...plainText('.'),
      ]),
      origins: total.origins,
      besideFigureIds: [],
      figures: isMixed && isTold ? [total, ...parts] : [total],
      isItem: false,
    },
  ]
}

type TitleOfYear = { readonly title: TitleKey; readonly year: number }

/** Null: a season does not say whether for the first time, and nobody wrote it down beside it. */
type Counted = SeasonRegistration & { readonly round: RegistrationRound | null }

/** Each part of the unit once: as the season of the title and year has them, and by hand where there is none. */
export function standingRegistrations({ title, year }: TitleOfYear, facts: ReportFacts): Counted[] {
  const { inSeason, byHand } = registrationsOf({ title, year }, facts)
  if (inSeason.length === 0) return byHand
  return inSeason.map(registration => ({
    ...registration,
    round: byHand.find(other => other.unitId === registration.unitId)?.round ?? null,
  }))
}

/** The units only one of the two books has; none where there is but one book. */
export function differingRegistrations(
  of: TitleOfYear,
  facts: ReportFacts,
): { readonly onlyInSeason: string[]; readonly onlyByHand: string[] } {
  const { inSeason, byHand } = registrationsOf(of, facts)
  if (inSeason.length === 0 || byHand.length === 0) return { onlyInSeason: [], onlyByHand: [] }
  const missingFrom = (others: readonly SeasonRegistration[], own: readonly SeasonRegistration[]): string[] =>
    own.filter(({ unitId }) => !others.some(other => other.unitId === unitId)).map(({ unitId }) => nameOf(unitId, facts))
  return { onlyInSeason: missingFrom(byHand, inSeason), onlyByHand: missingFrom(inSeason, byHand) }
}

function registrationsOf({ title, year }: TitleOfYear, facts: ReportFacts) {
  const base = unitsForTitle(title, facts.children)
  const on = cutoffOn(facts.period)
  const ofUnits = <Registration extends SeasonRegistration>(registrations: readonly Registration[]): Registration[] => {
    const standing = standingOn(registrations, { title, year, on })
    return base.flatMap(unit => standing.find(({ unitId }) => unitId === unit.unitId) ?? [])
  }
  return { inSeason: ofUnits(facts.candidates), byHand: ofUnits(facts.registrations) }
}

function nameOf(unitId: string, { children }: ReportFacts): string {
  return children.find(child => child.unitId === unitId)?.calledInText ?? ''
}

function countRounds(standing: readonly Counted[]): Readonly<Record<RegistrationRound | 'registered', number>> {
  const countOf = (round: RegistrationRound): number => standing.filter(registration => registration.round === round).length
  return { registered: standing.length, first: countOf('first'), again: countOf('again') }
}
