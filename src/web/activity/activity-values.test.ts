import { describe, expect, it } from 'vitest'
import { type ActivityView, activityBodies } from '#contract/activity.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { type ActivityValues, blankActivity, recordBody, valuesOf } from './activity-values.ts'

const unitId = '11111111-1111-4111-8111-111111111111'
const today = plainDate('2022-06-15')
const filled: ActivityValues = { ...blankActivity(unitId, today), kind: 'festival', name: 'Ngày hội' }
const parse = (values: ActivityValues) => activityBodies['activity.record'].safeParse(recordBody(values))

describe('an activity as it is filled in', () => {
  it('lasts one day when no last day is given', () => {
    expect(parse(filled).data?.endsOn).toBe('2022-06-15')
  })

  it('does not turn an unknown number of participants into zero', () => {
    expect(parse(filled).data?.participants).toBeNull()
    expect(parse({ ...filled, quality: 'counted' }).error?.issues[0]?.message).toBe('Số người tham gia: chưa nhập số')
  })

  it('is asked for what is missing, sentence by field', () => {
    const issues = parse(blankActivity(unitId, today)).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    expect(issues).toEqual(['kind: Loại hoạt động: chưa chọn', 'name: Tên hoạt động: chưa nhập'])
  })

  it('comes back into the form as it was recorded', () => {
    const body = parse({
      ...filled,
      quality: 'estimated',
      qualifier: 'gần',
      count: 300,
      money: [{ key: 'k', source: 'donation', amount: 5000, note: '' }],
    }).data
    const view = { ...body, revision: 3 } as unknown as ActivityView
    const again = recordBody(valuesOf(view))
    expect(activityBodies['activity.record'].parse(again)).toEqual(body)
  })
})
