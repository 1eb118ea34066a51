import { checkText } from '#domain/document/check-text.ts'
import type { Remark } from '#domain/document/remark.ts'
import type { TextBlock } from '#domain/document/text-block.ts'
import { decree30, mmToTwips } from '../../preset.ts'
import { hasLook, isBold, isItalic, type Line, visibleRuns } from '../lines.ts'
import { type Checked, remark, remarkOnAll, within } from './remark.ts'

const { body, sizes } = decree30
const clause = 'Phụ lục I, II.6'
const wordSingleLine = 1.15

/** Headings stand alone, bold or with an outline level; lines that decide stand in the middle. */
function isHeading(line: Line): boolean {
  return line.paragraph.look.outline !== null || isBold(line)
}

function isCentred(line: Line): boolean {
  return line.paragraph.look.align === 'center'
}

/** Running text outside tables: the first line of each paragraph. */
function runningText(parts: Checked['parts']): Line[] {
  return parts.body.filter((line, i) => line.cell === null && !isCentred(line) && line.paragraph !== parts.body[i - 1]?.paragraph)
}

/** K13: size, both margins, first line, distance between paragraphs and between lines. */
export function checkRunningText({ parts }: Checked): Remark[] {
  const text = runningText(parts)
  const plain = text.filter(line => !isHeading(line))
  return [
    ...onAll(
      parts.body.filter(line => line.cell === null && !hasRightSize(line)),
      `Cỡ chữ lời văn phải từ ${sizes.body.from} đến ${sizes.body.to}.`,
    ),
    ...onAll(
      plain.filter(line => line.paragraph.look.align !== 'both' && line.paragraph.look.align !== 'distribute'),
      'Lời văn phải canh đều hai lề.',
    ),
    ...onAll(
      text.filter(line => !hasFirstLine(line)),
      'Dòng đầu đoạn phải thụt 1 cm hoặc 1,27 cm.',
    ),
    ...onAll(
      plain.filter(line => !hasGap(parts.all, line)),
      'Khoảng cách giữa các đoạn phải từ 6 pt.',
    ),
    ...onAll(
      text.filter(line => !hasRightPitch(line)),
      'Khoảng cách dòng phải từ dòng đơn đến 1,5 dòng.',
    ),
  ]
}

function onAll(lines: readonly Line[], message: string): Remark[] {
  return remarkOnAll('K13', 'L', lines, message, clause)
}

function hasRightSize(line: Line): boolean {
  return visibleRuns(line).length === 0 || hasLook(line, run => within(run.look.size, sizes.body.from, sizes.body.to))
}

/** The first line may be indented by the paragraph as a whole, as long as it begins where the decree says. */
function hasFirstLine({ paragraph: { look } }: Line): boolean {
  const begins = look.left + look.firstLine
  return body.firstLinesAllowed.some(
    allowed =>
      within(look.firstLine, mmToTwips(allowed), mmToTwips(allowed), 3) || within(begins, mmToTwips(allowed), mmToTwips(allowed), 3),
  )
}

/** Distance to the paragraph below: what follows this one and what precedes that one. */
function hasGap(all: readonly Line[], line: Line): boolean {
  const next = all.find(one => one.index > line.index)
  const { look } = line.paragraph
  if (next === undefined || next.cell !== null || look.contextualSpacing) return look.after >= body.after * 20 || next?.cell !== null
  return look.after + next.paragraph.look.before >= body.after * 20 || next.text.trim() === ''
}

function hasRightPitch(line: Line): boolean {
  const { line: pitch, lineRule } = line.paragraph.look
  if (lineRule === 'auto') return within(pitch, body.lineFrom * 240, body.lineTo * 240)
  const single = (visibleRuns(line)[0]?.look.size ?? sizes.body.print) * wordSingleLine * 20
  return within(pitch, body.lineFrom * single, body.lineTo * single, single * 0.02)
}

