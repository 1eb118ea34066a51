import { type Actor, may } from '../account/access.ts'
import { householdRights } from '../household/access.ts'
import type { Reason, ReasonCode } from './decision.ts'

/** Said of who is excluded and of who lacks a standard alike: from what is told nobody concludes which of the two it was. */
const unmet = { code: 'not-met', clause: '', figures: {} } as const satisfies Reason

/** Law 91/2025/QH15, Art. 3: that there is a ground for exclusion is known only to those whose duty it is to look at grounds. */
export function mayKnowGrounds(actor: Actor, unitPath: readonly string[]): boolean {
  return may(actor, householdRights['household.lookAtGrounds'], { unitPath })
}

/** The reasons as everybody may hear them, on screens and on papers. */
export function toldReasons(reasons: readonly Reason[]): Reason[] {
  const others = reasons.filter(({ code }) => code !== 'excluded' && code !== unmet.code)
  return others.length < reasons.length ? [...others, unmet] : [...others]
}

/** The reasons as an actor may hear them. */
export function reasonsFor(actor: Actor, unitPath: readonly string[], reasons: readonly Reason[]): readonly Reason[] {
  return mayKnowGrounds(actor, unitPath) ? reasons : toldReasons(reasons)
}

/** What is behind a reason as told; none behind one that is never told. */
export function codesTold(code: string): string[] {
  if (code === 'excluded') return []
  return code === unmet.code ? ['excluded', unmet.code] : [code]
}

type Counts = Readonly<Partial<Record<ReasonCode, number>>>

/** Of so many who failed. One that is excluded and lacks a standard besides is under both reasons: they are never more than all. */
export function toldCounts({ excluded = 0, ...others }: Counts, failed: number): Counts {
  return excluded === 0 ? others : { ...others, [unmet.code]: Math.min(failed, (others[unmet.code] ?? 0) + excluded) }
}
