import { inForce, type Versioned } from '../calendar/date-range.ts'
import type { PlainDate } from '../calendar/plain-date.ts'

/** Who may owe a part: villages, communes, agencies and the province that gathers. */
export const formLevels = ['area', 'commune', 'district', 'agency', 'province'] as const
export type FormLevel = (typeof formLevels)[number]

/** What a paragraph is taken for when many are gathered. */
export const narrativeRoles = ['account', 'goodExample', 'difficulty', 'proposal'] as const
export type NarrativeRole = (typeof narrativeRoles)[number]

/** Records whose words are offered for an account: documents issued, answers to tasks, tasks of the part of the year that follows. */
export const narrativeSources = ['documents', 'answers', 'tasksAhead'] as const
export type NarrativeSource = (typeof narrativeSources)[number]

type Part = { readonly key: string; readonly heading: string; readonly owedBy: readonly FormLevel[] }

export type NarrativePart = Part & {
  readonly kind: 'narrative'
  /** What is to be told, as the writer reads it above the field. */
  readonly asks: string
  readonly role: NarrativeRole
  /** Of an account; difficulties and proposals come from the answers to tasks by themselves. Null: nothing is offered. */
  readonly source: NarrativeSource | null
}

/** Figures by indicator code: one below the other, or as a grid whose empty cells ask nothing. */
export type TablePart = Part & {
  readonly kind: 'table'
  readonly layout:
    | { readonly type: 'list'; readonly codes: readonly string[] }
    | { readonly type: 'grid'; readonly columns: readonly string[]; readonly rows: readonly GridRow[] }
  /** Shares shown beside the counts, each of one named base. */
  readonly ratios: readonly { readonly code: string; readonly baseCode: string }[]
}
type GridRow = { readonly label: string; readonly codes: readonly (string | null)[] }

export type FigureFormPart = NarrativePart | TablePart

/** What was asked during a range of days. Once in force it is never edited: a return keeps the version it was written on. */
export type FormVersion = Versioned & { readonly version: number; readonly parts: readonly FigureFormPart[] }

export type FigureForm = {
  readonly key: string
  readonly name: string
  /** Told wherever the form is printed. */
  readonly note: string
  readonly versions: readonly FormVersion[]
}

export function formOn(form: FigureForm, on: PlainDate): FormVersion | undefined {
  return inForce(form.versions, on)
}

/** The version a return was written on, whatever is in force since. */
export function formVersion(form: FigureForm, version: number): FormVersion | undefined {
  return form.versions.find(each => each.version === version)
}

export function partsFor({ parts }: FormVersion, level: FormLevel): FigureFormPart[] {
  return parts.filter(({ owedBy }) => owedBy.includes(level))
}

export function codesOf({ layout }: TablePart): string[] {
  return layout.type === 'list' ? [...layout.codes] : layout.rows.flatMap(({ codes }) => codes.flatMap(code => code ?? []))
}

/** Every indicator a level is asked for, each once: a figure that stands in two tables is entered once. */
export function codesAsked(version: FormVersion, level: FormLevel): string[] {
  return [...new Set(partsFor(version, level).flatMap(part => (part.kind === 'table' ? codesOf(part) : [])))]
}

/** The shares a level's tables show, each with its base. */
export function ratiosAsked(version: FormVersion, level: FormLevel): TablePart['ratios'][number][] {
  return partsFor(version, level).flatMap(part => (part.kind === 'table' ? part.ratios : []))
}
