import type { Dictionary } from '#domain/indicator/indicator.ts'

type Choice = { readonly value: string; readonly label: string }

/** A code may have several meanings one after another; it is chosen once, under its last name. */
export function indicatorChoices({ indicators }: Pick<Dictionary, 'indicators'>): Choice[] {
  return once(indicators.map(({ code, name, unit }) => ({ value: code, label: `${name} (${unit})` })))
}

/** Every share with each of its bases. */
export function shareChoices({ ratios }: Pick<Dictionary, 'ratios'>): Choice[] {
  return once(
    ratios.flatMap(({ code, name, bases }) => bases.map(base => ({ value: `${code} ${base.code}`, label: `${name}, trên ${base.name}` }))),
  )
}

function once(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map(choice => [choice.value, choice])).values()]
}
