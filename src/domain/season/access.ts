import { type Right, readRight, roles } from '../account/access.ts'

/** Those who answer for the households of their place: only they see names. A village head's place is one village. */
const keepers = ['officer', 'unitHead'] as const

/** Law 91/2025/QH15, Art. 3: names are for those whose duty it is; everybody else at or above a place sees counts. */
export const seasonRights = {
  'season.list': { roles, reach: 'upward' },
  'season.board': { roles, reach: 'upward' },
  'season.area': { roles: ['officer', 'unitHead', 'leader'], reach: 'own' },
  'season.proposal': { roles: ['officer', 'leader'], reach: 'own' },
  'season.yearsOfHousehold': { roles: ['officer', 'unitHead', 'leader'], reach: 'own' },
  'season.yearsOfUnit': readRight,
  'season.open': { roles: ['officer'], reach: 'own' },
  'season.register': { roles: keepers, reach: 'own' },
  'season.carryOver': { roles: keepers, reach: 'own' },
  'season.takeRegistrations': { roles: keepers, reach: 'own' },
  'season.withdraw': { roles: keepers, reach: 'own' },
  'season.assess': { roles: keepers, reach: 'own' },
  'season.makeList': { roles: keepers, reach: 'own' },
  'season.gather': { roles: keepers, reach: 'own' },
  'season.strikeGathering': { roles: keepers, reach: 'own' },
  'season.concludeMeeting': { roles: keepers, reach: 'own' },
  'season.post': { roles: keepers, reach: 'own' },
  'season.receiveOpinion': { roles: keepers, reach: 'own' },
  'season.answerOpinion': { roles: keepers, reach: 'own' },
  'season.submit': { roles: keepers, reach: 'own' },
  // Grounds for exclusion are the officer's alone, see `household.lookAtGrounds`.
  'season.lookForGrounds': { roles: ['officer'], reach: 'own' },
  'season.reviewGrounds': { roles: ['officer'], reach: 'own' },
  'season.appraise': { roles: ['officer', 'leader'], reach: 'own' },
  'season.sendBack': { roles: ['officer'], reach: 'own' },
  'season.decide': { roles: ['leader'], reach: 'own' },
  'season.publish': { roles: ['officer', 'clerk'], reach: 'own' },
  'season.handOver': { roles: keepers, reach: 'own' },
  'season.revoke': { roles: ['leader'], reach: 'own' },
} as const satisfies Record<string, Right>
