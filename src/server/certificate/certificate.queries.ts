import type { PrintParams } from '#contract/certificate.ts'
import type { RefusalCode } from '#contract/index.ts'
import type { CertificateBook, CertificatePage, CertificatePaper } from '#documents/certificate/certificate-engine.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { certificateText, codeAddress, type IssuerFacts, placeOf, sayIssuer } from '#domain/certificate/paper.ts'
import type { Statement } from '#domain/certificate/statement.ts'
import { certificateName, roundOfAct, wordingOf } from '#domain/certificate/wording.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import type { OrgUnitKind } from '#domain/org/org-unit.ts'
import type { SeasonDecision } from '#domain/season/decision.ts'
import type { Season } from '#domain/season/season.ts'
import { levelNamesBy } from '#domain/title/score-sheet.ts'
import { unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { sha256Of } from '../files.ts'
import type { SentFile } from '../http/definitions.ts'
import { findUnitPath, findVersionOn, listVersions, listVersionsOn } from '../org/org.store.ts'
import { listSigners } from '../org/position.store.ts'
import { unlessUnprintable, writeCertificates } from '../report/writers.ts'
import { findDecision } from '../season/decision.store.ts'
import { authoriseAtHolder } from '../season/holder.ts'
import { lawOf, type SeasonLaw } from '../season/season.case.ts'
import { findSeason } from '../season/season.store.ts'
import { countRecognised, listRecognised, listSigningKeys, type RecognisedRow } from './certificate.store.ts'
import { signerOf } from './signing.ts'

/** The certificates of an area, or one of them, as they leave the printer. */
export async function printCertificates(ctx: Context, params: PrintParams): Promise<Result<SentFile, RefusalCode>> {
  const season = await findSeason(ctx.tx, params.seasonId)
  if (!season) return unknown(ctx, 'certificate.print', 'season.unknown')
  const denied = await authoriseAtHolder(ctx, 'certificate.print', season)
  if (denied) return denied
  const { candidateId, paper } = params
  const rows = (await listRecognised(ctx.tx, params)).filter(row => candidateId === undefined || row.candidateId === candidateId)
  const [first] = rows
  const decision = first && (await findDecision(ctx.tx, first.decisionId))
  if (!first || !decision) return refuse('season.unknown-recognition')
  return unlessUnprintable('certificate.unprintable', async () => {
    const book = await bookOf(ctx, season, { rows, paper, decidedOn: decision.on })
    return ok({ bytes: await writeCertificates(book), mediaType: 'application/pdf', fileName: `${book.title}.pdf`, isInline: true })
  })
}

/** Pages of one file: memory is that of one file, however many follow. */
const mostInFile = 200

/** One file of a season, not set yet: whoever has it already, by what its pages say, need not ask for it. */
export type FileToPrint = {
  readonly name: string
  readonly fingerprint: string
  readonly certificates: number
  /** In all files of the season. */
  readonly of: number
  readonly write: () => Promise<Uint8Array>
}

/**
 * Every certificate of a season, file after file, village after village. For whoever holds the data folder and with it the
 * names: no right is asked.
 */
export async function* printSeason(ctx: Context, season: Season, paper: CertificatePaper): AsyncGenerator<FileToPrint> {
  const areas = await countRecognised(ctx.tx, season.id)
  const of = areas.reduce((sum, area) => sum + area.recognised, 0)
  for (const { areaUnitId, areaName } of areas) {
    const rows = await listRecognised(ctx.tx, { seasonId: season.id, areaUnitId })
    for (let from = 0; from < rows.length; from += mostInFile) {
      const part = rows.slice(from, from + mostInFile)
      const decision = await findDecision(ctx.tx, part[0]?.decisionId ?? '')
      if (!decision) throw new Error('a recognition without its decision')
      const book = await bookOf(ctx, season, { rows: part, paper, decidedOn: decision.on })
      yield {
        name: `${areaName} ${from / mostInFile + 1}.pdf`.replace(/[\\/:*?"<>|]/gu, ' '),
        fingerprint: sha256Of(canonicalJson(book)),
        certificates: part.length,
        of,
        write: () => writeCertificates(book),
      }
    }
  }
}

type BookParts = { readonly rows: readonly RecognisedRow[]; readonly paper: CertificatePaper; readonly decidedOn: PlainDate }

async function bookOf(ctx: Context, season: Season, { rows, paper, decidedOn }: BookParts): Promise<CertificateBook> {
  const law = await lawOf(ctx, season)
  const pages = await pagesOf(ctx, { season, law }, rows)
  const title = `${certificateName(law.book)} năm ${season.year}`
  return { title, author: pages[0]?.issuer ?? '', decidedOn, paper, pages }
}

type OpenedSeason = { readonly season: Season; readonly law: SeasonLaw }

/** Rows may come from several decisions; each page names its own. */
async function pagesOf(ctx: Context, opened: OpenedSeason, rows: readonly RecognisedRow[]): Promise<CertificatePage[]> {
  const sign = signerOf(await listSigningKeys(ctx.tx))
  const acts = new Map<string, Act>()
  const places = new Map<string, Place>()
  const pages: CertificatePage[] = []
  for (const row of rows) {
    const act = acts.get(row.decisionId) ?? (await openAct(ctx, row))
    acts.set(row.decisionId, act)
    const where = row.unitId ?? row.areaUnitId
    const place = places.get(`${row.decisionId} ${where}`) ?? (await openPlace(ctx, where, act.decision.on))
    places.set(`${row.decisionId} ${where}`, place)
    const { statement, wording } = say(row, opened, { act, place })
    const text = certificateText(statement, { issuer: act.issuer, wording, address: ctx.address })
    pages.push({ ...text, code: codeAddress(sign(statement), ctx.address) })
  }
  return pages
}

type Act = { readonly decision: SeasonDecision; readonly issuer: IssuerFacts; readonly parentKind: OrgUnitKind | null }

async function openAct(ctx: Context, { decisionId }: RecognisedRow): Promise<Act> {
  const decision = await findDecision(ctx.tx, decisionId)
  if (!decision) throw new Error('a recognition without its decision')
  const { issuerUnitId, on, signerName } = decision
  const unit = await findVersionOn(ctx.tx, issuerUnitId, on)
  if (!unit) throw new Error(`decision ${decisionId} was issued by a unit that was not there`)
  const signer = (await listSigners(ctx.tx, issuerUnitId, on)).find(({ fullName }) => fullName === signerName)
  const parent = unit.parentUnitId === null ? undefined : await findVersionOn(ctx.tx, unit.parentUnitId, on)
  return { decision, parentKind: parent?.kind ?? null, issuer: { ...unit, capacityLines: signer?.capacityLines ?? [], signerName } }
}

/** A unit and what stood above it on the day; one that had ended by then as it was called last. */
type Place = { readonly kind: OrgUnitKind; readonly ownName: string; readonly namesAbove: readonly string[] }

async function openPlace(ctx: Context, unitId: string, on: PlainDate): Promise<Place> {
  const [, ...above] = await findUnitPath(ctx.tx, unitId, on)
  const places = (await listVersionsOn(ctx.tx, above, on)).filter(({ kind }) => kind !== 'country') // nobody says it of a place in it
  const names = new Map(places.map(version => [version.unitId, version.calledInText]))
  const begun = (await listVersions(ctx.tx, [unitId])).filter(({ valid }) => valid.from === null || valid.from <= on)
  const own = begun.at(-1)
  if (!own) throw new Error(`unit ${unitId} was recognised before it was there`)
  return { kind: own.kind, ownName: own.calledInText, namesAbove: above.flatMap(id => names.get(id) ?? []) }
}

function say(row: RecognisedRow, { season, law }: OpenedSeason, { act, place }: { readonly act: Act; readonly place: Place }) {
  const { decision, issuer, parentKind } = act
  const isUnit = row.unitId !== null
  const wording = wordingOf(law.book, {
    year: season.year,
    round: roundOfAct(law.book, { issuer, parentKind, on: decision.on }),
    holder: { kind: isUnit ? place.kind : null, levelNames: levelNamesBy(law.province, decision.on) },
  })
  const statement: Statement = {
    id: row.candidateId,
    title: wording.said,
    name: row.headName,
    place: placeOf(row.address, isUnit ? place.namesAbove : [place.ownName, ...place.namesAbove]),
    year: season.year,
    decision: decision.code,
    decidedOn: decision.on,
    issuer: sayIssuer(issuer),
    number: row.certificateNumber,
  }
  return { statement, wording }
}
