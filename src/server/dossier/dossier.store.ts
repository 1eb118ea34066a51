import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { FailedHousehold, NamedHousehold } from '#domain/dossier/decision-document.ts'
import type { AreaOutcomes } from '#domain/dossier/gaps.ts'
import type { PaperCode } from '#domain/dossier/paper-kinds.ts'
import type { Reason } from '#domain/season/decision.ts'
import type { Db } from '../db/connect.ts'

/** Which paper: of an area, or of a decision where there is no area, and what it tells of. */
export type PaperKey = {
  readonly seasonId: string
  readonly areaUnitId: string | null
  readonly code: PaperCode
  readonly about: string
}
export type KeptPaper = { readonly pdfSha256: string; readonly docxSha256: string | null; readonly printedOn: PlainDate }

export async function findKeptPaper(tx: Db, { seasonId, areaUnitId, code, about }: PaperKey): Promise<KeptPaper | undefined> {
  return tx
    .selectFrom('dossierPaper')
    .select(['pdfSha256', 'docxSha256', 'printedOn'])
    .where('seasonId', '=', seasonId)
    .where('areaUnitId', areaUnitId === null ? 'is' : '=', areaUnitId)
    .where('code', '=', code)
    .where('about', '=', about)
    .executeTakeFirst()
}

