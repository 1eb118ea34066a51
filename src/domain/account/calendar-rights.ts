import { type Right, readRight } from './access.ts'

/** Here because `calendar` stands left of `account`. Days off are entered for a unit and all below it; whoever counts by them reads them. */
export const calendarRights = {
  'calendar.announce': { roles: ['officer', 'admin'], reach: 'own' },
  'calendar.one': readRight,
} as const satisfies Record<string, Right>
