import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Evidence } from '#domain/evidence/evidence.ts'
import type { IndicatorSource } from '#domain/indicator/indicator.ts'
import type { Value } from '#domain/indicator/value.ts'
import type { Measure } from '#domain/merit/counts.ts'
import type { CountedHonour } from '#domain/merit/holders.ts'
import type { ReasonCode } from '#domain/season/decision.ts'

export type NamedUnit = { readonly unitId: string; readonly unitName: string }

/** The version of a return that counts, and who handed it in. */
export type ToldBy = { readonly version: number; readonly byName: string; readonly on: PlainDate }

/** A number as a unit told it itself: the last step down, where a person answers for it. */
export type ToldFigure = ToldBy & {
  readonly value: Value
  readonly words: string
  /** Who wrote it into the return, when, and from which file; null where the trail tells no change of it. */
  readonly entered: { readonly byName: string; readonly at: string; readonly fileName: string | null } | null
  /** What was said to it: why it stays as it is, why it was corrected. */
  readonly remarks: readonly string[]
}

/** What is on record in the house for the same thing at the same unit, beside what was told. */
export type FigureEvidence = {
  readonly from: IndicatorSource['from']
  readonly recorded: Value
  readonly words: string
  /** Whether it says the same number as was told. */
  readonly agrees: boolean
  /** `Sổ ghi 118 hộ, báo cáo 120 hộ; giữ nguyên vì …`; null where both say the same. */
  readonly differs: string | null
  /** The list it was counted from; null where it was counted from activities. */
  readonly list: EvidenceList | null
  /** Which activities it was counted from, as far as the reader may open them; empty where it is counted from elsewhere. */
  readonly activities: readonly EvidenceActivity[]
}

/** Whose rows make the number. Names are asked for by those who may list them (`merit.rows`, `household.list`). */
export type EvidenceList = {
  /** As of the cut-off. */
  readonly on: PlainDate
  /** Who keeps it. */
  readonly keeper: string
  /** False: the reader sees how many they are and who keeps them, and no name. */
  readonly isShown: boolean
  readonly of:
    | {
        readonly kind: 'holders'
        readonly honour: CountedHonour
        readonly measure: Measure
        readonly reason: ReasonCode | null
        readonly year: number
      }
    | { readonly kind: 'households' }
    | { readonly kind: 'units'; readonly units: readonly NamedUnit[] }
}

export type EvidenceActivity = {
  readonly id: string
  readonly name: string
  readonly on: PlainDate
  /** What of it went into the number; null where it counts as one. */
  readonly words: string | null
  readonly tasks: readonly { readonly id: string; readonly name: string }[]
  readonly documents: readonly { readonly id: string; readonly code: string }[]
  readonly files: readonly Pick<Evidence, 'id' | 'fileName' | 'mediaType'>[]
}
