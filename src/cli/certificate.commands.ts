import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { CertificateKeys } from '#contract/certificate.ts'
import { type CodeFinding, checkCode } from '#contract/certificate-code.ts'
import { sayStatement, sayVerdict, sayVerdictOffline, type Verdict } from '#contract/certificate-words.ts'
import { formatDay, isPlainDate } from '#domain/calendar/plain-date.ts'
import { certificateName, remarkOn } from '#domain/certificate/wording.ts'
import { printSeason } from '#server/certificate/certificate.queries.ts'
import { findCertificateState, listPublished, listSigningKeys } from '#server/certificate/certificate.store.ts'
import { renewSigningKey } from '#server/certificate/signing.ts'
import { makeVerifyPage } from '#server/certificate/verify-page.ts'
import { openContext } from '#server/context.ts'
import { inTransaction } from '#server/db/transaction.ts'
import { bookOf } from '#server/season/season.case.ts'
import { findSeason } from '#server/season/season.store.ts'
import type { DataPlace } from '#server/world.ts'
import { type Told, tell, tellFailedCheck, tellRefusal, tellUsage } from './outcome.ts'
import { fillFolder } from './printed-folder.ts'
import { commandLine, todayOf, withWorld } from './terminal.ts'

/** The public keys of this house as a file: with it anybody checks certificates where there is no network. */
export function writeKeys(place: DataPlace, name: string): Promise<Told> {
  return withPublished(place, async published => {
    const file = resolve(name)
    await writeFile(file, `${JSON.stringify(published, null, 2)}\n`)
    return tell([`Đã ghi ${published.keys.length} khóa công khai ra ${file}.`], { file, keys: published.keys })
  })
}

/** The page that checks certificates where there is no network, with the keys inside. */
export function writeVerifyPage(place: DataPlace, name: string): Promise<Told> {
  return withPublished(place, async published => {
    const page = await makeVerifyPage(builtWeb, published)
    if (page === null) return tellRefusal({ ok: false, code: 'certificate.no-page', details: {} })
    const file = resolve(name)
    await writeFile(file, page)
    return tell([`Đã ghi trang xác minh ra ${file}: mở bằng trình duyệt, không cần mạng.`], { file, publishedOn: published.publishedOn })
  })
}

const builtWeb = join(import.meta.dirname, '../../dist/web')

function withPublished(place: DataPlace, write: (published: CertificateKeys) => Promise<Told>): Promise<Told> {
  return withWorld(place, async world => {
    const published = await listPublished(world.database.kysely, todayOf(world))
    return published.keys.length === 0
      ? tellFailedCheck(['Chưa có quyết định công nhận nào nên chưa có khóa.'], published)
      : write(published)
  })
}

/** A key for decisions from tomorrow on: every so often, and when the old one may have been seen by others. */
export function makeNewKey(place: DataPlace): Promise<Told> {
  return withWorld(place, async world => {
    const made = await inTransaction(world.database, tx => renewSigningKey(openContext(world, commandLine([]), tx)))
    if (!made.ok) return tellRefusal(made)
    const { kid } = made.value.publicKey
    const since = made.value.from ? `từ ngày ${formatDay(made.value.from)}` : 'từ nay'
    return tell(
      [
        `Đã lập khóa ${kid}, ký các quyết định ${since}. Giấy đã in vẫn xác minh được; phát lại tệp khóa cho nơi xác minh khi không có mạng.`,
      ],
      {
        kid,
        from: made.value.from,
      },
    )
  })
}

export type WantedCertificates = { readonly season: string; readonly out: string; readonly paper: 'a4' | 'a5' }

/** Every certificate of a season into a folder, some hundreds in a file; what an earlier run printed and still holds stays. */
export function printAll(place: DataPlace, { season: seasonId, out, paper }: WantedCertificates): Promise<Told> {
  return withWorld(place, async world => {
    const ctx = openContext(world, commandLine([]), world.database.kysely)
    const season = isUuid(seasonId) ? await findSeason(ctx.tx, seasonId) : undefined
    if (!season) return tellRefusal({ ok: false, code: 'season.unknown', details: {} })
    const book = bookOf(season)
    const folder = resolve(out)
    await mkdir(folder, { recursive: true })
    const { files, printed, kept } = await fillFolder(folder, printSeason(ctx, season, paper), (done, of) =>
      process.stderr.write(`\rĐã in ${done}/${of} giấy`),
    )
    process.stderr.write('\n')
    const before = kept > 0 ? `, ${kept} giấy đã in từ lần trước không đổi nên giữ nguyên` : ''
    const remark = remarkOn(book)
    const done = `Đã in ${printed} giấy (${certificateName(book)})${before}. Có ${files.length} tệp ở ${folder}.`
    return tell([done, ...(remark ? [remark] : [])], { folder, printed, kept, files, remark })
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
      return tellVerdict(finding, sayVerdict(finding, state))
    })
  const published = readKeys(await readFile(keyFile, 'utf8'))
  if (!published) return tellUsage(`${keyFile} không phải tệp khóa do “nep certificates keys” ghi ra.`)
  const finding = await checkCode(code, published.keys)
  return tellVerdict(finding, sayVerdictOffline(finding, published))
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text)
}

/** A path names a file that holds the code; anything else is the code itself. */
async function codeFrom(given: string): Promise<string> {
  return given.includes('NEP') && given.includes('.') && given.length > 100 ? given : readFile(given, 'utf8')
}

function readKeys(text: string): CertificateKeys | undefined {
  try {
    const published = JSON.parse(text) as CertificateKeys
    return Array.isArray(published.keys) && Array.isArray(published.revoked) && isPlainDate(published.publishedOn) ? published : undefined
  } catch {
    return undefined
  }
}

/** The words of the page; of a forged one, also what it pretends. */
function tellVerdict(finding: CodeFinding, { isGood, sentence }: Verdict): Told {
  const facts = finding.kind === 'unreadable' ? [] : sayStatement(finding.statement).map(([label, value]) => `  ${label}: ${value}`)
  const pretends = finding.kind === 'notSigned' ? ['Mã này tự ghi:'] : []
  const lines = [sentence, ...pretends, ...facts]
  return isGood ? tell(lines, { finding, sentence }) : tellFailedCheck(lines, { finding, sentence })
}
