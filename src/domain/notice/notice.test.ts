import { describe, expect, test } from 'vitest'
import type { Role } from '../account/access.ts'
import { type Listener, type NoticeKind, toldOf } from './notice.ts'

// province → office → department; a second department has nobody of its own.
const department = ['department', 'office', 'province']
const other = ['other', 'office', 'province']

const person = (
  accountId: string,
  role: Role,
  unitId: string,
  { withSubtree = true, follows = null as boolean | null } = {},
): Listener => ({
  accountId,
  roles: [{ role, unitId, withSubtree }],
  follows,
})

const people = [
  person('chuyên viên phòng', 'officer', 'department', { withSubtree: false }),
  person('trưởng phòng', 'unitHead', 'department'),
  person('chuyên viên văn phòng', 'officer', 'office', { follows: true }),
  person('văn thư', 'clerk', 'office'),
  person('lãnh đạo', 'leader', 'office'),
  person('xem', 'viewer', 'office'),
  person('quản trị', 'admin', 'province'),
]

describe('who is told of what, in a department of an office', () => {
  const table: Record<NoticeKind, readonly string[]> = {
    assigned: ['chuyên viên phòng !', 'trưởng phòng !'],
    reminded: ['chuyên viên phòng !', 'trưởng phòng !'],
    taskAmended: ['chuyên viên phòng', 'trưởng phòng', 'chuyên viên văn phòng'],
    answered: ['chuyên viên phòng', 'trưởng phòng', 'chuyên viên văn phòng'],
    reportReturned: ['chuyên viên phòng !', 'trưởng phòng !', 'chuyên viên văn phòng !'],
    reportSubmitted: ['chuyên viên văn phòng', 'lãnh đạo !'],
    reportSignedOff: ['chuyên viên văn phòng !', 'văn thư !'],
    reportMoved: ['chuyên viên văn phòng'],
    documentAmended: ['chuyên viên văn phòng'],
    figuresAsked: ['chuyên viên phòng !', 'trưởng phòng !'],
    figuresReminded: ['chuyên viên phòng !', 'trưởng phòng !'],
    figuresReturned: ['chuyên viên phòng !', 'trưởng phòng !'],
  }
  test.for(Object.entries(table))('%s', ([kind, told]) => {
    expect(shown(kind as NoticeKind, [department], people)).toEqual(told)
  })
})

test('where nobody works at the unit itself, the nearest above is told, once for several units', () => {
  expect(shown('assigned', [other], people)).toEqual(['chuyên viên văn phòng !'])
  expect(shown('assigned', [other, ['third', 'office', 'province']], people)).toEqual(['chuyên viên văn phòng !'])
})

test('a role without the subtree is not told of what lies below it', () => {
  expect(shown('assigned', [other], [person('chuyên viên', 'officer', 'office', { withSubtree: false })])).toEqual([])
})

test('nobody is told of what they did themselves, nor is the next above in their place', () => {
  const alone = [person('tự làm', 'officer', 'department'), person('trên', 'officer', 'office')]
  expect(toldOf({ kind: 'assigned', actorId: 'tự làm', unitPaths: [department] }, alone)).toEqual([])
})

test('whoever left a thing hears no more of its changes, but still of the work that becomes theirs', () => {
  const left = [person('đã thôi theo dõi', 'officer', 'department', { follows: false })]
  expect(shown('taskAmended', [department], left)).toEqual([])
  expect(shown('reminded', [department], left)).toEqual(['đã thôi theo dõi !'])
  expect(shown('reportReturned', [department], left)).toEqual(['đã thôi theo dõi !'])
})

/** Names of those told; `!` is aloud. */
function shown(kind: NoticeKind, unitPaths: readonly (readonly string[])[], listeners: readonly Listener[]): string[] {
  return toldOf({ kind, actorId: 'người làm', unitPaths }, listeners).map(({ accountId, isLoud }) => accountId + (isLoud ? ' !' : ''))
}
