import { z } from 'zod'
import type { DateRange } from '#domain/calendar/date-range.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Coverage, FigureSource } from '#domain/consolidation/add-up.ts'
import type { ReturnChange } from '#domain/consolidation/changes.ts'
import type { NarrativeMark } from '#domain/consolidation/gather.ts'
import type { NarrativeRole } from '#domain/indicator/figure-form.ts'
import type { Value } from '#domain/indicator/value.ts'
import { type Level, levels } from '#domain/request/request.ts'
import { day, id, line, many, oneOf, requiredProse, wholeNumber } from './fields.ts'
import type { FigureEvidence, NamedUnit, ToldFigure } from './figure-evidence.ts'
import type { GoalView } from './plan.ts'
import type { FlagView } from './return.ts'
import type { SinceTakenView } from './since-taken.ts'

const of = { requestId: id('Đợt báo cáo'), unitId: id('Đơn vị') }

/** A count; with `baseCode`, the share it is part of: `code` is then the code of the share. */
const thing = { code: line('Chỉ tiêu', 60), baseCode: line('Mẫu số', 60).optional() }

export const consolidationBodies = {
  /** Said of these very sums: of others it has to be said again. */
  /** What came out another way below since it was taken, looked at as it stood in a version of what was added up. */
  'figure.acknowledge': z.strictObject({
    ...of,
    version: wholeNumber('Lần tổng hợp'),
    unitIds: many('Đơn vị', id('Đơn vị'), 5000).min(1, 'Đơn vị: chưa chọn'),
  }),
  'figure.keepFlag': z.strictObject({ ...of, flagKey: line('Nhắc', 200), reason: requiredProse('Giữ nguyên vì', 1000) }),
}

export const consolidationParams = {
  /** All tables of the form, or one of its parts by its key. */
  'figure.table': z.strictObject({ ...of, part: line('Bảng', 60).optional() }),
  'figure.explain': z.strictObject({ ...of, ...thing }),
  /** Every period in which it was asked, as it was told; with `on`, also on the units of that day. */
  'figure.series': z.strictObject({ unitId: id('Đơn vị'), ...thing, on: day('Theo đơn vị ngày').optional() }),
  /** All units of a level, at or below `unitId`; `besideId` is the period shown beside, the year before where none is told. */
  'figure.compare': z.strictObject({ ...of, ...thing, level: oneOf('Cấp', levels), besideId: id('Kỳ so sánh').optional() }),
  'figure.gathered': z.strictObject(of),
  'figure.checks': z.strictObject(of),
  'figure.sinceTaken': z.strictObject(of),
  /** Since the end of a day, or since a version of what was added up by its number; with neither, since nobody had told anything. */
  'figure.changes': z.strictObject({
    ...of,
    sinceDay: day('Từ hết ngày').optional(),
    since: z.coerce.number({ error: 'Từ lần: chưa chọn' }).int().min(0, 'Từ lần: từ 0').optional(),
  }),
}

/** What one figure of a unit comes to, in numbers and in the words a report prints. */
export type FigureView = {
  readonly code: string
  /** Null: nothing was told, or nothing that may be added; never 0. */
  readonly value: Value | null
  readonly words: string | null
  readonly source: FigureSource
  readonly coverage: Coverage
  /** Why there are parts and no total. */
  readonly notAdded: string | null
  /** What was told of the same thing and not taken, where it says another number. */
  readonly beside: string | null
}

/** A share of two sums of the same units, with both counts: a percentage alone says nothing. */
export type ShareView = {
  readonly code: string
  readonly baseCode: string
  readonly name: string
  /** `tổng số hộ`: told wherever the share is. */
  readonly baseName: string
  readonly numerator: Value
  readonly denominator: Value
  /** Unrounded; null of none. */
  readonly percent: number | null
  /** `79,9 %`. */
  readonly words: string | null
  readonly coverage: Coverage
  /** "Không tính vào tỷ lệ, vì chỉ báo một trong hai số: …". */
  readonly leftOut: string | null
}

