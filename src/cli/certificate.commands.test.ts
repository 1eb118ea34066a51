import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeToSign, withSignature } from '#contract/certificate-code.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { verifyCertificate } from './certificate.commands.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const toSign = codeToSign({
  id: '0b8f2c1e-6c1e-4a53-9a3c-2f3f8f3f1d10',
  title: 'Gia đình văn hóa',
  name: 'Lò Văn Minh Họa',
  place: 'bản Minh Họa, xã Minh Họa',
  year: 2022,
  decision: '12/QĐ-UBND',
  decidedOn: plainDate('2022-12-24'),
  issuer: 'Chủ tịch UBND xã Minh Họa',
  number: 37,
})
const code = withSignature(toSign, sign(null, Buffer.from(toSign), privateKey))
const nowhere = { folder: '/khong-co-du-lieu', databaseUrl: null, address: '' }
let folder = ''
let keyFile = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nep-verify-'))
  keyFile = join(folder, 'khoa.json')
  await publish([])
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a certificate is checked with the published key alone: no data, no network, and its limits are said', async () => {
  const told = await verifyCertificate(nowhere, code, keyFile)
  expect(told.exitCode).toBe(0)
  expect(told.lines[0]).toBe(
    'Giấy thật: đúng chữ ký của nơi cấp. Đến ngày 10/1/2023 chưa bị thu hồi; thu hồi sau ngày ấy thì ở đây không biết.',
  )
  expect(told.lines.join('\n')).toContain('Tên trên giấy: Lò Văn Minh Họa')
})

test('one revoked before the keys were published fails, without a network too', async () => {
  await publish([{ id: '0b8f2c1e-6c1e-4a53-9a3c-2f3f8f3f1d10', on: '2023-01-05' }])
  const told = await verifyCertificate(nowhere, code, keyFile)
  expect([told.exitCode, told.lines[0]]).toEqual([1, 'Giấy thật, nhưng danh hiệu đã bị thu hồi ngày 5/1/2023.'])
  await publish([])
})

test('the code may lie in a file, with the address before it', async () => {
  const file = join(folder, 'ma.txt')
  await writeFile(file, `https://nep.minhhoa.gov.vn/xac-minh#${code}\n`)
  expect(await verifyCertificate(nowhere, file, keyFile)).toMatchObject({ exitCode: 0 })
})

test('a forged one fails and says what it pretends', async () => {
  const told = await verifyCertificate(nowhere, `${code.slice(0, -4)}AAAA`, keyFile)
  expect(told).toMatchObject({ exitCode: 1 })
  expect(told.lines[0]).toContain('Không đúng chữ ký')
  expect(told.lines.join('\n')).toContain('Mã này tự ghi')
})

test('a key file that is none is said to be none', async () => {
  const file = join(folder, 'khac.json')
  await writeFile(file, 'không phải JSON')
  expect(await verifyCertificate(nowhere, code, file)).toMatchObject({ exitCode: 2 })
})

async function publish(revoked: readonly { readonly id: string; readonly on: string }[]): Promise<void> {
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: '2022', from: null, until: null }]
  await writeFile(keyFile, JSON.stringify({ keys, publishedOn: '2023-01-10', revoked }))
}
