import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { capitalise } from '../kit/text.ts'
import { documentKinds } from './kinds.ts'

/**
 * A mention of another document in running text. Decree 30/2020/NĐ-CP, Annex I, II.6.b: the first one gives kind,
 * number and symbol, day, issuer and subject; later ones kind, number and symbol only.
 */
export type FoundCitation = {
  /** Offsets of what names the document: kind, code, day and issuer, without the subject. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kindName: string
  /** `41/KH-UBND`, hyphens and spaces made uniform. */
  readonly code: string
  /** Null when the text gives none, or one that does not exist. */
  readonly day: PlainDate | null
  /** `ngày 10/02/2022`. */
  readonly dayAsWritten: string | null
  readonly issuer: string | null
  /** Whether words that tell what the document is about follow the issuer. */
  readonly subjectPresent: boolean
}

const otherKinds = ['Thông tư liên tịch', 'Kết luận', 'Công điện', 'Phương án', 'Dự án', 'Pháp lệnh', 'Bộ luật', 'Văn bản']
const kindNames = [...Object.values(documentKinds).map(kind => kind.name), ...otherKinds].sort((a, b) => b.length - a.length)
const kindPattern = kindNames.map(name => `[${name.charAt(0)}${name.charAt(0).toLocaleLowerCase('vi')}]${name.slice(1)}`).join('|')
// A hyphen between blanks belongs to the code only before capitals: `41/KH - UBND`, but not `41/KH-UBND - Kế hoạch`.
const hyphenPattern = String.raw`(?:[-‐‑–](?=[\p{Lu}\d])|\s?[-‐‑–]\s?(?=\p{Lu}{2}))`
const codePattern = String.raw`\d+(?:\s?/\s?\d{4})?\s?/\s?\p{Lu}[\p{L}\d]*(?:${hyphenPattern}[\p{L}\d&]+)*`
const citationPattern = new RegExp(String.raw`(?<!\p{L})(${kindPattern})\s+(?:số:?\s*)?(${codePattern})`, 'gu')
const dayPattern = /^\s*,?\s*(ngày\s+(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})))/u
const issuerStart = /^\s*,?\s*của\s+(?=\p{Lu})/u
const anyKind = new RegExp(String.raw`^(?:${kindPattern})(?!\p{L})`, 'u')

/** Words a subject begins with; a purpose (`để`, `nhằm`) or a list (`và`) is no subject. */
const subjectWords =
  'về|v/v|thực hiện|triển khai|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|tăng cường|tổ chức|công nhận|kết quả|đẩy mạnh|phát động|kiện toàn|thành lập|giao|quy chế|công bố|xếp loại|khen thưởng|bãi bỏ|phối hợp|tổng kết|sơ kết|xây dựng|nâng cao'
const subjectStart = new RegExp(String.raw`^\s*,?\s*(?:${subjectWords}|[“"(]?(?:Về|V/v))(?!\p{L})`, 'u')
const issuerStops = new RegExp(
  String.raw`^(?:${subjectWords}|và|để|nhằm|là|cho|đã|có|trên|tại|trong|theo|do|được|với|như|từ|gồm|cũng|còn|khi|này|nêu|đến|đối)(?!\p{L})`,
  'u',
)
/** What may stand between two words of an issuer: a space, a spaced hyphen, or a comma or `và` before a capital. */
const joint = /^(?:\s+và\s+(?=\p{Lu})|,\s+(?=\p{Lu})|\s+-\s+(?=\p{Lu})|\s+)/u

/** Every document named in a text (NFC), in order. */
export function findCitations(text: string): FoundCitation[] {
  return Array.from(text.matchAll(citationPattern), match => {
    const [whole, kindName = '', code = ''] = match
    const afterCode = match.index + whole.length
    const day = readDay(text.slice(afterCode))
    const afterDay = afterCode + (day?.length ?? 0)
    const issuer = readIssuer(text.slice(afterDay))
    const end = afterDay + (issuer?.length ?? 0)
    return {
      start: match.index,
      end,
      text: text.slice(match.index, end),
      kindName: capitalise(kindName),
      code: uniformCode(code),
      day: day?.day ?? null,
      dayAsWritten: day?.asWritten ?? null,
      issuer: issuer?.name ?? null,
      subjectPresent: subjectStart.test(text.slice(end)),
    }
  })
}

/** `41/KH–UBND`, `41/KH - UBND` → `41/KH-UBND`. */
export function uniformCode(code: string): string {
  return code.replace(/\s/gu, '').replace(/[‐‑–]/gu, '-')
}

function readDay(rest: string): { day: PlainDate | null; asWritten: string; length: number } | null {
  const match = dayPattern.exec(rest)
  if (!match) return null
  const [whole, asWritten = '', d1, m1, y1, d2, m2, y2] = match
  const iso = `${y1 ?? y2}-${(m1 ?? m2 ?? '').padStart(2, '0')}-${(d1 ?? d2 ?? '').padStart(2, '0')}`
  return { day: isPlainDate(iso) ? iso : null, asWritten, length: whole.length }
}

/** `UBND tỉnh`, `Sở Văn hóa, Thể thao và Du lịch`: up to a word that begins a subject, a purpose or another thing. */
function readIssuer(rest: string): { name: string; length: number } | null {
  const lead = issuerStart.exec(rest)
  if (!lead) return null
  const start = lead[0].length
  let end = start
  for (let words = 0; words < 16; words++) {
    const word = /^[\p{L}\d&-]+/u.exec(rest.slice(end))
    if (!word) break
    end += word[0].length
    const gap = joint.exec(rest.slice(end))?.[0] ?? ''
    const next = rest.slice(end + gap.length)
    if (gap === '' || issuerStops.test(next) || anyKind.test(next)) break
    // Ministries and departments join their fields by commas; after others a comma begins another thing.
    if (gap.trim() !== '' && !/^(?:Bộ|Sở|Phòng|Ban|Vụ|Cục)(?!\p{L})/u.test(rest.slice(start))) break
    end += gap.length
  }
  return { name: rest.slice(start, end).trimEnd(), length: rest.slice(0, end).trimEnd().length }
}
