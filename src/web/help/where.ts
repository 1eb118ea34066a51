import type { Role } from '#domain/account/access.ts'
import { searchKey } from '#domain/kit/text.ts'

export type HelpPlace = { readonly page: string; readonly heading: string | null }

type Rule = { readonly path: RegExp; readonly role?: Role } & HelpPlace

/** The first that fits the screen one is on, and a role one holds, counts. */
export const helpRules: readonly Rule[] = [
  { path: /^\/hom-nay/u, page: 'bat-dau', heading: 'Trang Hôm nay' },
  { path: /^\/ky-duyet/u, page: 'lanh-dao', heading: 'Ký duyệt' },
  { path: /^\/hoat-dong/u, page: 'chuyen-vien', heading: 'Ghi một hoạt động' },
  { path: /^\/ke-hoach\/./u, page: 'chuyen-vien', heading: 'Trả lời việc được giao' },
  { path: /^\/ke-hoach/u, page: 'chuyen-vien', heading: 'Lập kế hoạch năm và giao việc' },
  { path: /^\/danh-hieu\/quy-dinh/u, role: 'leader', page: 'lanh-dao', heading: 'Xác minh quy định' },
  { path: /^\/danh-hieu\/quy-dinh/u, page: 'chuyen-vien', heading: 'Quy định về danh hiệu' },
  { path: /^\/danh-hieu\/so-lieu/u, role: 'leader', page: 'lanh-dao', heading: 'Số liệu danh hiệu' },
  { path: /^\/danh-hieu\/so-lieu/u, page: 'chuyen-vien', heading: 'Số liệu danh hiệu' },
  { path: /^\/binh-xet/u, role: 'leader', page: 'lanh-dao', heading: 'Quyết định đợt bình xét' },
  { path: /^\/binh-xet/u, role: 'unitHead', page: 'truong-don-vi', heading: 'Bình xét ở bản, thôn, tổ dân phố' },
  { path: /^\/binh-xet/u, page: 'chuyen-vien', heading: 'Bình xét Gia đình văn hóa' },
  { path: /^\/dau-hieu/u, role: 'leader', page: 'lanh-dao', heading: 'Dấu hiệu và kiểm lại' },
  { path: /^\/dau-hieu/u, page: 'chuyen-vien', heading: 'Dấu hiệu và kiểm lại' },
  { path: /^\/danh-hieu/u, page: 'chuyen-vien', heading: 'Ghi đăng ký danh hiệu' },
  { path: /^\/so-ho\/nhap/u, page: 'chuyen-vien', heading: 'Nạp danh sách hộ' },
  { path: /^\/so-ho/u, page: 'chuyen-vien', heading: 'Sổ hộ' },
  { path: /^\/bao-cao\/tong-hop/u, role: 'leader', page: 'lanh-dao', heading: 'Tổng hợp báo cáo của cấp dưới' },
  { path: /^\/bao-cao\/tong-hop/u, role: 'unitHead', page: 'truong-don-vi', heading: 'Số của đơn vị trong tổng hợp' },
  { path: /^\/bao-cao\/tong-hop/u, role: 'viewer', page: 'nguoi-xem', heading: 'Tổng hợp báo cáo' },
  { path: /^\/bao-cao\/tong-hop/u, page: 'chuyen-vien', heading: 'Tổng hợp số liệu' },
  { path: /^\/bao-cao\/dot\/[^/]+\/./u, role: 'leader', page: 'lanh-dao', heading: 'Xem báo cáo số liệu của cấp dưới' },
  { path: /^\/bao-cao\/dot\/[^/]+\/./u, role: 'unitHead', page: 'truong-don-vi', heading: 'Báo cáo số liệu của đơn vị' },
  { path: /^\/bao-cao\/dot\/[^/]+\/./u, page: 'chuyen-vien', heading: 'Báo cáo số liệu' },
  { path: /^\/bao-cao\/./u, role: 'leader', page: 'lanh-dao', heading: 'Ký duyệt' },
  { path: /^\/bao-cao\/./u, role: 'clerk', page: 'van-thu', heading: 'Kiểm thể thức' },
  { path: /^\/bao-cao\/./u, role: 'unitHead', page: 'truong-don-vi', heading: 'Kiểm nội dung báo cáo' },
  { path: /^\/bao-cao/u, page: 'chuyen-vien', heading: 'Soạn báo cáo kỳ' },
  { path: /^\/van-ban/u, role: 'clerk', page: 'van-thu', heading: 'Sổ đăng ký văn bản đến, đi' },
  { path: /^\/van-ban/u, page: 'chuyen-vien', heading: 'Vào sổ văn bản' },
  { path: /^\/don-vi/u, page: 'quan-tri', heading: 'Đơn vị đổi tên, sáp nhập, chia tách' },
  { path: /^\/tong-quan/u, page: 'lanh-dao', heading: 'Nhìn toàn cảnh' },
  { path: /^\/quan-tri\/nhat-ky/u, page: 'quan-tri', heading: 'Nhật ký' },
  { path: /^\/quan-tri/u, page: 'quan-tri', heading: 'Tài khoản và vai trò' },
  { path: /^\/tai-khoan/u, page: 'bat-dau', heading: 'Đăng nhập' },
]

/** How a heading is reached within its page: `Ghi một hoạt động` at `ghi-mot-hoat-dong`. */
export function anchorOf(heading: string): string {
  return searchKey(heading)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
}

/** The place in the manual that speaks of the screen a person is on, for what they are. */
export function helpFor(path: string, roles: readonly Role[]): HelpPlace {
  const found = helpRules.find(rule => rule.path.test(path) && (rule.role === undefined || roles.includes(rule.role)))
  return found ? { page: found.page, heading: found.heading } : { page: 'README', heading: null }
}
