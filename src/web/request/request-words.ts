import type { BoardView, LevelCounts, RequestLine } from '#contract/request.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { capitalise, formatNumber } from '#domain/kit/text.ts'
import { type BoardSet, type Standing, standings } from '#domain/request/board.ts'
import type { RequestKind } from '#domain/request/regime.ts'
import { levelNouns } from '#domain/request/request.ts'
import type { Tone } from '../kit/Chip.tsx'

export const kindWords: Record<RequestKind, string> = { regular: 'định kỳ', thematic: 'chuyên đề', adHoc: 'đột xuất' }

export const standingWords: Record<Standing, { readonly word: string; readonly tone: Tone }> = {
  notYet: { word: 'chưa gửi', tone: 'plain' },
  overdue: { word: 'quá hạn, chưa gửi', tone: 'late' },
  sent: { word: 'đã gửi, chờ xem', tone: 'cham' },
  sentBack: { word: 'đã trả lại', tone: 'soon' },
  accepted: { word: 'đã nhận', tone: 'done' },
  corrected: { word: 'gửi đính chính, chờ xem', tone: 'cham' },
}

/** What a count of the board is of. */
export const boardSetWords: Record<BoardSet, string> = {
  ...(Object.fromEntries(standings.map(standing => [standing, standingWords[standing].word])) as Record<Standing, string>),
  handedIn: 'đã gửi, kể cả muộn',
  onTime: 'gửi đúng hạn',
}

/** `69/75 xã, phường đã gửi, 6 quá hạn; 5 chờ xem`. */
export function sayReceived(counts: readonly LevelCounts[]): string {
  return counts
    .map(({ level, of, handedIn, overdue, waiting }) =>
      [
        `${formatNumber(handedIn)}/${formatNumber(of)} ${levelNouns[level]} đã gửi`,
        overdue > 0 && `${formatNumber(overdue)} quá hạn`,
        waiting > 0 && `${formatNumber(waiting)} chờ xem`,
      ]
        .filter(Boolean)
        .join(', '),
    )
    .join('; ')
}

/** How many a board has, and that the rest is in the file where it shows only the first of them. */
export function sayFound({ found, rows }: Pick<BoardView, 'found' | 'rows'>): string {
  const all = `${formatNumber(found)} đơn vị`
  return rows.length < found ? `${all}; dưới đây là ${formatNumber(rows.length)} nơi cần xem trước, tệp .xlsx có tất cả` : all
}

/** Who asks is told where it is not the unit itself. */
export function sayRequest(
  { unitId, unitName, kind, cutoff, owed }: Pick<RequestLine, 'unitId' | 'unitName' | 'kind' | 'cutoff' | 'owed'>,
  lookedAtId: string,
): string {
  const asks = owed || unitId !== lookedAtId ? `${capitalise(unitName)} yêu cầu, ${kindWords[kind]}` : capitalise(kindWords[kind])
  return `${asks} · chốt số liệu ngày ${formatDay(cutoff)}`
}
