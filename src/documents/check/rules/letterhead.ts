import { isPlainDate } from '#domain/calendar/plain-date.ts'
import { documentKinds } from '#domain/document/kinds.ts'
import type { Remark } from '#domain/document/remark.ts'
import { measureText } from '../../layout/measure.ts'
import { decree30, motto as mottoPrinted } from '../../preset.ts'
import { hasLook, isBold, isItalic, type Line, showsLook, sizeOf } from '../lines.ts'
import { type Checked, remark, remarkOnAll, sizeWords, within } from './remark.ts'
import { ruleBelow } from './rule-below.ts'

const { sizes, rules } = decree30
const tab = 'Phụ lục I'

/** What is wrong with the look of a line, in words. */
export function lookFaults(
  line: Line,
  name: string,
  wanted: { size: { from: number; to: number }; bold: boolean; italic: boolean },
): string[] {
  const { size, bold, italic } = wanted
  const faults = []
  if (!hasLook(line, run => within(run.look.size, size.from, size.to)))
    faults.push(`${name} cỡ ${sizeOf(line)}, phải là ${sizeWords(size)}.`)
  if (bold ? !isBold(line) : showsLook(line, run => run.look.bold)) faults.push(`${name} phải ${bold ? 'in đậm' : 'không in đậm'}.`)
  if (italic ? !isItalic(line) : showsLook(line, run => run.look.italic)) faults.push(`${name} phải là chữ ${italic ? 'nghiêng' : 'đứng'}.`)
  return faults
}

const onLine = (code: string, line: Line, clause: string) => (fault: string) => remark(code, 'L', line, fault, clause)

/** K05: the national name, its words, size and weight, on one line. */
export function checkNationalName({ parts: { nationalName: line } }: Checked): Remark[] {
  const clause = `${tab}, II.1`
  if (line === null) return [remark('K05', 'L', 'đầu văn bản', 'Không thấy Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”.', clause)]
  const faults = lookFaults(line, 'Quốc hiệu', { size: sizes.nationalName, bold: true, italic: false })
  if (!/^CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM$/u.test(line.text.trim())) faults.push('Quốc hiệu không đúng chữ.')
  const width = measureText(line.text.trim(), 'bold', sizeOf(line)) * 20
  if (line.paragraph.available > 0 && width > line.paragraph.available) faults.push('Quốc hiệu không đủ chỗ trên một dòng.')
  return faults.map(onLine('K05', line, clause))
}

/** K06: the motto, and the rule below it as long as the line. */
export function checkMotto({ parts }: Checked): Remark[] {
  const clause = `${tab}, II.1`
  const line = parts.motto
  if (line === null) return [remark('K06', 'L', 'đầu văn bản', `Không thấy Tiêu ngữ “${mottoPrinted}”.`, clause)]
  const faults = lookFaults(line, 'Tiêu ngữ', { size: sizes.motto, bold: true, italic: false })
  if (line.text.trim() !== mottoPrinted) faults.push(`Tiêu ngữ phải viết “${mottoPrinted}”, gạch nối có dấu cách hai bên.`)
  const rule = ruleBelow(parts.all, [line])
  if (rule === null) faults.push('Dưới Tiêu ngữ thiếu đường kẻ.')
  else if (!within(rule / measureText(line.text.trim(), 'bold', sizeOf(line)), rules.mottoFrom, rules.mottoTo))
    faults.push('Đường kẻ dưới Tiêu ngữ phải dài bằng dòng chữ.')
  return faults.map(onLine('K06', line, clause))
}

const subordinateName = /^(?:SỞ|VĂN PHÒNG|PHÒNG|BAN|TRUNG TÂM|CHI CỤC|THANH TRA)\s?/u

