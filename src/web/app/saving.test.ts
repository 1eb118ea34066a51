import { describe, expect, it } from 'vitest'
import { after, atRest, type Happening, type Saving, saySaving, waitOf } from './saving.ts'

const through = (...happenings: Happening[]): Saving => happenings.reduce(after, atRest)
const typed: Happening = { type: 'typed' }
const sent: Happening = { type: 'sent' }

describe('when words are sent', () => {
  it('waits for a pause, sends, and says when it was saved', () => {
    expect(waitOf(through(typed))).toBe(1200)
    const saved = through(typed, sent, { type: 'saved', at: '16:41', isMoreLeft: false })
    expect([saySaving(saved), waitOf(saved)]).toEqual(['Đã lưu 16:41', null])
  })

  it('goes on with what was typed while the last words were on their way', () => {
    expect(waitOf(through(typed, sent, typed, { type: 'saved', at: '16:41', isMoreLeft: true }))).toBe(1200)
  })

  it('tries again ever more slowly while the line is cut, and at once when it is back', () => {
    const cut = [sent, { type: 'unreached' }] as const
    expect(
      [through(typed, ...cut), through(typed, ...cut, ...cut), through(typed, ...Array.from({ length: 9 }, () => cut).flat())].map(waitOf),
    ).toEqual([2000, 4000, 30_000])
    expect(through(typed, ...cut, typed).phase).toBe('unreached')
    expect(waitOf(through(typed, ...cut, { type: 'woken' }))).toBe(1200)
  })

  it('sends nothing without a session, and goes on after signing in', () => {
    const out = through(typed, sent, { type: 'signedOut' })
    expect(waitOf(out)).toBeNull()
    expect(waitOf(after(out, { type: 'woken' }))).toBe(1200)
  })

  it('says why the server said no, and tries again once something is changed', () => {
    const refused = through(typed, sent, { type: 'refused', message: 'Báo cáo đang ở bước “Đã trình ký”.' })
    expect([saySaving(refused), waitOf(refused)]).toEqual(['Chưa lưu được: Báo cáo đang ở bước “Đã trình ký”.', null])
    expect(waitOf(after(refused, typed))).toBe(1200)
  })
})
