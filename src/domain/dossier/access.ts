import type { Right } from '../account/access.ts'

/** Names stand on every paper: those whose duty the review is, each within their own place (Law 91/2025/QH15, Art. 3). */
const keepers = ['officer', 'unitHead', 'leader'] as const

export const dossierRights = {
  'dossier.papers': { roles: keepers, reach: 'own' },
  'dossier.print': { roles: keepers, reach: 'own' },
  /** A decision names several villages: of the commune alone. */
  'dossier.printDecision': { roles: ['officer', 'clerk', 'leader'], reach: 'own' },
  /** What somebody is about to sign, for those who write it, number it and sign it. */
  'dossier.draftDecision': { roles: ['officer', 'clerk', 'leader'], reach: 'own' },
  /** On whom a lot fell: for those who go and look, not for the village looked at. */
  'dossier.printDraw': { roles: ['officer', 'leader'], reach: 'own' },
  'dossier.ask': { roles: keepers, reach: 'own' },
  'dossier.take': { roles: keepers, reach: 'own' },
} as const satisfies Record<string, Right>
