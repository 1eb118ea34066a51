import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { CertificateKeys } from '#contract/certificate.ts'
import { type CodeFinding, checkCode, type PublicKey } from '#contract/certificate-code.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { printSeason } from '#server/certificate/certificate.queries.ts'
import { findCertificateState, listSigningKeys } from '#server/certificate/certificate.store.ts'
import { openContext } from '#server/context.ts'
import { findSeason } from '#server/season/season.store.ts'
import type { DataPlace } from '#server/world.ts'
import { type Told, tell, tellFailedCheck, tellRefusal, tellUsage } from './outcome.ts'
import { commandLine, withWorld } from './terminal.ts'

/** The public keys of this house as a file: with it anybody checks certificates where there is no network. */
export function writeKeys(place: DataPlace, name: string): Promise<Told> {
  return withWorld(place, async ({ database }) => {
    const keys = (await listSigningKeys(database.kysely)).map(({ publicKey }) => publicKey)
    if (keys.length === 0) return tellFailedCheck(['Chưa in giấy công nhận nào nên chưa có khóa.'], { keys })
    const file = resolve(name)
    await writeFile(file, `${JSON.stringify({ keys } satisfies CertificateKeys, null, 2)}\n`)
    return tell([`Đã ghi ${keys.length} khóa công khai ra ${file}.`], { file, keys })
  })
}

export type WantedCertificates = { readonly season: string; readonly out: string; readonly paper: 'a4' | 'a5' }

/** Every certificate of a season into a folder, some hundreds in a file; printed again over what is there. */
export function printAll(place: DataPlace, { season: seasonId, out, paper }: WantedCertificates): Promise<Told> {
  return withWorld(place, async world => {
    const ctx = openContext(world, commandLine([]), world.database.kysely)
    const season = isUuid(seasonId) ? await findSeason(ctx.tx, seasonId) : undefined
    if (!season) return tellRefusal({ ok: false, code: 'season.unknown', details: {} })
    const folder = resolve(out)
    await mkdir(folder, { recursive: true })
    const files: string[] = []
    let printed = 0
    for await (const file of printSeason(ctx, season, paper)) {
      const name = `${String(files.length + 1).padStart(4, '0')} ${file.name}`
      await writeFile(join(folder, name), file.bytes)
      files.push(name)
      printed = file.printed
      process.stderr.write(`\rĐã in ${printed}/${file.of} giấy`)
    }
    process.stderr.write('\n')
    return tell([`Đã in ${printed} giấy công nhận vào ${files.length} tệp ở ${folder}.`], { folder, printed, files })
  })
}

/**
 * Checks the code of a certificate, given as text or as a file that holds it. With a key file nothing else is needed, no
 * data and no network; without one, the keys of this house, which then also says whether it was revoked.
 */
export async function verifyCertificate(place: DataPlace, given: string, keyFile: string | undefined): Promise<Told> {
  const code = await codeFrom(given)
  if (keyFile === undefined)
    return withWorld(place, async ({ database }) => {
      const keys = (await listSigningKeys(database.kysely)).map(({ publicKey }) => publicKey)
      const finding = await checkCode(code, keys)
      const state = finding.kind === 'genuine' ? await findCertificateState(database.kysely, finding.statement.id) : null
      return state?.revokedOn
        ? tellFailedCheck([`Đã thu hồi ngày ${formatDay(state.revokedOn)}.`, ...sayFinding(finding)], { finding, state })
        : tellFinding(finding)
    })
  const keys = readKeys(await readFile(keyFile, 'utf8'))
  return keys ? tellFinding(await checkCode(code, keys)) : tellUsage(`${keyFile} không phải tệp khóa do “nep certificate keys” ghi ra.`)
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text)
}

/** A path names a file that holds the code; anything else is the code itself. */
async function codeFrom(given: string): Promise<string> {
  return given.includes('NEP') && given.includes('.') && given.length > 100 ? given : readFile(given, 'utf8')
}

function readKeys(text: string): readonly PublicKey[] | undefined {
  try {
    const { keys } = JSON.parse(text) as CertificateKeys
    return Array.isArray(keys) ? keys : undefined
  } catch {
    return undefined
  }
}

function tellFinding(finding: CodeFinding): Told {
  return finding.kind === 'genuine' ? tell(sayFinding(finding), finding) : tellFailedCheck(sayFinding(finding), finding)
}

function sayFinding(finding: CodeFinding): string[] {
  if (finding.kind === 'unreadable') return ['Không đọc được: đây không phải mã của một giấy công nhận, hoặc mã bị thiếu.']
  const { title, name, place, year, decision, decidedOn, issuer } = finding.statement
  const said = [`  ${title} năm ${year}: ${name}, ${place}`, `  Quyết định ${decision} ngày ${formatDay(decidedOn)} của ${issuer}`]
  return finding.kind === 'genuine'
    ? ['Giấy thật: đúng chữ ký của nơi cấp.', ...said]
    : ['KHÔNG đúng chữ ký của nơi cấp; mã này tự ghi:', ...said]
}
