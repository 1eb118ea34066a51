import { contains } from '../calendar/date-range.ts'
import type { Inline } from '../document/official-document.ts'
import { plainText } from '../document/official-document.ts'
import { fullCitation, type RegisteredDocument } from '../document/registry.ts'
import { formatCount, lowerFirst } from '../kit/text.ts'
import { type HeadcountCategory, headcountCategories, type OrgUnitVersion } from '../org/org-unit.ts'
import type { Drafted } from './drafted.ts'
import type { ReportFacts } from './facts.ts'
import { activitiesOfTheme, activityClause, lowered } from './from-tasks.ts'
import { cite, joined, merged } from './prose.ts'
import type { Figure } from './report.ts'

/** What the office is for, as its statute says it. Nothing recorded, nothing said. */
export function functionsParagraph(key: string, { unit }: ReportFacts): Drafted[] {
  if (!unit.functions) return []
  return [
    {
      id: `${key}/functions`,
      inlines: plainText(unit.functions),
      origins: [{ kind: 'unitVersion', id: unit.id }],
      besideFigureIds: [],
      figures: [],
      isItem: false,
    },
  ]
}

const groups = [
  {
    kinds: ['department'],
    figureId: 'structure.departments',
    unit: 'tổ chức',
    definition: 'Số tổ chức thuộc cơ quan vào ngày chốt số liệu',
  },
  {
    kinds: ['attachedUnit'],
    figureId: 'structure.attachedUnits',
    unit: 'đơn vị trực thuộc',
    definition: 'Số đơn vị trực thuộc vào ngày chốt số liệu',
  },
] as const

/** `… có 08 tổ chức, gồm: …; 03 đơn vị trực thuộc: …`: counted from the units themselves, so that count and list agree. */
export function structureParagraph(key: string, facts: ReportFacts): Drafted[] {
  const counted = groups
    .map(group => ({ group, members: facts.children.filter(child => (group.kinds as readonly string[]).includes(child.kind)) }))
    .filter(({ members }) => members.length > 0)
  if (counted.length === 0) return []
  const figures = counted.map(
    ({ group, members }): Figure => ({
      id: group.figureId,
      definition: group.definition,
      value: { type: 'counted', count: members.length, unit: group.unit },
      origins: members.map(member => ({ kind: 'unitVersion', id: member.id })),
    }),
  )
  const runs = counted.map(({ group, members }, i): Inline[] => [
    { type: 'figure', text: formatCount(members.length), figureId: group.figureId },
    ...plainText(` ${group.unit}${i === 0 ? ', gồm' : ''}: ${members.map(nameInList).join(', ')}`),
  ])
  return [
    {
      id: `${key}/structure`,
      inlines: merged([...plainText(`${facts.unit.calledInText} có `), ...joined(runs, '; '), ...plainText('.')]),
      origins: figures.flatMap(figure => figure.origins),
      besideFigureIds: [],
      figures,
      isItem: false,
    },
  ]
}

/** `Phòng Tổng hợp, phòng Kinh tế`: after the first, a common noun is written small; a proper name keeps its capital. */
function nameInList(member: OrgUnitVersion, i: number): string {
  return i > 0 && /^Phòng\s/u.test(member.name) ? lowerFirst(member.name) : member.name
}

const categoryWords: Record<HeadcountCategory, { unit: string; definition: string }> = {
  officials: { unit: 'cán bộ, công chức', definition: 'Số cán bộ, công chức vào ngày chốt số liệu' },
  publicEmployees: { unit: 'viên chức', definition: 'Số viên chức vào ngày chốt số liệu' },
  contractWorkers: { unit: 'lao động hợp đồng', definition: 'Số lao động hợp đồng vào ngày chốt số liệu' },
}

/** People by category on the cut-off day. A category nobody entered is missing, never 0. */
export function headcountParagraph(key: string, { headcounts }: ReportFacts): Drafted[] {
  const figures = headcountCategories.map((category): Figure => {
    const found = headcounts.find(headcount => headcount.category === category)
    const { unit, definition } = categoryWords[category]
    return {
      id: `headcount.${category}`,
      definition,
      value: found ? { type: 'counted', count: found.count, unit } : { type: 'missing', what: `Số ${unit}` },
      origins: found ? [{ kind: 'headcount', id: found.id }] : [],
    }
  })
  const runs = figures.map((figure, i): Inline[] => {
    const { unit } = categoryWords[headcountCategories[i] ?? 'officials']
    const { value } = figure
    const number: Inline =
      value.type === 'counted'
        ? { type: 'figure', text: formatCount(value.count), figureId: figure.id }
        : { type: 'missing', what: `Số ${unit}` }
    return [number, ...plainText(` ${unit}`)]
  })
  return [
    {
      id: `${key}/headcount`,
      inlines: merged([...plainText('Tổng số cán bộ, công chức, viên chức, lao động: '), ...joined(runs, '; '), ...plainText('.')]),
      origins: figures.flatMap(figure => figure.origins),
      besideFigureIds: [],
      figures,
      isItem: false,
    },
  ]
}

/** The plans and other directives the unit itself issued in the period, then what it directed its parts to do. */
export function issuedDocumentsParagraph(key: string, lead: string, facts: ReportFacts, cited: Set<string>): Drafted[] {
  const issued = facts.documents
    .filter(
      document =>
        document.direction === 'outgoing' &&
        document.kind !== 'report' &&
        document.issuerUnitId === facts.unit.unitId &&
        contains(facts.period.covers, document.issuedOn),
    )
    .sort(byDay)
  const directions = activitiesOfTheme('direction', facts)
  if (issued.length === 0 && directions.length === 0) return []
  const citations = issued.map(document => cite(document, cited, facts.form))
  const clauses = directions.map(activity => activityClause(activity, facts, cited))
  const body =
    issued.length > 0
      ? [...plainText(lead), ...joined([joined(citations, '; '), ...clauses.map(clause => lowered(clause.inlines, facts))], ', ')]
      : joined(
          clauses.map(clause => clause.inlines),
          '; ',
        )
  return [
    {
      id: `${key}/issued`,
      inlines: merged([...body, ...plainText('.')]),
      origins: [
        ...issued.map(document => ({ kind: 'document' as const, id: document.id })),
        ...directions.map(activity => ({ kind: 'activity' as const, id: activity.id })),
      ],
      besideFigureIds: [],
      figures: clauses.flatMap(clause => clause.figures),
      isItem: false,
    },
  ]
}

function byDay(a: RegisteredDocument, b: RegisteredDocument): number {
  return a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : fullCitation(a) < fullCitation(b) ? -1 : 1
}
