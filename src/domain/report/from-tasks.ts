import { type Activity, participantsText, themeOf, totalMoney } from '../activity/activity.ts'
import { overlaps } from '../calendar/date-range.ts'
import { addDays, formatDay } from '../calendar/plain-date.ts'
import { cutoffOn, nextPeriod } from '../calendar/reporting-period.ts'
import { findCitations } from '../document/cite.ts'
import type { Inline } from '../document/official-document.ts'
import { inlineText, plainText } from '../document/official-document.ts'
import { capitalise, compareText, formatNumber, lowerFirst } from '../kit/text.ts'
import { latestProgress, type Progress, standingOf, type Target, type Task, type TaskTheme } from '../plan/plan.ts'
import type { Drafted } from './drafted.ts'
import type { ReportFacts } from './facts.ts'
import { asClause, asSentence, cite, citedDocument, isSentences, joined, merged, withCitations } from './prose.ts'
import type { Figure, Origin } from './report.ts'

/** What the tasks of a theme came to in the period, then activities of the theme that belong to no task. */
export function themeParagraphs(key: string, theme: TaskTheme, facts: ReportFacts, cited: Set<string>): Drafted[] {
  const tasks = facts.tasks.filter(task => task.theme === theme && isLeaf(task, facts)).sort((a, b) => a.position - b.position)
  const ofTasks = tasks.flatMap(task => taskParagraphs(key, task, facts, cited))
  const loose = activitiesOfTheme(theme, facts).filter(activity => taskOf(activity, facts) === undefined)
  return loose.length === 0 ? ofTasks : [...ofTasks, activitiesParagraph(`${key}/activities`, loose, facts, cited)]
}

/** One paragraph for each line of the lead unit's answer; the activities of the task follow the last one. */
function taskParagraphs(key: string, task: Task, facts: ReportFacts, cited: Set<string>): Drafted[] {
  const answer = answerOf(task, facts)
  const activities = activitiesOfTheme(task.theme, facts).filter(activity => taskOf(activity, facts)?.id === task.id)
  const id = `${key}/${shortId(task.id)}`
  if (!answer) return activities.length === 0 ? [] : [activitiesParagraph(id, activities, facts, cited)]
  const target = facts.targets.find(candidate => candidate.id === task.targetId)
  const origins: Origin[] = [
    { kind: 'task', id: task.id },
    { kind: 'progress', id: answer.id },
  ]
  const lines = answer.narrative.split('\n').filter(line => line.trim() !== '')
  return lines.map((line, i): Drafted => {
    for (const found of findCitations(line)) {
      const document = citedDocument(found, facts.documents)
      if (document) cited.add(document.id)
    }
    const lead =
      i === 0 && target
        ? targetLead(target, line)
        : { inlines: withCitations(asSentence(line), facts.documents), figures: [], beside: [], origins: [] }
    const tail = i === lines.length - 1 && activities.length > 0 ? activitiesParagraph(id, activities, facts, cited) : null
    return {
      id: i === 0 ? id : `${id}#${i + 1}`,
      inlines: merged([...lead.inlines, ...(tail ? [...plainText(' '), ...tail.inlines] : [])]),
      origins: [...origins, ...lead.origins, ...(tail?.origins ?? [])],
      besideFigureIds: lead.beside,
      figures: [...lead.figures, ...(tail?.figures ?? [])],
      isItem: false,
    }
  })
}

type Lead = {
  readonly inlines: Inline[]
  readonly figures: readonly Figure[]
  readonly beside: readonly string[]
  readonly origins: readonly Origin[]
}

/** `Để đạt mục tiêu 100% …, <what was done>.` The outcome is told when it is recorded, and shown as missing when it is not. */
function targetLead(target: Target, narrative: string): Lead {
  const goal: Figure = {
    id: `target.${target.id}.goal`,
    definition: `Mức đặt ra của chỉ tiêu: ${target.statement}`,
    value: { type: 'goal', percent: target.goalPercent, baseName: target.baseName },
    origins: [{ kind: 'target', id: target.id }],
  }
  const outcome = outcomeFigure(target)
  const told: Inline[] =
    outcome.value.type === 'ratio'
      ? [...plainText(' Kết quả: '), { type: 'figure', text: ratioText(outcome.value), figureId: outcome.id }, ...plainText('.')]
      : []
  return {
    inlines: [
      ...plainText('Để đạt mục tiêu '),
      { type: 'figure', text: `${formatNumber(target.goalPercent, 2)}%`, figureId: goal.id },
      ...plainText(` ${target.statement}, ${asSentence(narrative)}`),
      ...told,
    ],
    figures: [goal, outcome],
    beside: [outcome.id],
    origins: [{ kind: 'target', id: target.id }],
  }
}

