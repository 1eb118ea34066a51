import type { CommandName } from '#contract/index.ts'

/** Every change in the trail, in words. */
const commandWords: Record<CommandName | 'activity.attach', string> = {
  'account.add': 'Lập tài khoản',
  'account.grant': 'Thêm vai trò',
  'account.withdrawGrant': 'Rút vai trò',
  'account.disable': 'Ngừng tài khoản',
  'account.resetPassword': 'Cấp lại mật khẩu',
  'org.addVersion': 'Thêm phiên bản đơn vị',
  'org.setHeadcount': 'Ghi số người',
  'org.addPosition': 'Thêm chức vụ',
  'org.appoint': 'Bổ nhiệm',
  'org.mandate': 'Giao quyền ký',
  'document.register': 'Vào sổ văn bản',
  'document.amend': 'Sửa văn bản trong sổ',
  'document.cite': 'Ghi viện dẫn',
  'plan.add': 'Lập kế hoạch',
  'plan.addTarget': 'Thêm chỉ tiêu',
  'plan.recordOutcome': 'Ghi kết quả chỉ tiêu',
  'plan.addTask': 'Giao việc',
  'plan.amendTask': 'Sửa nhiệm vụ',
  'plan.reportProgress': 'Báo cáo tiến độ',
  'activity.record': 'Ghi hoạt động',
  'activity.amend': 'Sửa hoạt động',
  'activity.remove': 'Bỏ hoạt động',
  'activity.attach': 'Thêm minh chứng',
  'activity.detach': 'Gỡ minh chứng',
  'report.compose': 'Soạn báo cáo',
  'report.recompose': 'Soạn lại báo cáo',
  'report.edit': 'Sửa dự thảo báo cáo',
  'report.keepRemark': 'Giữ nguyên một nhận xét',
  'report.checkContent': 'Kiểm nội dung báo cáo',
  'report.checkForm': 'Kiểm thể thức báo cáo',
  'report.submit': 'Trình ký báo cáo',
  'report.signOff': 'Ký duyệt báo cáo',
  'report.number': 'Cấp số báo cáo',
  'report.issue': 'Ban hành báo cáo',
  'report.sendBack': 'Trả lại báo cáo',
}

const sessionWords: Readonly<Record<string, string>> = {
  'session.signIn': 'Đăng nhập',
  'session.signOut': 'Đăng xuất',
  'session.signOutEverywhere': 'Đăng xuất mọi nơi',
  'session.changePassword': 'Đổi mật khẩu',
}

export function sayCommand(command: string): string {
  return (commandWords as Readonly<Record<string, string>>)[command] ?? sessionWords[command] ?? command
}