/** K07: the issuer bold, its superior not; the rule a third to a half of the name. */
export function checkIssuer({ parts }: Checked): Remark[] {
  const clause = `${tab}, II.2`
  const lines = parts.issuerLines
  if (lines.length === 0) return [remark('K07', 'L', 'đầu văn bản', 'Không thấy tên cơ quan ban hành ở cột trái, trên dòng số.', clause)]
  const names = lines.filter(isBold)
  const [first] = lines
  const remarks = lines.flatMap(line =>
    lookFaults(line, 'Tên cơ quan', { size: sizes.issuer, bold: isBold(line), italic: false }).map(onLine('K07', line, clause)),
  )
  const small = lines.filter(line => line.text !== line.text.toLocaleUpperCase('vi'))
  remarks.push(...remarkOnAll('K07', 'L', small, 'Tên cơ quan phải viết in hoa.', clause))
  const last = names.at(-1)
  if (last === undefined || last !== lines.at(-1))
    return [...remarks, ...remarkOnAll('K07', 'L', lines.slice(-1), 'Tên cơ quan ban hành phải in đậm.', clause)]
  if (first && first !== last && isBold(first) && subordinateName.test(last.text) && !subordinateName.test(first.text))
    remarks.push(remark('K07', 'L', first, 'Tên cơ quan chủ quản phải không in đậm.', clause))
  return [...remarks, ...checkShortRule('K07', parts.all, names, 'tên cơ quan ban hành', clause)]
}

/** A rule of a third to a half of the text above it; the decree does not say of which line where there are several. */
function checkShortRule(code: string, all: readonly Line[], lines: readonly Line[], name: string, clause: string): Remark[] {
  const last = lines.at(-1)
  if (last === undefined) return []
  const rule = ruleBelow(all, lines)
  if (rule === null) return [remark(code, 'L', last, `Dưới ${name} thiếu đường kẻ.`, clause)]
  const widths = lines.map(line => measureText(line.text.trim(), 'bold', sizeOf(line)))
  const fits = within(rule, rules.shareFrom * Math.min(...widths), rules.shareTo * Math.max(...widths), 1)
  return fits ? [] : [remark(code, 'L', last, `Đường kẻ dưới ${name} phải dài từ 1/3 đến 1/2 dòng chữ.`, clause)]
}

const givenNumber = /^Số: (?:0[1-9]|[1-9]\d+)\/([^\s/]+)$/u
const openNumber = /^Số:\s{6,}\/([^\s/]+)$/u

/** K08: number and symbol; the kind in the symbol is that of the document; a letter has none. */
export function checkNumber({ parts, facts }: Checked): Remark[] {
  const clause = `${tab}, II.3`
  const line = parts.number
  if (line === null) return [remark('K08', 'L', 'đầu văn bản', 'Không thấy dòng “Số: …/…”.', clause)]
  const faults = lookFaults(line, 'Số, ký hiệu', { size: sizes.number, bold: false, italic: false })
  const text = line.text.trim()
  const symbol = (givenNumber.exec(text) ?? openNumber.exec(text))?.[1]
  if (symbol === undefined) faults.push('Số, ký hiệu phải có dạng “Số: 05/BC-VPUB”; chưa có số thì để trống trước dấu “/”.')
  else faults.push(...symbolFaults(symbol, facts.kind ?? parts.kind))
  return faults.map(onLine('K08', line, clause))
}

function symbolFaults(symbol: string, kind: keyof typeof documentKinds | null): string[] {
  const abbreviations = Object.values(documentKinds).flatMap(({ abbreviation }) => (abbreviation === null ? [] : [abbreviation]))
  const [head = ''] = symbol.split('-')
  if (kind === null) return []
  const wanted = documentKinds[kind].abbreviation
  if (wanted !== null && head !== wanted)
    return [`Ký hiệu “${symbol}” phải bắt đầu bằng “${wanted}-” vì văn bản là ${documentKinds[kind].name}.`]
  if (kind === 'officialLetter' && abbreviations.some(one => one === head))
    return [`Công văn không ghi tên loại trong ký hiệu “${symbol}”.`]
  return symbol.includes('-') ? [] : [`Ký hiệu “${symbol}” thiếu gạch nối giữa các nhóm chữ.`]
}

const givenDay = /^(.+), ngày (0[1-9]|[12]\d|3[01]) tháng (01|02|[3-9]|1[0-2]) năm (\d{4})$/u
const openDay = /^(.+), ngày\s+tháng\s+năm (\d{4})$/u

