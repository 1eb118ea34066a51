import { describe, expect, test } from 'vitest'
import { closedOn, nothingAsked, rulesOf, sheetWith } from '../../../../test/told-figures.ts'
import { formOn } from '../figure-form.ts'
import { movementForm } from '../forms.ts'
import type { Sheet } from '../value.ts'

const share = (baseCode: string): Sheet => sheetWith({}, [{ ratioCode: 'share.family.recognised', percent: '80', baseCode }])

describe('bases', () => {
  test('a share measured by another number than the form asks of all is asked about, the one the form asks is not', () => {
    const form = formOn(movementForm, closedOn) ?? nothingAsked.form
    expect(rulesOf({ form, sheet: share('family.reviewed') })).toContain('share-of-other-base')
    expect(rulesOf({ form, sheet: share('family.registered') })).not.toContain('share-of-other-base')
  })

  test('of a share the form does not ask nobody is held up to a base', () => {
    expect(rulesOf({ sheet: share('family.reviewed') })).not.toContain('share-of-other-base')
  })
})
