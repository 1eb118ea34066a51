import type { Remark } from '#domain/document/remark.ts'
import { decree30, mmToTwips } from '../../preset.ts'
import { hasLook, type Line, showsLook } from '../lines.ts'
import type { ReadParagraph, ReadSection } from '../read-model.ts'
import { type Checked, remark, remarkOnAll, sizeWords, within } from './remark.ts'

const tolerance = 2
const sides = ['top', 'bottom', 'left', 'right'] as const
const sideWords = { top: 'trên', bottom: 'dưới', left: 'trái', right: 'phải' } as const

/** K01: A4, upright or turned for tables; margins in their ranges. */
export function checkPage({ document }: Checked): Remark[] {
  return document.sections.flatMap((section, i) => {
    const where = document.sections.length > 1 ? `trang, phần ${i + 1}` : 'trang'
    const { page } = decree30
    const [short, long] = [Math.min(section.width, section.height), Math.max(section.width, section.height)]
    const isA4 =
      within(short, mmToTwips(page.width), mmToTwips(page.width), 20) && within(long, mmToTwips(page.height), mmToTwips(page.height), 20)
    const paper = isA4
      ? []
      : [
          remark(
            'K01',
            'L',
            where,
            `Khổ giấy ${millimetres(short)} × ${millimetres(long)} mm, phải là A4 (210 × 297 mm).`,
            'Phụ lục I, I.1',
          ),
        ]
    const margins = sides.flatMap(side => {
      const { from, to } = page[side]
      const width = section.margins[side]
      if (section.landscape || within(width, mmToTwips(from), mmToTwips(to), tolerance)) return []
      return [remark('K01', 'L', where, `Lề ${sideWords[side]} ${millimetres(width)} mm, phải từ ${from} đến ${to} mm.`, 'Phụ lục I, I.3')]
    })
    return [...paper, ...margins]
  })
}

function millimetres(twips: number): string {
  return (Math.round((twips / 56.6929) * 10) / 10).toString().replace('.', ',')
}

const legacyFont = /^(?:\.Vn|VNI-|\.?TCVN)/iu

/** K02: every visible letter in Times New Roman, black. Letters above U+007F take another font setting than plain ones. */
export function checkFont({ parts }: Checked): Remark[] {
  const wrong = parts.all.flatMap(line =>
    line.runs.flatMap(run =>
      fontsShown(run.text, run.look)
        .filter(font => !isRightFont(font))
        .map(font => ({ line, font })),
    ),
  )
  const byFont = Map.groupBy(wrong, one => one.font)
  const fonts = [...byFont].flatMap(([font, places]) =>
    remarkOnAll(
      'K02',
      'L',
      places.map(one => one.line),
      `Phông chữ “${font}”, phải là ${decree30.font}.`,
      'Phụ lục I, I.4',
    ),
  )
  const coloured = parts.all.filter(line => showsLook(line, run => !['auto', '000000'].includes(run.look.color)))
  return [...fonts, ...remarkOnAll('K02', 'L', coloured, 'Chữ không phải màu đen.', 'Phụ lục I, I.4')]
}

function fontsShown(text: string, look: { readonly asciiFont: string; readonly hAnsiFont: string }): string[] {
  const fonts = [/[!-~]/u.test(text) ? look.asciiFont : '', /[\u00a1-\uffff]/u.test(text) ? look.hAnsiFont : '']
  return [...new Set(fonts)].filter(font => font !== '')
}

/** Old encodings are the matter of K03. */
function isRightFont(font: string): boolean {
  return font.toLowerCase() === decree30.font.toLowerCase() || legacyFont.test(font)
}

/** K03: Unicode in its composed form (NFC), no private signs, no fonts of the TCVN3 and VNI encodings. */
export function checkEncoding({ parts }: Checked): Remark[] {
  const clause = 'Phụ lục I, I.4 (TCVN 6909:2001)'
  const legacy = parts.all.filter(line =>
    showsLook(line, run => legacyFont.test(run.look.asciiFont) || legacyFont.test(run.look.hAnsiFont)),
  )
  return [
    ...remarkOnAll('K03', 'L', legacy, 'Phông chữ bảng mã cũ (TCVN3 hoặc VNI), phải là Unicode.', clause),
    ...remarkOnAll(
      'K03',
      'L',
      parts.all.filter(line => line.text !== line.text.normalize('NFC')),
      'Chữ có dấu tổ hợp rời, phải là Unicode dựng sẵn.',
      clause,
    ),
    ...remarkOnAll(
      'K03',
      'L',
      parts.all.filter(line => /[\u{e000}-\u{f8ff}]/u.test(line.text)),
      'Có ký tự vùng riêng, không đọc được ở máy khác.',
      clause,
    ),
  ]
}

const pageNumberClause = 'Phụ lục I, I.7'

/** K04: page number from page 2 on, in the middle of the upper margin, upright, 13–14. A part of one page needs none. */
export function checkPageNumber({ document, parts }: Checked): Remark[] {
  const faults = document.sections.flatMap((section, i) => {
    const number = section.headers.default.find(paragraph => paragraph.hasPageNumber)
    const lines = parts.all.filter(line => line.paragraph.section === i)
    return number === undefined ? missingNumberFaults(section, lines) : numberFaults(section, number)
  })
  return [...new Set(faults)].map(fault => remark('K04', 'L', 'số trang', fault, pageNumberClause))
}

function numberFaults(section: ReadSection, number: ReadParagraph): string[] {
  const onFirstPage = !section.titlePage || section.headers.first.some(paragraph => paragraph.hasPageNumber)
  const faults = [
    onFirstPage ? 'Trang đầu phải không hiện số trang.' : '',
    number.look.align === 'center' ? '' : 'Số trang phải canh giữa.',
    section.margins.header < section.margins.top ? '' : 'Số trang phải nằm trong lề trên.',
    wrongLook(number) ? `Số trang phải là chữ đứng, cỡ ${sizeWords(decree30.sizes.pageNumber)}.` : '',
  ]
  return faults.filter(fault => fault !== '')
}

function missingNumberFaults(section: ReadSection, lines: readonly Line[]): string[] {
  if (section.footers.default.some(paragraph => paragraph.hasPageNumber)) return ['Số trang đặt ở chân trang, phải đặt giữa lề trên.']
  return estimatedLines(lines) <= linesOfOnePage ? [] : ['Văn bản nhiều trang mà không có số trang.']
}

const linesOfOnePage = 44
const charactersPerLine = 78

/** A file does not say how many pages it has; this counts lines roughly, cells beside each other once. */
function estimatedLines(lines: readonly Line[]): number {
  const counted = lines.filter(line => line.cell === null || line.cell.column === 0)
  return counted.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.text.length / charactersPerLine)), 0)
}

function wrongLook(paragraph: ReadParagraph): boolean {
  const line = { text: paragraph.text, runs: paragraph.runs, paragraph, index: 0, cell: null }
  const { from, to } = decree30.sizes.pageNumber
  return paragraph.runs.length > 0 && !hasLook(line, ({ look }) => !look.italic && within(look.size, from, to))
}