export type UnitFigures = NamedUnit & { readonly figures: readonly FigureView[]; readonly shares: readonly ShareView[] }

/** Of one level, how many handed in: `69/75 xã, phường; chưa có báo cáo của: …`. */
export type LevelCoverage = {
  readonly level: Level
  readonly of: number
  readonly handedIn: number
  /** Those that hand in to this unit and have not. */
  readonly missing: readonly NamedUnit[]
  readonly words: string
}

export type FigureTableView = {
  readonly requestId: string
  readonly title: string
  readonly cutoff: PlainDate
  /** Printed with every table. */
  readonly note: string
  /** The number of what is shown: what changed since is asked by it. 0: nobody has handed in. */
  readonly version: number
  readonly coverage: readonly LevelCoverage[]
  readonly unit: UnitFigures
  /** Those that hand in to it. */
  readonly parts: readonly UnitFigures[]
}

/** A number laid open one level down: the parts, added again, are the number. */
export type FigureExplainedView = {
  readonly unitName: string
  readonly code: string
  readonly name: string
  readonly definition: string
  readonly countUnit: string
  readonly cutoff: PlainDate
  readonly version: number
  readonly figure: FigureView
  /** Of how many the number holds all, "69/75 đơn vị"; null for a unit that stands for itself. */
  readonly coverageWords: string | null
  /** Also where the unit's own word was taken instead: `figure.source` says which it is. */
  readonly parts: readonly (NamedUnit & { readonly figure: FigureView })[]
  /** Units that owe it and have not told it. */
  readonly missing: readonly NamedUnit[]
  /** Units some of whose own parts have not. */
  readonly partly: readonly NamedUnit[]
  /** The unit's own word, whether or not it was taken, with the version of its return and who handed it in. */
  readonly told: ToldFigure | null
  readonly evidence: FigureEvidence | null
  /** Where a share was asked for; figure, parts and evidence are then of its numerator. */
  readonly share: ShareExplained | null
}

type CountOfShare = { readonly code: string; readonly name: string; readonly definition: string; readonly countUnit: string }

export type ShareExplained = {
  readonly numerator: CountOfShare
  readonly denominator: CountOfShare
  /** Null: nobody told both counts. */
  readonly share: ShareView | null
  readonly parts: readonly (NamedUnit & { readonly share: ShareView })[]
  readonly notAdded: string | null
}

/** A count, or two and their share, as one period tells it. */
export type PeriodFigure = {
  readonly value: Value | null
  readonly words: string | null
  /** Null for a count. */
  readonly base: Value | null
  readonly percent: number | null
}

export type SeriesPeriod = {
  readonly requestId: string
  readonly title: string
  readonly covers: DateRange
  readonly cutoff: PlainDate
  /** As it was told then; null where the unit was not there, or was not asked. */
  readonly asItWas: (PeriodFigure & { readonly coverage: string | null; readonly notAdded: string | null }) | null
  /** On the units of the day asked for; null where none was. */
  readonly restated: RestatedView | null
}

export type RestatedView = {
  readonly unit: RestatedUnit
  /** One step below the unit on that day. */
  readonly parts: readonly RestatedUnit[]
  /** How the units of the period make those of the day, with one total on both sides. */
  readonly reconciliation: ReconciliationView
}

export type RestatedUnit = NamedUnit &
  PeriodFigure & {
    /** "Không so sánh được: …". */
    readonly notComparable: string | null
    /** Units of the period that belong here and told nothing. */
    readonly missing: readonly string[]
  }

export type ReconciliationView = {
  readonly rows: readonly {
    readonly fromName: string
    /** Null: nobody recorded what became of it. */
    readonly toName: string | null
    /** Told at a unit above those it was divided among. */
    readonly isUndivided: boolean
    readonly count: number
    readonly words: string
  }[]
  readonly fromTotal: Value | null
  readonly toTotal: Value | null
}

