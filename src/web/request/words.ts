import type { ReturnView } from '#contract/return.ts'
import { capitalise } from '#domain/kit/text.ts'
import type { ReturnEventType, ReturnState } from '#domain/request/return.ts'
import type { Tone } from '../kit/Chip.tsx'

export const returnStateWords: Record<ReturnState, { readonly word: string; readonly tone: Tone }> = {
  open: { word: 'chưa gửi', tone: 'plain' },
  sent: { word: 'đã gửi, chờ xem', tone: 'cham' },
  sentBack: { word: 'bị trả lại', tone: 'soon' },
  accepted: { word: 'đã được nhận', tone: 'done' },
  corrected: { word: 'đã gửi đính chính, chờ xem', tone: 'cham' },
}

export const returnEventWords: Record<ReturnEventType, string> = {
  sent: 'gửi báo cáo',
  sentBack: 'trả lại',
  accepted: 'nhận báo cáo',
  corrected: 'gửi đính chính',
}

/** What comes next, and whose turn it is. */
export function sayTurn({ state, events, toUnitName, unitName }: Pick<ReturnView, 'state' | 'events' | 'toUnitName' | 'unitName'>): string {
  const last = events.at(-1)
  switch (state) {
    case 'open':
      return `${capitalise(unitName)} nhập số rồi gửi ${toUnitName}.`
    case 'sent':
      return `Bản ${last?.version} đã gửi, chờ ${toUnitName} xem.`
    case 'sentBack':
      return `${last?.byName} trả lại bản ${last?.version}${last?.reason ? `: ${last.reason}` : '.'}`
    case 'accepted':
      return last?.type === 'sentBack'
        ? `${last.byName} trả lại bản đính chính${last.reason ? `: ${last.reason}` : ''}. Số đã nhận trước đó vẫn tính.`
        : `${capitalise(toUnitName)} đã nhận. Có số phải sửa thì gửi đính chính kèm lý do.`
    case 'corrected':
      return `Bản đính chính ${last?.version} chờ ${toUnitName} nhận: ${last?.reason}. Số đã nhận vẫn tính cho đến lúc ấy.`
  }
}
