import { randomUUID } from 'node:crypto'
import type { BodyInput, CommandName } from '#contract/index.ts'
import type { ReportView } from '#contract/report.ts'
import type { Actor } from '#domain/account/access.ts'
import { inlineText } from '#domain/document/official-document.ts'
import { paragraphsOf } from '#domain/report/report.ts'
import { unitIds } from '#server/demo/office.ts'
import type { World } from '#server/world.ts'
import type { People } from './demo.ts'
import { send } from './factories.ts'

// The demonstration's report on its way out of the house, step by step, each by the one whose step it is.

export type StepCommand = 'report.checkContent' | 'report.checkForm' | 'report.submit' | 'report.signOff' | 'report.number' | 'report.issue'

/** The steps in their order, each with whose it is. */
export const steps: readonly (readonly [StepCommand, keyof People])[] = [
  ['report.checkContent', 'head'],
  ['report.checkForm', 'clerk'],
  ['report.submit', 'officer'],
  ['report.signOff', 'leader'],
  ['report.number', 'clerk'],
  ['report.issue', 'clerk'],
]

export async function composed(world: World, { officer }: People): Promise<ReportView> {
  const answer = await send(world, officer, 'report.compose', { id: randomUUID(), unitId: unitIds.office, periodName: '2022-H1' })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}

/** The officer writes a paragraph anew, from what it says now. */
export function rewriting(report: ReportView, paragraphId: string, text: string): BodyInput<'report.edit'> {
  const before = paragraphsOf(report.report.content).find(paragraph => paragraph.id === paragraphId)
  return { id: report.id, paragraphs: [{ id: paragraphId, was: inlineText(before?.inlines ?? []), pieces: [{ type: 'text', text }] }] }
}

export async function done(world: World, actor: Actor, name: StepCommand, report: ReportView): Promise<ReportView> {
  const answer = await send(world, actor, name, bodyOf(name, report))
  if (!answer.ok) throw new Error(`${name}: ${answer.code} ${JSON.stringify(answer.details)}`)
  return answer.value
}

export function bodyOf<Name extends CommandName>(name: Name, report: ReportView): BodyInput<Name> {
  const body = { id: report.id, revision: report.report.revision }
  return (name === 'report.number' ? { ...body, on: '2022-06-15' } : body) as BodyInput<Name>
}

export async function until(world: World, people: People, last: StepCommand): Promise<ReportView> {
  let report = await composed(world, people)
  for (const [name, who] of steps) {
    report = await done(world, people[who], name, report)
    if (name === last) break
  }
  return report
}

export async function untilIssued(world: World, people: People): Promise<ReportView> {
  return until(world, people, 'report.issue')
}
