import { formatDay, isPlainDate } from '#domain/calendar/plain-date.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'

/** The members of a record a reader of the trail understands; ids and counters are left to the machine. */
const memberWords: Readonly<Record<string, string>> = {
  username: 'Tên đăng nhập',
  fullName: 'Họ và tên',
  role: 'Vai trò',
  withSubtree: 'Cả đơn vị bên dưới',
  reason: 'Lý do',
  name: 'Tên',
  kind: 'Loại',
  code: 'Số, ký hiệu',
  count: 'Số người',
  category: 'Nhóm',
  rank: 'Bậc',
  capacity: 'Hình thức ký',
  forName: 'Ký thay',
  basis: 'Căn cứ',
  source: 'Căn cứ',
  extent: 'Phạm vi',
  functions: 'Chức năng, nhiệm vụ',
  calledInText: 'Cách gọi trong văn bản',
  valid: 'Hiệu lực',
  direction: 'Sổ',
  issuedOn: 'Ngày văn bản',
  issuerName: 'Cơ quan ban hành',
  subject: 'Trích yếu',
  years: 'Giai đoạn',
  arrivedOn: 'Ngày đến',
  arrivalNumber: 'Số đến',
  signerName: 'Người ký',
  recipients: 'Nơi nhận',
  archivedWith: 'Người nhận bản lưu',
  copies: 'Số lượng bản',
  forwardedOn: 'Ngày chuyển',
  note: 'Ghi chú',
  relation: 'Quan hệ',
  title: 'Tên',
  year: 'Năm',
  statement: 'Chỉ tiêu',
  operator: 'So sánh',
  goalPercent: 'Mức đặt ra (%)',
  baseName: 'Mẫu số',
  outcome: 'Kết quả',
  instruction: 'Nội dung nhiệm vụ',
  theme: 'Mảng việc',
  startsOn: 'Ngày bắt đầu',
  endsOn: 'Ngày kết thúc',
  dueOn: 'Hạn',
  expectedProduct: 'Sản phẩm',
  state: 'Tình trạng',
  percent: 'Phần trăm',
  narrative: 'Nội dung',
  difficulty: 'Khó khăn',
  proposal: 'Kiến nghị',
  reportedOn: 'Ngày báo cáo',
  place: 'Nơi',
  participants: 'Người tham gia',
  money: 'Kinh phí',
  campaign: 'Phong trào',
  round: 'Lần đăng ký',
  registeredOn: 'Ngày đăng ký',
  fileName: 'Tệp',
  bytes: 'Số byte',
  sha256: 'Dấu vân',
  periodName: 'Kỳ',
  number: 'Số',
  on: 'Ngày',
  upTo: 'Rà soát đến ngày',
  candidates: 'Số được rà soát',
  ownFiles: 'Hồ sơ người ký đã tự trình, thẩm định',
  byWhoSubmitted: 'Người thẩm định là người trình',
  version: 'Phiên bản',
  mustChangePassword: 'Phải đổi mật khẩu',
  isDisabled: 'Đã ngừng',
}

export type ChangedMember = { readonly name: string; readonly was: string | null; readonly now: string | null }

/** What it was and what it became, member by member. */
export function changedMembers(before: unknown, after: unknown): ChangedMember[] {
  const [was, now] = [membersOf(before), membersOf(after)]
  return [...new Set([...was.keys(), ...now.keys()])]
    .map(key => ({ name: memberWords[key] ?? '', was: was.get(key) ?? null, now: now.get(key) ?? null }))
    .filter(member => member.name !== '' && member.was !== member.now)
}

/** One level deep is enough: what is nested is shown as the machine keeps it. */
function membersOf(value: unknown): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(Object.entries(value).flatMap(([key, member]) => (isEmpty(member) ? [] : [[key, sayValue(member)] as const])))
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function sayValue(value: unknown): string {
  if (typeof value === 'string') return isPlainDate(value) ? formatDay(value) : value
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  return canonicalJson(value)
}
