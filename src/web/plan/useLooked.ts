import type { StaleField } from '#domain/plan/plan-for-year.ts'
import type { Form } from '../app/useCommand.ts'
import { type CopyValues, keyOf, type OpenWords, withField, withMoved } from './copy-values.ts'

export type CopyForm = Form<CopyValues>
/** A field of the plan that is being copied, with what it says now. */
export type CopyPlace = { readonly recordId: string; readonly field: StaleField; readonly text: string }
/** The year copied to, and how far that is. */
export type CopyMove = { readonly year: number; readonly years: number }

/** Moved to the other year, and looked at. */
export function moveOne(form: CopyForm, place: CopyPlace, words: OpenWords, years: number): void {
  form.set({ ...withField(form.values, place, withMoved(place.text, words, years)), ...settled(form, place, words) })
}

/** Left as it is, on purpose. */
export function leaveOne(form: CopyForm, place: CopyPlace, words: OpenWords): void {
  form.set(settled(form, place, words))
}

/** Written anew by hand. */
export function typeInto(form: CopyForm, place: CopyPlace, text: string): void {
  const looked = { ...form.values.looked, [keyOf(place.recordId, place.field)]: { settled: [], isTyped: true } }
  form.set({ ...withField(form.values, place, text), looked })
}

function settled({ values }: CopyForm, { recordId, field }: CopyPlace, { index }: OpenWords): Pick<CopyValues, 'looked'> {
  const key = keyOf(recordId, field)
  const before = values.looked[key]
  return { looked: { ...values.looked, [key]: { isTyped: before?.isTyped ?? false, settled: [...(before?.settled ?? []), index] } } }
}
