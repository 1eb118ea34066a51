import { type Right, roles } from '../account/access.ts'

/** Those who keep the register: they answer for the households of their place, and only they see names. */
const keepers = ['officer', 'unitHead'] as const

/** Whoever has the list already: the administrator among them. */
const importers = ['admin', ...keepers] as const

/**
 * Law 91/2025/QH15, Art. 3: only those whose duty it is see personal data. Everybody else at or above a place sees
 * counts; grounds for exclusion are the officer's alone.
 */
export const householdRights = {
  'household.counts': { roles, reach: 'own' },
  'household.list': { roles: keepers, reach: 'own' },
  'household.one': { roles: keepers, reach: 'own' },
  'household.enter': { roles: keepers, reach: 'own' },
  'household.amend': { roles: keepers, reach: 'own' },
  'household.move': { roles: keepers, reach: 'own' },
  'household.split': { roles: keepers, reach: 'own' },
  'household.merge': { roles: keepers, reach: 'own' },
  'household.end': { roles: keepers, reach: 'own' },
  'household.import': { roles: importers, reach: 'own' },
  'household.lists': { roles: importers, reach: 'own' },
  'household.oneList': { roles: importers, reach: 'own' },
  'household.tryList': { roles: importers, reach: 'own' },
  'household.takeList': { roles: importers, reach: 'own' },
  'household.dropList': { roles: importers, reach: 'own' },
  'household.recordGround': { roles: ['officer'], reach: 'own' },
  'household.withdrawGround': { roles: ['officer'], reach: 'own' },
  'household.lookAtGrounds': { roles: ['officer'], reach: 'own' },
} as const satisfies Record<string, Right>
