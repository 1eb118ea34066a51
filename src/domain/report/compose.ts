import { nextPeriod, partTitle, periodTitle } from '../calendar/reporting-period.ts'
import { romanNumeral } from '../kit/text.ts'
import type { Drafted } from './drafted.ts'
import type { ReportFacts } from './facts.ts'
import { figureAppendices } from './figure-tables.ts'
import { type FormPart, type FormSection, movementName } from './form.ts'
import { takenParagraphs } from './from-below.ts'
import { coverageParagraphs, figureParagraphs } from './from-figures.ts'
import { functionsParagraph, headcountParagraph, issuedDocumentsParagraph, structureParagraph } from './from-office.ts'
import { ownParagraphs } from './from-return.ts'
import { tasksAhead, themeParagraphs, toldByProgress } from './from-tasks.ts'
import { registrationParagraphs } from './from-titles.ts'
import { issuerOf } from './official.ts'
import { firstCitation, merged, withCitations } from './prose.ts'
import type { Figure, ReportContent, ReportParagraph, ReportSection } from './report.ts'

/**
 * The report as recorded work tells it: an outline filled with what is known, each paragraph and number with its origins.
 * What is not known is marked missing or left out and remarked on elsewhere; nothing is invented.
 */
export function compose(facts: ReportFacts): ReportContent {
  const cited = new Set<string>()
  const drafts = facts.form.sections.map(section => ({
    section,
    paragraphs: [...section.parts.flatMap(part => fill(part, section, facts, cited)), ...takenParagraphs(section, facts.taken)],
  }))
  const kept = drafts.filter((draft, i) => draft.paragraphs.length > 0 || showsItsGap(draft.section) || hasContentBelow(drafts, i))
  const sections = numbered(kept.map(draft => (draft.paragraphs.length === 0 && isHollow(kept, draft) ? withGap(draft) : draft))).map(
    section => ({
      ...section,
      heading: section.heading && replaceWords(section.heading, facts),
    }),
  )
  const figures = drafts.flatMap(draft => draft.paragraphs.flatMap(paragraph => paragraph.figures))
  return {
    formName: facts.form.name,
    sections,
    figures: unique(figures),
    ...tablesOf(facts),
    ...(facts.taken.length > 0 && { taken: facts.taken }),
  }
}

function tablesOf(facts: ReportFacts): Pick<ReportContent, 'appendices' | 'sums'> {
  if (!facts.consolidated) return {}
  const { requestId, version } = facts.consolidated
  const appendices = figureAppendices(facts.consolidated)
  return { ...(appendices.length > 0 && { appendices }), ...(version && { sums: { requestId, version: version.number } }) }
}

type Draft = { readonly section: FormSection; readonly paragraphs: readonly Drafted[] }

function fill(part: FormPart, section: FormSection, facts: ReportFacts, cited: Set<string>): Drafted[] {
  switch (part.fill) {
    case 'sentence':
      return [sentence(part, section, facts, cited)]
    case 'functions':
      return functionsParagraph(section.key, facts)
    case 'structure':
      return structureParagraph(section.key, facts)
    case 'headcount':
      return headcountParagraph(section.key, facts)
    case 'issuedDocuments':
      return issuedDocumentsParagraph(section.key, replaceWords(part.lead, facts), facts, cited)
    case 'theme':
      return [
        ...themeParagraphs(section.key, part.theme, facts, cited),
        ...(part.theme === 'registration' ? registrationParagraphs(section.key, facts) : []),
      ]
    case 'tasksAhead':
      return tasksAhead(section.key, facts)
    case 'difficulties':
      return toldByProgress(section.key, 'difficulty', facts)
    case 'proposals':
      return toldByProgress(section.key, 'proposal', facts)
    case 'ownWords': {
      const own = facts.consolidated ? ownParagraphs(section.key, part.part, facts.consolidated) : []
      return own.length > 0 ? own : part.otherwise.flatMap(other => fill(other, section, facts, cited))
    }
    case 'coverage':
      return facts.consolidated ? coverageParagraphs(section.key, facts.consolidated) : []
    case 'figures':
      return facts.consolidated ? figureParagraphs(section.key, part.table, facts.consolidated) : []
  }
}

