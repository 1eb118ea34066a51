import { expect, test } from 'vitest'
import { type Goal, goalsInForce, holdAgainst } from './goal.ts'

const share = { code: 'share.family.recognised', baseCode: 'family.total' }
const other = { code: 'share.family.recognised', baseCode: 'family.registered' }
const goal = (ownerUnitId: string, changes: Partial<Goal> = {}): Goal => ({
  id: ownerUnitId,
  planId: 'plan',
  planTitle: 'Kế hoạch minh họa',
  ownerUnitId,
  statement: 'hộ đạt Gia đình văn hóa',
  operator: '>=',
  goalPercent: 78,
  share,
  ...changes,
})

test('a commune is held to its own goal where it set one, else to that of its province', () => {
  const goals = [goal('province'), goal('commune', { goalPercent: 85 }), goal('province', { id: 'second', share: other })]
  expect(goalsInForce(['commune', 'province'], goals).map(({ ownerUnitId, share: of }) => [ownerUnitId, of.baseCode])).toEqual([
    ['commune', 'family.total'],
    ['province', 'family.registered'],
  ])
  expect(goalsInForce(['another', 'province'], goals).map(({ goalPercent }) => goalPercent)).toEqual([78, 78])
  expect(goalsInForce(['another'], goals)).toEqual([])
})

test('a unit sets one goal a year for a share, of one of its bases, and none for a share nobody defined', () => {
  const facts = { known: [share, other], goals: [goal('province')] }
  expect(holdAgainst({ id: 'new', share }, facts)).toMatchObject({
    code: 'plan.share-has-goal',
    details: { statement: 'hộ đạt Gia đình văn hóa' },
  })
  expect(holdAgainst({ id: 'province', share }, facts)).toMatchObject({ ok: true })
  expect(holdAgainst({ id: 'new', share: other }, facts)).toMatchObject({ ok: true })
  expect(holdAgainst({ id: 'new', share: null }, facts)).toMatchObject({ ok: true })
  expect(holdAgainst({ id: 'new', share: { ...share, baseCode: 'exercise.people' } }, facts)).toMatchObject({ code: 'plan.unknown-share' })
})
