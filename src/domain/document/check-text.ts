import type { PlainDate } from '../calendar/plain-date.ts'
import { checkWriting } from './check-writing.ts'
import { type FoundCitation, findCitations } from './cite.ts'
import type { DocumentStage, Remark } from './remark.ts'
import { excerpt, type TextBlock } from './text-block.ts'

/** What the text checks need to know beside the text. */
export type TextFacts = {
  readonly stage: DocumentStage
  /** The printed year of the document; null where it is not known, and years are not compared. */
  readonly year: number | null
  /** Units named after a person, whose common noun takes a capital (`Phường Tô Hiệu`): Annex II, III.1.b. */
  readonly namedAfterPerson: readonly string[]
}

/** The checks K15, K20 and K22–K26, on the text alone: nothing is corrected, everything is shown at its place. */
export function checkText(blocks: readonly TextBlock[], facts: TextFacts): Remark[] {
  return [
    ...checkCitations(blocks),
    ...checkEnd(blocks),
    ...checkBlanks(blocks, facts.stage),
    ...checkPeriods(blocks),
    ...(facts.year === null ? [] : checkYears(blocks, facts.year)),
    ...checkWriting(blocks, facts.namedAfterPerson),
  ]
}

const citationRule = 'Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.b'

/** K15: the first citation gives five parts, later ones kind, number and symbol only; a law has no number. */
function checkCitations(blocks: readonly TextBlock[]): Remark[] {
  const remarks: Remark[] = []
  const daysOf = new Map<string, (PlainDate | null)[]>()
  const slashed: { block: TextBlock; citation: FoundCitation }[] = []
  for (const block of blocks) {
    for (const citation of findCitations(block.text)) {
      const days = daysOf.get(citation.code)
      const seen = days?.some(day => day === null || citation.day === null || day === citation.day) ?? false
      daysOf.set(citation.code, [...(days ?? []), citation.day])
      const message = seen ? repeatMessage(citation) : firstMessage(citation)
      if (message !== null) remarks.push(remark('K15', 'C', block, citation, message, citationRule))
      if (citation.dayAsWritten?.includes('/')) slashed.push({ block, citation })
    }
    for (const law of block.text.matchAll(
      /(?<!\p{L})(?:Luật|Pháp lệnh|Bộ luật)[^.;“”]{0,80}? số \d+\/\d{4}\/(?:QH|UBTVQH|PL)[\p{L}\d-]*/gu,
    ))
      remarks.push(
        remark('K15', 'C', block, span(law), 'Viện dẫn Luật, Pháp lệnh chỉ ghi tên loại và tên, không ghi số, ký hiệu.', citationRule),
      )
  }
  const [first] = slashed
  if (first) {
    const message = `Ngày của văn bản viện dẫn viết bằng gạch chéo (${slashed.length} chỗ); nên viết “ngày … tháng … năm …”.`
    remarks.push(remark('K15', 'G', first.block, first.citation, message, citationRule))
  }
  return remarks
}

function firstMessage({ kindName, code, day, issuer, subjectPresent }: FoundCitation): string | null {
  const lacks = [day === null ? 'ngày ban hành' : '', issuer === null ? 'cơ quan ban hành' : '', subjectPresent ? '' : 'trích yếu'].filter(
    part => part !== '',
  )
  return lacks.length === 0 ? null : `Viện dẫn lần đầu ${kindName} số ${code} thiếu ${lacks.join(', ')}.`
}

function repeatMessage({ kindName, code, dayAsWritten, issuer }: FoundCitation): string | null {
  if (dayAsWritten === null && issuer === null) return null
  return `${kindName} số ${code} đã được viện dẫn ở trên; lần sau chỉ ghi tên loại, số và ký hiệu.`
}

/** K20: the forms of Annex III end their text with `./.`. */
function checkEnd(blocks: readonly TextBlock[]): Remark[] {
  const last = blocks.findLast(block => block.text.trim() !== '')
  if (last === undefined || last.text.trimEnd().endsWith('./.')) return []
  const place = { blockId: last.blockId, words: `cuối văn bản: “${last.text.slice(-40)}”` }
  return [
    { code: 'K20', level: 'C', place, message: 'Nội dung chưa kết bằng “./.”.', rule: 'Nghị định 30/2020/NĐ-CP, Phụ lục III, mục II' },
  ]
}

