import { type Right, readRight, roles } from '../account/access.ts'

/**
 * Who asks, who hands in, who accepts. The subject of a return is the unit that owes it; looking at one and answering it is
 * the duty of the unit it goes to, whose grant reaches down to it.
 */
export const requestRights = {
  'request.list': readRight,
  'request.one': readRight,
  'request.board': { roles, reach: 'own' },
  'request.setRegime': { roles: ['officer', 'leader'], reach: 'own' },
  'request.regimes': readRight,
  'request.open': { roles: ['officer'], reach: 'own' },
  'request.amend': { roles: ['officer'], reach: 'own' },
  'request.send': { roles: ['officer', 'leader'], reach: 'own' },
  'request.addUnit': { roles: ['officer'], reach: 'own' },
  'request.addable': { roles: ['officer'], reach: 'own' },
  'request.remind': { roles: ['officer'], reach: 'own' },
  'request.writeLetter': { roles: ['officer'], reach: 'own' },
  /** Besides the role: a mandate to sign in force on the day. */
  'request.signLetter': { roles: ['leader'], reach: 'own' },
  'request.letters': { roles, reach: 'own' },
  'request.printLetter': { roles, reach: 'own' },
  /** Asked at the unit the returns go to. */
  'request.waiting': { roles: ['officer', 'leader'], reach: 'own' },
  'return.one': { roles, reach: 'own' },
  'return.version': { roles, reach: 'own' },
  'return.save': { roles: ['officer', 'unitHead'], reach: 'own' },
  'return.typeIn': { roles: ['officer', 'unitHead'], reach: 'own' },
  'return.takeSheet': { roles: ['officer', 'unitHead'], reach: 'own' },
  'return.keepFlag': { roles: ['officer', 'unitHead'], reach: 'own' },
  'return.handIn': { roles: ['officer', 'unitHead', 'leader'], reach: 'own' },
  /** Asked at the unit the return goes to. */
  'return.sendBack': { roles: ['officer', 'leader'], reach: 'own' },
  'return.accept': { roles: ['officer', 'leader'], reach: 'own' },
} as const satisfies Record<string, Right>
