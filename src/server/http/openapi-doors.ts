import type { z } from 'zod'
import { sessionBodies } from '#contract/account.ts'
import type { ApiMethod } from '#contract/api-description.ts'
import { checkBody, stateParams } from '#contract/certificate.ts'
import { attachQuery } from '#contract/evidence.ts'
import { receiveListQuery } from '#contract/household-list.ts'
import { answerParams, postedListParams, sayBody } from '#contract/posted.ts'
import { readSheetQuery } from '#contract/return.ts'

/** A route that is no command, query or file of the contract: what it is for and who may. */
export type Doorway = {
  readonly method: ApiMethod
  readonly path: string
  readonly summary: string
  readonly who: string
  readonly isPublic?: true
  readonly params?: z.ZodType
  readonly body?: z.ZodType
  /** The body is one file, as a form sends it. */
  readonly takesFile?: true
}

const anybody = { who: 'Ai cũng hỏi được, không cần tài khoản.', isPublic: true } as const
const oneself = { who: 'Người đã đăng nhập, cho chính mình.' } as const

export const doorways: readonly Doorway[] = [
  { method: 'get', path: 'session', summary: 'Ai đang đăng nhập, làm việc ngày nào, giữ vai trò gì', ...oneself },
  { method: 'post', path: 'session', summary: 'Đăng nhập', ...anybody, body: sessionBodies.signIn },
  { method: 'delete', path: 'session', summary: 'Đăng xuất', ...oneself },
  { method: 'delete', path: 'sessions', summary: 'Đăng xuất mọi nơi', ...oneself },
  { method: 'get', path: 'session/email', summary: 'Nơi nhận thư tóm tắt của mình', ...oneself },
  { method: 'post', path: 'session/email', summary: 'Đặt nơi nhận thư tóm tắt của mình', ...oneself, body: sessionBodies.setEmail },
  { method: 'post', path: 'session/password', summary: 'Đổi mật khẩu của mình', ...oneself, body: sessionBodies.changePassword },
  { method: 'get', path: 'openapi.json', summary: 'Bản mô tả này', ...anybody },
  { method: 'get', path: 'certificate.keys', summary: 'Khóa công khai để xác minh giấy công nhận', ...anybody },
  { method: 'get', path: 'certificate.page', summary: 'Trang xác minh dùng khi không có mạng, có sẵn khóa', ...anybody },
  { method: 'post', path: 'certificate.check', summary: 'Xác minh mã của một giấy công nhận', ...anybody, body: checkBody },
  { method: 'get', path: 'certificate.state', summary: 'Danh hiệu của một giấy có bị thu hồi không', ...anybody, params: stateParams },
  { method: 'get', path: 'posted.list', summary: 'Danh sách niêm yết, trong những ngày niêm yết', ...anybody, params: postedListParams },
  { method: 'post', path: 'posted.say', summary: 'Góp ý về danh sách niêm yết', ...anybody, body: sayBody },
  { method: 'get', path: 'posted.answer', summary: 'Ý kiến đã gửi được trả lời thế nào', ...anybody, params: answerParams },
  {
    method: 'post',
    path: 'evidence.attach',
    summary: 'Thêm một ảnh hay tệp minh chứng',
    who: 'Theo quyền evidence.attach ở đơn vị có hoạt động, câu trả lời hay lần niêm yết.',
    params: attachQuery,
    takesFile: true,
  },
  {
    method: 'post',
    path: 'household.receiveList',
    summary: 'Gửi tệp danh sách hộ, .xlsx hay .csv, để xem trước rồi nạp',
    who: 'Theo quyền household.import ở nơi danh sách thuộc về.',
    params: receiveListQuery,
    takesFile: true,
  },
  {
    method: 'post',
    path: 'return.readSheet',
    summary: 'Đọc một tệp bảng tính, .xlsx hay .csv, để xem rồi lấy số vào báo cáo số liệu; chưa ghi gì',
    who: 'Theo quyền return.takeSheet ở đơn vị phải báo cáo.',
    params: readSheetQuery,
    takesFile: true,
  },
]
