import { type Right, readRight } from '../account/access.ts'

export const activityRights = {
  'activity.list': readRight,
  'activity.one': readRight,
  'activity.record': { roles: ['officer', 'unitHead'], reach: 'own' },
  'activity.amend': { roles: ['officer', 'unitHead'], reach: 'own' },
  'activity.remove': { roles: ['officer', 'unitHead'], reach: 'own' },
} as const satisfies Record<string, Right>
