import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import { taskThemes } from '../plan/plan.ts'
import { type Activity, participantsText, recordActivity, themeOf, totalMoney } from './activity.ts'

const today = plainDate('2022-06-15')
const run: Activity = {
  id: 'run',
  hostUnitId: 'office',
  kind: 'runDay',
  name: 'Ngày chạy Olympic',
  startsOn: today,
  endsOn: today,
  place: '',
  participants: null,
  money: [],
  campaign: 'exercise',
  taskIds: [],
  documentIds: [],
  narrative: '',
  revision: 0,
}

describe('an activity', () => {
  test('may have begun today and last on, but not begin tomorrow', () => {
    expect(recordActivity({ ...run, endsOn: addDays(today, 2) }, today).ok).toBe(true)
    expect(recordActivity({ ...run, startsOn: addDays(today, 1), endsOn: addDays(today, 1) }, today)).toMatchObject({
      code: 'activity.in-future',
    })
  })

  test('lasts a day or more, and a year at most', () => {
    expect(recordActivity({ ...run, endsOn: addDays(today, -1) }, today)).toMatchObject({ code: 'activity.ends-before-start' })
    expect(recordActivity({ ...run, endsOn: addDays(today, 366) }, today).ok).toBe(true)
    expect(recordActivity({ ...run, endsOn: addDays(today, 367) }, today)).toMatchObject({ code: 'activity.too-long' })
  })

  test('counts somebody or leaves the number open', () => {
    expect(recordActivity({ ...run, participants: { quality: 'counted', count: 0 } }, today)).toMatchObject({
      code: 'activity.no-participants',
    })
    expect(recordActivity({ ...run, participants: { quality: 'counted', count: 1 } }, today).ok).toBe(true)
  })

  test('of every kind speaks to some part of a report', () => {
    expect(Object.values(themeOf).filter(theme => !taskThemes.includes(theme))).toEqual([])
  })
})

describe('participants and money in print', () => {
  test('an estimate keeps its word, a count has none', () => {
    expect(participantsText({ quality: 'estimated', count: 3000, qualifier: 'trên' })).toBe('trên 3.000')
    expect(participantsText({ quality: 'counted', count: 8 })).toBe('08')
  })

  test('no money recorded is not zero đồng', () => {
    expect(totalMoney([])).toBeNull()
    expect(
      totalMoney([
        { source: 'unitFund', amount: 50_000_000, note: '' },
        { source: 'poorFund', amount: 20_000_000, note: '' },
      ]),
    ).toBe(70_000_000)
  })
})
