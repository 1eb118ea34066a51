import { describe, expect, test } from 'vitest'
import { bookNamed } from '../../../test/title-law.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { workCalendar } from '../calendar/working-days.ts'
import { type Deadline, daysLeft, deadlinesOf, type SeasonDays } from './deadlines.ts'

const announced = ['2023-01-20', '2024-02-08', '2024-04-18'].map(on => ({
  on: plainDate(on),
  kind: 'off' as const,
  name: 'ngày nghỉ được thông báo',
  basis: 'thông báo',
}))
const calendar = workCalendar(announced)

describe('under 122/2018 for merit of 2022', () => {
  test('registration ends on 29 January, the review on 19 December', () => {
    expect(lastDays('GDVH.ND122', { year: 2022, done: {} })).toMatchObject({ register: '2022-01-29', meet: '2022-12-19' })
  })

  test('in special cases the review may wait until 29 January of the next year', () => {
    const { meet } = of('GDVH.ND122', { year: 2023, done: {} })
    expect([meet?.lastDay, meet?.speciallyUntil]).toEqual(['2023-12-19', '2024-01-29'])
    expect(meet?.countedBy).toBe('trước 20/12, năm xét 2023; trường hợp đặc biệt trước 30/01 năm sau')
  })

  test('the decision has five working days from the dossier: from a Thursday, to the next Thursday', () => {
    const { decide } = of('GDVH.ND122', { year: 2022, done: { submit: plainDate('2022-12-22') } })
    expect([decide?.lastDay, decide?.blocks]).toEqual(['2022-12-29', true])
    expect(decide?.countedBy).toBe('5 ngày làm việc kể từ ngày sau 22/12/2022 (Điều 147 và Điều 148 Bộ luật Dân sự 2015)')
  })

  test('the three days for the dossier are inferred for families, so they stop nobody', () => {
    expect(of('GDVH.ND122', { year: 2022, done: { meet: plainDate('2022-12-15') } }).submit?.blocks).toBe(false)
    expect(of('KDCVH.ND122', { year: 2022, done: { meet: plainDate('2022-12-15') } }).submit?.blocks).toBe(true)
  })

  test('a count that runs through a year whose holidays are not entered says so', () => {
    expect(of('GDVH.ND122', { year: 2022, done: { submit: plainDate('2022-12-22') } }).decide?.caveat).toBe(
      'Chưa có lịch nghỉ Tết, Giỗ Tổ và Quốc khánh năm 2022: chưa trừ các ngày ấy',
    )
    expect(of('GDVH.ND86', { year: 2024, done: { submit: plainDate('2024-11-20') } }).decide?.caveat).toBeNull()
  })
})

describe('under 86/2023 for merit of 2024', () => {
  test('posting lasts ten days; a Sunday at its end changes nothing', () => {
    expect(of('GDVH.ND86', { year: 2024, done: { post: plainDate('2024-11-07') } }).post?.lastDay).toBe('2024-11-17')
  })

  test('the decision has ten days, and a Saturday at their end moves it to Monday, in words', () => {
    const { decide } = of('GDVH.ND86', { year: 2024, done: { submit: plainDate('2024-11-20') } })
    expect(decide?.lastDay).toBe('2024-12-02')
    expect(decide?.countedBy).toContain('30/11/2024 là ngày nghỉ cuối tuần nên đến hết 2/12/2024')
  })

  test('what counts from a step not done yet is not running', () => {
    const { publish } = of('GDVH.ND86', { year: 2024, done: {} })
    expect([publish?.lastDay, publish && daysLeft(publish, plainDate('2024-12-01'))]).toEqual([null, null])
  })

  test('days left are counted down to the last and beyond', () => {
    const { meet } = of('GDVH.ND86', { year: 2024, done: {} })
    const left = ['2024-11-20', '2024-11-24', '2024-11-25'].map(on => meet && daysLeft(meet, plainDate(on)))
    expect(left).toEqual([4, 0, -1])
  })
})

test('praise of an area passes the council in five working days and the decision in three more', () => {
  const done = { submit: plainDate('2023-12-01'), appraise: plainDate('2023-12-08') }
  expect(lastDays('GK-KDCVH.ND122', { year: 2023, done })).toMatchObject({ appraise: '2023-12-08', decide: '2023-12-13' })
})

function of(id: string, season: SeasonDays): Partial<Record<string, Deadline>> {
  return Object.fromEntries(deadlinesOf(bookNamed(id), season, { calendar }).map(deadline => [deadline.step, deadline]))
}

function lastDays(id: string, season: SeasonDays): Record<string, string | null> {
  return Object.fromEntries(deadlinesOf(bookNamed(id), season, { calendar }).map(({ step, lastDay }) => [step, lastDay]))
}
