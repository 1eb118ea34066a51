import type { AskedForm } from '#contract/return.ts'
import { printValue, type ReadRefusal, readValue } from '#domain/indicator/read-value.ts'
import { readPercent } from '#domain/indicator/share.ts'
import type { PrintedRatio, Value } from '#domain/indicator/value.ts'
import { ok, type Refusal, type Result } from '#domain/kit/result.ts'
import { cleanText } from '#domain/kit/text.ts'
import type { ReturnContent } from '#domain/request/content.ts'

// What stands in the places of a return as text, and what text typed there means. A place is a cell, a share as a unit
// printed it, or a part of the narrative, each by a key of its own.

/** The words of every place that has some. */
export type Texts = Readonly<Record<string, string>>

export const cellKey = (code: string): string => `cell:${code}`
export const partKey = (key: string): string => `part:${key}`
export const ratioKey = (code: string, baseCode: string | null): string => `ratio:${code}@${baseCode ?? ''}`

export function textsOf({ values, printed, parts }: ReturnContent): Texts {
  return {
    ...Object.fromEntries(Object.entries(values).map(([code, value]) => [cellKey(code), printValue(value)])),
    ...Object.fromEntries(printed.map(({ ratioCode, baseCode, percent }) => [ratioKey(ratioCode, baseCode), percent])),
    ...Object.fromEntries(Object.entries(parts).flatMap(([key, text]) => (text === '' ? [] : [[partKey(key), text]]))),
  }
}

/** Why a text cannot stand where it was typed: as the rule of cells says, or it is no percentage. */
export type Unread = Refusal<ReadRefusal | 'percent'>

/** What a text typed at a place means there; two texts of one meaning are the same word. */
export function readAt(form: AskedForm, key: string, text: string): Result<Value | string | null, Unread['code']> {
  const code = after('cell:', key)
  if (code !== null) {
    const indicator = form.indicators.find(known => known.code === code)
    return indicator ? readValue(text, indicator.unit) : ok(null)
  }
  const clean = cleanText(text)
  if (after('part:', key) !== null) return ok(clean === '' ? null : clean)
  if (clean === '') return ok(null)
  const percent = clean.replace(/\s?%$/u, '').replace('.', ',')
  return readPercent(percent) === null || !/^\d{1,4}(?:,\d{1,4})?$/u.test(percent)
    ? { ok: false, code: 'percent', details: { text: clean } }
    : ok(percent)
}

/** What stands in a return once these words are written over it; an empty one leaves its place open. */
export function writtenOver(content: ReturnContent, form: AskedForm, words: Texts): ReturnContent {
  const values = { ...content.values }
  const parts = { ...content.parts }
  let printed = content.printed
  for (const [key, text] of Object.entries(words)) {
    const read = readAt(form, key, text)
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
