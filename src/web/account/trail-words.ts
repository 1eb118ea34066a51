import type { CommandName } from '#contract/index.ts'
import { formatDay, isPlainDate } from '#domain/calendar/plain-date.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'

type SessionChange = 'account.signIn' | 'account.signOut' | 'account.signOutEverywhere' | 'account.changePassword'

/** Every change in the trail, in words. */
const commandWords: Record<CommandName | SessionChange | 'evidence.attach' | 'household.import', string> = {
  'account.signIn': 'Đăng nhập',
  'account.signOut': 'Đăng xuất',
  'account.signOutEverywhere': 'Đăng xuất mọi nơi',
  'account.changePassword': 'Đổi mật khẩu',
  'account.add': 'Lập tài khoản',
  'account.grant': 'Thêm vai trò',
  'account.withdrawGrant': 'Rút vai trò',
  'account.disable': 'Ngừng tài khoản',
  'account.resetPassword': 'Cấp lại mật khẩu',
  'account.setEmail': 'Đặt nơi nhận thư tóm tắt',
  'notice.follow': 'Theo dõi',
  'notice.unfollow': 'Thôi theo dõi',
  'notice.read': 'Đọc thông báo',
  'org.addVersion': 'Thêm phiên bản đơn vị',
  'org.setHeadcount': 'Ghi số người',
  'org.addPosition': 'Thêm chức vụ',
  'org.appoint': 'Bổ nhiệm',
  'org.mandate': 'Giao quyền ký',
  'org.recordSuccession': 'Ghi sáp nhập, chia tách',
  'org.addTrait': 'Ghi đặc điểm địa bàn',
  'org.endTrait': 'Kết thúc đặc điểm địa bàn',
  'org.endAppointment': 'Kết thúc bổ nhiệm',
  'org.endMandate': 'Kết thúc quyền ký',
  'document.register': 'Vào sổ văn bản',
  'document.amend': 'Sửa văn bản trong sổ',
  'document.cite': 'Ghi viện dẫn',
  'plan.add': 'Lập kế hoạch',
  'plan.addTarget': 'Thêm chỉ tiêu',
  'plan.recordOutcome': 'Ghi kết quả chỉ tiêu',
  'plan.addTask': 'Giao việc',
  'plan.addTasks': 'Giao nhiều việc một lúc',
  'plan.copy': 'Chép kế hoạch sang năm khác',
  'plan.amendTask': 'Sửa nhiệm vụ',
  'plan.reportProgress': 'Báo cáo tiến độ',
  'plan.remind': 'Đôn đốc',
  'activity.record': 'Ghi hoạt động',
  'activity.amend': 'Sửa hoạt động',
  'activity.remove': 'Bỏ hoạt động',
  'evidence.attach': 'Thêm minh chứng',
  'evidence.detach': 'Gỡ minh chứng',
  'household.enter': 'Ghi hộ vào sổ',
  'household.amend': 'Sửa hộ trong sổ',
  'household.move': 'Chuyển hộ',
  'household.split': 'Tách hộ',
  'household.merge': 'Nhập hộ',
  'household.end': 'Đưa hộ ra khỏi sổ',
  'household.import': 'Nạp danh sách hộ',
  'household.recordGround': 'Ghi căn cứ loại trừ',
  'household.withdrawGround': 'Rút căn cứ loại trừ',
  'household.lookAtGrounds': 'Xem căn cứ loại trừ',
  'title.register': 'Ghi đăng ký danh hiệu',
  'title.withdraw': 'Rút đăng ký danh hiệu',
  'title.confirmLaw': 'Xác minh quy định về danh hiệu',
  'title.withdrawConfirmation': 'Rút xác minh quy định về danh hiệu',
  'title.adoptRules': 'Nạp quy định của tỉnh về danh hiệu',
  'title.confirmRules': 'Xác minh quy định của tỉnh',
  'title.withdrawRules': 'Rút quy định của tỉnh',
  'season.open': 'Mở đợt bình xét',
  'season.register': 'Ghi hộ đăng ký danh hiệu',
  'season.carryOver': 'Mang danh sách năm trước sang',
  'season.withdraw': 'Rút hộ khỏi đợt bình xét',
  'season.assess': 'Ghi bảng tự đánh giá, bảng điểm',
  'season.makeList': 'Chốt danh sách đủ điều kiện',
  'season.gather': 'Ghi cuộc họp bình xét',
  'season.strikeGathering': 'Gạch bỏ cuộc họp ghi nhầm',
  'season.concludeMeeting': 'Kết luận họp bình xét',
  'season.post': 'Niêm yết danh sách',
  'season.receiveOpinion': 'Nhận ý kiến về danh sách',
  'season.answerOpinion': 'Trả lời ý kiến',
  'season.submit': 'Trình hồ sơ bình xét',
  'season.sendBack': 'Trả lại hồ sơ bình xét',
  'season.decide': 'Quyết định tặng danh hiệu',
  'season.publish': 'Công bố quyết định',
  'season.handOver': 'Trao giấy công nhận',
  'season.revoke': 'Thu hồi danh hiệu',
  'report.setDuty': 'Đặt chế độ báo cáo',
  'report.compose': 'Soạn báo cáo',
  'report.recompose': 'Soạn lại báo cáo',
  'report.edit': 'Sửa dự thảo báo cáo',
  'report.answerDrift': 'Chọn lời khi nguồn của đoạn đã đổi',
  'report.keepRemark': 'Giữ nguyên một nhận xét',
  'report.checkContent': 'Kiểm nội dung báo cáo',
  'report.checkForm': 'Kiểm thể thức báo cáo',
  'report.submit': 'Trình ký báo cáo',
  'report.signOff': 'Ký duyệt báo cáo',
  'report.signOffSeveral': 'Ký duyệt nhiều báo cáo',
  'report.number': 'Cấp số báo cáo',
  'report.issue': 'Ban hành báo cáo',
  'report.sendBack': 'Trả lại báo cáo',
}

export function sayCommand(command: string): string {
  return (commandWords as Readonly<Record<string, string>>)[command] ?? command
}

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