function sentence(part: Extract<FormPart, { fill: 'sentence' }>, section: FormSection, facts: ReportFacts, cited: Set<string>): Drafted {
  const isOfDays = facts.period.part === null && part.textOfDays !== undefined
  const basis = isOfDays ? undefined : basisOf(facts)
  const text = isOfDays ? part.textOfDays : basis ? part.text : part.textWithoutBasis
  if (basis && text.includes('{basis}')) cited.add(basis.id)
  const origins = [
    { kind: 'form' as const, id: facts.form.name },
    { kind: 'duty' as const, id: facts.duty.id },
  ]
  return {
    id: `${section.key}/form`,
    inlines: merged(withCitations(replaceWords(text, facts), facts.documents)),
    origins: basis && text.includes('{basis}') ? [...origins, { kind: 'document', id: basis.id }] : origins,
    besideFigureIds: [],
    figures: [],
    isItem: false,
  }
}

function basisOf(facts: ReportFacts) {
  return facts.documents.find(document => document.id === facts.duty.basisDocumentId)
}

/** The words a form leaves open. */
export function replaceWords(text: string, facts: Pick<ReportFacts, 'unit' | 'duty' | 'form' | 'period' | 'documents'>): string {
  const { unit, duty, form, period, documents } = facts
  const next = nextPeriod(period)
  const basis = documents.find(document => document.id === duty.basisDocumentId)
  const words: Record<string, string> = {
    unit: issuerOf(unit),
    receiver: duty.receiverName,
    basis: basis ? firstCitation(basis, form) : '',
    basisIssuer: basis?.issuerName ?? duty.receiverName,
    movement: movementName,
    period: periodTitle(period),
    part: partTitle(period),
    nextPart: next ? periodTitle(next) : '',
    nextPartCapitals: next ? partTitle(next).toLocaleUpperCase('vi') : '',
    year: String(period.year),
    nextYear: String(period.year + 1),
  }
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => words[name] ?? '')
}

function hasContentBelow(drafts: readonly Draft[], at: number): boolean {
  const level = drafts[at]?.section.level ?? 0
  for (const draft of drafts.slice(at + 1)) {
    if (draft.section.level === 0 || draft.section.level <= level) return false
    if (draft.paragraphs.length > 0) return true
  }
  return false
}

/** A main part stays whatever it has; one of figures alone of which none is there is left out, and remarked on. */
function showsItsGap({ level, parts }: FormSection): boolean {
  return level === 1 && !parts.some(({ fill: by }) => by === 'figures')
}

/** A main part with nothing in it and nothing below it stays, so that the gap is seen. */
function isHollow(drafts: readonly Draft[], draft: Draft): boolean {
  return draft.section.level === 1 && !hasContentBelow(drafts, drafts.indexOf(draft))
}

function withGap({ section }: Draft): Draft {
  const gap: Drafted = {
    id: `${section.key}/gap`,
    inlines: [{ type: 'missing', what: `Chưa có việc nào được ghi cho phần “${section.heading ?? section.key}”` }],
    origins: [],
    besideFigureIds: [],
    figures: [],
    isItem: false,
  }
  return { section, paragraphs: [gap] }
}

/** Numbers follow what is there: `I.`, `1.`, `2.1.`; a section without heading carries its number on its first paragraph. */
function numbered(drafts: readonly Draft[]): ReportSection[] {
  const counts = [0, 0, 0, 0]
  return drafts.map(({ section, paragraphs }) => {
    const { key, level, heading } = section
    if (level > 0) {
      counts[level] = (counts[level] ?? 0) + 1
      counts.fill(0, level + 1)
    }
    const label =
      level === 0 ? null : level === 1 ? `${romanNumeral(counts[1] ?? 0)}.` : level === 2 ? `${counts[2]}.` : `${counts[2]}.${counts[3]}.`
    return {
      key,
      level,
      label: heading === null ? null : label,
      heading,
      paragraphs: paragraphs.map((paragraph, i) =>
        toParagraph(paragraph, paragraph.isItem ? `${i + 1}.` : heading === null && i === 0 ? label : null),
      ),
    }
  })
}

function toParagraph({ figures: _figures, isItem: _isItem, ...rest }: Drafted, label: string | null): ReportParagraph {
  return { ...rest, label, edited: null }
}

function unique(figures: readonly Figure[]): Figure[] {
  return [...new Map(figures.map(figure => [figure.id, figure])).values()]
}
