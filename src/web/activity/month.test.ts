import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plainDate, weekday } from '#domain/calendar/plain-date.ts'
import { addMonths, barsOf, isMonth, monthOfDay, sayMonth, weeksOf } from './month.ts'

const day = (text: string) => plainDate(text)
const lasting = (startsOn: string, endsOn = startsOn) => ({ startsOn: day(startsOn), endsOn: day(endsOn) })

describe('a month', () => {
  it('is held by whole weeks from Monday to Sunday', () => {
    const weeks = weeksOf('2022-03')
    expect([weeks[0]?.[0], weeks.at(-1)?.at(-1), weeks.length]).toEqual(['2022-02-28', '2022-04-03', 5])
    expect(weeksOf('2021-02')).toHaveLength(4)
    expect(weeks.flat().map(weekday)).toEqual(Array.from({ length: 35 }, (_, i) => (i % 7) + 1))
  })

  it('goes over the turn of the year both ways', () => {
    expect([addMonths('2022-12', 1), addMonths('2022-01', -1), addMonths('2022-03', 12)]).toEqual(['2023-01', '2021-12', '2023-03'])
    expect([isMonth('2022-03'), isMonth('2022-13'), isMonth('')]).toEqual([true, false, false])
    expect([monthOfDay(day('2022-03-26')), sayMonth('2022-03')]).toEqual(['2022-03', 'tháng 3 năm 2022'])
  })
})

describe('a week of the calendar', () => {
  const week = weeksOf('2022-03')[1] ?? []

  it('draws a run of days as one bar, and says that it began before or goes on', () => {
    const { bars } = barsOf(week, [lasting('2022-03-01', '2022-03-08'), lasting('2022-03-12', '2022-03-20'), lasting('2022-03-26')], 4)
    expect(bars.map(({ column, span, isFromBefore, isGoingOn }) => [column, span, isFromBefore, isGoingOn])).toEqual([
      [0, 2, true, false],
      [5, 2, false, true],
    ])
  })

  it('says of a full day how many more there are', () => {
    const full = Array.from({ length: 6 }, () => lasting('2022-03-09'))
    expect(barsOf(week, full, 4)).toMatchObject({ bars: { length: 4 }, more: [0, 0, 2, 0, 0, 0, 0] })
  })

  it('never lays two bars over each other, and loses none', () => {
    const activity = fc.tuple(fc.integer({ min: -10, max: 10 }), fc.integer({ min: 0, max: 15 })).map(([from, length]) => {
      const startsOn = addDays(week[0] ?? day('2022-03-07'), from)
      return { startsOn, endsOn: addDays(startsOn, length) }
    })
    fc.assert(
      fc.property(fc.array(activity, { maxLength: 30 }), activities => {
        const { bars } = barsOf(week, activities, 100)
        const cells = bars.flatMap(({ row, column, span }) => Array.from({ length: span }, (_, i) => `${row}/${column + i}`))
        expect(new Set(cells).size).toBe(cells.length)
        const met = activities.filter(({ startsOn, endsOn }) => week.some(each => startsOn <= each && each <= endsOn))
        expect(bars).toHaveLength(met.length)
      }),
    )
  })
})
