import { describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import {
  countDrafts,
  dropAllDrafts,
  dropDraft,
  dropOldDrafts,
  excerptOf,
  fitting,
  keepDraft,
  keptUntil,
  listLeftDrafts,
  type Owner,
  readDraft,
  type Shelf,
} from './kept-drafts.ts'

function emptyShelf(): Shelf {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: i => [...kept.keys()][i] ?? null,
    getItem: key => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: key => void kept.delete(key),
  }
}

const morning: Owner = { accountId: 'lo', tab: 'sáng' }
const afternoon: Owner = { accountId: 'lo', tab: 'chiều' }
const colleague: Owner = { accountId: 'ca', tab: 'sáng' }
const form = 'activity.record:office'
const at = '2022-06-15T02:00:00.000Z'
const typed = (name: string) => ({ at, value: { name } })

describe('words typed and not sent', () => {
  it('are found again by the tab that typed them', () => {
    const shelf = emptyShelf()
    keepDraft(shelf, morning, form, typed('Ngày hội'))
    expect(readDraft(shelf, morning, form)?.value).toEqual({ name: 'Ngày hội' })
    dropDraft(shelf, morning, form)
    expect(readDraft(shelf, morning, form)).toBeNull()
  })

  it('are not written over by another tab of the same person, which is offered them, the newest first', () => {
    const shelf = emptyShelf()
    keepDraft(shelf, morning, form, typed('Ngày hội'))
    keepDraft(shelf, afternoon, form, { at: '2022-06-15T08:00:00.000Z', value: { name: 'Hội thao' } })
    keepDraft(shelf, afternoon, 'activity.record:other', typed('Nơi khác'))
    expect(readDraft(shelf, morning, form)?.value).toEqual({ name: 'Ngày hội' })
    expect(listLeftDrafts(shelf, morning, form).map(({ value }) => value)).toEqual([{ name: 'Hội thao' }])
    const tomorrow: Owner = { accountId: 'lo', tab: 'mai' }
    expect(listLeftDrafts(shelf, tomorrow, form).map(({ value }) => value)).toEqual([{ name: 'Hội thao' }, { name: 'Ngày hội' }])
  })

  it('are shown to nobody else who signs in on this machine', () => {
    const shelf = emptyShelf()
    keepDraft(shelf, morning, form, typed('Ngày hội'))
    expect(readDraft(shelf, colleague, form)).toBeNull()
    expect(listLeftDrafts(shelf, { accountId: 'ca', tab: 'chiều' }, form)).toEqual([])
  })

  it('go when their person wants them off the machine, and theirs alone', () => {
    const shelf = emptyShelf()
    keepDraft(shelf, morning, form, typed('Ngày hội'))
    keepDraft(shelf, afternoon, form, typed('Hội thao'))
    keepDraft(shelf, colleague, form, typed('Của chị'))
    shelf.setItem('nep:lo:recent', '[]')
    expect(countDrafts(shelf, 'lo')).toBe(2)
    dropAllDrafts(shelf, 'lo')
    expect([countDrafts(shelf, 'lo'), countDrafts(shelf, 'ca'), shelf.length]).toEqual([0, 1, 2])
  })

  it('are kept for thirty days, counted in Vietnam, and not a day longer', () => {
    const shelf = emptyShelf()
    keepDraft(shelf, morning, form, { at: '2022-06-14T17:30:00.000Z', value: {} }) // half past midnight in Hà Nội
    expect(keptUntil({ at: '2022-06-14T17:30:00.000Z' })).toBe('2022-07-15')
    dropOldDrafts(shelf, plainDate('2022-07-15'))
    expect(countDrafts(shelf, 'lo')).toBe(1)
    dropOldDrafts(shelf, plainDate('2022-07-16'))
    expect(countDrafts(shelf, 'lo')).toBe(0)
  })

  it('that cannot be read are no draft, and go', () => {
    const shelf = emptyShelf()
    shelf.setItem('nep:draft:lo:sáng:x', '{"at":')
    shelf.setItem('nep:draft:lo:sáng:y', '{"at":"hôm qua","value":1}')
    expect([readDraft(shelf, morning, 'x'), readDraft(shelf, morning, 'y')]).toEqual([null, null])
    dropOldDrafts(shelf, plainDate('2022-06-15'))
    expect(shelf.length).toBe(0)
  })
})

describe('a form taken up after a new release', () => {
  it('keeps what still fits and begins the rest anew', () => {
    const start = { name: '', kind: null as string | null, taskIds: [] as readonly string[], isDone: false }
    expect(fitting(start, { name: 'Hội thao', kind: 'sport', taskIds: 'một', isDone: true })).toEqual({
      name: 'Hội thao',
      kind: 'sport',
      isDone: true,
    })
    expect([fitting(start, null), fitting(start, 'Hội thao')]).toEqual([{}, {}])
  })
})

describe('what was typed is known again by its longest words', () => {
  it('wherever they stand, shortened, and never by an id', () => {
    expect(excerptOf({ id: 'b5d7c1d0-0000-4000-8000-000000000000', name: 'Ngày hội', rows: [{ words: 'Giao ban tháng sáu' }] })).toBe(
      'Giao ban tháng sáu',
    )
    expect(excerptOf({ narrative: 'gõ tiếp '.repeat(60) })).toBe(`${'gõ tiếp '.repeat(10).trim()}…`)
    expect(excerptOf({ kind: 'sport', count: 3 })).toBeNull()
  })
})
