import { type Right, readRight } from '../account/access.ts'

export const titleRights = {
  'title.registrations': readRight,
  'title.register': { roles: ['officer', 'unitHead'], reach: 'own' },
  'title.withdraw': { roles: ['officer', 'unitHead'], reach: 'own' },
  'title.law': readRight,
  // Whoever confirms answers for it: those who lead, not those who enter.
  'title.confirmLaw': { roles: ['leader', 'unitHead'], reach: 'own' },
  'title.withdrawConfirmation': { roles: ['leader', 'unitHead'], reach: 'own' },
  'title.adoptRules': { roles: ['officer', 'unitHead'], reach: 'own' },
  'title.confirmRules': { roles: ['leader', 'unitHead'], reach: 'own' },
  'title.withdrawRules': { roles: ['leader', 'unitHead'], reach: 'own' },
} as const satisfies Record<string, Right>
