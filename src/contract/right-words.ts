import type { Right } from '#domain/account/access.ts'
import { roles } from '#domain/account/access.ts'
import { roleWords } from './account.ts'
import { reportStateWords } from './report-words.ts'

/** A row of the rights table in words: who may, where, at which steps. */
export function sayRight({ roles: allowed, reach, states = [] }: Right): string {
  const who = roles.every(role => allowed.includes(role)) ? 'Mọi vai trò' : allowed.map(role => roleWords[role]).join(', ')
  const where = 'giữ ở chính đơn vị ấy, hoặc ở cấp trên của nó khi vai trò gồm cả đơn vị bên dưới'
  const below = reach === 'upward' ? '; người ở các đơn vị bên dưới cũng được' : ''
  const when = states.map(state => (reportStateWords as Readonly<Record<string, string>>)[state] ?? state)
  return `${who}: ${where}${below}.${when.length > 0 ? ` Chỉ ở bước: ${when.join(', ')}.` : ''}`
}
