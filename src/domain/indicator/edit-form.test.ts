import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import { builtInDictionary } from './dictionary/dictionary.ts'
import { addPart, type FormDraft, movePart, publishForm, removePart, replacePart } from './edit-form.ts'
import {
  codesAsked,
  type FigureForm,
  type FigureFormPart,
  formLevels,
  formOn,
  formVersion,
  partsFor,
  ratiosAsked,
  type TablePart,
} from './figure-form.ts'
import { movementForm } from './forms.ts'
import { dictionaryOn, indicatorOf } from './indicator.ts'

const difficulties: FigureFormPart = {
  kind: 'narrative',
  key: 'difficulties',
  heading: 'Khó khăn, vướng mắc',
  asks: 'Nêu khó khăn và nguyên nhân.',
  role: 'difficulty',
  source: null,
  owedBy: ['commune'],
}
const families: TablePart = {
  kind: 'table',
  key: 'families',
  heading: 'Gia đình văn hóa',
  owedBy: ['area', 'commune'],
  layout: { type: 'list', codes: ['family.total', 'family.registered'] },
  ratios: [{ code: 'share.family.registered', baseCode: 'family.total' }],
}
const empty: FigureForm = { key: 'own', name: 'Biểu của sở', note: '', versions: [] }
const from = plainDate('2024-03-01')
const publish = (draft: FormDraft, form = empty, day = from): ReturnType<typeof publishForm> =>
  publishForm(form, draft, { from: day, dictionary: builtInDictionary })
const codeOf = (result: ReturnType<typeof publishForm>): string => (result.ok ? 'ok' : result.code)

describe('a form being written', () => {
  test('takes a part where it is put, and not twice', () => {
    expect(addPart([families], difficulties, 0)).toEqual({ ok: true, value: [difficulties, families] })
    expect(addPart([families], difficulties, 2)).toMatchObject({ code: 'form.place-unknown' })
    expect(addPart([families], families, 0)).toMatchObject({ code: 'form.part-key-taken' })
  })

  test('loses and changes only what it has', () => {
    expect(removePart([families, difficulties], 'families')).toEqual({ ok: true, value: [difficulties] })
    expect(removePart([families], 'difficulties')).toMatchObject({ code: 'form.part-unknown' })
    const renamed = { ...families, heading: 'Hộ gia đình' }
    expect(replacePart([families], renamed)).toEqual({ ok: true, value: [renamed] })
    expect(replacePart([families], difficulties)).toMatchObject({ code: 'form.part-unknown' })
  })

  test('keeps every part wherever one is moved', () => {
    const draft = [1, 2, 3, 4, 5].map(n => ({ ...difficulties, key: `part${n}` }))
    fc.assert(
      fc.property(fc.nat({ max: 4 }), fc.nat({ max: 4 }), (at, to) => {
        const key = draft[at]?.key ?? ''
        const moved = movePart(draft, key, to)
        if (!moved.ok) throw new Error(moved.code)
        expect(moved.value[to]?.key).toBe(key)
        expect(new Set(moved.value)).toEqual(new Set(draft))
      }),
    )
  })
})

