import type { Base, Measure } from './counts.ts'
import { type FiguredHonour, holdersOf } from './holders.ts'

export const measureWords: Record<Measure, string> = {
  registered: 'Đăng ký',
  reviewed: 'Đã bình xét',
  reached: 'Đạt trong năm',
  firstYear: 'Đạt năm thứ 1',
  secondYear: 'Đạt năm thứ 2',
  thirdYear: 'Đạt năm thứ 3',
  fourthYear: 'Đạt năm thứ 4',
  fifthYear: 'Đạt năm thứ 5 trở lên',
  recognised: 'Được công nhận',
  handedOver: 'Đã trao giấy',
  notCollected: 'Chưa đến nhận giấy',
  threeYears: 'Đạt 3 năm liên tục',
  fiveYears: 'Đạt 5 năm liên tục',
  praised: 'Được tặng giấy khen',
  notReached: 'Không đạt',
  revoked: 'Bị thu hồi',
  undecided: 'Chưa có quyết định',
  withdrawn: 'Đã rút đăng ký',
}

/** What is counted, in one sentence. */
export const measureDefinitions: Record<Measure, string> = {
  registered: 'Đã ghi đăng ký và không rút',
  reviewed: 'Được họp bình xét hoặc thẩm định; không kể nơi danh sách bỏ ra',
  reached: 'Kết quả của năm đã xong, dù chưa đến kỳ ra quyết định',
  firstYear: 'Năm đạt đầu tiên từ khi đăng ký, hoặc sau lần công nhận gần nhất',
  secondYear: 'Năm đạt thứ hai liên tục của kỳ ấy',
  thirdYear: 'Năm đạt thứ ba liên tục của kỳ ấy',
  fourthYear: 'Năm đạt thứ tư liên tục của kỳ ấy',
  fifthYear: 'Năm đạt thứ năm liên tục của kỳ ấy, hoặc lâu hơn',
  recognised: 'Có quyết định và không bị thu hồi',
  handedOver: 'Giấy công nhận đã trao tận tay',
  notCollected: 'Đã mời nhưng chưa đến nhận giấy công nhận',
  threeYears: 'Được công nhận cả năm này và hai năm trước',
  fiveYears: 'Được công nhận cả năm này và bốn năm trước',
  praised: 'Có quyết định tặng giấy khen của năm này',
  notReached: 'Quyết định ghi không đạt',
  revoked: 'Đã được công nhận rồi bị thu hồi',
  undecided: 'Đã đăng ký, đang chờ kết quả',
  withdrawn: 'Thôi đăng ký trước khi có quyết định',
}

/** Why a number is missing. */
export const missingBecause: Record<Measure, string> = {
  registered: 'chưa ghi đăng ký',
  reviewed: 'chưa bình xét',
  reached: 'chưa có kết quả',
  firstYear: 'chưa có kết quả',
  secondYear: 'chưa có kết quả',
  thirdYear: 'chưa có kết quả',
  fourthYear: 'chưa có kết quả',
  fifthYear: 'chưa có kết quả',
  recognised: 'chưa có quyết định',
  handedOver: 'chưa ghi việc trao giấy',
  notCollected: 'chưa ghi việc trao giấy',
  threeYears: 'chưa ghi đủ 3 năm',
  fiveYears: 'chưa ghi đủ 5 năm',
  praised: 'chưa có đợt xét giấy khen',
  notReached: 'chưa có quyết định',
  revoked: 'chưa có quyết định',
  undecided: 'chưa có quyết định',
  withdrawn: 'chưa ghi đăng ký',
}

/** What a share is of: always named. */
export function baseWords(base: Base, honour: FiguredHonour): string {
  const { kind, word } = holdersOf(honour)
  switch (base) {
    case 'all':
      return kind === 'household' ? `${word} trong sổ` : word
    case 'enlisted':
      return `${word} đã ghi đăng ký`
    case 'registered':
      return `${word} đăng ký`
    case 'reached':
      return `${word} đạt trong năm`
    case 'recognised':
      return `${word} được công nhận`
    case 'conferred':
      return `${word} từng được công nhận`
    case 'recognisedThree':
      return `${word} được công nhận ở nơi đã ghi đủ 3 năm`
    case 'recognisedFive':
      return `${word} được công nhận ở nơi đã ghi đủ 5 năm`
    case 'recognisedPraise':
      return `${word} được công nhận ở nơi có đợt xét giấy khen`
  }
}