export function outcomeFigure(target: Target): Figure {
  const { outcome } = target
  return {
    id: `target.${target.id}.outcome`,
    definition: `Kết quả của chỉ tiêu: ${target.statement}`,
    value: outcome
      ? { type: 'ratio', numerator: outcome.numerator, denominator: outcome.denominator, baseName: target.baseName }
      : { type: 'missing', what: `Kết quả: ${target.statement}` },
    origins: [{ kind: 'target', id: target.id }],
  }
}

/** `11/11 cơ quan, đơn vị (100%)`: a ratio names its base. One decimal, half away from zero; 100 % only when it is all of them. */
export function ratioText(ratio: { readonly numerator: number; readonly denominator: number; readonly baseName: string }): string {
  const { numerator, denominator, baseName } = ratio
  const rounded = Math.round((numerator / denominator) * 1000) / 10
  const percent = numerator < denominator ? Math.min(rounded, 99.9) : rounded
  return `${formatNumber(numerator)}/${formatNumber(denominator)} ${baseName} (${formatNumber(percent, 1)}%)`
}

function activitiesParagraph(id: string, activities: readonly Activity[], facts: ReportFacts, cited: Set<string>): Drafted {
  const clauses = activities.map(activity => activityClause(activity, facts, cited))
  const text = sentenceOf(
    clauses.map(clause => clause.inlines),
    facts,
  )
  return {
    id,
    inlines: merged(text),
    origins: activities.map(activity => ({ kind: 'activity', id: activity.id })),
    besideFigureIds: [],
    figures: clauses.flatMap(clause => clause.figures),
    isItem: false,
  }
}

/** Clauses make one sentence; a narrative of several sentences stands by itself. */
function sentenceOf(clauses: readonly (readonly Inline[])[], facts: ReportFacts): Inline[] {
  const groups: Inline[][] = []
  let open: Inline[][] = []
  const close = () => {
    if (open.length > 0) groups.push([...capitalised(joined(open, '; ')), ...plainText('.')])
    open = []
  }
  for (const clause of clauses) {
    const text = inlineText(clause)
    if (isSentences(text)) {
      close()
      groups.push([...capitalised(clause), ...plainText('.')])
    } else open.push(open.length > 0 ? lowered(clause, facts) : [...clause])
  }
  close()
  return joined(groups, ' ')
}

function capitalised(inlines: readonly Inline[]): Inline[] {
  const [first, ...rest] = inlines
  return first?.type === 'text' ? [{ type: 'text', text: capitalise(first.text) }, ...rest] : [...inlines]
}

/** In mid-sentence a clause begins small, unless it begins with the name of a unit. */
export function lowered(inlines: readonly Inline[], { unit, children }: Pick<ReportFacts, 'unit' | 'children'>): Inline[] {
  const [first, ...rest] = inlines
  const beginsWithName =
    first?.type === 'text' &&
    [unit, ...children].some(version => first.text.startsWith(version.calledInText) || first.text.startsWith(version.name))
  return first?.type === 'text' && !beginsWithName ? [{ type: 'text', text: lowerFirst(first.text) }, ...rest] : [...inlines]
}

export type Clause = { readonly inlines: readonly Inline[]; readonly figures: readonly Figure[] }

/** An activity in the office's own words; where it has none, by name, day and place; then who took part and what it cost. */
export function activityClause(activity: Activity, facts: ReportFacts, cited: Set<string>): Clause {
  const words = activity.narrative === '' ? byName(activity) : asClause(activity.narrative)
  const named = new Set(findCitations(words).map(found => found.code))
  const others = facts.documents.filter(document => activity.documentIds.includes(document.id) && !named.has(document.code))
  const citations = others.sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1)).map(document => cite(document, cited, facts.form))
  const people = participantsFigure(activity)
  const money = moneyFigure(activity)
  return {
    inlines: merged([
      ...withCitations(words, facts.documents),
      ...(citations.length > 0 ? [...plainText(' '), ...joined(citations, '; ')] : []),
      ...(people ? [...plainText(', với '), people.inline, ...plainText(' người tham gia')] : []),
      ...(money ? [...plainText(', kinh phí '), money.inline, ...plainText(' đồng')] : []),
    ]),
    figures: [people, money].flatMap(printed => (printed ? [printed.figure] : [])),
  }
}

