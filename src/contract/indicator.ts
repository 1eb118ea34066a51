import { z } from 'zod'
import type { Asked } from '#domain/indicator/asked.ts'
import type { PublishRefusal } from '#domain/indicator/edit-form.ts'
import { type FigureForm, type FigureFormPart, formLevels, narrativeRoles, narrativeSources } from '#domain/indicator/figure-form.ts'
import { countUnits, type Dictionary } from '#domain/indicator/indicator.ts'
import type { DefineRefusal, OwnDefinition } from '#domain/indicator/own-definition.ts'
import type { ReadRefusal } from '#domain/indicator/read-value.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { day, id, line, many, oneOf, prose, requiredProse, revision } from './fields.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

const key = line('Khóa của phần', 60)
const code = line('Chỉ tiêu', 60)
/** In capitals, so that no code of the house is ever taken. */
const ownCode = line('Mã', 20).refine(
  text => /^[A-Z][A-Z0-9]*(?:\.[A-Z0-9]+)*$/u.test(text),
  'Mã: chữ in hoa không dấu và số, có thể ngăn bằng dấu chấm, như SL.01',
)
const owedBy = many('Cấp báo cáo', oneOf('Cấp báo cáo', formLevels), formLevels.length)
const label = line('Tên hàng', 200)

const part: z.ZodType<FigureFormPart, FigureFormPart> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('narrative'),
    key,
    heading: heading(),
    owedBy,
    asks: words('Yêu cầu ghi', 2000),
    role: oneOf('Dùng làm', narrativeRoles),
    source: oneOf('Gợi ý lời từ', narrativeSources).nullable(),
  }),
  z.strictObject({
    kind: z.literal('table'),
    key,
    heading: heading(),
    owedBy,
    layout: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('list'), codes: many('Chỉ tiêu', code, 120) }),
      z.strictObject({
        type: z.literal('grid'),
        columns: many('Cột', line('Tên cột', 200), 20),
        rows: many('Hàng', z.strictObject({ label, codes: many('Ô', code.nullable(), 20) }), 80),
      }),
    ]),
    ratios: many('Tỷ lệ', z.strictObject({ code, baseCode: code }), 60),
  }),
])

/** May still be empty while the form is being written. */
function heading() {
  return words('Tên phần', 300)
}

function words(name: string, max: number): z.ZodType<string, string> {
  return prose(name, max).transform(text => text ?? '') as z.ZodType<string, string>
}

const defined = { unitId: id('Đơn vị'), code: ownCode, name: line('Tên'), from: day('Dùng từ ngày') }

export const indicatorBodies = {
  'indicator.define': z.strictObject({
    ...defined,
    definition: requiredProse('Định nghĩa', 2000),
    unit: oneOf('Đơn vị đếm', countUnits),
    addition: oneOf('Cộng lên cấp trên', ['sum', 'distinct']),
    within: many('Nằm trong', code, 10),
    partitions: many('Chia hết thành', many('Các phần', code, 20), 5),
    /** Asked under another name too: told twice, both must be one number. */
    sameAs: code.nullable().default(null),
  }),
  'indicator.defineShare': z.strictObject({
    ...defined,
    numerator: code,
    bases: many('Mẫu số', z.strictObject({ code, name: line('Gọi mẫu số là', 200) }), 5).min(1, 'Mẫu số: chưa chọn'),
  }),
  'form.begin': z.strictObject({
    id: id('Biểu mẫu'),
    unitId: id('Đơn vị'),
    name: line('Tên biểu mẫu'),
    /** Begins with the parts of another form; empty otherwise. */
    copyOf: line('Lập theo', 60).nullable(),
  }),
  'form.saveDraft': z.strictObject({
    id: id('Biểu mẫu'),
    name: line('Tên biểu mẫu'),
    note: words('Ghi chú trên biểu', 500),
    parts: many('Phần', part, 80),
    revision: revision(),
  }),
  'form.publish': z.strictObject({ id: id('Biểu mẫu'), from: day('Dùng từ ngày'), revision: revision() }),
}

export const indicatorParams = {
  'indicator.list': z.strictObject({ unitId: id('Đơn vị') }),
  'form.list': z.strictObject({ unitId: id('Đơn vị') }),
  'form.one': z.strictObject({ id: id('Biểu mẫu') }),
  'request.form': z.strictObject({ id: id('Đợt báo cáo') }),
}

