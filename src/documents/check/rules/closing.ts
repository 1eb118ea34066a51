import { mayHaveAddressees } from '#domain/document/kinds.ts'
import type { SignatureBlock } from '#domain/document/official-document.ts'
import type { Remark } from '#domain/document/remark.ts'
import { decree30 } from '../../preset.ts'
import type { Line } from '../lines.ts'
import type { SignatureLines } from '../recognise.ts'
import { lookFaults } from './letterhead.ts'
import { type Checked, remark, remarkOnAll } from './remark.ts'

const { sizes } = decree30
const learnedTitle =
  /^(?:GS|PGS|TS|ThS|BS|KS|CN|NGƯT|NGND|NSND|NSƯT|Tiến sĩ|Thạc sĩ|Giáo sư|Phó Giáo sư|Bác sĩ|Kỹ sư)[.\s]|^(?:Ông|Bà|Đ\/c|Đồng chí)\s/u

/** K16: capacity and name by the table of signing capacities; who may sign is known only to the directory. */
export function checkSignature({ parts, facts }: Checked): Remark[] {
  const clause = 'Phụ lục I, II.7'
  if (parts.signatures.length === 0) return [remark('K16', 'L', 'cuối văn bản', 'Không thấy khối ký.', clause)]
  const remarks = parts.signatures.flatMap(signature => checkOneSignature(signature, clause))
  if (parts.kind === 'minutes' && parts.signatures.length < 2)
    remarks.push(remark('K16', 'L', 'cuối văn bản', 'Biên bản do hai người ký: thư ký bên trái, chủ tọa bên phải.', 'Phụ lục III, mẫu 1.9'))
  return [...remarks, ...checkSigner(parts.signatures.at(-1), facts.signature, clause)]
}

/** What the directory of appointments says of the signer. */
function checkSigner(last: SignatureLines | undefined, expected: SignatureBlock | undefined, clause: string): Remark[] {
  if (expected === undefined || last === undefined) return []
  const lines = [...expected.capacityLines, ...(expected.officeLine === undefined ? [] : [expected.officeLine])]
  const sameCapacity = last.capacity.map(line => line.text.trim()).join('\n') === lines.join('\n')
  const place = last.capacity[0] ?? 'khối ký'
  const capacity = sameCapacity ? [] : [remark('K16', 'L', place, `Quyền hạn, chức vụ phải ghi: ${lines.join(' / ')}.`, clause)]
  if (expected.fullName === null || last.name?.text.trim() === expected.fullName) return capacity
  return [...capacity, remark('K16', 'L', last.name ?? place, `Người có thẩm quyền ký là ${expected.fullName}.`, clause)]
}

function checkOneSignature({ capacity, name }: SignatureLines, clause: string): Remark[] {
  const looks = Map.groupBy(
    capacity.flatMap(line => capacityLook(line).map(fault => ({ line, fault }))),
    one => one.fault,
  )
  const remarks = [...looks].flatMap(([fault, places]) =>
    remarkOnAll(
      'K16',
      'L',
      places.map(one => one.line),
      fault,
      clause,
    ),
  )
  remarks.push(...capacityFaults(capacity).map(([line, fault]) => remark('K16', 'L', line, fault, clause)))
  const [first] = capacity
  if (name === null) return [...remarks, remark('K16', 'L', first ?? 'khối ký', 'Chưa có họ tên người ký.', clause)]
  const faults = lookFaults(name, 'Họ tên người ký', { size: sizes.signature, bold: true, italic: false })
  if (learnedTitle.test(name.text.trim())) faults.push('Trước họ tên người ký không ghi học hàm, học vị, danh hiệu.')
  return [...remarks, ...faults.map(fault => remark('K16', 'L', name, fault, clause))]
}

function capacityLook(line: Line): string[] {
  const faults = lookFaults(line, 'Quyền hạn, chức vụ', { size: sizes.signature, bold: true, italic: false })
  return line.text === line.text.toLocaleUpperCase('vi') ? faults : [...faults, 'Quyền hạn, chức vụ phải in hoa.']
}

/** `KT.`, `TL.`, `TUQ.` and `TM.` name on whose behalf; the signer's own office follows on the next line. */
function capacityFaults(lines: readonly Line[]): [Line, string][] {
  return lines.flatMap((line, i): [Line, string][] => {
    const text = line.text.trim()
    const prefix = /^(TM|KT|TL|TUQ|Q)(\.?)\s?/u.exec(text)
    if (!prefix) return []
    const [, sign = '', stop = ''] = prefix
    if (stop === '' || !/^(?:TM|KT|TL|TUQ|Q)\. \S/u.test(text))
      return text.startsWith(`${sign} `) || stop !== '' ? [[line, `Sau “${sign}” phải có dấu chấm và dấu cách.`]] : []
    const next = lines[i + 1]?.text.trim()
    if (sign !== 'Q' && next === undefined) return [[line, `Dưới dòng “${sign}.” phải ghi chức vụ của người ký.`]]
    if (sign === 'KT' && next !== undefined && !/^(?:PHÓ|THỨ TRƯỞNG)/u.test(next))
      return [[line, 'Ký thay (KT.) thì dòng dưới là chức vụ cấp phó.']]
    return []
  })
}

