import { type Level, levels } from '../request/request.ts'

/**
 * What a number of a report that was added up from returns is: a count, a share of a named base, of how many units a count
 * is there, how many of a level handed in, or how often what stands had changed.
 */
export type SumMeasure =
  | { readonly type: 'sum'; readonly code: string }
  | { readonly type: 'share'; readonly code: string; readonly baseCode: string }
  | { readonly type: 'whole'; readonly code: string }
  | { readonly type: 'coverage'; readonly level: Level }
  | { readonly type: 'version' }

/** The id such a number bears in text and tables; a unit is named where it is not the one that reports. */
export function sumFigureId(measure: SumMeasure, unitId?: string): string {
  const of = unitId === undefined ? '' : `/${unitId}`
  switch (measure.type) {
    case 'share':
      return `share:${measure.code}:${measure.baseCode}${of}`
    case 'coverage':
      return `coverage:${measure.level}${of}`
    case 'version':
      return 'version:'
    case 'sum':
    case 'whole':
      return `${measure.type}:${measure.code}${of}`
  }
}

/** The same read back; undefined for a number that comes from elsewhere. */
export function readSumFigureId(id: string): { readonly measure: SumMeasure; readonly unitId: string | null } | undefined {
  const [, type, code = '', baseCode, unitId = null] =
    /^(sum|share|whole|coverage|version):([^:/]*)(?::([^/]+))?(?:\/(.+))?$/u.exec(id) ?? []
  if (type === 'sum' || type === 'whole') return { measure: { type, code }, unitId }
  if (type === 'share' && baseCode !== undefined) return { measure: { type, code, baseCode }, unitId }
  if (type === 'coverage' && isLevel(code)) return { measure: { type, level: code }, unitId }
  return type === 'version' ? { measure: { type }, unitId: null } : undefined
}

function isLevel(text: string): text is Level {
  return levels.some(level => level === text)
}
