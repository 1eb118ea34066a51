import type { ReadRefusal } from '#domain/indicator/read-value.ts'
import { formatNumber } from '#domain/kit/text.ts'
import type { RefusalText } from './refusal-text.ts'

/** What is said at a cell whose text could be read in two ways or is no count. */
export const indicatorRefusals: Record<ReadRefusal, RefusalText> = {
  'value.ambiguous-sign': {
    status: 422,
    say: d => `“${d.text}” có nơi hiểu là không có, có nơi hiểu là chưa có số liệu: không có thì ghi 0, chưa có số liệu thì để trống.`,
  },
  'value.ambiguous-comma': {
    status: 422,
    say: d => `“${d.text}”: dấu phẩy là phần thập phân hay ngăn hàng nghìn? Hàng nghìn ghi bằng dấu chấm, như 1.234.`,
  },
  'value.decimal': { status: 422, say: d => `“${d.text}”: số đếm là số nguyên. Hàng nghìn ghi đủ ba chữ số sau dấu chấm, như 1.234.` },
  'value.negative': { status: 422, say: d => `“${d.text}”: số đếm không âm. Số giảm thì ghi ở lời, không ghi vào ô này.` },
  'value.percent': { status: 422, say: d => `“${d.text}” là tỷ lệ, ô này ghi số đếm. Tỷ lệ được tính từ hai số đếm.` },
  'value.other-unit': { status: 422, say: d => `Ô này đếm “${d.unit}”, không đếm “${d.written}”.` },
  'value.estimate-of-none': { status: 422, say: d => `“${d.text}”: ước lượng của 0 không nói lên gì. Không có thì ghi 0.` },
  'value.too-large': { status: 422, say: d => `“${d.text}” lớn hơn ${formatNumber(Number(d.largest))}: xem lại số chữ số.` },
  'value.not-a-number': { status: 422, say: d => `“${d.text}” không phải số. Ghi như 58, 1.234 hoặc trên 3.000.` },
}
