import { type Right, readRight } from './access.ts'

/** Rights over units live here because `org` stands left of `account` and knows no roles. */
export const orgRights = {
  'org.tree': readRight,
  'org.unit': readRight,
  'org.changes': readRight,
  'org.history': readRight,
  'org.addVersion': { roles: ['admin'], reach: 'own' },
  'org.setHeadcount': { roles: ['admin', 'officer'], reach: 'own' },
  'org.addPosition': { roles: ['admin'], reach: 'own' },
  'org.appoint': { roles: ['admin'], reach: 'own' },
  'org.mandate': { roles: ['admin'], reach: 'own' },
  'org.recordSuccession': { roles: ['admin'], reach: 'own' },
  'org.addTrait': { roles: ['admin', 'officer'], reach: 'own' },
  'org.endTrait': { roles: ['admin', 'officer'], reach: 'own' },
  'org.endAppointment': { roles: ['admin'], reach: 'own' },
  'org.endMandate': { roles: ['admin'], reach: 'own' },
} as const satisfies Record<string, Right>
