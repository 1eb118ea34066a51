import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { builtInDictionary } from '#domain/indicator/dictionary/dictionary.ts'
import { codesAsked, type FormLevel, formOn } from '#domain/indicator/figure-form.ts'
import { movementForm } from '#domain/indicator/forms.ts'
import { dictionaryOn, indicatorOf } from '#domain/indicator/indicator.ts'

/** A count, or the share it is part of: with its base, never without. */
export type Thing = { readonly code: string; readonly baseCode?: string | undefined }
export type NamedThing = Thing & { readonly name: string; readonly countUnit: string }

/** `family.total`, `share.family.recognised~family.total`: as the address says it. */
export function keyOf({ code, baseCode }: Thing): string {
  return baseCode === undefined ? code : `${code}~${baseCode}`
}

export function thingIn(address: string): Thing {
  const [code = '', baseCode] = address.split('~')
  return baseCode === undefined ? { code } : { code, baseCode }
}

/** What a level is asked on a day: first the shares, which compare units of any size, then the counts. */
export function thingsAsked(cutoff: PlainDate, level: FormLevel): NamedThing[] {
  const form = formOn(movementForm, cutoff)
  const dictionary = dictionaryOn(builtInDictionary, cutoff)
  const asked = new Set(form ? codesAsked(form, level) : [])
  const shares = dictionary.ratios.flatMap(({ code, name, numerator, bases }) =>
    bases.flatMap(base => {
      if (!asked.has(numerator) || !asked.has(base.code)) return []
      return [{ code, baseCode: base.code, name: `${name} trên ${base.name}`, countUnit: '%' }]
    }),
  )
  const counts = [...asked].flatMap(code => {
    const indicator = indicatorOf(dictionary, code)
    return indicator ? [{ code, name: indicator.name, countUnit: indicator.unit }] : []
  })
  return [...shares, ...counts]
}
