import { describe, expect, test } from 'vitest'
import { closedOn, nothingAsked, rulesOf, sheetWith } from '../../../../test/told-figures.ts'
import { formOn } from '../figure-form.ts'
import { movementForm } from '../forms.ts'
import type { Sheet } from '../value.ts'

const share = (baseCode: string): Sheet => sheetWith({}, [{ ratioCode: 'share.family.recognised', percent: '80', baseCode }])

describe('bases', () => {
  test('three neighbours of one mind are held up to a unit, two are not', () => {
    const neighbours = [share('family.total'), share('family.total'), share('family.total')]
    expect(rulesOf({ sheet: share('family.registered'), neighbours })).toEqual(['share-of-other-base'])
    expect(rulesOf({ sheet: share('family.registered'), neighbours: neighbours.slice(1) })).toEqual([])
    expect(rulesOf({ sheet: share('family.total'), neighbours })).toEqual([])
  })

  test('a base the form asks for is right whatever the neighbours do', () => {
    const form = formOn(movementForm, closedOn) ?? nothingAsked.form
    const neighbours = [1, 2, 3, 4].map(() => share('family.total'))
    expect(rulesOf({ form, sheet: share('family.registered'), neighbours })).not.toContain('share-of-other-base')
  })
})
