import { inForce, type Versioned } from '../calendar/date-range.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'

/** An office that can be held: `Chánh Văn phòng` of a unit. Never called a title, which is an honour. */
export type Position = { readonly id: string; readonly unitId: string; readonly name: string; readonly rank: 'head' | 'deputy' | 'staff' }

/** Who held a position when. */
export type Appointment = Versioned & {
  readonly id: string
  readonly positionId: string
  readonly fullName: string
  /** The account of the person, when there is one: signing in the system is tied to it. */
  readonly accountId: string | null
  readonly basis: string
}

/**
 * What a position may sign, and in whose place: Decree 30/2020/NĐ-CP, Art. 13 and Annex I, II.7.
 * own: the head signs; KT: a deputy for the head; TL: by order; TUQ: by authorisation with a term; TM: for a collective body; Q: acting head.
 */
export type SigningMandate = Versioned & {
  readonly id: string
  readonly positionId: string
  readonly unitId: string
  readonly capacity: SigningCapacity
  /** The name printed in the first line after the capacity: `CHÁNH VĂN PHÒNG`; null when the head signs for himself. */
  readonly forName: string | null
  readonly basis: string
}
export const signingCapacities = ['own', 'KT', 'TL', 'TUQ', 'TM', 'Q'] as const
export type SigningCapacity = (typeof signingCapacities)[number]

/** Whoever signs in another's place says whose: `KT. CHÁNH VĂN PHÒNG` (Decree 30, Annex I, II.7); the head and the acting head do not. */
export function namesWhom({ capacity, forName }: Pick<SigningMandate, 'capacity' | 'forName'>): boolean {
  return capacity === 'own' || capacity === 'Q' || forName !== null
}

/** Someone who may sign for a unit on a day, with the lines his signature block prints. */
export type Signer = {
  readonly appointmentId: string
  readonly accountId: string | null
  readonly fullName: string
  readonly capacityLines: readonly string[]
}

/** Everyone who may sign for a unit on a day: holds a position then, and the position had a mandate then. */
export function signersOf(
  unitId: string,
  on: PlainDate,
  facts: {
    readonly positions: readonly Position[]
    readonly appointments: readonly Appointment[]
    readonly mandates: readonly SigningMandate[]
  },
): Signer[] {
  return facts.mandates
    .filter(mandate => mandate.unitId === unitId && inForce([mandate], on))
    .flatMap(mandate =>
      facts.appointments
        .filter(appointment => appointment.positionId === mandate.positionId && inForce([appointment], on))
        .map(appointment => ({
          appointmentId: appointment.id,
          accountId: appointment.accountId,
          fullName: appointment.fullName,
          capacityLines: capacityLines(mandate, facts.positions.find(position => position.id === mandate.positionId)?.name ?? ''),
        })),
    )
}

export function capacityLines(mandate: Pick<SigningMandate, 'capacity' | 'forName'>, positionName: string): string[] {
  const own = positionName.toLocaleUpperCase('vi')
  switch (mandate.capacity) {
    case 'own':
      return [own]
    case 'Q':
      return [`Q. ${(mandate.forName ?? positionName).toLocaleUpperCase('vi')}`]
    case 'KT':
    case 'TL':
    case 'TUQ':
    case 'TM':
      return [`${mandate.capacity}. ${(mandate.forName ?? '').toLocaleUpperCase('vi')}`, own]
  }
}

/** The signer with this account, or why that person may not sign for the unit on the day. */
export function signerWithAccount(signers: readonly Signer[], accountId: string, on: PlainDate): Result<Signer, 'org.no-mandate-to-sign'> {
  const signer = signers.find(candidate => candidate.accountId === accountId)
  return signer ? ok(signer) : refuse('org.no-mandate-to-sign', { on })
}