export type FigureSeriesView = {
  readonly code: string
  readonly name: string
  readonly countUnit: string
  readonly baseName: string | null
  readonly unitName: string
  readonly on: PlainDate | null
  /** The oldest first. */
  readonly periods: readonly SeriesPeriod[]
}

export type FigureCompareView = {
  readonly code: string
  readonly name: string
  readonly countUnit: string
  readonly baseName: string | null
  readonly title: string
  readonly cutoff: PlainDate
  /** The period beside, told on the units of this one; null where there is none. */
  readonly beside: { readonly requestId: string; readonly title: string; readonly cutoff: PlainDate } | null
  /** What the plan in force sets for a share: the unit's own, else that of the nearest above it. */
  readonly goal: GoalView | null
  /** The unit looked at. */
  readonly whole: (PeriodFigure & { readonly unitName: string }) | null
  readonly units: readonly (NamedUnit &
    PeriodFigure & {
      readonly coverage: string | null
      /** What the unit set out to reach itself. */
      readonly ownGoal: GoalView | null
      readonly before: (PeriodFigure & { readonly notComparable: string | null }) | null
    })[]
}

export type ParagraphView = NamedUnit & { readonly version: number; readonly paragraphId: string; readonly text: string }

export type GatheredPointView = {
  /** The wording offered: one of those said, unchanged. */
  readonly paragraph: ParagraphView
  /** All who said it, the one offered among them. */
  readonly alike: readonly ParagraphView[]
  readonly units: number
  readonly mark: NarrativeMark | null
  /** `words`: only its words suggest the mark, so a person looks. */
  readonly markedBy: 'part' | 'words' | null
}

export type GatheredView = {
  readonly title: string
  readonly cutoff: PlainDate
  readonly coverage: readonly LevelCoverage[]
  /** In the order of the form, also where nobody wrote anything. */
  readonly parts: readonly {
    readonly key: string
    readonly heading: string
    readonly role: NarrativeRole
    readonly points: readonly GatheredPointView[]
  }[]
}

export type FigureChangesView = {
  readonly since: number
  /** Null: nothing had been handed in. */
  readonly sinceOn: PlainDate | null
  readonly version: number
  readonly returns: readonly (NamedUnit & { readonly kind: ReturnChange['kind']; readonly words: string })[]
  /** What says something else at this unit now. */
  readonly figures: readonly {
    readonly code: string
    readonly name: string
    readonly countUnit: string
    readonly before: string | null
    readonly after: string | null
    readonly becauseOf: readonly string[]
  }[]
}

/** What does not fit in the sums of a unit, and what those right below it left unexplained in their returns. */
export type FigureChecksView = {
  readonly flags: readonly FlagView[]
  readonly below: readonly (NamedUnit & { readonly open: number })[]
}

export type ConsolidationAnswers = {
  'figure.table': FigureTableView
  'figure.explain': FigureExplainedView
  'figure.series': FigureSeriesView
  'figure.compare': FigureCompareView
  'figure.gathered': GatheredView
  'figure.changes': FigureChangesView
  'figure.checks': FigureChecksView
  'figure.sinceTaken': SinceTakenView
  'figure.acknowledge': { readonly acknowledged: number }
  'figure.keepFlag': undefined
}

export const consolidationRefusals = {
  'figure.not-asked': { status: 404, say: 'Đợt báo cáo này không hỏi chỉ tiêu ấy ở đơn vị này.' },
  'figure.not-in-request': { status: 404, say: 'Đơn vị này không có trong đợt báo cáo.' },
  'figure.not-taken': { status: 409, say: 'Báo cáo của đơn vị này chưa được nhận: xem và nhận báo cáo ấy trước.' },
  'figure.unknown-flag': { status: 404, say: 'Số liệu đã khác nên điều được nhắc không còn. Xem lại bảng số liệu.' },
  'figure.unknown-thing': { status: 404, say: 'Không có chỉ tiêu hay tỷ lệ này trong bộ chỉ tiêu.' },
  'figure.unknown-version': { status: 404, say: 'Đợt báo cáo này chưa có lần tổng hợp ấy.' },
} as const
