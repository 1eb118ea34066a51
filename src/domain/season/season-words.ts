import type { MissingCode } from '../title/verdict.ts'
import type { ReasonCode } from './decision.ts'
import type { GatheringForm, VotingWay } from './meeting.ts'
import type { HandoverOutcome } from './recognition.ts'

// Said alike on screens and on paper.

export const formWords: Record<GatheringForm, string> = { whole: 'họp chung', cluster: 'họp theo cụm', doorToDoor: 'phát phiếu từng hộ' }
export const wayWords: Record<VotingWay, string> = { hands: 'giơ tay', secret: 'phiếu kín' }
export const handoverWords: Record<HandoverOutcome, string> = { handedOver: 'đã trao', notCollected: 'chưa đến nhận' }

export const reasonWords: Record<ReasonCode, string> = {
  'not-registered': 'không đăng ký',
  'registered-late': 'đăng ký quá hạn',
  excluded: 'thuộc trường hợp không xét tặng',
  'ground-after-the-year': 'có việc sau năm xét cần xem lại',
  'not-met': 'chưa đạt tiêu chuẩn',
  'standard-too-low': 'có tiêu chuẩn thiếu điểm',
  'total-too-low': 'tổng điểm chưa đủ',
  'threshold-unclear': 'chưa rõ ngưỡng điểm áp dụng',
  'points-over-most': 'điểm vượt mức tối đa',
  'no-quorum': 'cuộc họp không đủ người',
  'too-few-votes': 'không đủ phiếu',
  'posted-too-short': 'niêm yết chưa đủ ngày',
  'too-few-content': 'tỷ lệ hài lòng chưa đủ',
  'left-out': 'không đưa vào danh sách',
  'not-voted-on': 'chưa được biểu quyết',
  'too-few-years': 'chưa đủ số năm liên tục',
  'years-used': 'năm đã dùng để khen',
  'years-unknown': 'văn bản chưa rõ cần mấy năm',
  'years-unsettled': 'chưa rõ năm trước khi tách, sáp nhập có được tính',
  'crosses-rule-books': 'chuỗi năm qua hai văn bản',
  'over-cap': 'vượt số được khen, ít phiếu hơn',
  tied: 'bằng phiếu ở suất cuối',
  objection: 'có ý kiến người dân được xác nhận là đúng',
}

export const missingWords: Record<MissingCode, string> = {
  'score-sheet': 'thang điểm của tỉnh',
  'confirmed-sheet': 'xác minh thang điểm',
  points: 'điểm',
  traits: 'diện hộ, đặc điểm địa bàn',
  met: 'kết quả từng tiêu chuẩn',
  standards: 'tiêu chuẩn của văn bản',
  grounds: 'rà soát căn cứ loại trừ',
  meeting: 'cuộc họp',
  votes: 'số phiếu',
  households: 'số hộ của bản',
  posting: 'niêm yết',
  content: 'lấy ý kiến hài lòng',
}