describe('publishing a form', () => {
  test('a new version counts from its day; the old one stays for what was written on it', () => {
    const first = publish([families])
    if (!first.ok) throw new Error(first.code)
    const second = publish([families, difficulties], first.value, plainDate('2025-07-01'))
    if (!second.ok) throw new Error(second.code)
    expect(formOn(second.value, plainDate('2025-06-30'))?.version).toBe(1)
    expect(formOn(second.value, plainDate('2025-07-01'))?.version).toBe(2)
    expect(formVersion(second.value, 1)?.parts).toEqual([families])
    expect(formOn(first.value, plainDate('2026-01-01'))?.version).toBe(1)
  })

  test('no version begins before or with the one before it, or says the same', () => {
    const first = publish([families])
    if (!first.ok) throw new Error(first.code)
    expect(publish([difficulties], first.value)).toMatchObject({ code: 'form.from-too-early', details: { earliest: addDays(from, 1) } })
    expect(codeOf(publish([families], first.value, plainDate('2025-07-01')))).toBe('form.unchanged')
  })

  test('asks for something, from somebody, under a heading', () => {
    expect(codeOf(publish([]))).toBe('form.empty')
    expect(codeOf(publish([{ ...difficulties, heading: ' ' }]))).toBe('form.part-without-heading')
    expect(codeOf(publish([{ ...difficulties, owedBy: [] }]))).toBe('form.part-owed-by-nobody')
    expect(codeOf(publish([difficulties, difficulties]))).toBe('form.part-key-taken')
  })

  test('asks for figures the dictionary of its first day has', () => {
    const asking = (...codes: string[]): FormDraft => [{ ...families, layout: { type: 'list', codes }, ratios: [] }]
    expect(codeOf(publish(asking('area.fiveYears')))).toBe('form.code-unknown')
    expect(codeOf(publish(asking('area.fiveYears'), empty, plainDate('2023-01-01')))).toBe('ok')
    expect(codeOf(publish(asking('family.total', 'family.total')))).toBe('form.code-twice')
    expect(codeOf(publish(asking()))).toBe('form.table-empty')
    const uneven: TablePart = {
      ...families,
      layout: { type: 'grid', columns: ['A', 'B'], rows: [{ label: '1', codes: ['family.total'] }] },
    }
    expect(codeOf(publish([uneven]))).toBe('form.table-uneven')
  })

  test('shows a share only where both its counts are asked of the same unit', () => {
    const ratios = [{ code: 'share.family.recognised', baseCode: 'family.total' }]
    expect(codeOf(publish([{ ...families, ratios }]))).toBe('form.share-without-counts')
    expect(codeOf(publish([{ ...families, ratios: [{ code: 'share.family.registered', baseCode: 'area.total' }] }]))).toBe(
      'form.share-unknown',
    )
  })
})

describe('the built-in form', () => {
  test('has a version on every day since the end of 2021, each one whole by the same rules', () => {
    for (const [i, { valid, parts, version }] of movementForm.versions.entries()) {
      expect(version).toBe(i + 1)
      expect(valid.until).toBe(movementForm.versions[i + 1]?.valid.from ?? null)
      expect(codeOf(publish(parts, empty, valid.from ?? from))).toBe('ok')
    }
    expect(formOn(movementForm, plainDate('2021-12-15'))?.version).toBe(1)
    expect(formOn(movementForm, plainDate('2021-12-14'))).toBe(undefined)
  })

  test('asks each level something, and no level what it cannot know', () => {
    const version = formOn(movementForm, plainDate('2022-06-14'))
    if (!version) throw new Error('no version')
    for (const level of formLevels) {
      expect(partsFor(version, level).filter(({ kind }) => kind === 'narrative').length).toBeGreaterThan(3)
      expect(codesAsked(version, level).length).toBeGreaterThan(0)
    }
    expect(codesAsked(version, 'area')).toContain('family.registered')
    expect(codesAsked(version, 'area')).not.toContain('area.total')
    expect(codesAsked(version, 'agency')).not.toContain('family.total')
    expect(ratiosAsked(version, 'commune')).toContainEqual({ code: 'share.family.recognised', baseCode: 'family.registered' })
  })

  test('asks a figure once though it stands in several tables', () => {
    for (const version of movementForm.versions)
      for (const level of formLevels) {
        const codes = codesAsked(version, level)
        expect(new Set(codes).size).toBe(codes.length)
      }
  })

  test('never asks for what nobody counts on its days', () => {
    for (const version of movementForm.versions)
      for (const level of formLevels)
        for (const code of codesAsked(version, level))
          for (const day of [version.valid.from ?? from, addDays(version.valid.until ?? plainDate('2040-01-01'), -1)])
            expect(indicatorOf(dictionaryOn(builtInDictionary, day), code)).toBeDefined()
  })
})
