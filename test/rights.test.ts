import { describe, expect, test } from 'vitest'
import { type RightName, rights } from '#contract/index.ts'
import { type Actor, type Right, type Role, roles, whyNot } from '#domain/account/access.ts'
import { type ReportState, reportStates } from '#domain/report/life.ts'
import { type Row, table } from './rights-table.ts'

// Every right beside its row in the table. A right without a row fails.

const letters: Record<Role, string> = { admin: 'A', leader: 'L', unitHead: 'T', officer: 'C', clerk: 'V', viewer: 'X' }

// province → office → department → desk, and a foreign office beside. The role is held at the office.
const heldAt = ['office', 'province']
const places = {
  'the office itself': ['office', 'province'],
  'its department': ['department', 'office', 'province'],
  'a desk of its department': ['desk', 'department', 'office', 'province'],
  'the province above it': ['province'],
  'a foreign office': ['foreign', 'province'],
  'a unit nobody knows': [],
} as const
type Place = keyof typeof places

const reached: Record<Row['where'], Record<Place, 'always' | 'with the subtree' | 'never'>> = {
  here: {
    'the office itself': 'always',
    'its department': 'with the subtree',
    'a desk of its department': 'with the subtree',
    'the province above it': 'never',
    'a foreign office': 'never',
    'a unit nobody knows': 'never',
  },
  reading: {
    'the office itself': 'always',
    'its department': 'with the subtree',
    'a desk of its department': 'with the subtree',
    'the province above it': 'always',
    'a foreign office': 'never',
    'a unit nobody knows': 'never',
  },
}

test('every right there is has a row, and every row a right', () => {
  expect(Object.keys(table).toSorted()).toEqual(Object.keys(rights).toSorted())
})

describe.for(Object.entries(table))('%s', ([name, row]) => {
  const right: Right = rights[name as RightName]

  test.for(roles)('asked by %s', role => {
    for (const withSubtree of [true, false])
      for (const place of Object.keys(places) as Place[])
        for (const state of [undefined, ...reportStates]) {
          const answer = whyNot(
            holding(role, withSubtree),
            right,
            state === undefined ? { unitPath: places[place] } : { unitPath: places[place], state },
          )
          const asked = `${role} ${withSubtree ? 'with' : 'without'} subtree, at ${place}, ${state ?? 'no state'}`
          expect(`${asked}: ${answer ?? 'may'}`).toBe(`${asked}: ${expected(row, { role, withSubtree, place, state })}`)
        }
  })
})

test('someone without any role may do nothing', () => {
  const nobody: Actor = { accountId: 'nobody', fullName: 'Không có quyền', grants: [] }
  const allowed = Object.values(rights).filter(
    right => whyNot(nobody, right, { unitPath: places['the office itself'], state: 'draft' }) === undefined,
  )
  expect(allowed).toEqual([])
})

test('a role at one unit and a role at another do not add up', () => {
  const both: Actor = {
    accountId: 'both',
    fullName: 'Hai nơi',
    grants: [
      { role: 'officer', unitId: 'office', withSubtree: true, unitPath: heldAt },
      { role: 'leader', unitId: 'foreign', withSubtree: true, unitPath: ['foreign', 'province'] },
    ],
  }
  expect(whyNot(both, rights['report.signOff'], { unitPath: heldAt, state: 'submitted' })).toBe('account.not-allowed')
  expect(whyNot(both, rights['report.compose'], { unitPath: ['foreign', 'province'] })).toBe('account.not-allowed')
})

function expected(
  row: Row,
  asked: { readonly role: Role; readonly withSubtree: boolean; readonly place: Place; readonly state: ReportState | undefined },
): 'may' | 'account.not-allowed' | 'account.wrong-state' {
  const reach = reached[row.where][asked.place]
  const isReached = reach === 'always' || (reach === 'with the subtree' && asked.withSubtree)
  if (!isReached || !row.who.includes(letters[asked.role])) return 'account.not-allowed'
  if (row.when && (asked.state === undefined || !row.when.includes(asked.state))) return 'account.wrong-state'
  return 'may'
}

function holding(role: Role, withSubtree: boolean): Actor {
  return { accountId: 'someone', fullName: 'Người thử', grants: [{ role, unitId: 'office', withSubtree, unitPath: heldAt }] }
}
