import { createHash } from 'node:crypto'
import { orgUnitKindWords } from '#contract/org.ts'
import type { Actor } from '#domain/account/access.ts'
import { overlaps } from '#domain/calendar/date-range.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'
import { ok, type Refusal, type Result, refuse } from '#domain/kit/result.ts'
import { type BadRow, type Lineage, type ListedVersion, type TracedVersion, traceLineage } from '#domain/org/lineage.ts'
import {
  aboveCommuneKinds,
  communeKinds,
  type OrgUnitKind,
  type OrgUnitVersion,
  residentialAreaKinds,
  type Succession,
} from '#domain/org/org-unit.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import { type Context, openContext } from '../context.ts'
import { inTransaction } from '../db/transaction.ts'
import type { World } from '../world.ts'
import {
  insertSuccessions,
  insertUnits,
  insertVersions,
  listSuccessions,
  listVersions,
  listVersionsWithCode,
  updateVersionValid,
} from './org.store.ts'
import { readUnitList } from './unit-list.ts'

/** What a list holds, and how much of it was not known before: nothing when it is imported again. */
export type ImportedUnits = {
  readonly units: number
  readonly versions: number
  readonly successions: number
  readonly added: number
}
/** A row that cannot be taken turns down the whole file; `rows` names each, the sentence the first of them. */
export type BadFile = Refusal<'org.bad-file'> & { readonly rows: readonly BadRow[] }

/**
 * Takes a list of units and their versions, whole or not at all. Offered at the terminal only: whoever runs it owns the
 * database already, and the first list comes before there is any unit to hold a right at.
 */
export async function importUnits(world: World, actor: Actor, csvText: string): Promise<Result<ImportedUnits, 'org.bad-file'> | BadFile> {
  return inTransaction<ImportedUnits, 'org.bad-file'>(world.database, tx => takeUnitList(openContext(world, actor, tx), csvText))
}

/** The same inside a transaction that does more. */
export async function takeUnitList(ctx: Context, csvText: string): Promise<Result<ImportedUnits, 'org.bad-file'> | BadFile> {
  const list = readUnitList(csvText)
  if (list.badRows.length > 0) return refuseFile(list.badRows)
  const { lineage, badRows } = traceLineage(list.versions)
  if (badRows.length > 0) return refuseFile(badRows)

  const versions = lineage.versions.map(toVersion)
  const known = await listVersions(
    ctx.tx,
    versions.map(version => version.unitId),
  )
  const knownById = new Map(known.map(version => [version.id, version]))
  const changes = lineage.versions.map(({ listed }, i) => {
    const version = versions[i] as OrgUnitVersion
    return compare(listed, version, knownById.get(version.id))
  })
  const clashes = [...changes.flatMap(change => change.badRows), ...(await listStrangers(ctx, lineage, versions))]
  if (clashes.length > 0) return refuseFile(clashes)

  const ended = changes.flatMap(change => change.ended)
  const added = changes.flatMap(change => change.added)
  await insertUnits(
    ctx.tx,
    [...new Set(versions.map(version => version.unitId))].map(id => ({ id, shortName: null })),
  )
  for (const version of ended) await updateVersionValid(ctx.tx, version)
  const inserted = await insertVersions(ctx.tx, added)
  if (!inserted.ok) return refuseFile([{ line: 1, reason: 'có phiên bản trùng thời gian với phiên bản nhập bằng cách khác' }])
  const addedSuccessions = await addSuccessions(ctx, lineage)

  const units = new Set(versions.map(version => version.unitId)).size
  const counts = { units, versions: versions.length, successions: lineage.successions.length }
  const total = added.length + ended.length + addedSuccessions
  if (total > 0)
    await insertAuditEntry(
      ctx,
      'org.import',
      {
        kind: 'unitList',
        id: createHash('sha256').update(csvText).digest('hex'),
        unitId: null,
        recordIds: [...added, ...ended].map(version => version.id),
      },
      { after: { ...counts, added: added.length, ended: ended.length, addedSuccessions } },
    )
  return ok({ ...counts, added: total })
}

function refuseFile(rows: readonly BadRow[]): BadFile {
  const [first = { line: 1, reason: '' }, ...others] = rows
  const more = others.slice(0, 20).map(({ line, reason }) => `dòng ${line}: ${reason}`)
  const left = others.length > more.length ? [`và ${others.length - more.length} lỗi khác`] : []
  const refusal = refuse('org.bad-file', { line: first.line, reason: [first.reason, ...more, ...left].join('; ') })
  return { ...refusal, rows }
}

