import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeToSign, withSignature } from '#contract/certificate-code.ts'
import { type CertificatePage, openCertificateEngine } from '#documents/certificate/certificate-engine.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { certificateText, codeAddress } from '#domain/certificate/paper.ts'
import { wordingOf } from '#domain/certificate/wording.ts'
import { family122 } from '#domain/title/rule-books/nd-122-2018-family.ts'

const inFile = 200
const files = 4
const address = 'https://nep.minhhoa.gov.vn'
const decidedOn = plainDate('2022-12-24')
const wording = wordingOf(family122, { year: 2022, round: 'first', holder: { kind: null, levelNames: [] } })
const issuer = {
  name: 'Xã Minh Họa',
  kind: 'commune',
  letterhead: null,
  namedAfterPerson: false,
  capacityLines: ['CHỦ TỊCH'],
  signerName: 'Lò Minh Họa',
} as const

/** Signed certificates per second, 500 to a file; beside them a LibreOffice conversion of as many pages with a line each. */
export async function benchCertificates(): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const engine = await openCertificateEngine()
  const seconds: number[] = []
  console.log(`\nCertificates, ${inFile} to a file, median of ${files} files`)
  for (let file = 0; file < files; file++) {
    const start = performance.now()
    const pages = Array.from({ length: inFile }, (_, at): CertificatePage => {
      const statement = {
        id: randomUUID(),
        title: 'Gia đình văn hóa',
        name: `Lò Văn Minh Họa ${at}`,
        place: 'bản Minh Họa, xã Minh Họa, tỉnh Sơn La',
        year: 2022,
        decision: '12/QĐ-UBND',
        decidedOn,
        issuer: 'Chủ tịch UBND xã Minh Họa',
        number: at + 1,
      }
      const toSign = codeToSign(statement)
      const code = withSignature(toSign, sign(null, Buffer.from(toSign), privateKey))
      return { ...certificateText(statement, { issuer, wording, address }), code: codeAddress(code, address) }
    })
    await engine.write({ title: 'Giấy công nhận', author: 'UBND xã Minh Họa', decidedOn, paper: 'a4', pages })
    seconds.push((performance.now() - start) / 1000)
  }
  const median = seconds.toSorted((a, b) => a - b)[Math.floor(files / 2)] ?? 0
  const memory = Math.round(process.memoryUsage().rss / 1e6)
  console.log(`  ours, signed, PDF/A            ${(inFile / median).toFixed(0)} a second   memory ${memory} MB`)
  const office = byOffice()
  console.log(
    office === null
      ? '  LibreOffice                    not on this machine'
      : `  LibreOffice, a line to a page  ${(inFile / office).toFixed(0)} a second   ratio ${(office / median).toFixed(1)}`,
  )
}

/** Seconds for as many pages of plain text, cold, as an office converts what a mail merge wrote; null where there is none. */
function byOffice(): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'nep-certificates-'))
  try {
    const pages = Array.from({ length: inFile }, (_, at) => `<p style="page-break-after:always">Gia đình ${at}</p>`)
    writeFileSync(join(folder, 'merged.html'), `<html><meta charset="utf-8"><body>${pages.join('')}</body></html>`)
    const start = performance.now()
    execFileSync('soffice', ['--headless', '--convert-to', 'pdf:writer_web_pdf_Export', '--outdir', folder, join(folder, 'merged.html')], {
      stdio: 'ignore',
      timeout: 120_000,
    })
    return statSync(join(folder, 'merged.pdf')).size > 0 ? (performance.now() - start) / 1000 : null
  } catch {
    return null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
