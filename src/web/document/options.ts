import { documentKinds } from '#domain/document/kinds.ts'

export const kindOptions = Object.entries(documentKinds).map(([value, { name }]) => ({ value, label: name }))

/** This year and the twenty before it, newest first, and the one that is looked at. */
export function yearOptions(thisYear: number, chosen?: string): string[] {
  const years = Array.from({ length: 21 }, (_, i) => String(thisYear - i))
  return chosen === undefined || years.includes(chosen) ? years : [chosen, ...years]
}
