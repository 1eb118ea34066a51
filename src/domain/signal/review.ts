import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { SeasonLook } from './look.ts'
import { isSignal, type Signal, type SignalCode } from './signal.ts'

export type SignalRefusal =
  | 'signal.not-of-households'
  | 'signal.gone'
  | 'signal.nobody-to-draw'
  | 'signal.too-many-to-draw'
  | 'signal.unknown-draw'
  | 'signal.not-drawn'
  | 'signal.before-draw'
  | 'signal.in-future'

export const reviewOutcomes = ['explained', 'found'] as const
/** Có lý do · có sai sót. */
export type ReviewOutcome = (typeof reviewOutcomes)[number]

/** Somebody looked where a signal pointed. Another look is another row; none is taken back. */
export type Review = {
  readonly id: string
  /** Null: of the commune as a whole. */
  readonly areaUnitId: string | null
  readonly code: SignalCode
  /** What the signal said then. */
  readonly shown: string
  readonly outcome: ReviewOutcome
  readonly says: string
  readonly on: PlainDate
  readonly byName: string
}

/** Only what is to be seen now is reviewed: whoever had an old page open is told. */
export function reviewSignal(
  look: SeasonLook,
  { areaUnitId, code }: { readonly areaUnitId: string | null; readonly code: SignalCode },
): Result<Signal, SignalRefusal> {
  const looked = areaUnitId === null ? look.commune : (look.areas.find(area => area.areaUnitId === areaUnitId)?.looked ?? [])
  const shown = looked.filter(isSignal).find(each => each.code === code)
  return shown ? ok(shown) : refuse('signal.gone')
}