function byName({ name, startsOn, endsOn, place }: Activity): string {
  const days = startsOn === endsOn ? `ngày ${formatDay(startsOn)}` : `từ ngày ${formatDay(startsOn)} đến ngày ${formatDay(endsOn)}`
  return place === '' ? `${name} (${days})` : `${name} (${days}, tại ${place})`
}

type Printed = { readonly inline: Inline; readonly figure: Figure }

function participantsFigure(activity: Activity): Printed | null {
  const { participants } = activity
  if (!participants) return null
  const figure: Figure = {
    id: `activity.${activity.id}.participants`,
    definition: `Số người tham gia: ${activity.name}`,
    value:
      participants.quality === 'counted'
        ? { type: 'counted', count: participants.count, unit: 'người' }
        : { type: 'estimated', count: participants.count, qualifier: participants.qualifier, unit: 'người' },
    origins: [{ kind: 'activity', id: activity.id }],
  }
  return { inline: { type: 'figure', text: participantsText(participants), figureId: figure.id }, figure }
}

function moneyFigure(activity: Activity): Printed | null {
  const total = totalMoney(activity.money)
  if (total === null) return null
  const figure: Figure = {
    id: `activity.${activity.id}.money`,
    definition: `Kinh phí từ mọi nguồn: ${activity.name}`,
    value: { type: 'counted', count: total, unit: 'đồng' },
    origins: [{ kind: 'activity', id: activity.id }],
  }
  return { inline: { type: 'figure', text: formatNumber(total), figureId: figure.id }, figure }
}

/** Activities of the period that speak to a theme: through their task, else by their kind; oldest first. */
export function activitiesOfTheme(theme: TaskTheme, facts: ReportFacts): Activity[] {
  return facts.activities
    .filter(activity => (taskOf(activity, facts)?.theme ?? themeOf[activity.kind]) === theme)
    .filter(activity => overlaps({ from: activity.startsOn, until: addDays(activity.endsOn, 1) }, facts.period.covers))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : compareText(a.name, b.name)))
}

function taskOf(activity: Activity, facts: ReportFacts): Task | undefined {
  return facts.tasks.filter(task => activity.taskIds.includes(task.id)).sort((a, b) => a.position - b.position)[0]
}

function isLeaf(task: Task, facts: ReportFacts): boolean {
  return !facts.tasks.some(other => other.parentTaskId === task.id)
}

/** The lead unit's answer that stands at the cut-off, if it was given in the period. */
export function answerOf(task: Task, facts: ReportFacts): Progress | undefined {
  const lead = facts.assignments.find(assignment => assignment.taskId === task.id && assignment.unitId === task.leadUnitId)
  const answer = lead && latestProgress(facts.progress, lead.id, cutoffOn(facts.period))
  return answer && answer.reportedOn >= facts.period.covers.from ? answer : undefined
}

/** Tasks that fall into the part of the year that follows and are not done, in the plan's own words. */
export function tasksAhead(key: string, facts: ReportFacts): Drafted[] {
  const next = nextPeriod(facts.period)
  if (!next) return []
  return facts.tasks
    .filter(task => isLeaf(task, facts))
    .filter(task => overlaps({ from: task.startsOn, until: addDays(task.dueOn, 1) }, next.covers))
    .filter(task => standingOf(task, facts, cutoffOn(facts.period)).state !== 'done')
    .sort((a, b) => a.position - b.position)
    .map(task => ({
      id: `${key}/${shortId(task.id)}`,
      inlines: withCitations(asSentence(task.instruction), facts.documents),
      origins: [{ kind: 'task', id: task.id }],
      besideFigureIds: [],
      figures: [],
      isItem: true,
    }))
}

/** Difficulties or proposals as the units told them in the period, each under its own unit's answer. */
export function toldByProgress(key: string, field: 'difficulty' | 'proposal', facts: ReportFacts): Drafted[] {
  return [...facts.tasks]
    .sort((a, b) => a.position - b.position)
    .flatMap(task => facts.assignments.filter(assignment => assignment.taskId === task.id))
    .flatMap(assignment => {
      const answer = latestProgress(facts.progress, assignment.id, cutoffOn(facts.period))
      return answer && answer.reportedOn >= facts.period.covers.from && answer[field] !== '' ? [answer] : []
    })
    .map(answer => ({
      id: `${key}/${shortId(answer.assignmentId)}`,
      inlines: withCitations(asSentence(answer[field]), facts.documents),
      origins: [{ kind: 'progress', id: answer.id }],
      besideFigureIds: [],
      figures: [],
      isItem: true,
    }))
}

/** Enough of a record's id to tell it from its neighbours, and short enough for a bookmark in Word: the random end of it. */
function shortId(id: string): string {
  return id.slice(-8)
}
