import { contains } from '../calendar/date-range.ts'
import { cutoffOn } from '../calendar/reporting-period.ts'
import { findCitations } from '../document/cite.ts'
import { inlineText } from '../document/official-document.ts'
import type { RegisteredDocument } from '../document/registry.ts'
import { isInForce } from '../document/registry.ts'
import type { Remark } from '../document/remark.ts'
import { codesOf } from '../indicator/figure-form.ts'
import { formatCount } from '../kit/text.ts'
import { standingOn } from '../title/registration.ts'
import { titleKeys, unitsForTitle } from '../title/title-kinds.ts'
import type { ReportFacts } from './facts.ts'
import { answerOf } from './from-tasks.ts'
import { differingRegistrations } from './from-titles.ts'
import { citedDocument } from './prose.ts'
import { paragraphsOf, type ReportContent, type ReportParagraph, type ReportSection } from './report.ts'
import { sumFigureId } from './sum-figure.ts'
import { governsOfficeTitles, officeTitleLaws } from './title-laws.ts'

/** What only the register and the records can tell about a report's text. Each remark stands at its place; none corrects anything. */
export function contentWarnings(content: ReportContent, facts: ReportFacts): Remark[] {
  return [
    ...paragraphsOf(content).flatMap(paragraph => [
      ...periodsUnlikeTheirPlan(paragraph, facts),
      ...listingsUnlikeTheirCount(paragraph),
      ...lawsThatDoNotGovern(paragraph, facts),
      ...citationsUnlikeTheRegister(paragraph, facts),
      ...missingBeside(paragraph, content),
    ]),
    ...periodsOfOnePlan(content, facts),
    ...sectionsWithoutFigure(content),
    ...tablesWithoutFigure(content, facts),
    ...sumsThatDoNotFit(content, facts),
    ...registrationsNobodyRecorded(content, facts),
    ...registrationsThatDiffer(content, facts),
    ...tasksWithoutAnswer(facts),
  ]
}

function warning(code: string, paragraph: ReportParagraph, message: string, rule: string): Remark {
  return { code, level: 'C', place: { blockId: paragraph.id, words: excerpt(paragraph) }, message, rule }
}

