import type { FigureFormPart } from '../indicator/figure-form.ts'
import { codesOf } from '../indicator/figure-form.ts'
import { type Dictionary, indicatorOf } from '../indicator/indicator.ts'
import { printValue, type ReadRefusal, readValue } from '../indicator/read-value.ts'
import { readPercent } from '../indicator/share.ts'
import type { PrintedRatio, Value } from '../indicator/value.ts'
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts'
import { cleanText } from '../kit/text.ts'
import type { ReturnContent } from './content.ts'

// What stands in the places of a return as text, and what text written there means. A place is a cell, a share as a unit
// printed it, or a part of the narrative, each by a key of its own.

/** The words of every place that has some. */
export type Texts = Readonly<Record<string, string>>

export const cellKey = (code: string): string => `cell:${code}`
export const partKey = (key: string): string => `part:${key}`
export const ratioKey = (code: string, baseCode: string | null): string => `ratio:${code}@${baseCode ?? ''}`

type Place = { readonly key: string; readonly label: string; readonly unit: string; readonly partKey: string }
type Known = Pick<Dictionary, 'indicators'>

/** Every place a form has for a level, once each, in its order, with the name people know it by. */
export function placesOf(parts: readonly FigureFormPart[], dictionary: Dictionary): Place[] {
  const places = parts.flatMap((part): Place[] => {
    if (part.kind === 'narrative') return [{ key: partKey(part.key), label: part.heading, unit: '', partKey: part.key }]
    const cells = codesOf(part).flatMap(code => {
      const indicator = indicatorOf(dictionary, code)
      return indicator ? [{ key: cellKey(code), label: indicator.name, unit: indicator.unit, partKey: part.key }] : []
    })
    const shares = part.ratios.flatMap(({ code, baseCode }) => {
      const ratio = dictionary.ratios.find(known => known.code === code)
      const base = ratio?.bases.find(known => known.code === baseCode)
      return ratio && base
        ? [{ key: ratioKey(code, baseCode), label: `${ratio.name}, trên ${base.name}`, unit: '%', partKey: part.key }]
        : []
    })
    return [...cells, ...shares]
  })
  return [...new Map(places.toReversed().map(place => [place.key, place])).values()].toReversed()
}

export function textsOf({ values, printed, parts }: ReturnContent): Texts {
  return {
    ...Object.fromEntries(Object.entries(values).map(([code, value]) => [cellKey(code), printValue(value)])),
    ...Object.fromEntries(printed.map(({ ratioCode, baseCode, percent }) => [ratioKey(ratioCode, baseCode), percent])),
    ...Object.fromEntries(Object.entries(parts).flatMap(([key, text]) => (text === '' ? [] : [[partKey(key), text]]))),
  }
}

/** A place in which two returns say something else; null: nothing stands there. */
export type ChangedPlace = {
  readonly key: string
  readonly name: string
  readonly isNarrative: boolean
  readonly before: string | null
  readonly after: string | null
}

/** Every number, printed share and part of the narrative that is another one, in the order of the form. */
export function changedPlaces(earlier: ReturnContent, later: ReturnContent, places: readonly Place[]): ChangedPlace[] {
  const [was, is] = [textsOf(earlier), textsOf(later)]
  return places.flatMap(({ key, label }) => {
    const [then, now] = [was[key] ?? null, is[key] ?? null]
    return then === now ? [] : [{ key, name: label, isNarrative: key.startsWith(partKey('')), before: then, after: now }]
  })
}

/** What a text written at a place means there; two texts of one meaning are the same word. */
export function readAt(dictionary: Known, key: string, text: string): Result<Value | string | null, ReadRefusal> {
  const code = after('cell:', key)
  if (code !== null) {
    const indicator = dictionary.indicators.find(known => known.code === code)
    return indicator ? readValue(text, indicator.unit) : ok(null)
  }
  const clean = cleanText(text)
  if (clean === '' || after('part:', key) !== null) return ok(clean === '' ? null : clean)
  const percent = clean.replace(/\s?%$/u, '').replace('.', ',')
  const isPercent = readPercent(percent) !== null && /^\d{1,4}(?:,\d{1,4})?$/u.test(percent)
  return isPercent ? ok(percent) : refuse('value.not-a-percent', { text: clean })
}

/** Why a text cannot stand where it was written. */
export type Unread = Refusal<ReadRefusal>

/** What stands in a return once these words are written over it; an empty one leaves its place open, an unread one as it was. */
export function writtenOver(content: ReturnContent, dictionary: Known, words: Texts): ReturnContent {
  const values = { ...content.values }
  const parts = { ...content.parts }
  let printed = content.printed
  for (const [key, text] of Object.entries(words)) {
    const read = readAt(dictionary, key, text)
    if (!read.ok) continue
    const [code, part] = [after('cell:', key), after('part:', key)]
    if (code !== null) {
      if (read.value === null || typeof read.value === 'string') delete values[code]
      else values[code] = read.value
    } else if (part !== null) {
      if (text.trim() === '') delete parts[part]
      else parts[part] = text
    } else {
      const share = shareAt(key)
      printed = printed.filter(each => ratioKey(each.ratioCode, each.baseCode) !== key)
      if (share && typeof read.value === 'string') printed = [...printed, { ...share, percent: read.value }]
    }
  }
  return { values, printed, parts }
}

function shareAt(key: string): Omit<PrintedRatio, 'percent'> | null {
  const [ratioCode, baseCode = ''] = (after('ratio:', key) ?? '').split('@')
  return ratioCode ? { ratioCode, baseCode: baseCode === '' ? null : baseCode } : null
}

function after(start: string, key: string): string | null {
  return key.startsWith(start) ? key.slice(start.length) : null
}
