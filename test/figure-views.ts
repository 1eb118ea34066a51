import type { FigureView, ShareView } from '#contract/consolidation.ts'

// Figures and shares of cultural families as the consolidation answers them.

const coverage = { of: 0, whole: 0, begun: 0, entries: 0, estimated: 0 }
const counted = (count: number) => ({ quality: 'counted', count }) as const

/** Null: nothing was told. */
export function figureView(code: string, count: number | null): FigureView {
  return {
    code,
    value: count === null ? null : counted(count),
    words: count === null ? null : String(count),
    source: count === null ? 'nothing' : 'own',
    coverage,
    notAdded: null,
    beside: null,
  }
}

/** Recognised households of all. */
export function shareView(numerator: number, denominator: number): ShareView {
  return {
    code: 'share.family.recognised',
    baseCode: 'family.total',
    name: 'Tỷ lệ hộ đạt',
    baseName: 'tổng số hộ',
    numerator: counted(numerator),
    denominator: counted(denominator),
    percent: (numerator / denominator) * 100,
    words: '',
    coverage,
    leftOut: null,
  }
}