/** Two may print first at once: one of them is kept, and both get that one. */
export async function insertKeptPaper(tx: Db, key: PaperKey, paper: KeptPaper, printedBy: string): Promise<void> {
  await tx
    .insertInto('dossierPaper')
    .values({ ...key, ...paper, printedBy })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function listKeptPapers(
  tx: Db,
  { seasonId, areaUnitId }: { readonly seasonId: string; readonly areaUnitId: string },
): Promise<(Pick<KeptPaper, 'printedOn'> & { readonly code: string; readonly about: string })[]> {
  return tx
    .selectFrom('dossierPaper')
    .select(['code', 'about', 'printedOn'])
    .where('seasonId', '=', seasonId)
    .where('areaUnitId', '=', areaUnitId)
    .execute()
}

export type DossierRequest = {
  readonly id: string
  readonly seasonId: string
  /** Empty: all of the season. */
  readonly areaUnitIds: readonly string[]
  readonly purpose: string
  readonly askedById: string
  readonly askedBy: string
  readonly askedOn: PlainDate
}

export async function findRequest(tx: Db, id: string): Promise<DossierRequest | undefined> {
  return tx.selectFrom('dossierRequest').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertRequest(tx: Db, request: DossierRequest): Promise<void> {
  await tx
    .insertInto('dossierRequest')
    .values({ ...request, areaUnitIds: [...request.areaUnitIds] })
    .execute()
}

/** Everybody a decision was about, revoked ones too: the act stays as it was. */
export async function listNamed(
  tx: Db,
  decisionId: string,
): Promise<{
  readonly recognised: (NamedHousehold & { readonly candidateId: string; readonly unitId: string | null })[]
  readonly failed: FailedHousehold[]
}> {
  const rows = await tx
    .selectFrom('seasonOutcome as o')
    .innerJoin('seasonCandidate as c', join => join.onRef('c.id', '=', 'o.candidateId').onRef('c.partitionId', '=', 'o.partitionId'))
    .select(['o.candidateId', 'o.outcome', 'o.certificateNumber', 'o.reasons', 'c.headName', 'c.address', 'c.areaUnitId', 'c.unitId'])
    .where('o.decisionId', '=', decisionId)
    .orderBy('o.certificateNumber')
    .orderBy('c.areaUnitId')
    .orderBy('c.sortKey')
    .orderBy('c.id')
    .execute()
  return {
    recognised: rows.flatMap(({ outcome, certificateNumber, candidateId, headName, address, areaUnitId, unitId }) =>
      outcome === 'recognised' ? [{ number: certificateNumber ?? 0, candidateId, headName, address, areaUnitId, unitId }] : [],
    ),
    failed: rows.flatMap(({ outcome, reasons, headName, address, areaUnitId }) =>
      outcome === 'failed' ? [{ headName, address, areaUnitId, reasons: reasons as readonly Reason[] }] : [],
    ),
  }
}

/** What decisions made of each of these areas, in numbers. */
export async function countAreaOutcomes(tx: Db, seasonId: string, areaUnitIds: readonly string[]): Promise<Map<string, AreaOutcomes>> {
  if (areaUnitIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('seasonOutcome as o')
    .innerJoin('seasonCandidate as c', join => join.onRef('c.id', '=', 'o.candidateId').onRef('c.partitionId', '=', 'o.partitionId'))
    .innerJoin('seasonDecision as d', 'd.id', 'o.decisionId')
    .leftJoin('seasonRevocation as r', join =>
      join.onRef('r.candidateId', '=', 'o.candidateId').onRef('r.partitionId', '=', 'o.partitionId'),
    )
    .select(eb => [
      'c.areaUnitId',
      'd.id as decisionId',
      'd.publishedOn',
      eb.fn.countAll<string>().as('decided'),
      eb.fn.countAll<string>().filterWhere('o.outcome', '=', 'recognised').filterWhere('r.candidateId', 'is', null).as('recognised'),
      eb.fn
        .countAll<string>()
        .filterWhere('r.candidateId', 'is', null)
        .filterWhere(
          eb.exists(
            eb
              .selectFrom('seasonHandover as h')
              .select('h.candidateId')
              .whereRef('h.candidateId', '=', 'o.candidateId')
              .whereRef('h.partitionId', '=', 'o.partitionId')
              .where('h.outcome', '=', 'handedOver'),
          ),
        )
        .as('handedOver'),
    ])
    .where('c.seasonId', '=', seasonId)
    .where('c.areaUnitId', 'in', [...areaUnitIds])
    .groupBy(['c.areaUnitId', 'd.id', 'd.publishedOn'])
    .execute()
  const found = new Map<string, AreaOutcomes>()
  for (const row of rows) {
    const before = found.get(row.areaUnitId) ?? noOutcomes
    found.set(row.areaUnitId, {
      decided: before.decided + Number(row.decided),
      recognised: before.recognised + Number(row.recognised),
      handedOver: before.handedOver + Number(row.handedOver),
      unpublished: before.unpublished + (row.publishedOn === null ? 1 : 0),
    })
  }
  return found
}

export const noOutcomes: AreaOutcomes = { decided: 0, recognised: 0, handedOver: 0, unpublished: 0 }

/** Each area every act of a season is about. */
export async function listAreasOfActs(tx: Db, seasonId: string): Promise<{ readonly decisionId: string; readonly areaUnitId: string }[]> {
  return tx
    .selectFrom('seasonOutcome as o')
    .innerJoin('seasonCandidate as c', join => join.onRef('c.id', '=', 'o.candidateId').onRef('c.partitionId', '=', 'o.partitionId'))
    .select(['o.decisionId', 'c.areaUnitId'])
    .distinct()
    .where('c.seasonId', '=', seasonId)
    .execute()
}

/** Recognitions of a decision taken back since, in the order of their days. */
export async function listRevokedOf(
  tx: Db,
  decisionId: string,
): Promise<{ readonly candidateId: string; readonly areaUnitId: string; readonly onDay: PlainDate }[]> {
  return tx
    .selectFrom('seasonRevocation as r')
    .innerJoin('seasonOutcome as o', join => join.onRef('o.candidateId', '=', 'r.candidateId').onRef('o.partitionId', '=', 'r.partitionId'))
    .innerJoin('seasonCandidate as c', join => join.onRef('c.id', '=', 'r.candidateId').onRef('c.partitionId', '=', 'r.partitionId'))
    .select(['r.candidateId', 'c.areaUnitId', 'r.onDay'])
    .where('o.decisionId', '=', decisionId)
    .orderBy('r.onDay')
    .orderBy('r.candidateId')
    .execute()
}
