import { randomUUID } from 'node:crypto'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { type CertificateText, certificateText } from '#domain/certificate/paper.ts'
import type { Statement } from '#domain/certificate/statement.ts'
import { wordingOf } from '#domain/certificate/wording.ts'
import { family122 } from '#domain/title/rule-books/nd-122-2018-family.ts'
import { nameOf } from './province-register.ts'

// The same certificates for us and for the office beside us.

export const address = 'https://nep.minhhoa.gov.vn'
export const decidedOn = plainDate('2022-12-24')
const wording = wordingOf(family122, { year: 2022, round: 'first', holder: { kind: null, levelNames: [] } })
const issuer = {
  name: 'Xã Minh Họa',
  kind: 'commune',
  letterhead: null,
  namedAfterPerson: false,
  capacityLines: ['CHỦ TỊCH'],
  signerName: 'Lò Minh Họa',
} as const

export function statementOf(at: number): Statement {
  return {
    id: randomUUID(),
    title: 'Gia đình văn hóa',
    name: nameOf(at),
    place: 'bản Minh Họa, xã Minh Họa, tỉnh Sơn La',
    year: 2022,
    decision: '12/QĐ-UBND',
    decidedOn,
    issuer: 'Chủ tịch UBND xã Minh Họa',
    number: at + 1,
  }
}

export function textOf(statement: Statement): CertificateText {
  return certificateText(statement, { issuer, wording, address })
}
