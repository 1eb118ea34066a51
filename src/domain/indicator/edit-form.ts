import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { codesOf, type FigureForm, type FigureFormPart, type FormVersion, formLevels, type TablePart } from './figure-form.ts'
import { type Dictionary, dictionaryOn, indicatorOf } from './indicator.ts'

/** A form being written: the parts in order. Nothing asks for it until it is published. */
export type FormDraft = readonly FigureFormPart[]

export type EditFormRefusal = 'form.part-unknown' | 'form.part-key-taken' | 'form.place-unknown'

/** Puts a part before the one that stands at a place; at the end where the place is the number of parts. */
export function addPart(draft: FormDraft, part: FigureFormPart, at: number): Result<FormDraft, EditFormRefusal> {
  if (draft.some(({ key }) => key === part.key)) return refuse('form.part-key-taken', { key: part.key })
  return isPlace(at, draft.length) ? ok(draft.toSpliced(at, 0, part)) : refuse('form.place-unknown', { at })
}

/** Moves a part so that it stands at a place afterwards. */
export function movePart(draft: FormDraft, key: string, to: number): Result<FormDraft, EditFormRefusal> {
  const part = draft.find(each => each.key === key)
  if (!part) return refuse('form.part-unknown', { key })
  return addPart(
    draft.filter(each => each !== part),
    part,
    to,
  )
}

export function removePart(draft: FormDraft, key: string): Result<FormDraft, EditFormRefusal> {
  return draft.some(each => each.key === key) ? ok(draft.filter(each => each.key !== key)) : refuse('form.part-unknown', { key })
}

/** Puts another in a part's place. Its key stays: what was written under it is still found. */
export function replacePart(draft: FormDraft, part: FigureFormPart): Result<FormDraft, EditFormRefusal> {
  return draft.some(({ key }) => key === part.key)
    ? ok(draft.map(each => (each.key === part.key ? part : each)))
    : refuse('form.part-unknown', { key: part.key })
}

function isPlace(at: number, size: number): boolean {
  return Number.isInteger(at) && at >= 0 && at <= size
}

export type PublishRefusal =
  | 'form.empty'
  | 'form.part-without-heading'
  | 'form.part-owed-by-nobody'
  | 'form.part-key-taken'
  | 'form.table-empty'
  | 'form.table-uneven'
  | 'form.code-unknown'
  | 'form.code-twice'
  | 'form.share-unknown'
  | 'form.share-without-counts'
  | 'form.from-too-early'
  | 'form.unchanged'

/**
 * A draft becomes the version in force from a day; the one before ends there. Every figure and share is in the dictionary of
 * that day, and each share's two counts are asked from whoever owes the share.
 */
export function publishForm(
  form: FigureForm,
  draft: FormDraft,
  { from, dictionary }: { readonly from: PlainDate; readonly dictionary: Dictionary },
): Result<FigureForm, PublishRefusal> {
  const last = form.versions.at(-1)
  if (last?.valid.from && from <= last.valid.from) return refuse('form.from-too-early', { earliest: addDays(last.valid.from, 1) })
  const checked = checkDraft(draft, dictionaryOn(dictionary, from))
  if (!checked.ok) return checked
  if (last && JSON.stringify(last.parts) === JSON.stringify(draft)) return refuse('form.unchanged')
  const next: FormVersion = { version: (last?.version ?? 0) + 1, valid: { from, until: null }, parts: draft }
  return ok({ ...form, versions: [...form.versions.map(each => (each === last ? endedOn(each, from) : each)), next] })
}

function endedOn(version: FormVersion, day: PlainDate): FormVersion {
  const { from, until } = version.valid
  return until !== null && until <= day ? version : { ...version, valid: { from, until: day } }
}

/** A report opens and closes in the house's words, whatever is asked between. */
const keysOfFrame: readonly string[] = ['opening', 'closing']

function checkDraft(draft: FormDraft, dictionary: Dictionary): Result<undefined, PublishRefusal> {
  if (draft.length === 0) return refuse('form.empty')
  for (const [at, part] of draft.entries()) {
    if (keysOfFrame.includes(part.key)) return refuse('form.part-key-taken', { key: part.key })
    if (part.heading.trim() === '') return refuse('form.part-without-heading', { at: at + 1 })
    if (part.owedBy.length === 0) return refuse('form.part-owed-by-nobody', { heading: part.heading })
    if (draft.findIndex(({ key }) => key === part.key) !== at) return refuse('form.part-key-taken', { key: part.key })
    if (part.kind === 'table') {
      const table = checkTable(part, dictionary)
      if (!table.ok) return table
    }
  }
  return checkShares(draft, dictionary)
}

function checkTable(part: TablePart, dictionary: Dictionary): Result<undefined, PublishRefusal> {
  const { heading, layout } = part
  if (layout.type === 'grid' && layout.rows.some(({ codes }) => codes.length !== layout.columns.length))
    return refuse('form.table-uneven', { heading })
  const codes = codesOf(part)
  if (codes.length === 0) return refuse('form.table-empty', { heading })
  const unknown = codes.find(code => !indicatorOf(dictionary, code))
  if (unknown !== undefined) return refuse('form.code-unknown', { heading, code: unknown })
  const twice = codes.find((code, i) => codes.indexOf(code) !== i)
  return twice === undefined ? ok() : refuse('form.code-twice', { heading, code: twice })
}

function checkShares(draft: FormDraft, { ratios }: Dictionary): Result<undefined, PublishRefusal> {
  const tables = draft.filter(part => part.kind === 'table')
  for (const level of formLevels) {
    const owed = tables.filter(({ owedBy }) => owedBy.includes(level))
    const asked = new Set(owed.flatMap(codesOf))
    for (const { heading, ratios: shown } of owed)
      for (const { code, baseCode } of shown) {
        const ratio = ratios.find(each => each.code === code)
        if (!ratio?.bases.some(base => base.code === baseCode)) return refuse('form.share-unknown', { heading, code })
        if (!asked.has(ratio.numerator) || !asked.has(baseCode)) return refuse('form.share-without-counts', { heading, name: ratio.name })
      }
  }
  return ok()
}
