import { describe, expect, test } from 'vitest'
import { activity, factsOf, registered, task } from '../../../test/report-facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { inlineText } from '../document/official-document.ts'
import { compose } from './compose.ts'
import { paragraphsOf } from './report.ts'
import { type ToldActivity, tellActivity } from './told.ts'

const run = activity('Ngày chạy Olympic', { kind: 'runDay', participants: { quality: 'counted', count: 58 } })

describe('what an activity will give to the report', () => {
  test('is its sentence and its numbers, in the place its kind speaks to', () => {
    const told = tellActivity(run, factsOf())
    expect(told?.section.key).toBe('sport')
    expect(inlineText(told?.inlines ?? [])).toBe('Ngày chạy Olympic (ngày 1/3/2022), với 58 người tham gia.')
    expect(told?.figures.map(figure => figure.value)).toEqual([{ type: 'counted', count: 58, unit: 'người' }])
  })

  test('goes where its task goes, and names the documents it rests on', () => {
    const of = task('Tuyên truyền')
    const letter = registered('17/KH-VPUB')
    const told = tellActivity({ ...run, taskIds: [of.id], documentIds: [letter.id] }, factsOf({ tasks: [of], documents: [letter] }))
    expect(told?.section.key).toBe('dissemination')
    expect(told?.inlines).toContainEqual(expect.objectContaining({ type: 'citation', documentId: letter.id }))
  })

  test('is what the composed report says when nothing else was recorded', () => {
    const facts = factsOf({ activities: [run] })
    const told = tellActivity(run, factsOf())
    expect(paragraphsOf(compose(facts)).map(paragraph => inlineText(paragraph.inlines))).toContain(inlineText(told?.inlines ?? []))
  })

  test('is nothing on the first day after the cut-off, all of it on the last day before', () => {
    expect(toldOn('2022-06-14')).toBeDefined()
    expect(toldOn('2022-06-15')).toBeUndefined()
  })
})

function toldOn(day: string): ToldActivity | undefined {
  return tellActivity({ ...run, startsOn: plainDate(day), endsOn: plainDate(day) }, factsOf())
}
