import type { RefusalCode } from '#contract/index.ts'
import { refusalAnswer } from '#contract/index.ts'
import type { Refusal } from '#domain/kit/result.ts'
import { codeOf, type DatabaseFaultCode, isDatabaseFault } from '#server/db/fault.ts'
import { sayStartFault } from '#server/start-fault.ts'
import type { DataPlace } from '#server/world.ts'

/** What a terminal command came to: lines for people, or the same as JSON for programs. */
export type Told = { readonly exitCode: 0 | 1 | 2 | 3; readonly lines: readonly string[]; readonly json: unknown }

export function tell(lines: readonly string[], json: unknown): Told {
  return { exitCode: 0, lines, json }
}

/** A check that found what must not be: not a fault, yet not well. */
export function tellFailedCheck(lines: readonly string[], json: unknown): Told {
  return { exitCode: 1, lines, json }
}

export function tellRefusal(refusal: Refusal<RefusalCode> & { readonly fields?: Readonly<Record<string, string>> }): Told {
  const answer = refusalAnswer(refusal.code, refusal.details)
  const { fields = {} } = refusal
  return { exitCode: 1, lines: [answer.message, ...Object.values(fields).map(field => `  ${field}`)], json: { ...answer, fields } }
}

export function tellUsage(sentence: string): Told {
  return { exitCode: 2, lines: [sentence], json: { code: 'terminal.usage', message: sentence } }
}

/** Sentences of the database that say no; the others say that something broke. */
const broken: readonly DatabaseFaultCode[] = ['backup.failed', 'database.collation']

export function tellFault(error: unknown, place: DataPlace): Told {
  const message = fileSentence(error) ?? sayStartFault(error, place)
  const isNo = isDatabaseFault(error) && !broken.includes(error.code)
  return { exitCode: isNo ? 1 : 3, lines: [message], json: { code: codeOf(error) ?? 'terminal.fault', message } }
}

/** A file the person named and that cannot be read. */
function fileSentence(error: unknown): string | null {
  const { path } = error as { path?: string }
  const code = codeOf(error)
  if (path === undefined || code === null) return null
  if (code === 'ENOENT') return `Không có tệp ${path}.`
  if (code === 'EISDIR') return `${path} là thư mục, không phải tệp.`
  return code === 'EACCES' ? `Không được phép đọc hoặc ghi ${path}.` : null
}
