import { describe, expect, test } from 'vitest'
import { traitsOf } from './candidate-facts.ts'

describe('what a household is', () => {
  test('is what its place bears and whether it is poor; not known stays not known', () => {
    expect(traitsOf({ poverty: 'nearPoor', subjectKind: 'household' }, [])).toEqual(['nearPoor'])
    expect(traitsOf({ poverty: 'none', subjectKind: 'household' }, ['mountain'])).toEqual(['mountain'])
    expect(traitsOf({ poverty: null, subjectKind: 'household' }, ['mountain'])).toEqual(['mountain'])
    expect(traitsOf({ poverty: null, subjectKind: 'household' }, [])).toBeNull()
  })
})
