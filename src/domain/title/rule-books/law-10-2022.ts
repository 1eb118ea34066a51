import { allInForce, type Versioned } from '../../calendar/date-range.ts'
import { type PlainDate, plainDate } from '../../calendar/plain-date.ts'
import type { Share } from '../rule-book.ts'
import type { Sourced } from '../sourced.ts'
import { days, type Term, workingDays } from '../term.ts'
import { type Mark, writerOf } from './writer.ts'

const law = writerOf('LUAT10', '10/2022/QH15')
const decree = writerOf('ND59', '59/2023/NĐ-CP')

/** A rule on meetings and publicity that the text of a title may leave unsaid. It only warns: whether it reaches titles is open (M18). */
export type FallbackRule = Versioned & {
  readonly code: string
  readonly about: 'familyMeeting' | 'publicity' | 'office'
  readonly says: Sourced<string>
  readonly share: Share | null
  readonly term: Term | null
}

const moreThanHalf: Share = { percent: 50, strictly: true, of: 'households' }
const sinceLaw = { from: plainDate('2023-07-01'), until: null }
const sinceDecree = { from: plainDate('2023-08-15'), until: null }

/** Law 10/2022/QH15 and decree 59/2023/NĐ-CP, read in full; what law 97/2025/QH15 changed has not been read. */
const fallbackRules: readonly FallbackRule[] = [
  meeting('HOP.CHUTRI', 'Trưởng thôn, Tổ trưởng triệu tập và chủ trì; khuyết thì UBND cấp xã chỉ định', 'Điều 18 khoản 1'),
  meeting('HOP.THANHPHAN', 'Trưởng thôn, Ban công tác Mặt trận và mỗi hộ một đại diện', 'Điều 18'),
  meeting('HOP.CUM', 'Thôn từ 200 hộ hoặc ở phân tán được họp theo cụm, cộng kết quả toàn thôn', 'Điều 18 khoản 3'),
  byDecree('HOP.BAO', 'Báo cho người dự trước ít nhất 2 ngày và niêm yết tại nhà văn hóa', 'Điều 3 khoản 3', { term: days(2) }),
  byDecree('HOP.THUKY', 'Thư ký, cách biểu quyết, ban kiểm phiếu: quá nửa đại diện hộ dự họp đồng ý', 'Điều 3 khoản 5', {
    share: { percent: 50, strictly: true, of: 'present' },
  }),
  meeting('HOP.BIEUQUYET', 'Giơ tay hoặc phiếu kín; ban kiểm phiếu 3 đến 5 người, mời 2 hộ chứng kiến', 'Điều 18 khoản 4'),
  meeting('HOP.NGUONG50', 'Việc tự quản: quá nửa tổng số đại diện hộ của thôn tán thành', 'Điều 21 khoản 1', { share: moreThanHalf }),
  meeting('HOP.NGUONG23', 'Đóng góp, thu chi: từ hai phần ba tổng số đại diện hộ', 'Điều 21 khoản 1'),
  meeting('HOP.PHIEU', 'Không đủ hộ dự thì phát phiếu đến từng hộ, công khai trước ít nhất 2 ngày', 'Điều 19', { term: days(2) }),
  meeting('HOP.TRUCTUYEN', 'Họp trực tuyến khi quá nửa tổng số hộ đồng ý cách ấy', 'Điều 17 khoản 2', { share: moreThanHalf }),
  meeting('HOP.BIENBAN', 'Biên bản ghi tổng số hộ, số có mặt, số vắng, kết quả biểu quyết; hai đại diện hộ cùng ký', 'Điều 20 khoản 2'),
  meeting('HOP.GUI', 'Gửi kết quả lên UBND và Mặt trận cấp xã trong 5 ngày làm việc', 'Điều 20 khoản 3', { term: workingDays(5) }),
  meeting('HOP.CUOINAM', 'Hội nghị cộng đồng dân cư mỗi năm một lần vào cuối năm, báo trước 5 ngày', 'Điều 33', { term: days(5) }),
  {
    ...meeting(
      'CONGKHAI.XA',
      'Xã công khai trong 5 ngày làm việc, niêm yết ít nhất 30 ngày liền; luật khác định hạn thì theo luật ấy',
      'Điều 12, Điều 13',
      {
        term: workingDays(5),
      },
    ),
    about: 'publicity',
  },
  {
    ...meeting('CONGKHAI.CQ', 'Cơ quan công khai trong nội bộ trong 5 ngày làm việc, giữ ít nhất 20 ngày liền', 'Điều 46 đến Điều 48', {
      term: workingDays(5),
    }),
    about: 'office',
  },
  {
    ...meeting('HN.CBCC', 'Hội nghị cán bộ mỗi năm một lần, hợp lệ khi có mặt từ hai phần ba, thông qua khi quá nửa người dự', 'Điều 51', {
      share: { percent: 50, strictly: true, of: 'present' },
    }),
    about: 'office',
  },
]

export function fallbackRulesOn(day: PlainDate): FallbackRule[] {
  return allInForce(fallbackRules, day)
}

/** More than half of all households: the nearest measure for a review whose text gives no quorum. */
export function fallbackConsentOn(day: PlainDate): FallbackRule | undefined {
  return fallbackRulesOn(day).find(({ code }) => code === 'HOP.NGUONG50')
}

type Parts = { readonly share?: Share | null; readonly term?: Term | null }

function meeting(code: string, says: string, at: string, parts: Parts = {}): FallbackRule {
  return rule(code, law.fact(code, says, ...known(at)), sinceLaw, parts)
}

function byDecree(code: string, says: string, at: string, parts: Parts): FallbackRule {
  return rule(code, decree.fact(code, says, ...known(at)), sinceDecree, parts)
}

function known(at: string): Mark {
  return ['A', at, 'M18']
}

function rule(code: string, says: Sourced<string>, valid: FallbackRule['valid'], { share = null, term = null }: Parts): FallbackRule {
  return { code, about: 'familyMeeting', says, valid, share, term }
}
