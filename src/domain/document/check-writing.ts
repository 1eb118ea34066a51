import { findCitations } from './cite.ts'
import type { Remark } from './remark.ts'
import { excerpt, type TextBlock } from './text-block.ts'

const capitals = 'Nghị định 30/2020/NĐ-CP, Phụ lục II'
const spelling = 'Bộ kiểm thể thức, K25'

/** Something to look for in a paragraph, and what to say where it is found. */
type Watch = {
  readonly code: string
  readonly level: Remark['level']
  readonly form: RegExp
  readonly message: (found: RegExpExecArray) => string
  readonly rule: string
  readonly headings: boolean
}

/** K22: capitals, as far as they can be told without a dictionary. */
const capitalWatches: readonly Watch[] = [
  {
    code: 'K22',
    level: 'C',
    // VH-1. Abbreviations (v.v., TP., ThS.), numbers and labels end no sentence.
    form: /(?<![\p{Lu}\d]|v\.v|(?<!\p{L})\p{Lu}\p{Ll}{1,2})[.?!][”)]?[\s\u00a0]+(?=\p{Ll})[\p{L}]+/gu,
    message: () => 'Đầu câu chưa viết hoa.',
    rule: `${capitals}, mục I`,
    headings: false,
  },
  {
    code: 'K22',
    level: 'C',
    form: /^(?=\p{Ll})(?!\p{L}\))[\p{L}]+/gu,
    message: () => 'Đầu đoạn chưa viết hoa.',
    rule: `${capitals}, mục I`,
    headings: true,
  },
  {
    code: 'K22',
    level: 'C',
    form: /(?<=[\p{Ll},;][\s\u00a0])(Tỉnh|Huyện|Xã|Thôn)[\s\u00a0](?!Đoàn|Ủy|Uỷ)(\p{Lu}\p{Ll}+(?:[\s\u00a0]\p{Lu}\p{Ll}+)*)/gu,
    message: found => `Viết thường danh từ chung “${(found[1] ?? '').toLocaleLowerCase('vi')}” trước tên riêng ${found[2] ?? ''}.`,
    rule: `${capitals}, III.1.a`,
    headings: false,
  },
  {
    code: 'K22',
    level: 'C',
    form: /(?<!(?:[ỦủUu][ỷỳy] ?ban|[ỦU]y ban|[ỦU]ỷ ban|ủy ban|Hội đồng|hội đồng|T[oò][aà] án|[Kk]iểm sát|Công an|Quân đội|vũ trang|[Hh]ội thẩm|đại biểu|chiến tranh|[Nn]ghệ sĩ|[Nn]ghệ nhân|[Nn]hà giáo|[Tt]hầy thuốc|tín dụng|an ninh)[\s\u00a0])(?<!\p{L})nhân dân(?!\p{L})/gu,
    message: () => 'Viết hoa “Nhân dân”.',
    rule: `${capitals}, V.1`,
    headings: false,
  },
  {
    code: 'K22',
    level: 'C',
    form: /(?:Đảng và|Đảng,|của)[\s\u00a0]nhà nước(?!\p{L})/gu,
    message: () => 'Viết hoa “Nhà nước”.',
    rule: `${capitals}, V.1`,
    headings: false,
  },
  {
    code: 'K22',
    level: 'C',
    form: /(?<!\p{L})(?:điều|chương)[\s\u00a0](?:\d+|[IVXL]+)(?=[^.;]{0,40}(?:Nghị định|Luật|Thông tư|Quyết định|Quy chế))/gu,
    message: found => `Viết hoa “${(found[0] ?? '').startsWith('đ') ? 'Điều' : 'Chương'}” khi viện dẫn điều, chương của văn bản cụ thể.`,
    rule: `${capitals}, V.7`,
    headings: false,
  },
  {
    code: 'K22',
    level: 'C',
    form: /(?<=[\p{Ll},;][\s\u00a0])(?:Điểm[\s\u00a0]\p{Ll}(?!\p{L})|Khoản[\s\u00a0]\d+)(?=[^.;]{0,30}Điều[\s\u00a0]\d)/gu,
    message: () => 'Viết thường “điểm”, “khoản” khi viện dẫn.',
    rule: `${capitals}, V.7`,
    headings: false,
  },
  {
    code: 'K22',
    level: 'C',
    form: /(?<!\p{L})phong trào[\s\u00a0](?=[“"]Toàn dân đoàn kết xây dựng đời sống văn hóa)/gu,
    message: () => 'Viết hoa “Phong trào” khi chỉ phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”, thống nhất trong cả văn bản.',
    rule: capitals,
    headings: true,
  },
]

/** K25: blanks round signs. Numbers (3.000; 90,7), hours and codes are left alone. */
const spacingWatches: readonly Watch[] = [
  {
    code: 'K25',
    level: 'G',
    form: /(?<![\s\u00a0])[\s\u00a0]+(?:[,;:)”!?]|\.(?![./\d]))/gu,
    message: () => 'Thừa dấu cách trước dấu câu.',
    rule: spelling,
    headings: true,
  },
  {
    code: 'K25',
    level: 'G',
    form: /[\p{L}\d][,;:!?](?=\p{L})|[(“][\s\u00a0]/gu,
    message: () => 'Dấu cách quanh dấu câu chưa đúng.',
    rule: spelling,
    headings: true,
  },
  { code: 'K25', level: 'G', form: /\p{Ll}\.(?=\p{Lu})/gu, message: () => 'Thiếu dấu cách sau dấu chấm.', rule: spelling, headings: true },
  {
    code: 'K25',
    level: 'G',
    form: /[\p{L}\d]-[\s\u00a0]+\p{L}|\p{L}[\s\u00a0]+-(?=\p{L})/gu,
    message: () => 'Gạch nối chỉ có dấu cách một bên; để cả hai bên hoặc không bên nào.',
    rule: spelling,
    headings: true,
  },
  { code: 'K25', level: 'G', form: /(?<=\S) {2,}(?=\S)/gu, message: () => 'Thừa dấu cách giữa hai từ.', rule: spelling, headings: true },
]

/** Sentences that break off: a purpose with nothing that follows from it, a paragraph without its full stop. */
const sentenceWatches: readonly Watch[] = [
  {
    code: 'W-sentence',
    level: 'C',
    form: /(?<=^|[.?!][\s\u00a0])(?:Để|Nhằm)[\s\u00a0](?:(?!,[\s\u00a0](?:\p{Lu}|các|đã|cần|phải|đề nghị|yêu cầu))[^.?!])+[.](?!\d|\/)/gu,
    message: () => 'Câu mới nêu mục đích, chưa có vế chính; có thể đã ngắt nhầm bằng dấu chấm.',
    rule: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.a',
    headings: false,
  },
  {
    code: 'W-sentence',
    level: 'C',
    form: /^(?:Thực hiện|Căn cứ)[\s\u00a0](?=[^.]{0,60}?số[\s\u00a0]\d)(?:(?!,[\s\u00a0]\p{Lu})[^.?!])+[.](?=[\s\u00a0]\p{Lu})/gu,
    message: () => 'Câu mở đầu bị ngắt trước khi nêu cơ quan báo cáo; nên viết thành một câu trọn.',
    rule: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.a',
    headings: false,
  },
  {
    code: 'W-end',
    level: 'C',
    // Short lines may be headings that carry no stop. The end is looked for first: from the start it would take minutes.
    form: /[^\s\u00a0.;:!?…”)](?=[\s\u00a0]*$)(?<=^.{81,})/gu,
    message: () => 'Cuối đoạn thiếu dấu câu.',
    rule: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.a',
    headings: false,
  },
]

