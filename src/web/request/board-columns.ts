import type { BoardLine } from '#contract/request.ts'
import { capitalise } from '#domain/kit/text.ts'
import { standingOf } from '#domain/request/board.ts'
import { levelNouns } from '#domain/request/request.ts'
import { dayColumn, numberColumn, textColumn } from '../kit/list-sheet.ts'
import { standingWords } from './request-words.ts'

/** Who owes and where it stands, as the list leaves the house. */
export const boardColumns = [
  textColumn<BoardLine>('Đơn vị', 36, row => row.unitName),
  textColumn<BoardLine>('Cấp', 24, row => capitalise(levelNouns[row.level])),
  textColumn<BoardLine>('Gửi về', 30, row => row.toUnitName),
  dayColumn<BoardLine>('Hạn gửi', row => row.dueOn),
  textColumn<BoardLine>('Tình trạng', 24, row => capitalise(standingWords[standingOf(row)].word)),
  dayColumn<BoardLine>('Gửi lần đầu', row => row.sentOn),
  textColumn<BoardLine>('Đúng hạn', 12, row => row.sentOn && (row.isLate ? 'muộn' : 'đúng hạn')),
  numberColumn<BoardLine>('Bản', 8, row => row.version),
  dayColumn<BoardLine>('Nhắc ngày', row => row.remindedOn),
]
