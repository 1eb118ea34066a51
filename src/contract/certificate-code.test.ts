import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Statement } from '#domain/certificate/statement.ts'
import { checkCode, codeToSign, type PublicKey, withSignature } from './certificate-code.ts'

const statement: Statement = {
  id: '0b8f2c1e-6c1e-4a53-9a3c-2f3f8f3f1d10',
  title: 'Gia đình văn hóa',
  name: 'Lò Văn Minh Họa',
  place: 'Bản Minh Họa, xã Minh Họa',
  year: 2022,
  decision: '12/QĐ-UBND',
  decidedOn: plainDate('2022-12-24'),
  issuer: 'Chủ tịch UBND xã Minh Họa',
  number: 37,
}
const house = aKey('2022')
const code = house.signed(statement)

describe('a certificate checked without its house', () => {
  test('is known by the published key, alone or in an address', async () => {
    expect(await checkCode(code, [house.published])).toEqual({ kind: 'genuine', statement, kid: '2022' })
    expect(await checkCode(` https://nep.minhhoa.gov.vn/xac-minh#${code}\n`, [house.published])).toMatchObject({ kind: 'genuine' })
  })

  test('stays good when the house signs with a newer key', async () => {
    expect(await checkCode(code, [aKey('2024').published, house.published])).toMatchObject({ kind: 'genuine', kid: '2022' })
  })

  test('is known by the key of the day of its decision alone: a key that was replaced makes nothing of today', async () => {
    const until = { ...house.published, from: null, until: plainDate('2022-12-24') }
    expect(await checkCode(code, [until])).toMatchObject({ kind: 'notSigned' })
    expect(await checkCode(code, [{ ...until, until: plainDate('2022-12-25') }])).toMatchObject({ kind: 'genuine' })
  })

  test('with one letter of the name changed it is nobody’s', async () => {
    const forged = `${codeToSign({ ...statement, name: 'Lò Văn Minh Hoa' })}.${code.split('.')[2]}`
    expect(await checkCode(forged, [house.published])).toMatchObject({ kind: 'notSigned', statement: { name: 'Lò Văn Minh Hoa' } })
  })

  test('signed by another key it is nobody’s', async () => {
    expect(await checkCode(aKey('2022').signed(statement), [house.published])).toMatchObject({ kind: 'notSigned' })
  })

  test('half of it, another text or a broken key says so and never passes', async () => {
    for (const text of ['', 'NEP1', code.slice(0, 60), `${code}.thêm`, code.replace('NEP1', 'NEP2'), 'https://example.vn', 'NEP1.%%.%%'])
      expect(await checkCode(text, [house.published])).toEqual({ kind: 'unreadable' })
    expect(await checkCode(code, [{ ...house.published, x: 'hỏng' }])).toMatchObject({ kind: 'notSigned' })
  })
})

function aKey(kid: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const published = { ...publicKey.export({ format: 'jwk' }), kid } as PublicKey
  const signed = (said: Statement): string => {
    const toSign = codeToSign(said)
    return withSignature(toSign, sign(null, Buffer.from(toSign), privateKey))
  }
  return { published, signed }
}
