import type { ReportEventType, ReportState } from '#domain/report/life.ts'

// Apart from the rest: lists say these before any form is loaded.

export const reportStateWords: Record<ReportState, string> = {
  draft: 'Dự thảo',
  contentChecked: 'Đã kiểm nội dung',
  formChecked: 'Đã kiểm thể thức',
  submitted: 'Đã trình ký',
  signedOff: 'Đã ký duyệt',
  numbered: 'Đã cấp số',
  issued: 'Đã ban hành',
}

export const reportEventWords: Record<ReportEventType, string> = {
  composed: 'Soạn từ việc đã ghi',
  edited: 'Sửa dự thảo',
  contentChecked: 'Kiểm nội dung',
  formChecked: 'Kiểm thể thức',
  submitted: 'Trình ký',
  signedOff: 'Ký duyệt',
  numbered: 'Cấp số',
  issued: 'Ban hành',
  sentBack: 'Trả lại',
}
