import { type Right, readRight } from '../account/access.ts'

/** Asked at the unit looked at; each record found is one its own slice would open to the same person. */
export const searchRights = { 'search.everywhere': readRight } as const satisfies Record<string, Right>
