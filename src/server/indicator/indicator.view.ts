import type { DictionaryView, FormLine, FormView } from '#contract/indicator.ts'
import { movementForm } from '#domain/indicator/forms.ts'
import { dictionaryWith } from '#domain/indicator/own-definition.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import type { StoredDefinition } from './definition.store.ts'
import type { StoredForm } from './form.store.ts'

export function toDictionaryView(own: readonly StoredDefinition[]): DictionaryView {
  return { dictionary: dictionaryWith(own), own }
}

export async function toFormView(ctx: Context, form: StoredForm): Promise<FormView> {
  const names = await listUnitNames(ctx.tx, [form.unitId], ctx.today)
  return { ...form, unitName: names.get(form.unitId) ?? '' }
}

/** The form of the house first, then those of units, each with what was published. */
export async function toFormLines(ctx: Context, forms: readonly StoredForm[]): Promise<FormLine[]> {
  const ids = forms.map(({ unitId }) => unitId)
  const names = await listUnitNames(ctx.tx, ids, ctx.today)
  const lines = forms.map(({ key, name, note, versions, unitId }) => ({ key, name, note, versions, unitName: names.get(unitId) ?? '' }))
  return [{ ...movementForm, unitName: null }, ...lines]
}
