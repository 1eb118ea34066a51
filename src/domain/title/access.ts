import { type Right, readRight } from '../account/access.ts'

export const titleRights = {
  'title.registrations': readRight,
  'title.register': { roles: ['officer', 'unitHead'], reach: 'own' },
  'title.withdraw': { roles: ['officer', 'unitHead'], reach: 'own' },
} as const satisfies Record<string, Right>
