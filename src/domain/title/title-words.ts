import type { Handling, Matter } from '../household/conduct.ts'
import type { Share, StepCode } from './rule-book.ts'

export const matterWords: Record<Matter, string> = {
  crime: 'phạm tội',
  militaryService: 'nghĩa vụ quân sự',
  tax: 'nghĩa vụ thuế',
  construction: 'xây dựng',
  fireSafety: 'phòng cháy, chữa cháy',
  environment: 'bảo vệ môi trường',
  childMarriage: 'tảo hôn',
  incestuousMarriage: 'hôn nhân cận huyết thống',
  marriageAndDivorce: 'kết hôn, ly hôn',
  monogamy: 'chế độ một vợ một chồng',
  domesticViolence: 'bạo lực gia đình',
  drugs: 'ma túy',
  prostitution: 'mại dâm',
  theft: 'trộm cắp',
  gambling: 'đánh bạc',
  unrulyGathering: 'tụ tập đông người gây mất trật tự',
  publicOrder: 'trật tự công cộng',
  other: 'việc khác',
}

export const handlingWords: Record<Handling, string> = {
  found: 'có việc ấy',
  fined: 'bị phạt hành chính',
  administrativeMeasure: 'bị áp dụng biện pháp xử lý hành chính',
  prosecuted: 'bị truy cứu trách nhiệm hình sự',
}

export const stepWords: Record<StepCode, string> = {
  register: 'Đăng ký',
  assessSelf: 'Tự đánh giá',
  list: 'Lập danh sách',
  meet: 'Họp bình xét',
  post: 'Niêm yết',
  submit: 'Trình hồ sơ',
  appraise: 'Thẩm định',
  decide: 'Quyết định',
  publish: 'Công bố',
}

export const baseWords: Record<Share['of'], string> = {
  convened: 'số được triệu tập',
  present: 'số người dự',
  households: 'tổng số hộ',
  asked: 'số người được hỏi',
}

/** `từ 60% số người dự`, `hơn 50% tổng số hộ`. */
export function shareWords({ percent, strictly, of }: Share): string {
  return `${strictly ? 'hơn' : 'từ'} ${percent}% ${baseWords[of]}`
}
