import { type Right, readRight } from '../account/access.ts'

export const documentRights = {
  'document.list': readRight,
  'document.one': readRight,
  'document.graph': readRight,
  'document.book': readRight,
  'document.register': { roles: ['officer', 'clerk', 'unitHead'], reach: 'own' },
  'document.amend': { roles: ['officer', 'clerk', 'unitHead'], reach: 'own' },
  'document.cite': { roles: ['officer', 'clerk', 'unitHead'], reach: 'own' },
} as const satisfies Record<string, Right>
