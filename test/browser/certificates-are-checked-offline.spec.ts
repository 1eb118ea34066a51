import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { encodeQR } from 'qr'
import type { CertificateKeys } from '#contract/certificate.ts'
import { codeToSign, type PublicKey, withSignature } from '#contract/certificate-code.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { makeVerifyPage } from '#server/certificate/verify-page.ts'

// One file opened from the disk, the network pulled out. No server: what is checked is what somebody carries on a stick.

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const statement = {
  id: randomUUID(),
  title: 'Gia đình văn hóa',
  name: 'Lò Văn Minh Họa <b>',
  place: 'bản Minh Họa, xã Minh Họa',
  year: 2022,
  decision: '12/QĐ-UBND',
  decidedOn: plainDate('2022-12-24'),
  issuer: 'Chủ tịch UBND xã Minh Họa',
  number: 37,
}
const revoked = { ...statement, id: randomUUID(), name: 'Quàng Văn Thu Hồi' }
let folder = ''

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nep-offline-'))
  const key: PublicKey = { ...(publicKey.export({ format: 'jwk' }) as PublicKey), kid: '2022', from: null, until: null }
  const published: CertificateKeys = {
    keys: [key],
    publishedOn: plainDate('2023-01-10'),
    revoked: [{ id: revoked.id, on: plainDate('2023-01-05') }],
  }
  const page = await makeVerifyPage(join(import.meta.dirname, '../../dist/web'), published)
  await writeFile(join(folder, 'trang.html'), page ?? 'không có trang')
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

test('a certificate is known without a network, from its text and from a photo of its square; a forged one is not', async ({
  page,
  context,
}) => {
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).protocol))
  await context.setOffline(true)
  await page.goto(pathToFileURL(join(folder, 'trang.html')).href)
  await expect(page.getByRole('heading', { level: 1, name: 'Xác minh giấy công nhận' })).toBeVisible()
  await expect(page.getByText('Danh hiệu bị thu hồi sau ngày ấy thì trang này không biết.')).toBeVisible()
  const status = page.getByRole('status')

  await check(page, `https://nep.minhhoa.gov.vn/xac-minh#${signed(statement)}`)
  await expect(status).toContainText('Giấy thật: đúng chữ ký của nơi cấp. Đến ngày 10/1/2023 chưa bị thu hồi')
  await expect(status).toContainText('Lò Văn Minh Họa <b>')
  await check(page, signed(revoked))
  await expect(status).toContainText('đã bị thu hồi ngày 5/1/2023')
  await check(page, `${codeToSign({ ...statement, name: 'Kẻ Giả Mạo' })}.${signed(statement).split('.')[2]}`)
  await expect(status).toContainText('Không đúng chữ ký của nơi này')
  await check(page, 'không phải mã')
  await expect(status).toContainText('Không đọc được')

  const picture = {
    name: 'ảnh.gif',
    mimeType: 'image/gif',
    buffer: Buffer.from(encodeQR(signed(statement), 'gif', { scale: 4, border: 4 })),
  }
  await page.getByLabel('Hoặc ảnh chụp mã vuông').setInputFiles(picture)
  await expect(status).toContainText('Giấy thật')
  await page.getByLabel('Hoặc ảnh chụp mã vuông').setInputFiles({ ...picture, buffer: Buffer.from('không phải ảnh') })
  await expect(status).toContainText('Không thấy mã vuông trong ảnh này')

  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  expect(asked.filter(protocol => protocol !== 'file:' && protocol !== 'blob:' && protocol !== 'data:')).toEqual([])
})

async function check(page: Page, code: string): Promise<void> {
  await page.getByLabel('Mã trên giấy').fill(code)
  await page.getByRole('button', { name: 'Xác minh' }).click()
}

function signed(said: typeof statement): string {
  const toSign = codeToSign(said)
  return withSignature(toSign, sign(null, Buffer.from(toSign), privateKey))
}
