// What the invented communes write beside their figures: every third of them, some of it alike but for its numbers.

const examples = [
  (seen: number) => `Mô hình “Thắp sáng đường quê” ở ${seen} bản do Nhân dân góp công, mỗi hộ trồng một chậu hoa trước cổng nhà.`,
  (seen: number) => `Duy trì ${seen} đội văn nghệ tập luyện hằng tuần, dạy xòe và tính tẩu cho học sinh trong dịp hè.`,
  (seen: number) => `${seen} bản đưa việc cưới gọn nhẹ vào quy ước: không quá 2 ngày, không thách cưới, không mời thuốc lá.`,
]
const difficulties = [
  (seen: number) => `Còn ${seen} nhà văn hóa bản xuống cấp, chưa có kinh phí sửa chữa.`,
  (seen: number) => `${seen} bản sau sắp xếp có hộ ở xa, việc họp dân và bình xét phải chia nhiều buổi.`,
]
const proposals = [
  () => 'Đề nghị tỉnh hỗ trợ kinh phí sửa chữa nhà văn hóa bản.',
  () => 'Đề nghị tập huấn cho trưởng bản mới về ghi chép và báo cáo số liệu phong trào.',
]

type Parts = Readonly<Record<'goodExamples' | 'difficulties' | 'proposals' | 'ahead', string>>

/** Empty where a commune has nothing to say. */
export function wordsOf(seed: number): Partial<Parts> {
  if (seed % 3 !== 0) return {}
  const seen = 3 + (seed % 5)
  const one = (all: readonly ((seen: number) => string)[], shift: number) => all[(seed >>> shift) % all.length]?.(seen) ?? ''
  return {
    goodExamples: seed % 2 === 0 ? one(examples, 4) : '',
    difficulties: one(difficulties, 6),
    proposals: seed % 4 === 1 ? '' : one(proposals, 8),
    ahead: seed % 4 === 1 ? 'Rà soát, bổ sung hương ước, quy ước của các bản sau sắp xếp đơn vị hành chính.' : '',
  }
}
