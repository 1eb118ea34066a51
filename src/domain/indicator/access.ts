import { type Right, readRight } from '../account/access.ts'

/** Who says what is counted and asked: whoever may ask for reports. What is counted is read by all who are asked. */
export const indicatorRights = {
  'indicator.define': { roles: ['officer'], reach: 'own' },
  'indicator.defineShare': { roles: ['officer'], reach: 'own' },
  'indicator.list': readRight,
  'form.begin': { roles: ['officer'], reach: 'own' },
  'form.saveDraft': { roles: ['officer'], reach: 'own' },
  'form.publish': { roles: ['officer', 'leader'], reach: 'own' },
  'form.list': readRight,
  'form.one': readRight,
  'request.form': readRight,
} as const satisfies Record<string, Right>