export type DictionaryView = {
  /** What the house counts, with what the unit counts beside it, for all days. */
  readonly dictionary: Dictionary
  readonly own: readonly (OwnDefinition & { readonly byName: string })[]
}

/** A form of the house or of a unit, with what was published of it so far. */
export type FormLine = FigureForm & { readonly unitName: string | null }

export type FormView = FormLine & {
  readonly id: string
  readonly unitId: string
  readonly draft: readonly FigureFormPart[]
  readonly revision: number
  readonly published: readonly { readonly version: number; readonly byName: string; readonly recordedAt: string }[]
}

export type IndicatorAnswers = {
  'indicator.define': DictionaryView
  'indicator.defineShare': DictionaryView
  'form.begin': FormView
  'form.saveDraft': FormView
  'form.publish': FormView
  'indicator.list': DictionaryView
  'form.list': readonly FormLine[]
  'form.one': FormView
  'request.form': Asked
}

type IndicatorCode = ReadRefusal | 'value.several' | DefineRefusal | PublishRefusal | 'form.unknown' | 'form.stale'

export const indicatorRefusals: Record<IndicatorCode, RefusalText> = {
  // At a cell whose text could be read in two ways or is no count.
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
  'value.not-a-percent': { status: 422, say: d => `“${d.text}”: tỷ lệ ghi như 79,9.` },
  'value.not-a-number': { status: 422, say: d => `“${d.text}” không phải số. Ghi như 58, 1.234 hoặc trên 3.000.` },
  'value.several': { status: 422, say: d => `${d.count} ô không đọc được, chưa ghi ô nào: ${d.cells}.` },

  'indicator.from-too-early': {
    status: 422,
    say: d => `Mã này đã có định nghĩa; định nghĩa mới phải dùng từ ${dayWords(d.earliest)} trở đi.`,
  },
  'indicator.code-of-another-thing': {
    status: 409,
    say: d => `Mã ${d.code} đã là “${d.name}”. Một mã không bao giờ chuyển sang việc khác hay đơn vị đếm khác: chọn mã mới.`,
  },
  'indicator.count-unknown': { status: 422, say: d => `Ngày ấy không có chỉ tiêu ${d.code}.` },
  'indicator.counts-another-unit': {
    status: 422,
    say: d => `“${d.name}” đếm ${d.unit}, không đếm ${d.asked}: tập con, phần chia và mẫu số phải cùng đơn vị đếm.`,
  },
  'indicator.sets-in-a-circle': { status: 422, say: d => `Chỉ tiêu ${d.code} không thể nằm trong chính nó.` },

  'form.unknown': { status: 404, say: 'Không có biểu mẫu này.' },
  'form.stale': { status: 409, say: 'Người khác vừa lưu biểu mẫu này. Xem bản mới rồi sửa lại chỗ của mình.' },
  'form.empty': { status: 422, say: 'Biểu mẫu chưa có phần nào.' },
  'form.part-without-heading': { status: 422, say: d => `Phần thứ ${d.at} chưa có tên.` },
  'form.part-owed-by-nobody': { status: 422, say: d => `“${d.heading}”: chưa chọn cấp nào phải báo cáo.` },
  'form.part-key-taken': { status: 422, say: 'Hai phần trùng khóa. Bỏ một phần rồi thêm lại.' },
  'form.table-empty': { status: 422, say: d => `“${d.heading}”: bảng chưa có chỉ tiêu nào.` },
  'form.table-uneven': { status: 422, say: d => `“${d.heading}”: có hàng không đủ số ô theo cột.` },
  'form.code-unknown': { status: 422, say: d => `“${d.heading}”: ngày ấy không có chỉ tiêu ${d.code}.` },
  'form.code-twice': { status: 422, say: d => `“${d.heading}”: chỉ tiêu ${d.code} có hai lần.` },
  'form.share-unknown': { status: 422, say: d => `“${d.heading}”: không có tỷ lệ ${d.code} theo mẫu số ấy.` },
  'form.share-without-counts': {
    status: 422,
    say: d => `“${d.heading}”: tỷ lệ “${d.name}” cần cả tử số và mẫu số được hỏi ở cùng cấp.`,
  },
  'form.from-too-early': { status: 422, say: d => `Bản đang dùng bắt đầu sau ngày ấy; bản mới dùng sớm nhất từ ${dayWords(d.earliest)}.` },
  'form.unchanged': { status: 422, say: 'Chưa có gì khác bản đang dùng.' },
}
