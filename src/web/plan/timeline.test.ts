import { describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { barOf, scaleOf } from './timeline.ts'

const task = (startsOn: string, dueOn: string) => ({ startsOn: plainDate(startsOn), dueOn: plainDate(dueOn) })

describe('the months drawn', () => {
  it('are the twelve of the plan’s year, touching each other from edge to edge', () => {
    const { months, at } = scaleOf(2022, [task('2022-02-14', '2022-06-10')])
    expect(months.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'])
    expect(months.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100)
    expect([at(plainDate('2022-01-01')), at(plainDate('2023-01-01'))]).toEqual([0, 100])
  })

  it('reach into the year before and after where tasks do', () => {
    expect(scaleOf(2022, [task('2021-12-15', '2023-01-31')]).months.map(({ label }) => label)).toEqual([
      '12/2021',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      '1/2023',
    ])
  })
})

describe('a bar', () => {
  const scale = scaleOf(2022, [])

  it('covers its last day to the end, and one day is seen', () => {
    expect(barOf(task('2022-01-01', '2022-12-31'), null, scale)).toMatchObject({ at: 0, width: 100, lateWidth: 0 })
    expect(barOf(task('2022-06-10', '2022-06-10'), null, scale).width).toBeCloseTo(100 / 365)
  })

  it('has a late part from the day after it was due to the day that is late', () => {
    const bar = barOf(task('2022-02-14', '2022-06-10'), plainDate('2022-06-15'), scale)
    expect(bar.lateAt).toBeCloseTo(bar.at + bar.width)
    expect(bar.lateWidth).toBeCloseTo((5 / 365) * 100)
    expect(barOf(task('2022-02-14', '2022-06-10'), plainDate('2022-06-10'), scale).lateWidth).toBe(0)
  })
})
