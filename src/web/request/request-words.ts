import type { LevelCounts, RequestLine } from '#contract/request.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import type { Standing } from '#domain/request/board.ts'
import type { RequestKind } from '#domain/request/regime.ts'
import type { Level } from '#domain/request/request.ts'
import type { Tone } from '../kit/Chip.tsx'

export const kindWords: Record<RequestKind, string> = { regular: 'định kỳ', thematic: 'chuyên đề', adHoc: 'đột xuất' }

export const levelNouns: Record<Level, string> = {
  area: 'bản, thôn, tổ dân phố',
  commune: 'xã, phường',
  agency: 'cơ quan, đơn vị',
}

export const standingWords: Record<Standing, { readonly word: string; readonly tone: Tone }> = {
  notYet: { word: 'chưa gửi', tone: 'plain' },
  overdue: { word: 'quá hạn, chưa gửi', tone: 'late' },
  sent: { word: 'đã gửi, chờ xem', tone: 'cham' },
  sentBack: { word: 'đã trả lại', tone: 'soon' },
  accepted: { word: 'đã nhận', tone: 'done' },
  corrected: { word: 'gửi đính chính, chờ xem', tone: 'cham' },
}

/** `69/75 xã, phường đã gửi, 6 quá hạn; 5 chờ xem`. */
export function sayReceived(counts: readonly LevelCounts[]): string {
  return counts
    .map(({ level, of, handedIn, overdue, waiting }) =>
      [`${handedIn}/${of} ${levelNouns[level]} đã gửi`, overdue > 0 && `${overdue} quá hạn`, waiting > 0 && `${waiting} chờ xem`]
        .filter(Boolean)
        .join(', '),
    )
    .join('; ')
}

export function sayRequest({ unitName, kind, cutoff }: Pick<RequestLine, 'unitName' | 'kind' | 'cutoff'>): string {
  return `${unitName} yêu cầu, ${kindWords[kind]} · chốt số liệu ngày ${formatDay(cutoff)}`
}
