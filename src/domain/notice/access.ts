import { type Right, readRight, roles } from '../account/access.ts'

/** What a person does with their own notices; asked at a unit they work at or look at. */
export const noticeRights = {
  'notice.list': readRight,
  'notice.count': readRight,
  'notice.follows': readRight,
  'notice.read': readRight,
  /** The subject is the unit the thing belongs to: whoever may read it may follow it. */
  'notice.follow': readRight,
  'notice.unfollow': readRight,
} as const satisfies Record<string, Right>

/** Everyone with a role reads: what such rights allow changes nothing but one's own desk. */
export function isOnesOwn(right: Right): boolean {
  return right.reach === 'upward' && roles.every(role => right.roles.includes(role))
}
