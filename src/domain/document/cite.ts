import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { documentKinds } from './kinds.ts'

/** A place in running text where a document is named by kind and code. */
export type FoundCitation = {
  /** Offsets of what names the document: kind, code, day and issuer, without the subject. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kindName: string
  readonly code: string
  /** Null when the text gives none, or one that does not exist. */
  readonly day: PlainDate | null
  readonly issuer: string | null
  /** Whether words that tell what the document is about follow the issuer. */
  readonly subjectPresent: boolean
}

const names = Object.values(documentKinds)
  .map(kind => kind.name)
  .sort((a, b) => b.length - a.length)
const kindPattern = `(?:${names.map(name => `[${name.charAt(0)}${name.charAt(0).toLocaleLowerCase('vi')}]${name.slice(1)}`).join('|')})`
const codePattern = String.raw`\d+(?:/\d{4})?/[\p{L}\d]+(?:-[\p{L}\d&]+)*`
const dayPattern = String.raw`\s+ngày\s+(?<d>\d{1,2})(?:/|\s+tháng\s+)(?<m>\d{1,2})(?:/|\s+năm\s+)(?<y>\d{4})`
const citation = new RegExp(String.raw`(?<kind>${kindPattern})\s+(?:số\s+)?(?<code>${codePattern})(?:${dayPattern})?`, 'gu')

/** Words a subject begins with after the issuer. */
const subjectStart =
  /^\s*,?\s*(?:về|[Vv]ề việc|triển khai|thực hiện|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|bổ sung|công bố|tăng cường|kiện toàn|tổ chức|phát động)(?=\s)/u
/** Where the name of an issuer ends when no subject follows. */
const issuerEnd =
  /\s*(?:[;.:)”]|,(?!\s\p{Lu}\p{Ll}+ (?:và|thao|thông)\s)|\s(?:và|để|nhằm|theo|với|trong|tại|đã|do|về|triển khai|thực hiện|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|bổ sung|công bố|tăng cường|kiện toàn|tổ chức|phát động)(?=\s)|$)/u

/** Every document named in a text, in order. Decree 30/2020/NĐ-CP, Annex I, II.6(b) says how it should be named. */
export function findCitations(text: string): FoundCitation[] {
  return [...text.matchAll(citation)].map(match => {
    const groups = match.groups ?? {}
    const afterDay = match.index + match[0].length
    const issuer = issuerAt(text, afterDay)
    const end = issuer ? issuer.end : afterDay
    return {
      start: match.index,
      end,
      text: text.slice(match.index, end),
      kindName: capitalFirst(groups['kind'] ?? ''),
      code: groups['code'] ?? '',
      day: dayOf(groups),
      issuer: issuer?.name ?? null,
      subjectPresent: subjectStart.test(text.slice(end)),
    }
  })
}

function issuerAt(text: string, from: number): { name: string; end: number } | null {
  const lead = /^\s+của\s+(?=\p{Lu})/u.exec(text.slice(from))
  if (!lead) return null
  const start = from + lead[0].length
  const rest = text.slice(start)
  const name = rest.slice(0, endOfIssuer(rest)).trimEnd()
  return { name, end: start + name.length }
}

/** `và` inside a name (`Sở Văn hóa, Thể thao và Du lịch`) joins capitals; before a new citation or clause it ends the name. */
function endOfIssuer(rest: string): number {
  let from = 0
  for (;;) {
    const stop = issuerEnd.exec(rest.slice(from))
    if (!stop) return rest.length
    const at = from + stop.index
    const joinsName = /^\s+và\s+(?:Du lịch|Truyền thông|Đào tạo|Môi trường|Xã hội|Công nghệ|Đầu tư|Phát triển)/u.test(rest.slice(at))
    if (!joinsName) return at
    from = at + 4
  }
}

function dayOf(groups: Record<string, string | undefined>): PlainDate | null {
  const { d, m, y } = groups
  if (!d || !m || !y) return null
  const text = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return isPlainDate(text) ? text : null
}

function capitalFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
