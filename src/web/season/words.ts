import type { SeasonCandidateRow } from '#contract/season.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import type { AreaState, AreaStep } from '#domain/season/area.ts'
import type { Measured } from '#domain/season/meeting.ts'
import { revocationWords } from '#domain/season/recognition.ts'
import { handoverWords, reasonWords } from '#domain/season/season-words.ts'
import type { Share } from '#domain/title/rule-book.ts'
import type { Tone } from '../kit/Chip.tsx'

export { formWords, handoverWords, missingWords, reasonWords, wayWords } from '#domain/season/season-words.ts'

export const stepWords: Record<AreaStep, string> = {
  list: 'Chốt danh sách',
  meet: 'Họp bình xét',
  post: 'Niêm yết',
  submit: 'Trình hồ sơ',
  appraise: 'Thẩm định',
}

export const stateWords: Record<AreaState, string> = {
  registering: 'Đang đăng ký',
  list: 'Đã chốt danh sách',
  meet: 'Đã họp',
  post: 'Niêm yết',
  submit: 'Đã trình hồ sơ',
  appraise: 'Đã thẩm định',
}

const wholeWords: Record<Share['of'], string> = {
  convened: 'số được triệu tập',
  present: 'số dự họp',
  households: 'tổng số hộ',
  asked: 'số được hỏi',
}

/** `cần từ 60% số dự họp (Điều 9, 122/2018/NĐ-CP)`; what nobody verified says so. */
export function ruleWords({ share, clause, blocks }: Measured): string {
  const asked = `cần ${share.strictly ? 'trên' : 'từ'} ${share.percent}% ${wholeWords[share.of]} (${clause})`
  return blocks ? asked : `${asked} · chưa xác minh, chỉ để đối chiếu`
}

/** Where a household stands, in a word. */
export function standingOf(row: SeasonCandidateRow, isHeldBack: boolean): { readonly tone: Tone; readonly words: string } {
  const { outcome, withdrawal, leftOut } = row
  if (withdrawal) return { tone: 'plain', words: `rút từ ${formatDay(withdrawal.on)}` }
  if (outcome?.revocation)
    return { tone: 'late', words: `thu hồi ${formatDay(outcome.revocation.on)}: ${revocationWords[outcome.revocation.ground]}` }
  if (outcome?.outcome === 'failed')
    return { tone: 'late', words: [...new Set(outcome.reasons.map(({ code }) => reasonWords[code]))].join(', ') }
  if (outcome) {
    const handed = outcome.handover ? `, ${handoverWords[outcome.handover.outcome]} ${formatDay(outcome.handover.on)}` : ''
    return { tone: 'done', words: `được công nhận, giấy số ${outcome.certificateNumber}${handed}` }
  }
  if (isHeldBack) return { tone: 'soon', words: 'chờ trả lời ý kiến' }
  return leftOut === null ? { tone: 'plain', words: 'đang xét' } : { tone: 'soon', words: `không đưa vào: ${leftOut}` }
}
