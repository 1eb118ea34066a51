import { sql } from 'kysely'
import type { Candidate } from '#domain/season/candidate.ts'
import type { Failed, Reason, SeasonDecision } from '#domain/season/decision.ts'
import type { Handover, HandoverOutcome, Recognition, Revocation, RevocationGround, RevokingAct } from '#domain/season/recognition.ts'
import type { Db } from '../db/connect.ts'
import { toJson } from '../db/values.ts'

export async function listDecisions(tx: Db, seasonId: string): Promise<SeasonDecision[]> {
  return selectDecisions(tx)
    .where('seasonId', '=', seasonId)
    .orderBy('decidedOn')
    .orderBy('number')
    .execute()
    .then(rows => rows.map(toDecision))
}

export async function findDecision(tx: Db, id: string): Promise<SeasonDecision | undefined> {
  const row = await selectDecisions(tx).where('seasonDecision.id', '=', id).executeTakeFirst()
  return row && toDecision(row)
}

/** Two may publish at once: lock, then look. */
export async function lockDecision(tx: Db, id: string): Promise<SeasonDecision | undefined> {
  await tx.selectFrom('seasonDecision').select('id').where('id', '=', id).forUpdate().execute()
  return findDecision(tx, id)
}

export type NumberedDecision = Omit<SeasonDecision, 'code'> & {
  readonly series: string
  readonly year: number
  readonly number: number
  readonly documentId: string
}

export async function insertDecision(tx: Db, { on, published: _, ...decision }: NumberedDecision): Promise<void> {
  await tx
    .insertInto('seasonDecision')
    .values({ ...decision, decidedOn: on })
    .execute()
  await updateLastNumber(tx, { ...decision, on })
}

type Numbered = Pick<NumberedDecision, 'issuerUnitId' | 'series' | 'year' | 'number' | 'on'>

async function updateLastNumber(tx: Db, { issuerUnitId, series, year, number, on }: Numbered): Promise<void> {
  await tx
    .updateTable('numberSeries')
    .set({ lastNumber: number, lastOn: on })
    .where('unitId', '=', issuerUnitId)
    .where('series', '=', series)
    .where('year', '=', year)
    .execute()
}

export async function updateDecisionPublished(tx: Db, { id, published }: SeasonDecision): Promise<void> {
  await tx
    .updateTable('seasonDecision')
    .set({ publishedOn: published?.on ?? null, publishedPlace: published?.place ?? null })
    .where('id', '=', id)
    .execute()
}

/** In columns, so that hundreds of thousands go in a few statements. */
export async function insertOutcomes(
  tx: Db,
  decisionId: string,
  { recognised, failed }: { readonly recognised: readonly Candidate[]; readonly failed: readonly Failed[] },
): Promise<void> {
  const rows = [
    ...recognised.map((candidate, at) => ({
      candidate,
      outcome: 'recognised',
      certificateNumber: at + 1,
      reasons: [] as readonly Reason[],
    })),
    ...failed.map(({ candidate, reasons }) => ({ candidate, outcome: 'failed', certificateNumber: null, reasons })),
  ]
  for (let at = 0; at < rows.length; at += 10_000) {
    const part = rows.slice(at, at + 10_000)
    await sql`insert into season_outcome (decision_id, candidate_id, partition_id, outcome, certificate_number, reasons)
      select ${decisionId}::uuid, * from unnest(
        ${part.map(({ candidate }) => candidate.id)}::uuid[],
        ${part.map(({ candidate }) => candidate.partitionId)}::uuid[],
        ${part.map(({ outcome }) => outcome)}::text[],
        ${part.map(({ certificateNumber }) => certificateNumber)}::integer[],
        ${part.map(({ reasons }) => toJson(reasons))}::jsonb[]
      )`.execute(tx)
  }
}

/** What a decision made of a candidate, with what came after. */
export type StoredOutcome = {
  readonly candidateId: string
  readonly decisionId: string
  readonly outcome: 'recognised' | 'failed'
  readonly certificateNumber: number | null
  readonly reasons: readonly Reason[]
  readonly handover: Handover | null
  readonly revocation: Revocation | null
}

export async function listOutcomes(tx: Db, seasonId: string, areaUnitIds: readonly string[]): Promise<StoredOutcome[]> {
  const rows = await selectOutcomes(tx)
    .where('c.seasonId', '=', seasonId)
    .where(sql<boolean>`c.area_unit_id = any(${[...areaUnitIds]}::uuid[])`)
    .execute()
  return rows.map(toOutcome)
}

/** Which act last spoke of each file of a season. */
export async function listDecidedAreas(tx: Db, seasonId: string): Promise<{ readonly areaUnitId: string; readonly decisionId: string }[]> {
  return tx
    .selectFrom('seasonOutcome as o')
    .innerJoin('seasonCandidate as c', join => join.onRef('c.id', '=', 'o.candidateId').onRef('c.partitionId', '=', 'o.partitionId'))
    .innerJoin('seasonDecision as d', 'd.id', 'o.decisionId')
    .distinctOn('c.areaUnitId')
    .select(['c.areaUnitId', 'o.decisionId'])
    .where('c.seasonId', '=', seasonId)
    .orderBy('c.areaUnitId')
    .orderBy('d.decidedOn', 'desc')
    .execute()
}