/** K22, K25, K26 and broken sentences. */
export function checkWriting(blocks: readonly TextBlock[], namedAfterPerson: readonly string[]): Remark[] {
  const watches = [...capitalWatches, ...spacingWatches, ...sentenceWatches]
  return [
    ...blocks.flatMap(block =>
      watches.filter(watch => watch.headings || !block.isHeading).flatMap(watch => look(block, watch, namedAfterPerson)),
    ),
    ...blocks.flatMap(checkCitedKinds),
    ...checkToneMarks(blocks),
  ]
}

function look(block: TextBlock, watch: Watch, namedAfterPerson: readonly string[]): Remark[] {
  if (block.text.trim() === '') return []
  return Array.from(block.text.matchAll(watch.form))
    .filter(found => !namedAfterPerson.some(name => found[0].endsWith(name)))
    .map(found => {
      const at = { start: found.index, end: found.index + found[0].length }
      return {
        code: watch.code,
        level: watch.level,
        place: { blockId: block.blockId, words: excerpt(block.text, at) },
        message: watch.message(found),
        rule: watch.rule,
      }
    })
}

/** VH-11: the name of a document's kind takes a capital before its number. */
function checkCitedKinds(block: TextBlock): Remark[] {
  return findCitations(block.text)
    .filter(citation => !citation.text.startsWith(citation.kindName))
    .map(citation => ({
      code: 'K22',
      level: 'C',
      place: { blockId: block.blockId, words: excerpt(block.text, citation) },
      message: `Viết hoa tên loại văn bản: “${citation.kindName} số ${citation.code}”.`,
      rule: `${capitals}, V.6`,
    }))
}

const toneForms = {
  first: /(?<!\p{L})\p{L}*(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\p{L})/giu,
  second: /(?<!\p{L})\p{L}*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/giu,
}

/** K26: `hòa` and `hoà`, `ủy` and `uỷ` are both right, but not side by side in one document. */
function checkToneMarks(blocks: readonly TextBlock[]): Remark[] {
  const first = firstFound(blocks, toneForms.first)
  const second = firstFound(blocks, toneForms.second)
  if (first === null || second === null) return []
  const { block, found } = second
  const at = { start: found.index, end: found.index + found[0].length }
  return [
    {
      code: 'K26',
      level: 'G',
      place: { blockId: block.blockId, words: excerpt(block.text, at) },
      message: `Dấu thanh đặt theo hai cách: “${first.found[0]}” và “${found[0]}”; nên thống nhất trong một văn bản.`,
      rule: 'Bộ kiểm thể thức, K26',
    },
  ]
}

function firstFound(blocks: readonly TextBlock[], form: RegExp): { block: TextBlock; found: RegExpExecArray } | null {
  for (const block of blocks) for (const found of block.text.matchAll(form)) return { block, found }
  return null
}
