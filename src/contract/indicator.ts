import type { EditFormRefusal, PublishRefusal } from '#domain/indicator/edit-form.ts'
import type { ReadRefusal } from '#domain/indicator/read-value.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

/** What is said at a cell whose text could be read in two ways or is no count. */
export const indicatorRefusals: Record<ReadRefusal | EditFormRefusal | PublishRefusal, RefusalText> = {
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
  'form.part-unknown': { status: 404, say: 'Biểu không có phần này.' },
  'form.part-key-taken': { status: 409, say: d => `Biểu đã có phần mang mã “${d.key}”.` },
  'form.place-unknown': { status: 422, say: 'Không có chỗ này trong biểu.' },
  'form.empty': { status: 422, say: 'Biểu chưa hỏi gì: thêm ít nhất một phần.' },
  'form.part-without-heading': { status: 422, say: d => `Phần thứ ${d.at} chưa có tên.` },
  'form.part-owed-by-nobody': { status: 422, say: d => `Phần “${d.heading}” chưa giao cấp nào: chọn cấp phải báo cáo.` },
  'form.table-empty': { status: 422, say: d => `Bảng “${d.heading}” chưa có chỉ tiêu.` },
  'form.table-uneven': { status: 422, say: d => `Bảng “${d.heading}” có dòng không đủ ô theo số cột.` },
  'form.code-unknown': {
    status: 422,
    say: d => `Bảng “${d.heading}” hỏi chỉ tiêu “${d.code}” không có trong bộ chỉ tiêu vào ngày biểu bắt đầu áp dụng.`,
  },
  'form.code-twice': { status: 422, say: d => `Bảng “${d.heading}” hỏi chỉ tiêu “${d.code}” hai lần.` },
  'form.share-unknown': { status: 422, say: d => `Bảng “${d.heading}” có tỷ lệ hoặc mẫu số không có trong bộ chỉ tiêu.` },
  'form.share-without-counts': {
    status: 422,
    say: d => `“${d.name}” ở bảng “${d.heading}” không tính được: cấp báo cáo chưa được hỏi cả tử số và mẫu số.`,
  },
  'form.from-too-early': {
    status: 422,
    say: d => `Bản mới của biểu phải bắt đầu sau bản đang áp dụng, sớm nhất ngày ${dayWords(d.earliest)}.`,
  },
  'form.unchanged': { status: 422, say: 'Biểu không khác bản đang áp dụng.' },
}
