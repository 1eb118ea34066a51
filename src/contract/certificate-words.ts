import { formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { Statement } from '#domain/certificate/statement.ts'
import type { CertificateKeys, CertificateState } from './certificate.ts'
import type { CodeFinding } from './certificate-code.ts'

// One way of saying what became of a check: on the page, on the page without a network, at the terminal.

export type Verdict = { readonly isGood: boolean; readonly sentence: string }

/** What was asked of the house itself; null where it was not asked. */
export function sayVerdict(finding: CodeFinding, state: CertificateState | null): Verdict {
  const refused = sayRefused(finding)
  if (refused) return refused
  if (state?.revokedOn) return revokedWords(state.revokedOn)
  return { isGood: true, sentence: `Giấy thật: đúng chữ ký của nơi cấp${state?.isKnown ? ', danh hiệu còn giá trị' : ''}.` }
}

/** What a published file knows by itself: revocations up to its day. */
export function sayVerdictOffline(
  finding: CodeFinding,
  { publishedOn, revoked }: Pick<CertificateKeys, 'publishedOn' | 'revoked'>,
): Verdict {
  const refused = sayRefused(finding)
  if (refused || finding.kind !== 'genuine') return refused ?? unreadable
  const revokedOn = revoked.find(({ id }) => id === finding.statement.id)?.on
  if (revokedOn) return revokedWords(revokedOn)
  const until = formatDay(publishedOn)
  return {
    isGood: true,
    sentence: `Giấy thật: đúng chữ ký của nơi cấp. Đến ngày ${until} chưa bị thu hồi; thu hồi sau ngày ấy thì ở đây không biết.`,
  }
}

/** No more than stands on the paper. */
export function sayStatement({ title, name, place, year, decision, decidedOn, issuer }: Statement): readonly (readonly [string, string])[] {
  return [
    ['Danh hiệu, khen thưởng', `${title} năm ${year}`],
    ['Tên trên giấy', name],
    ['Địa chỉ', place],
    ['Quyết định', `số ${decision} ngày ${formatDay(decidedOn)} của ${issuer}`],
  ]
}

const unreadable: Verdict = {
  isGood: false,
  sentence: 'Không đọc được: đây không phải mã của giấy công nhận, hoặc mã bị thiếu một phần.',
}

function sayRefused({ kind }: CodeFinding): Verdict | null {
  if (kind === 'unreadable') return unreadable
  return kind === 'notSigned'
    ? { isGood: false, sentence: 'Không đúng chữ ký của nơi này: giấy bị sửa, giả mạo, hoặc do nơi khác cấp.' }
    : null
}

function revokedWords(on: PlainDate): Verdict {
  return { isGood: false, sentence: `Giấy thật, nhưng danh hiệu đã bị thu hồi ngày ${formatDay(on)}.` }
}