const blankForms: readonly (readonly [RegExp, string])[] = [
  [/(?<!v\.v)(?:…|\.{3,})+/gu, 'còn dấu “…” chưa điền'],
  [/\[[\s\u00a0….]*\]/gu, 'còn ô “[ ]” chưa điền'],
  [/(?<!\p{L})[xX]{3,}(?!\p{L})/gu, 'còn chữ “xxx” chờ điền'],
  [/_{3,}/gu, 'còn gạch “___” chờ điền'],
  [/(?<![\d\s\u00a0])[\s\u00a0]*%|^[\s\u00a0]*%/gu, 'dấu “%” không có số đứng trước'],
]

/** K23: nothing is left to be filled in. A draft may still lack a figure, an issued document may not. */
function checkBlanks(blocks: readonly TextBlock[], stage: DocumentStage): Remark[] {
  return blocks.flatMap(block =>
    blankForms.flatMap(([form, what]) =>
      Array.from(block.text.matchAll(form), match =>
        remark('K23', stage === 'issued' ? 'L' : 'C', block, span(match), `Văn bản ${what}.`, 'Bộ kiểm thể thức, K23'),
      ),
    ),
  )
}

/** K24: the same stretch of years written in two ways (2021 - 2026 and 2022 - 2026). */
function checkPeriods(blocks: readonly TextBlock[]): Remark[] {
  const found = blocks.flatMap(block =>
    Array.from(block.text.matchAll(/giai đoạn (\d{4})[\s\u00a0]*[-–][\s\u00a0]*(\d{4})/giu), match => ({
      block,
      match,
      from: match[1] ?? '',
      to: match[2] ?? '',
    })),
  )
  return found.flatMap(({ block, match, from, to }) => {
    const others = found.filter(other => (other.from === from) !== (other.to === to))
    if (others.length === 0) return []
    const names = [...new Set(others.map(other => `${other.from} - ${other.to}`))].join(', ')
    const message = `Giai đoạn ${from} - ${to} ở đây, nhưng nơi khác ghi ${names}; cần thống nhất.`
    return [remark('K24', 'C', block, span(match), message, 'Bộ kiểm thể thức, K24')]
  })
}

const comparison = /(?:cùng kỳ|so với|từ|đến|trước|sau|kể từ|giai đoạn|hết|tháng \d{1,2}|quý [IV]+)(?:[\s\u00a0]+\p{L}+){0,3}[\s\u00a0]*$/u

/** K24: a year other than the document's or the next one, outside citations, stretches and comparisons. */
function checkYears(blocks: readonly TextBlock[], year: number): Remark[] {
  return blocks.flatMap(block => {
    const text = withoutCitations(block.text)
    return Array.from(text.matchAll(/năm (\d{4})(?!\d|[\s\u00a0]*[-–][\s\u00a0]*\d{4})/gu)).flatMap(match => {
      const named = Number(match[1])
      if (named === year || named === year + 1 || comparison.test(text.slice(Math.max(0, match.index - 40), match.index))) return []
      const message = `Năm ${named} khác năm của văn bản (${year}); kiểm tra có sót từ bản cũ không.`
      return [remark('K24', 'C', block, span(match), message, 'Bộ kiểm thể thức, K24')]
    })
  })
}

/** Blanks out citations with their subjects, up to the end of the clause; positions stay. */
function withoutCitations(text: string): string {
  let result = text
  for (const { start, end } of findCitations(text)) {
    const stop = /[.;]/u.exec(text.slice(end))
    const until = stop ? end + stop.index : text.length
    result = result.slice(0, start) + ' '.repeat(until - start) + result.slice(until)
  }
  return result
}

function span(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length }
}

function remark(
  code: string,
  level: Remark['level'],
  block: TextBlock,
  at: { readonly start: number; readonly end: number },
  message: string,
  rule: string,
): Remark {
  return { code, level, place: { blockId: block.blockId, words: excerpt(block.text, at) }, message, rule }
}
