import type { BodyInput } from '#contract/index.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { demoId } from '../ids.ts'
import type { Recorder } from '../record.ts'

export const regimeId = demoId('regime/movement')

/** An invented regime with all eleven items; the text that would set it is invented too and says so. */
export async function loadRegime(on: Recorder, unitId: string): Promise<void> {
  const regime: BodyInput<'request.setRegime'> = {
    id: regimeId,
    unitId,
    kind: 'regular',
    items: {
      name: 'Báo cáo kết quả phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” (minh họa)',
      content:
        'Số hộ, số bản đăng ký và đạt danh hiệu; thiết chế văn hóa; luyện tập thể thao; hoạt động, kinh phí; cách làm hay, khó khăn, kiến nghị.',
      reporters: 'Trưởng bản, trưởng thôn, tổ trưởng tổ dân phố; Ủy ban nhân dân cấp xã; cơ quan, đơn vị cấp tỉnh.',
      receiver:
        'Bản, thôn, tổ dân phố gửi Ủy ban nhân dân cấp xã; cấp xã và cơ quan gửi Ủy ban nhân dân tỉnh qua Sở Văn hóa, Thể thao và Du lịch.',
      channel: 'Nhập trên hệ thống này; nơi chưa có mạng gửi bản giấy, cấp xã nhập thay.',
      dueTime: 'Bản, thôn, tổ dân phố: 2 ngày sau ngày chốt số liệu; xã, phường và cơ quan: 3 ngày làm việc sau ngày chốt số liệu.',
      frequency: 'Hai lần một năm: 6 tháng đầu năm và cả năm.',
      cutoff: 'Số liệu 6 tháng chốt ngày 14 tháng 6; số liệu năm chốt ngày 14 tháng 12.',
      outline: 'Tình hình triển khai; kết quả; cách làm hay; khó khăn, vướng mắc; kiến nghị, đề xuất; phương hướng.',
      tables: 'Biểu “Báo cáo số liệu phong trào” đang dùng trên hệ thống.',
      procedure:
        'Cấp xã xem và nhận báo cáo của bản trước khi gửi; tỉnh xem, trả lại chỗ cần sửa hoặc nhận, rồi tổng hợp và ban hành báo cáo.',
    },
    formKey: 'movement',
    parts: ['H1', 'Y'],
    dueWorkingDays: 3,
    basis: { kind: 'decision', citation: 'Quyết định minh họa, không phải văn bản có thật' },
    valid: { from: '2024-12-15', until: null },
  }
  await on(plainDate('2025-01-02'), 'request.setRegime', regime)
}