/** Locked, since two may hand over or revoke at once. */
export async function lockRecognition(tx: Db, candidateId: string): Promise<Recognition | undefined> {
  await tx.selectFrom('seasonOutcome').select('candidateId').where('candidateId', '=', candidateId).forUpdate().execute()
  const row = await selectOutcomes(tx)
    .innerJoin('seasonDecision as d', 'd.id', 'o.decisionId')
    .select('d.decidedOn')
    .where('o.candidateId', '=', candidateId)
    .where('o.outcome', '=', 'recognised')
    .executeTakeFirst()
  if (!row) return undefined
  const { handover, revocation, decisionId } = toOutcome(row)
  return { candidateId, decisionId, decidedOn: row.decidedOn, handover, revocation }
}

type Whose = Pick<Candidate, 'id' | 'partitionId'>

export async function insertHandover(
  tx: Db,
  { id, partitionId }: Whose,
  { on, outcome }: Handover,
  recorded: { readonly recordedBy: string; readonly recordedAt: string },
): Promise<void> {
  await tx
    .insertInto('seasonHandover')
    .values({ candidateId: id, partitionId, onDay: on, outcome, ...recorded })
    .execute()
}

export async function insertRevocation(tx: Db, { id, partitionId }: Whose, revocation: Revocation, recordedBy: string): Promise<void> {
  const { on, ground, basis } = revocation
  await tx.insertInto('seasonRevocation').values({ candidateId: id, partitionId, onDay: on, cause: ground, basis, recordedBy }).execute()
}

export type NumberedRevokingAct = Omit<RevokingAct, 'code'> & Numbered & { readonly id: string; readonly documentId: string }

export async function insertRevokingAct(tx: Db, { id, partitionId }: Whose, { on, ...act }: NumberedRevokingAct): Promise<void> {
  await tx
    .insertInto('seasonRevokingAct')
    .values({ ...act, candidateId: id, partitionId })
    .execute()
  await updateLastNumber(tx, { ...act, on })
}

/** By its own id, or by whom it is about. */
export async function findRevokingAct(
  tx: Db,
  by: { readonly id: string } | { readonly candidateId: string },
): Promise<(RevokingAct & { readonly candidateId: string }) | undefined> {
  const acts = tx
    .selectFrom('seasonRevokingAct as act')
    .innerJoin('registeredDocument as document', 'document.id', 'act.documentId')
    .select(['act.candidateId', 'act.issuerUnitId', 'act.signerName', 'document.code'])
  return ('id' in by ? acts.where('act.id', '=', by.id) : acts.where('act.candidateId', '=', by.candidateId)).executeTakeFirst()
}

function selectDecisions(tx: Db) {
  return tx
    .selectFrom('seasonDecision')
    .innerJoin('registeredDocument', 'registeredDocument.id', 'documentId')
    .select(['seasonDecision.id', 'seasonId', 'seasonDecision.issuerUnitId', 'decidedOn', 'registeredDocument.code'])
    .select(['seasonDecision.signerName', 'recognised', 'failed', 'openAccepted', 'lawChosen'])
    .select(['publishedOn', 'publishedPlace'])
}

type DecisionRow = Awaited<ReturnType<ReturnType<typeof selectDecisions>['execute']>>[number]

function toDecision({ decidedOn, publishedOn, publishedPlace, ...row }: DecisionRow): SeasonDecision {
  return { ...row, on: decidedOn, published: publishedOn === null ? null : { on: publishedOn, place: publishedPlace ?? '' } }
}

function selectOutcomes(tx: Db) {
  return tx
    .selectFrom('seasonOutcome as o')
    .innerJoin('seasonCandidate as c', join => join.onRef('c.id', '=', 'o.candidateId').onRef('c.partitionId', '=', 'o.partitionId'))
    .leftJoin('seasonRevocation as r', join =>
      join.onRef('r.candidateId', '=', 'o.candidateId').onRef('r.partitionId', '=', 'o.partitionId'),
    )
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('seasonHandover as given')
          .select(['given.onDay as handedOn', 'given.outcome as handing'])
          .whereRef('given.candidateId', '=', 'o.candidateId')
          .whereRef('given.partitionId', '=', 'o.partitionId')
          .orderBy('given.recordedAt', 'desc')
          .limit(1)
          .as('h'),
      join => join.onTrue(),
    )
    .select(['o.candidateId', 'o.decisionId', 'o.outcome', 'o.certificateNumber', 'o.reasons', 'h.handedOn', 'h.handing'])
    .select(['r.onDay as revokedOn', 'r.cause', 'r.basis'])
}

type OutcomeRow = Awaited<ReturnType<ReturnType<typeof selectOutcomes>['execute']>>[number]

function toOutcome(row: OutcomeRow): StoredOutcome {
  const { candidateId, decisionId, certificateNumber, handedOn, handing, revokedOn, cause, basis } = row
  return {
    candidateId,
    decisionId,
    certificateNumber,
    outcome: row.outcome as StoredOutcome['outcome'],
    reasons: row.reasons as readonly Reason[],
    handover: handedOn === null ? null : { on: handedOn, outcome: handing as HandoverOutcome },
    revocation: revokedOn === null ? null : { on: revokedOn, ground: cause as RevocationGround, basis: basis ?? '' },
  }
}