function excerpt(paragraph: ReportParagraph): string {
  const text = inlineText(paragraph.inlines)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

const yearsPattern = /giai đoạn\s+(?:từ\s+)?(?:năm\s+)?(\d{4})\s*(?:-|–|đến(?:\s+năm)?)\s*(\d{4})/giu

/** In one sentence: years that belong to none of the documents cited beside them. */
function periodsUnlikeTheirPlan(paragraph: ReportParagraph, facts: ReportFacts): Remark[] {
  return sentencesOf(inlineText(paragraph.inlines)).flatMap(sentence => {
    const cited = findCitations(sentence).flatMap(found => citedDocument(found, facts.documents) ?? [])
    const withYears = cited.filter(document => document.years !== null)
    if (withYears.length === 0) return []
    return [...sentence.matchAll(yearsPattern)].flatMap(([, from, until]) => {
      const fits = withYears.some(document => document.years?.from === Number(from) && document.years.until === Number(until))
      if (fits) return []
      const own = withYears.map(document => `${document.code} ghi ${document.years?.from}–${document.years?.until}`).join('; ')
      return [
        warning(
          'W-period',
          paragraph,
          `Câu này ghi giai đoạn ${from}–${until}, nhưng ${own}.`,
          'Giai đoạn là của từng văn bản, không chép từ văn bản khác',
        ),
      ]
    })
  })
}

/** Across the report: one plan named beside two different ranges of years. */
function periodsOfOnePlan(content: ReportContent, facts: ReportFacts): Remark[] {
  const seen = new Map<string, { document: RegisteredDocument; years: Set<string>; first: ReportParagraph; last: ReportParagraph }>()
  for (const paragraph of paragraphsOf(content))
    for (const sentence of sentencesOf(inlineText(paragraph.inlines))) {
      const years = [...sentence.matchAll(yearsPattern)].map(([, from, until]) => `${from}–${until}`)
      for (const found of findCitations(sentence)) {
        const document = citedDocument(found, facts.documents)
        if (!document?.years) continue
        const entry = seen.get(document.id) ?? { document, years: new Set<string>(), first: paragraph, last: paragraph }
        for (const range of years) entry.years.add(range)
        seen.set(document.id, { ...entry, last: paragraph })
      }
    }
  return [...seen.values()]
    .filter(({ years }) => years.size > 1)
    .map(({ document, years, last }) =>
      warning(
        'W-two-periods',
        last,
        `${document.code} được ghi cạnh ${years.size} giai đoạn: ${[...years].sort().join(' và ')}.`,
        'Một văn bản chỉ có một giai đoạn',
      ),
    )
}

/** `08 tổ chức, gồm: …` with seven names. */
function listingsUnlikeTheirCount(paragraph: ReportParagraph): Remark[] {
  const text = inlineText(paragraph.inlines)
  return [
    ...text.matchAll(/(\d+)\s+(tổ chức|đơn vị trực thuộc|đơn vị|phòng, ban|phòng|chi bộ)(?:,)?(?:\s+gồm(?:\s+có)?)?\s*:\s*([^;.]+)/gu),
  ].flatMap(([, stated, what, list]) => {
    const names = (list ?? '').split(/,\s+/u).filter(name => name.trim() !== '')
    if (names.length === Number(stated)) return []
    return [
      warning(
        'W-listing',
        paragraph,
        `Ghi “${stated} ${what}” nhưng liệt kê ${formatCount(names.length)} tên.`,
        'Số nêu ra phải bằng số liệt kê',
      ),
    ]
  })
}

/** Decree 122/2018/NĐ-CP governs families and residential areas, not offices. Inferred from its scope, so a warning only. */
function lawsThatDoNotGovern(paragraph: ReportParagraph, facts: ReportFacts): Remark[] {
  if (facts.unit.kind !== 'agency' && facts.unit.kind !== 'attachedUnit' && facts.unit.kind !== 'department') return []
  const text = inlineText(paragraph.inlines)
  if (!/danh hiệu/iu.test(text)) return []
  return findCitations(text).flatMap(found => {
    const law = officeTitleLaws.find(candidate => candidate.code === found.code)
    if (!law || governsOfficeTitles(law)) return []
    const instead = officeTitleLaws
      .filter(candidate => governsOfficeTitles(candidate) && contains(candidate.valid, cutoffOn(facts.period)))
      .map(candidate => candidate.code)
    const hint = instead.length > 0 ? ` Danh hiệu cơ quan, đơn vị lúc này theo ${instead.join('; ')} (chưa xác minh).` : ''
    return [
      warning(
        'W-law-scope',
        paragraph,
        `${found.code} điều chỉnh ${law.scopeWords}, không điều chỉnh danh hiệu cơ quan, đơn vị.${hint}`,
        law.code,
      ),
    ]
  })
}

/** Cited texts that nobody registered, that carry another day, or that did not bind on the cut-off day. */
function citationsUnlikeTheRegister(paragraph: ReportParagraph, facts: ReportFacts): Remark[] {
  const text = inlineText(paragraph.inlines)
  const on = cutoffOn(facts.period)
  return findCitations(text).flatMap(found => {
    const document = citedDocument(found, facts.documents)
    if (!document)
      return [
        warning(
          'W-unregistered',
          paragraph,
          `${found.text} chưa có trong sổ văn bản nên không mở được tới gốc.`,
          'Mỗi viện dẫn mở được tới văn bản',
        ),
      ]
    const remarks: Remark[] = []
    if (found.day !== null && found.day !== document.issuedOn)
      remarks.push(warning('W-citation-day', paragraph, `${found.code} ghi ngày khác với sổ văn bản.`, 'Viện dẫn khớp sổ văn bản'))
    if (!isInForce(document, on))
      remarks.push(
        warning('W-not-in-force', paragraph, `${document.code} không có hiệu lực vào ngày chốt số liệu.`, 'Căn cứ phải còn hiệu lực'),
      )
    return remarks
  })
}

const missingRule = 'Thiếu thì nói là thiếu; không thành 0, không thành 100 %'

function missingBeside(paragraph: ReportParagraph, content: ReportContent): Remark[] {
  const missing = paragraph.besideFigureIds.flatMap(id => {
    const value = content.figures.find(figure => figure.id === id)?.value
    return value?.type === 'missing' ? [value.what] : []
  })
  return missing.length > 0 ? [warning('W-missing', paragraph, `Chưa có số liệu: ${missing.join('; ')}.`, missingRule)] : []
}

/** A part made of figures that were asked for, of which none is there: the report leaves it out, and who writes is told. */
function tablesWithoutFigure(content: ReportContent, { form, consolidated }: ReportFacts): Remark[] {
  if (!consolidated) return []
  const isAsked = (table: string): boolean =>
    consolidated.form.parts.some(
      part => part.kind === 'table' && part.key === table && codesOf(part).some(code => consolidated.figures.has(code)),
    )
  const left = form.sections.filter(
    ({ key, parts }) =>
      parts.some(part => part.fill === 'figures' && isAsked(part.table)) && !content.sections.some(section => section.key === key),
  )
  if (left.length === 0) return []
  const headings = left.map(({ heading }) => `“${heading}”`).join(', ')
  const message = `Chưa có số liệu cho mục ${headings} nên báo cáo không có các mục này.`
  return [{ code: 'W-missing', level: 'C', place: { blockId: null, words: headings }, message, rule: missingRule }]
}

/** Each where the text first names one of the sums it is about; of one the text does not name, by itself. */
function sumsThatDoNotFit(content: ReportContent, { consolidated }: ReportFacts): Remark[] {
  const rule = 'Số tổng hợp phải khớp nhau; không số nào bị sửa'
  return (consolidated?.flags ?? []).map(({ places, sentence, cause }) => {
    const message = `Số tổng hợp: ${sentence} ${cause}`
    const ids = new Set(places.flatMap(({ kind, key }) => (kind === 'cell' ? [sumFigureId({ type: 'sum', code: key })] : [])))
    const paragraph = paragraphsOf(content).find(({ inlines }) => inlines.some(each => each.type === 'figure' && ids.has(each.figureId)))
    if (paragraph) return warning('W-sum', paragraph, message, rule)
    return { code: 'W-sum', level: 'C', place: { blockId: null, words: sentence }, message, rule }
  })
}

/** Headings of results whose text names no number at all. */
function sectionsWithoutFigure(content: ReportContent): Remark[] {
  const resultsAt = content.sections.findIndex(section => section.key === 'results' || section.key === 'outcome')
  const until = content.sections.findIndex(section => section.key === 'ahead' || section.key === 'difficulties')
  return content.sections.slice(resultsAt, until).flatMap(section => {
    const [first] = section.paragraphs
    if (!first || hasFigure(section)) return []
    return [
      warning(
        'W-no-figure',
        first,
        `Mục ${section.heading ? `“${section.heading}”` : (first.label ?? '')} kể việc nhưng không có số liệu nào.`,
        'Kết quả cần số đo được khi có',
      ),
    ]
  })
}

function hasFigure(section: ReportSection): boolean {
  return section.paragraphs.some(paragraph => paragraph.inlines.some(inline => inline.type === 'figure'))
}

/** A task to gather registrations was answered, and none is recorded: at that answer. */
function registrationsNobodyRecorded(content: ReportContent, facts: ReportFacts): Remark[] {
  const { year } = facts.period
  const on = cutoffOn(facts.period)
  const isRecorded = titleKeys.some(title =>
    [year, year + 1].some(of => standingOn([...facts.registrations, ...facts.candidates], { title, year: of, on }).length > 0),
  )
  if (isRecorded || !titleKeys.some(title => unitsForTitle(title, facts.children).length > 0)) return []
  const gathering = facts.tasks.filter(task => task.theme === 'registration' && answerOf(task, facts))
  return gathering.flatMap(task => {
    const paragraph = paragraphsOf(content).find(({ origins }) => origins.some(({ kind, id }) => kind === 'task' && id === task.id))
    const message = `Mục này chưa có số đăng ký: đến ngày chốt chưa đơn vị nào được ghi cho năm ${year}, ${year + 1}.`
    return paragraph ? [warning('W-no-registration', paragraph, message, 'Số đơn vị đăng ký lấy từ mục Danh hiệu')] : []
  })
}

/** The season and the book of registrations do not name the same units: the report counts the season, and says so. */
function registrationsThatDiffer(content: ReportContent, facts: ReportFacts): Remark[] {
  const { year } = facts.period
  return titleKeys.flatMap(title =>
    [year, year + 1].flatMap(of => {
      const { onlyInSeason, onlyByHand } = differingRegistrations({ title, year: of }, facts)
      const paragraph = paragraphsOf(content).find(({ inlines }) =>
        inlines.some(inline => inline.type === 'figure' && inline.figureId === `registration.${title}.${of}`),
      )
      if (!paragraph || onlyInSeason.length + onlyByHand.length === 0) return []
      const told = [
        onlyInSeason.length > 0 && `chỉ có trong đợt xét: ${onlyInSeason.join(', ')}`,
        onlyByHand.length > 0 && `chỉ có trong sổ đăng ký: ${onlyByHand.join(', ')}`,
      ]
      const message = `Số này lấy từ đợt xét năm ${of}; sổ đăng ký ghi khác: ${told.filter(Boolean).join('; ')}.`
      return [warning('W-registrations-differ', paragraph, message, 'Hai nơi ghi cùng một việc phải khớp nhau')]
    }),
  )
}

/** Work of the period whose lead unit has not answered: it cannot be in the text. */
function tasksWithoutAnswer(facts: ReportFacts): Remark[] {
  const on = cutoffOn(facts.period)
  return facts.tasks
    .filter(
      task => task.startsOn <= on && task.dueOn >= facts.period.covers.from && !facts.tasks.some(other => other.parentTaskId === task.id),
    )
    .filter(task => !answerOf(task, facts))
    .map(task => ({
      code: 'W-no-answer',
      level: 'C' as const,
      place: { blockId: null, words: task.name },
      message: `Nhiệm vụ “${task.name}” chưa có kết quả của đơn vị chủ trì trong kỳ nên không vào báo cáo.`,
      rule: 'Báo cáo chỉ nói việc đã được ghi',
    }))
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+(?=\p{Lu})/u)
}
