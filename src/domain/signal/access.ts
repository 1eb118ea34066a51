import type { Right } from '../account/access.ts'

/** Those who answer for a commune and those above them. A village head is not asked to look at the village's own signals. */
const supervisors = ['officer', 'leader'] as const

export const signalRights = {
  'signal.ofSeason': { roles: supervisors, reach: 'own' },
  'signal.review': { roles: supervisors, reach: 'own' },
  'signal.draws': { roles: supervisors, reach: 'own' },
  'signal.drawn': { roles: supervisors, reach: 'own' },
  'signal.drawHouseholds': { roles: supervisors, reach: 'own' },
  'signal.drawAreas': { roles: supervisors, reach: 'own' },
  'signal.recheck': { roles: supervisors, reach: 'own' },
} as const satisfies Record<string, Right>
