import type { RuleBook } from '../rule-book.ts'
import { writerOf } from './writer.ts'

const { blank, bounds, decidedBy, fact, standard } = writerOf('PTVHTD.QD42', '42/2025/QĐ-TTg')

const criteria = [
  'Ứng xử trong cộng đồng',
  'Thông tin, giáo dục về văn hóa',
  'Phòng chống bạo lực gia đình',
  'Cơ sở vật chất',
  'Hoạt động văn hóa ở cơ sở',
  'Di sản',
  'Chuyển đổi số',
  'Người làm quản lý văn hóa',
  'Công nghiệp văn hóa',
  'Hiệu quả thực hiện Chương trình',
]

/** Decision 42/2025/QĐ-TTg, communes and provinces, 2025–2030: ten criteria; thresholds, way and authority are not known (M9). */
export const comprehensive2025: RuleBook = {
  ...blank(),
  id: 'PTVHTD.QD42',
  honour: 'comprehensiveCulture',
  name: 'Đạt chuẩn phát triển văn hóa toàn diện',
  ...bounds(['2025-11-12', 'B'], ['2031-01-01', 'S', '', 'M9']),
  subjects: ['commune', 'province'],
  standards: criteria.map((says, index) => standard(String(index + 1), says, ['B'])),
  deciding: decidedBy(null, 'D', '', 'M9'),
  remarks: [
    fact('remark.province', 'Cấp tỉnh cũng 10 tiêu chí, mở rộng, có cả gia đình', 'B'),
    fact('remark.guides', 'Các bộ hướng dẫn chỉ tiêu trong 90 ngày; ngưỡng và quy trình chưa đọc được', 'C', '', 'M9'),
  ],
}