/** K14: each basis on a line of its own, in italics, closed by `;`, the last by a full stop. */
export function checkBases({ parts }: Checked): Remark[] {
  const upright = parts.bases.filter(line => !isItalic(line))
  const last = parts.bases.length - 1
  const unclosed = parts.bases.filter((line, i) => !line.text.trim().endsWith(i === last ? '.' : ';'))
  return [
    ...remarkOnAll('K14', 'L', upright, 'Căn cứ ban hành phải là chữ nghiêng.', `${clause}.b`),
    ...remarkOnAll('K14', 'L', unclosed, 'Mỗi căn cứ kết bằng “;”, căn cứ cuối kết bằng “.”.', `${clause}.b`),
  ]
}

/** K15, K20, K22–K26 on the words. */
export function checkWords({ parts, stage, facts }: Checked): Remark[] {
  const paragraphs = [
    ...Map.groupBy(
      [...parts.bases, ...parts.body].filter(line => line.cell === null),
      line => line.paragraph,
    ).keys(),
  ]
  const ordered = paragraphs.toSorted(
    (a, b) => parts.all.findIndex(line => line.paragraph === a) - parts.all.findIndex(line => line.paragraph === b),
  )
  const headings = new Set(parts.body.filter(line => isHeading(line) || isCentred(line)).map(line => line.paragraph))
  const blocks: TextBlock[] = ordered.map(paragraph => ({
    blockId: paragraph.blockId,
    text: paragraph.text.replaceAll('\n', ' ').replaceAll('\t', ' ').trim(),
    isHeading: headings.has(paragraph),
  }))
  const year = /năm (\d{4})$/u.exec(parts.placeAndDate?.text.trim() ?? '')?.[1]
  return checkText(blocks, { stage, year: year === undefined ? null : Number(year), namedAfterPerson: facts.namedAfterPerson ?? [] })
}

/** K21: an appendix is mentioned in the text, numbered where there are several, and says what it belongs to. */
export function checkAppendices({ parts }: Checked): Remark[] {
  const { appendices } = parts
  const [first] = appendices
  if (first === undefined) return []
  const place = 'Phụ lục I, III.1'
  const remarks: Remark[] = []
  if (!parts.body.some(line => /phụ lục/iu.test(line.text)))
    remarks.push(remark('K21', 'L', first.label, 'Trong nội dung không có chỗ dẫn tới phụ lục.', place))
  for (const [i, { label, title, note }] of appendices.entries()) {
    const wanted = appendices.length > 1 ? /^Phụ lục [IVX]+$/u : /^Phụ lục$/u
    if (!wanted.test(label.text.trim()))
      remarks.push(
        remark(
          'K21',
          'L',
          label,
          appendices.length > 1 ? 'Nhiều phụ lục thì đánh số La Mã: “Phụ lục I”.' : 'Chỉ một phụ lục thì không đánh số.',
          place,
        ),
      )
    if (!isBold(label) || !hasLook(label, run => run.look.size === sizes.appendixLabel.print))
      remarks.push(remark('K21', 'L', label, 'Chữ “Phụ lục” phải đứng, đậm, cỡ 14.', place))
    if (title.length === 0 || title.some(line => !isBold(line) || line.text !== line.text.toLocaleUpperCase('vi')))
      remarks.push(remark('K21', 'L', label, `Tên phụ lục ${i + 1} phải in hoa, đậm, canh giữa.`, place))
    if (note !== null && !isItalic(note)) remarks.push(remark('K21', 'L', note, 'Dòng “(Kèm theo …)” phải là chữ nghiêng.', place))
    if (note !== null) remarks.push(...checkNote(note, parts.number?.text ?? '', place))
  }
  return remarks
}

/** `(Kèm theo …)` names this document or, in an electronic file, nothing yet. */
function checkNote(note: Line, numberLine: string, place: string): Remark[] {
  const code = /số\s*(\d+)\/([^\s]+)/u.exec(note.text)
  const own = /(\d+)\/([^\s]+)/u.exec(numberLine)
  if (code === null || own === null || (code[1] === own[1] && code[2] === own[2])) return []
  return [remark('K21', 'L', note, `Dòng “(Kèm theo …)” ghi số ${code[1]}/${code[2]}, khác số của văn bản.`, place)]
}
