import { describe, expect, test } from 'vitest'
import { type Actor, type Role, roles } from '../account/access.ts'
import type { Reason } from './decision.ts'
import { codesTold, reasonsFor, toldCounts, toldReasons } from './told-reasons.ts'

const excluded: Reason = { code: 'excluded', clause: 'Điều 7, 122/2018/NĐ-CP', figures: {} }
const unmet: Reason = { code: 'not-met', clause: 'Điều 6', figures: { standard: 'a' } }
const votes: Reason = { code: 'too-few-votes', clause: 'Điều 9', figures: {} }

const path = ['village', 'commune']
const holding = (role: Role): Actor => ({
  accountId: role,
  fullName: role,
  grants: [{ role, unitId: 'commune', withSubtree: true, unitPath: ['commune'] }],
})

describe('who hears that a household is excluded', () => {
  test.each(roles.map(role => [role, role === 'officer' ? 'excluded' : 'not-met'] as const))('%s is told %s', (role, code) => {
    expect(reasonsFor(holding(role), path, [excluded]).map(each => each.code)).toEqual([code])
  })

  test('an officer of another place is told no more than anybody', () => {
    expect(reasonsFor(holding('officer'), ['elsewhere'], [excluded])).toEqual(toldReasons([excluded]))
  })

  test('what is told of an excluded household is word for word what is told of one that lacks a standard', () => {
    expect(toldReasons([excluded])).toEqual(toldReasons([unmet]))
    expect(toldReasons([votes, excluded])).toEqual(toldReasons([votes, unmet]))
    expect(toldReasons([votes, excluded, unmet])).toEqual(toldReasons([votes, unmet]))
    expect(toldReasons([votes])).toEqual([votes])
  })

  test('nobody brings up the excluded alone, nor counts them', () => {
    expect(codesTold('excluded')).toEqual([])
    expect(codesTold('not-met')).toEqual(['excluded', 'not-met'])
    expect(codesTold('too-few-votes')).toEqual(['too-few-votes'])
    expect(toldCounts({ excluded: 2, 'not-met': 1, 'too-few-votes': 4 }, 6)).toEqual({ 'not-met': 3, 'too-few-votes': 4 })
    expect(toldCounts({ excluded: 2, 'not-met': 2 }, 3)).toEqual({ 'not-met': 3 })
  })
})
