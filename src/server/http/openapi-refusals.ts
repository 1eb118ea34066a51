import type { ApiContent, ApiResponse, ApiSchema } from '#contract/api-description.ts'
import { refusals } from '#contract/index.ts'
import { type RefusalText, sayRefusal } from '#contract/refusal-text.ts'
import type { RefusalDetails } from '#domain/kit/result.ts'

const all = Object.entries(refusals as Readonly<Record<string, RefusalText>>)

/** What may be said to any request, whatever it is about. */
const everywhere = /^(?:input|server)\./u
const atTheDoor = ['account.not-allowed', 'account.wrong-state', 'account.signed-out', 'account.password-must-change']
/** Words whose refusals begin with more than their own name. */
const alsoOf: Readonly<Record<string, readonly string[]>> = {
  title: ['law', 'rules', 'score-sheet'],
  plan: ['notice'],
  return: ['value'],
  request: ['org', 'dossier', 'report'],
}

/** How a refusal travels: `code` never changes its meaning, `message` is for people. */
export const refusalSchema: ApiSchema = {
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: { type: 'string', enum: all.map(([code]) => code) },
    message: { type: 'string' },
    fields: { type: 'object', description: 'Mỗi chỗ nhập sai một câu, theo đường dẫn của nó', additionalProperties: { type: 'string' } },
  },
}

type Said = { readonly description: string; readonly content: ApiContent }

/** Each way a word can say no, by status: its codes and their sentences. */
export function refusalResponses(words: readonly string[]): Record<string, Said> {
  const responses: Record<string, Said> = {}
  for (const word of words)
    for (const [status, codes] of byStatus(word)) {
      const description = codes.map(([code, text]) => `- \`${code}\` ${sayTemplate(text)}`).join('\n')
      const names = codes.map(([code]) => code)
      const schema = { allOf: [{ $ref: '#/components/schemas/Refusal' }, { properties: { code: { enum: names } } }] }
      responses[nameOf(word, status)] = { description, content: { 'application/json': { schema } } }
    }
  return responses
}

/** The part of an operation that points at them. */
export function refusalsOf(word: string): Record<string, ApiResponse> {
  return Object.fromEntries([...byStatus(word).keys()].map(status => [status, { $ref: `#/components/responses/${nameOf(word, status)}` }]))
}

/** The sentence with `…` where it names what was sent, or what it reckons from that. */
export function sayTemplate(text: RefusalText): string {
  return sayRefusal(text, blanks).replaceAll(/NaN|undefined/gu, '…')
}

const blanks: RefusalDetails = new Proxy({}, { get: () => '…' })

function byStatus(word: string): Map<number, [string, RefusalText][]> {
  const prefixes = [word, ...(alsoOf[word] ?? [])]
  const codes = all.filter(
    ([code]) => everywhere.test(code) || atTheDoor.includes(code) || prefixes.some(prefix => code.startsWith(`${prefix}.`)),
  )
  return Map.groupBy(codes, ([, { status }]) => status)
}

function nameOf(word: string, status: number): string {
  return `${word}-${status}`
}
