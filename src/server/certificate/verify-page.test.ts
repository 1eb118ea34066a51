import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { CertificateKeys } from '#contract/certificate.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { makeVerifyPage } from './verify-page.ts'

const published: CertificateKeys = {
  keys: [{ kty: 'OKP', crv: 'Ed25519', x: "$& $' </script><script>alert(1)</script>", kid: '2022' }],
  publishedOn: plainDate('2023-01-10'),
  revoked: [],
}

test('the keys stand inside the page as they are, whatever signs they are made of, and end no script', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nep-page-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, '.verify-page.html'), '<body><!-- keys --><script>ours</script></body>')
  const page = (await makeVerifyPage(folder, published)) ?? ''
  const [, inside = ''] = /id="keys">(.*?)<\/script>/u.exec(page) ?? []
  expect(JSON.parse(inside)).toEqual(published)
  expect(page.match(/<script/gu)).toHaveLength(2)
})

test('where nothing was built there is none', async () => {
  expect(await makeVerifyPage('/khong-co', published)).toBeNull()
})
