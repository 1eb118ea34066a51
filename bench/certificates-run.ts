import { generateKeyPairSync, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeToSign, withSignature } from '#contract/certificate-code.ts'
import { type CertificatePage, openCertificateEngine } from '#documents/certificate/certificate-engine.ts'
import { codeAddress } from '#domain/certificate/paper.ts'
import { address, decidedOn, statementOf, textOf } from './certificate-pages.ts'

// One measured process of bench/certificates.ts: signs and sets so many certificates, prints how much memory it ever held.

const inFile = 200
const [many = '0', folder = ''] = process.argv.slice(2)
const { privateKey } = generateKeyPairSync('ed25519')
const engine = await openCertificateEngine()
for (let from = 0; from < Number(many); from += inFile) {
  const pages = Array.from({ length: Math.min(inFile, Number(many) - from) }, (_, at) => signedPage(from + at))
  const file = await engine.write({ title: 'Giấy công nhận', author: 'UBND xã Minh Họa', decidedOn, paper: 'a4', pages })
  writeFileSync(join(folder, `${from}.pdf`), file)
}
process.stdout.write(String(process.resourceUsage().maxRSS * 1024))

function signedPage(at: number): CertificatePage {
  const statement = statementOf(at)
  const toSign = codeToSign(statement)
  const code = withSignature(toSign, sign(null, Buffer.from(toSign), privateKey))
  return { ...textOf(statement), code: codeAddress(code, address) }
}
