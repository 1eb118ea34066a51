import { describe, expect, test } from 'vitest'
import { events } from '../../../test/season.ts'
import { bookNamed } from '../../../test/title-law.ts'
import { announcedDays } from '../calendar/announced-days.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { workCalendar } from '../calendar/working-days.ts'
import { noConfirmations } from '../title/sourced.ts'
import type { AreaEvent } from './area.ts'
import { type Due, duesOf, isOverdue, nextDue, publishBy } from './due.ts'

const family122 = bookNamed('GDVH.ND122')
const family86 = bookNamed('GDVH.ND86')
const calendar = workCalendar(announcedDays)
const posting = { from: plainDate('2024-11-02'), lastOn: plainDate('2024-11-12'), place: 'Nhà văn hóa bản' }
const met = { type: 'meet', on: plainDate('2024-11-01'), leftOut: [], households: 60 } as const
const posted = { type: 'post', on: plainDate('2024-11-02'), posting } as const
const submitted = { type: 'submit', on: plainDate('2024-11-14') } as const

describe('what is due of a file', () => {
  test('is registration while there is time, and then the meeting', () => {
    expect(next(family122, [], '2022-01-26')).toMatchObject({ step: 'register', lastDay: '2022-01-29', daysLeft: 3 })
    expect(next(family122, [], '2022-01-30')).toMatchObject({ step: 'meet', lastDay: '2022-12-19' })
  })

  test('counts working days of the decision from the day the dossier came in, and is overdue the day after', () => {
    const history = events(
      { type: 'list', on: plainDate('2022-11-10'), leftOut: [] },
      { type: 'meet', on: plainDate('2022-11-18'), leftOut: [], households: 60 },
      { type: 'submit', on: plainDate('2022-11-21') },
    )
    expect(next(family122, history, '2022-11-25')).toMatchObject({ step: 'decide', lastDay: '2022-11-28', daysLeft: 3 })
    const late = next(family122, history, '2022-11-29')
    expect([late?.daysLeft, late && isOverdue(late)]).toEqual([-1, true])
  })

  test('lets a posting last its days, and tells that as no deadline', () => {
    const [lasting] = dues(family86, events(met, posted), '2024-11-05').filter(({ kind }) => kind === 'lasts')
    expect(lasting).toMatchObject({ step: 'post', lastDay: '2024-11-12', daysLeft: 7, isDone: false })
    expect(lasting && isOverdue({ ...lasting, daysLeft: -1 })).toBe(false)
    expect(dues(family86, events(met, posted), '2024-11-13').find(({ kind }) => kind === 'lasts')?.isDone).toBe(true)
  })

  test('is publication once it is decided', () => {
    const decision = { on: plainDate('2024-11-20'), published: null }
    const found = duesOf(family86, 2024, { events: events(met, posted, submitted), decision }, counting('2024-11-30'))
    expect(publishBy(found)).toMatchObject({ lastDay: '2024-12-05', daysLeft: 5 })
    expect(nextDue(found)).toBeNull()
  })

  test('runs again for what was sent back', () => {
    const back = { type: 'sentBack', on: plainDate('2024-11-15'), backTo: 'meet', reason: 'thiếu chữ ký' } as const
    expect(next(family86, events(met, posted, submitted, back), '2024-11-16')).toMatchObject({ step: 'meet', daysLeft: 8 })
  })
})

function counting(today: string) {
  return { calendar, confirmations: noConfirmations, today: plainDate(today) }
}

function dues(book: typeof family122, history: readonly AreaEvent[], today: string): Due[] {
  return duesOf(book, Number(today.slice(0, 4)), { events: history, decision: null }, counting(today))
}

function next(book: typeof family122, history: readonly AreaEvent[], today: string): Due | null {
  return nextDue(dues(book, history, today))
}
