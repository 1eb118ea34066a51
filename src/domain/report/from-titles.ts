import { contains } from '../calendar/date-range.ts'
import { formatDay } from '../calendar/plain-date.ts'
import { cutoffOn } from '../calendar/reporting-period.ts'
import type { Inline } from '../document/official-document.ts'
import { plainText } from '../document/official-document.ts'
import { formatCount } from '../kit/text.ts'
import { countRegistrations, registrationRounds, roundWords, standingOn } from '../title/registration.ts'
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
  const standing = standingOn(facts.registrations, { title, year, on }).filter(({ unitId }) => base.some(unit => unit.unitId === unitId))
  const name = titleNameOn(title, on)
  if (name === undefined || !standing.some(({ registeredOn }) => contains(facts.period.covers, registeredOn))) return []
  const count = countRegistrations(standing, base)
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
        ...plainText(` ${isMixed || !round ? 'đăng ký' : roundWords[round]} ${what}`),
        ...(isMixed ? told : []),
        ...plainText('.'),
      ]),
      origins: total.origins,
      besideFigureIds: [],
      figures: isMixed ? [total, ...parts] : [total],
      isItem: false,
    },
  ]
}