/** People whose name a place bears: Decree 30/2020/NĐ-CP, Annex I, II.4. A list of units does not say so. */
const peopleOfPlaces: ReadonlySet<string> = new Set(['Tô Hiệu'])

function toVersion({ listed, origin, parentOrigin }: TracedVersion): OrgUnitVersion {
  const { code, name, kind, valid, source } = listed
  return {
    id: idOf('version', listed),
    unitId: idOf('unit', origin),
    name,
    kind,
    code,
    valid,
    source,
    parentUnitId: parentOrigin && idOf('unit', parentOrigin),
    namedAfterPerson: peopleOfPlaces.has(name),
    position: 0,
    letterhead: null,
    functions: null,
    calledInText: calledBy(kind, name),
  }
}

const places: readonly OrgUnitKind[] = [...aboveCommuneKinds, ...communeKinds, ...residentialAreaKinds]

/** A place is called by its kind and its name; every other body says in its name what it is. */
function calledBy(kind: OrgUnitKind, name: string): string {
  if (kind === 'country') return orgUnitKindWords.country
  return places.includes(kind) ? `${orgUnitKindWords[kind]} ${name}` : name
}

/** The same line has the same id wherever and whenever it is imported: code and first day make a version one. */
function idOf(word: 'unit' | 'version', { code, valid }: ListedVersion): string {
  const hash = createHash('sha256')
    .update(`${word} ${code} ${valid.from ?? ''}`)
    .digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

type Change = { readonly added: OrgUnitVersion[]; readonly ended: OrgUnitVersion[]; readonly badRows: BadRow[] }

/** A version known already stays as it is, save that an open one may end. */
function compare(listed: ListedVersion, version: OrgUnitVersion, before: OrgUnitVersion | undefined): Change {
  if (!before) return { added: [version], ended: [], badRows: [] }
  if (sayingOf(before) !== sayingOf(version))
    return { added: [], ended: [], badRows: [{ line: listed.line, reason: `khác với phiên bản “${before.name}” đã có trong hệ thống` }] }
  const isEnded = before.valid.until === null && version.valid.until !== null
  if (!isEnded && before.valid.until !== version.valid.until)
    return { added: [], ended: [], badRows: [{ line: listed.line, reason: 'ngày cuối khác với phiên bản đã có trong hệ thống' }] }
  return { added: [], ended: isEnded ? [version] : [], badRows: [] }
}

/** What a list can say of a version. How running text calls it, its place and letterhead may have been set since. */
function sayingOf({ unitId, name, kind, code, parentUnitId, valid }: OrgUnitVersion): string {
  return canonicalJson({ unitId, name, kind, code, parentUnitId, from: valid.from })
}

/** A code belongs to one unit a day; another unit bearing it was entered by hand. */
async function listStrangers(ctx: Context, lineage: Lineage, versions: readonly OrgUnitVersion[]): Promise<BadRow[]> {
  const own = new Set(versions.map(version => version.unitId))
  const known = await listVersionsWithCode(ctx.tx, [...new Set(versions.flatMap(version => version.code ?? []))])
  const strangers = Map.groupBy(
    known.filter(version => !own.has(version.unitId)),
    version => version.code,
  )
  return lineage.versions.flatMap(({ listed: { line, code, valid } }) => {
    const stranger = strangers.get(code)?.find(other => overlaps(other.valid, valid))
    return stranger ? [{ line, reason: `mã ${code} đang thuộc đơn vị “${stranger.name}” nhập bằng cách khác` }] : []
  })
}

async function addSuccessions(ctx: Context, lineage: Lineage): Promise<number> {
  const successions = lineage.successions.map(
    ({ from, to, ...succession }): Succession => ({
      ...succession,
      basis: null,
      fromUnitId: idOf('unit', from),
      toUnitId: idOf('unit', to),
    }),
  )
  const known = await listSuccessions(
    ctx.tx,
    successions.map(succession => succession.fromUnitId),
  )
  const knownKeys = new Set(known.map(keyOf))
  const added = successions.filter(succession => !knownKeys.has(keyOf(succession)))
  await insertSuccessions(ctx.tx, added)
  return added.length
}

function keyOf({ fromUnitId, toUnitId, on }: Succession): string {
  return `${fromUnitId} ${toUnitId} ${on}`
}
