import type { PlainDate } from '../calendar/plain-date.ts'
import { type FigureForm, type FormVersion, formOn } from './figure-form.ts'
import { movementForm } from './forms.ts'
import { type Dictionary, dictionaryOn } from './indicator.ts'
import { dictionaryWith, type OwnDefinition } from './own-definition.ts'

/** What one request asks, as it stood when it was opened: nothing that is defined later reaches into it. */
export type Asked = {
  readonly name: string
  readonly note: string
  readonly form: FormVersion
  readonly dictionary: Dictionary
}

/** What a unit counts and asks beside the house. */
export type Own = { readonly forms: readonly FigureForm[]; readonly definitions: readonly OwnDefinition[] }

/** The form of a key, of the house or of the unit, with the dictionary of the day figures are cut off on. */
export function askBy(key: string, cutoff: PlainDate, { forms, definitions }: Own): Asked | undefined {
  const found = [movementForm, ...forms].find(form => form.key === key)
  const form = found && formOn(found, cutoff)
  return form && { name: found.name, note: found.note, form, dictionary: dictionaryOn(dictionaryWith(definitions), cutoff) }
}