/** K09: place and day in italics; the place is the issuer's on the day of signing. Minutes have no such line. */
export function checkPlaceAndDate({ parts, facts }: Checked): Remark[] {
  const clause = `${tab}, II.4`
  const line = parts.placeAndDate
  if (line === null)
    return parts.kind === 'minutes' ? [] : [remark('K09', 'L', 'đầu văn bản', 'Không thấy dòng địa danh và ngày tháng năm.', clause)]
  const faults = lookFaults(line, 'Địa danh, ngày tháng', { size: sizes.placeAndDate, bold: false, italic: true })
  const text = line.text.trim()
  const given = givenDay.exec(text)
  const place = (given ?? openDay.exec(text))?.[1]
  if (place === undefined) faults.push('Phải có dạng “Sơn La, ngày 05 tháng 01 năm 2026”: ngày dưới 10 và tháng 1, 2 thêm số 0.')
  else if (facts.place !== undefined && facts.place !== place)
    faults.push(`Địa danh “${place}”, nhưng nơi cơ quan đóng trụ sở là “${facts.place}”.`)
  if (given && !isPlainDate(dayOf(given))) faults.push('Ngày này không có trong lịch.')
  return faults.map(onLine('K09', line, clause))
}

function dayOf([, , day = '', month = '', year = '']: readonly string[]): string {
  return `${year}-${month.padStart(2, '0')}-${day}`
}

/** K10: an issued document has its number and day. */
export function checkGiven({ parts, stage }: Checked): Remark[] {
  if (stage !== 'issued') return []
  const number =
    parts.number !== null && openNumber.test(parts.number.text.trim())
      ? [remark('K10', 'L', parts.number, 'Văn bản phát hành chưa có số.', 'Điều 15')]
      : []
  const day =
    parts.placeAndDate !== null && openDay.test(parts.placeAndDate.text.trim())
      ? [remark('K10', 'L', parts.placeAndDate, 'Văn bản phát hành chưa có ngày, tháng.', 'Điều 15')]
      : []
  return [...number, ...day]
}

/** K11: the next number of its series, on a day not before the last one. Only the register knows. */
export function checkRegister({ parts, stage, facts: { register } }: Checked): Remark[] {
  const number = /(\d+)\//u.exec(parts.number?.text ?? '')?.[1]
  if (stage !== 'issued' || register === undefined || parts.number === null || number === undefined) return []
  const expected = (register.lastNumber ?? 0) + 1
  const remarks =
    Number(number) === expected
      ? []
      : [remark('K11', 'L', parts.number, `Số ${number} không nối tiếp dãy số; số kế tiếp là ${expected}.`, 'Điều 15')]
  const given = givenDay.exec(parts.placeAndDate?.text.trim() ?? '')
  if (parts.placeAndDate && given && register.lastOn !== null && dayOf(given) < register.lastOn)
    remarks.push(remark('K11', 'L', parts.placeAndDate, 'Ngày văn bản sớm hơn văn bản liền trước cùng dãy số.', 'Điều 15'))
  return remarks
}

/** K12: kind and subject with the short rule below, or the V/v of a letter. */
export function checkTitle({ parts }: Checked): Remark[] {
  const clause = `${tab}, II.5`
  if (parts.letterSubject.length > 0)
    return parts.letterSubject.flatMap(line =>
      lookFaults(line, 'Trích yếu công văn', { size: sizes.letterSubject, bold: false, italic: false }).map(onLine('K12', line, clause)),
    )
  if (parts.kindLine === null)
    return [remark('K12', 'L', 'đầu văn bản', 'Không thấy tên loại văn bản, cũng không thấy “V/v …” của công văn.', clause)]
  const kind = lookFaults(parts.kindLine, 'Tên loại', { size: sizes.kind, bold: true, italic: false }).map(
    onLine('K12', parts.kindLine, clause),
  )
  if (parts.subject.length === 0)
    return [...kind, remark('K12', 'L', parts.kindLine, 'Dưới tên loại không thấy trích yếu (in đậm, canh giữa).', clause)]
  const subject = parts.subject.flatMap(line =>
    lookFaults(line, 'Trích yếu', { size: sizes.subject, bold: true, italic: false }).map(onLine('K12', line, clause)),
  )
  return [...kind, ...subject, ...checkShortRule('K12', parts.all, parts.subject, 'trích yếu', clause)]
}
