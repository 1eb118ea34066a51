import { describe, expect, it } from 'vitest'
import { parseDay } from './parse-day.ts'

describe('a day as people type it', () => {
  it.each(['14/6/2022', '14/06/2022', '14-6-2022', '14.6.2022', ' 14 6 2022 ', '14062022', '2022-06-14'])('reads %s', typed => {
    expect(parseDay(typed)).toBe('2022-06-14')
  })

  it.each(['', '29/2/2022', '14/6', '6/14/2022', '14/6/22', 'hôm nay'])('does not guess at “%s”', typed => {
    expect(parseDay(typed)).toBeNull()
  })
})
