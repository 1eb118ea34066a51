import { expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { builtInDictionary } from '#domain/indicator/dictionary/dictionary.ts'
import { formOn } from '#domain/indicator/figure-form.ts'
import { movementForm } from '#domain/indicator/forms.ts'
import { dictionaryOn } from '#domain/indicator/indicator.ts'
import type { ReturnContent } from '#domain/request/content.ts'
import { cellKey, partKey, ratioKey, type Texts, textsOf, writtenOver } from '#domain/request/places.ts'
import { type PasteTable, placeBlock, readBlock, sayPaste, unreadIn } from './paste.ts'
import { afterSent, clashesOf, type Edits, keepMine, toSend, typeAt, unreadOf, withoutSaid } from './return-edits.ts'

const cutoff = plainDate('2025-12-14')
const form = {
  name: movementForm.name,
  note: movementForm.note,
  parts: formOn(movementForm, cutoff)?.parts ?? [],
  ...dictionaryOn(builtInDictionary, cutoff),
}
const nothing: ReturnContent = { values: {}, printed: [], parts: {} }
const total = cellKey('family.total')
const registered = cellKey('family.registered')
const typed = (words: Texts, held: Texts = {}, edits: Edits = {}): Edits =>
  Object.entries(words).reduce((so, [key, text]) => typeAt(so, held, form, { key, text }), edits)

test('what is typed stands over what the server holds, an estimate with its word, an emptied cell as missing', () => {
  const before: ReturnContent = { ...nothing, values: { 'family.registered': { quality: 'counted', count: 90 } } }
  const after = writtenOver(before, form, { [total]: 'trên 1.200', [registered]: '', [partKey('outcome')]: 'Đạt khá.' })
  expect(after.values).toEqual({ 'family.total': { quality: 'estimated', count: 1200, qualifier: 'trên' } })
  expect(textsOf(after)).toEqual({ [total]: 'trên 1.200', [partKey('outcome')]: 'Đạt khá.' })
})

test('a percentage the unit printed is kept digit for digit with the base it is of', () => {
  const key = ratioKey('share.family.recognised', 'family.total')
  const after = writtenOver(nothing, form, { [key]: '79,9 %' })
  expect(after.printed).toEqual([{ ratioCode: 'share.family.recognised', baseCode: 'family.total', percent: '79,9' }])
  expect(writtenOver(after, form, { [key]: '' }).printed).toEqual([])
  expect(unreadOf(typed({ [key]: 'gần 80' }), form).has(key)).toBe(true)
})

test('what cannot be read stays where it was typed and is not sent; the rest is', () => {
  const edits = typed({ [total]: '120', [registered]: '-' })
  expect([...unreadOf(edits, form).keys()]).toEqual([registered])
  expect(toSend(edits, {}, form)).toEqual({ [total]: '120' })
})

test('the same number in other signs is no edit', () => {
  expect(typed({ [total]: '1200' }, { [total]: '1.200' })).toEqual({})
  expect(typed({ [total]: '' }, {}, typed({ [total]: '12' }))).toEqual({})
})

test('what a colleague wrote elsewhere comes in; what both wrote at one place waits for the person', () => {
  const edits = typed({ [total]: '118' })
  const newer = { [total]: '120', [registered]: '90' }
  expect(clashesOf(edits, newer, form)).toEqual(new Map([[total, '120']]))
  expect(toSend(edits, newer, form)).toEqual({})
  const mine = keepMine(edits, newer, total)
  expect(clashesOf(mine, newer, form).size).toBe(0)
  expect(toSend(mine, newer, form)).toEqual({ [total]: '118' })
  expect(withoutSaid(edits, { [total]: '118' }, form)).toEqual({})
})

test('what was typed while the words before were on their way goes after them', () => {
  const first = typed({ [total]: '11' })
  const more = typed({ [total]: '118' }, {}, first)
  expect(afterSent(more, { [total]: '11' })).toEqual({ [total]: { typed: '118', was: '11' } })
  expect(afterSent(first, { [total]: '11' })).toEqual({})
})

const families: PasteTable = {
  rows: ['family.total', 'family.registered', 'family.recognised'].map((code, i) => ({
    label: ['Tổng số hộ', 'Hộ đăng ký', 'Hộ đạt'][i] ?? '',
    codes: [code],
  })),
}
const kinds: PasteTable = {
  rows: [
    { label: 'Cơ quan', codes: ['office.total.agency', 'office.recognised.agency'] },
    { label: 'Khác', codes: ['office.total.unit', null] },
  ],
}

test('a block goes down from the cell one stands in; empty cells change nothing', () => {
  expect(placeBlock(readBlock('120\r\n\r\n90\r\n'), families, { code: 'family.total' })).toEqual({
    ok: true,
    value: { [total]: '120', [cellKey('family.recognised')]: '90' },
  })
  expect(placeBlock(readBlock('6\t3\n14\t'), kinds, { code: 'office.total.agency' })).toMatchObject({ ok: true })
})

test('a block with the names of its rows goes by the names, whatever its order', () => {
  expect(placeBlock(readBlock('Hộ đạt\t90\nTổng số hộ\t120'), families, { code: 'family.registered' })).toEqual({
    ok: true,
    value: { [cellKey('family.recognised')]: '90', [total]: '120' },
  })
})

test.each([
  ['1\t2\t3', 'too-wide', /3 cột.*còn 1.*chưa ghi ô nào/u],
  ['1\n2\n3\n4', 'too-long', /4 dòng.*còn 3.*chưa ghi ô nào/u],
])('a block that does not fit is not taken: %j', (text, code, says) => {
  const placed = placeBlock(readBlock(text), families, { code: 'family.total' })
  expect(placed).toMatchObject({ ok: false, code })
  expect(placed.ok ? '' : sayPaste(placed)).toMatch(says)
})

test('a block with a number where the table asks none is not taken', () => {
  const placed = placeBlock(readBlock('6\t3\n14\t5'), kinds, { code: 'office.total.agency' })
  expect(placed.ok ? '' : sayPaste(placed)).toMatch(/“5” ở dòng “Khác”/u)
})

test('every cell of a block that cannot be read is named', () => {
  const words = { [total]: '12,5', [registered]: '-', [cellKey('family.recognised')]: '90' }
  expect(unreadIn(form, words).map(([code, { code: why }]) => [code, why])).toEqual([
    ['family.total', 'value.decimal'],
    ['family.registered', 'value.ambiguous-sign'],
  ])
})
