import type { FigureFormPart } from '../indicator/figure-form.ts'
import { deployment, type FormPart, type FormSection, type ReportForm } from './form.ts'

/**
 * The outline of a report on what a unit asked by a form of its own: the parts in their order, under their titles, between the
 * opening and the closing of the house. How many handed in is told before the first.
 */
export function outlineOf(form: ReportForm, parts: readonly FigureFormPart[]): ReportForm {
  const [opening, closing] = [form.sections.slice(0, 1), form.sections.slice(-1)]
  return {
    ...form,
    sections: [
      ...opening.map((section): FormSection => ({ ...section, parts: [...section.parts, { fill: 'coverage' }] })),
      ...parts.map((part): FormSection => ({ key: part.key, level: 1, heading: part.heading, parts: [filledFrom(part)] })),
      ...closing,
    ],
  }
}

/** Figures; or what the unit wrote under the part of its own return, and where it wrote nothing what the part says its words come from. */
function filledFrom(part: FigureFormPart): FormPart {
  if (part.kind === 'table') return { fill: 'figures', table: part.key }
  const ownWords = (...otherwise: readonly FormPart[]): FormPart => ({ fill: 'ownWords', part: part.key, otherwise })
  if (part.role === 'difficulty') return ownWords({ fill: 'difficulties' })
  if (part.role === 'proposal') return ownWords({ fill: 'proposals' })
  if (part.role !== 'account') return ownWords()
  if (part.source === 'documents') return ownWords(deployment)
  return part.source === 'tasksAhead' ? ownWords({ fill: 'tasksAhead' }) : ownWords()
}