/** K17: who is addressed: letters and proposals always, reports to a superior body, other kinds never; signs of the list. */
export function checkAddressees({ parts, facts }: Checked): Remark[] {
  const clause = 'Phụ lục I, II.9.a'
  const kind = facts.kind ?? parts.kind
  const [first, ...others] = parts.addressees
  if (first === undefined) {
    const needed = kind === 'officialLetter' || kind === 'proposal'
    return needed ? [remark('K17', 'L', 'sau trích yếu', 'Thiếu “Kính gửi: …”.', clause)] : []
  }
  if (kind !== null && !mayHaveAddressees(kind)) return [remark('K17', 'L', first, 'Loại văn bản này không có “Kính gửi”.', clause)]
  const faults = lookFaults(first, 'Kính gửi', { size: sizes.addressees, bold: false, italic: false }).map(fault =>
    remark('K17', 'L', first, fault, clause),
  )
  if (!first.text.trim().startsWith('Kính gửi:')) faults.push(remark('K17', 'L', first, 'Sau “Kính gửi” phải có dấu hai chấm.', clause))
  const wrong = others.filter(
    (line, i) => !/^- \S/u.test(line.text.trim()) || !line.text.trim().endsWith(i === others.length - 1 ? '.' : ';'),
  )
  return [...faults, ...remarkOnAll('K17', 'L', wrong, 'Mỗi nơi nhận một dòng “- …;”, dòng cuối kết bằng “.”.', clause)]
}

/** K18: `Nơi nhận:` 12 pt bold italic, its list 11 pt upright, the last line names the archive. */
export function checkRecipients({ parts }: Checked): Remark[] {
  const clause = 'Phụ lục I, II.9.b'
  const label = parts.recipientsLabel
  if (label === null) return [remark('K18', 'L', 'cuối văn bản', 'Không thấy “Nơi nhận:”.', clause)]
  const faults = lookFaults(label, '“Nơi nhận:”', { size: sizes.recipientsLabel, bold: true, italic: true }).map(fault =>
    remark('K18', 'L', label, fault, clause),
  )
  if (label.text.trim() !== 'Nơi nhận:') faults.push(remark('K18', 'L', label, 'Phải ghi “Nơi nhận:”.', clause))
  const looks = parts.recipients.filter(line => lookFaults(line, '', { size: sizes.recipients, bold: false, italic: false }).length > 0)
  const entries = recipientEntries(parts.recipients)
  const last = entries.at(-1)
  if (last === undefined) return [...faults, remark('K18', 'L', label, 'Chưa có danh sách nơi nhận.', clause)]
  const wrong = entries.filter(entry => entry !== last && !/^- .+;$/u.test(entry.text)).map(entry => entry.line)
  return [
    ...faults,
    ...remarkOnAll('K18', 'L', looks, 'Danh sách nơi nhận phải là chữ đứng, không đậm, cỡ 11.', clause),
    ...remarkOnAll('K18', 'L', wrong, 'Mỗi nơi nhận bắt đầu bằng “- ” và kết bằng “;”.', clause),
    ...(/^- Lưu: VT.*\.$/u.test(last.text)
      ? []
      : [remark('K18', 'L', last.line, 'Dòng cuối phải là “- Lưu: VT, ….”, kết bằng dấu chấm.', clause)]),
  ]
}

/** A recipient whose name runs over several lines is one entry. */
function recipientEntries(lines: readonly Line[]): { readonly line: Line; readonly text: string }[] {
  const entries: { line: Line; text: string }[] = []
  for (const line of lines) {
    const last = entries.at(-1)
    const text = line.text.trim()
    if (last && !/^[-–+]/u.test(text) && !last.text.endsWith(';')) entries[entries.length - 1] = { ...last, text: `${last.text} ${text}` }
    else entries.push({ line, text })
  }
  return entries
}

/** K19: whoever is addressed is the first recipient: `- Như trên;`. */
export function checkAsAbove({ parts }: Checked): Remark[] {
  const [first] = parts.recipients
  if (parts.addressees.length === 0 || first === undefined || first.text.trim() === '- Như trên;') return []
  return [remark('K19', 'L', first, 'Có “Kính gửi” thì dòng đầu nơi nhận là “- Như trên;”.', 'Phụ lục I, II.9.b')]
}
