import type { Asked } from '#domain/indicator/asked.ts'
import { codesAsked, type FormLevel } from '#domain/indicator/figure-form.ts'
import { indicatorOf } from '#domain/indicator/indicator.ts'

/** A count, or the share it is part of: with its base, never without. */
export type Thing = { readonly code: string; readonly baseCode?: string | undefined }
export type NamedThing = Thing & {
  readonly name: string
  readonly countUnit: string
  /** The count a share is taken of. */
  readonly numerator?: string | undefined
}

/** `family.total`, `share.family.recognised~family.total`: as the address says it. */
export function keyOf({ code, baseCode }: Thing): string {
  return baseCode === undefined ? code : `${code}~${baseCode}`
}

export function thingIn(address: string): Thing {
  const [code = '', baseCode] = address.split('~')
  return baseCode === undefined ? { code } : { code, baseCode }
}

/** What a request asks of a level: first the shares, which compare units of any size, then the counts. */
export function thingsAsked({ form, dictionary }: Asked, level: FormLevel): NamedThing[] {
  const asked = new Set(codesAsked(form, level))
  const shares = dictionary.ratios.flatMap(({ code, name, numerator, bases }) =>
    bases.flatMap(base => {
      if (!asked.has(numerator) || !asked.has(base.code)) return []
      return [{ code, baseCode: base.code, name: `${name} trên ${base.name}`, countUnit: '%', numerator }]
    }),
  )
  const counts = [...asked].flatMap(code => {
    const indicator = indicatorOf(dictionary, code)
    return indicator ? [{ code, name: indicator.name, countUnit: indicator.unit }] : []
  })
  return [...shares, ...counts]
}
