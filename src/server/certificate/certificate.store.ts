import { sql } from 'kysely'
import type { CertificateKeys, CertificateState } from '#contract/certificate.ts'
import type { PublicKey } from '#contract/certificate-code.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type KeyDays, withDays } from '#domain/certificate/keys.ts'
import type { Db } from '../db/connect.ts'
import { toJson } from '../db/values.ts'

/** A key as it is made: its last day is set by the one after it. */
export type NewKey = { readonly publicKey: PublicKey; readonly privateKey: string; readonly from: PlainDate | null }
export type SigningKey = { readonly publicKey: PublicKey & KeyDays; readonly privateKey: string }

/** In the order of their days; all are published for good. */
export async function listSigningKeys(tx: Db): Promise<SigningKey[]> {
  const rows = await tx.selectFrom('certificateKey').select(['publicKey', 'privateKey', 'fromDay as from']).execute()
  return withDays(rows).map(({ publicKey, privateKey, from, until }) => ({
    publicKey: { ...(publicKey as PublicKey), from, until },
    privateKey,
  }))
}

/** Two may make a key at once: one after the other, so that the second sees the first. */
export async function lockSigningKeys(tx: Db): Promise<void> {
  await sql`lock table certificate_key in share row exclusive mode`.execute(tx)
}

export async function insertSigningKey(tx: Db, { publicKey, privateKey, from }: NewKey, madeAt: string): Promise<void> {
  await tx
    .insertInto('certificateKey')
    .values({ kid: publicKey.kid, publicKey: toJson(publicKey), privateKey, madeAt, fromDay: from })
    .execute()
}

/** What whoever checks without a network needs: the keys, and what was revoked up to now. No names. */
export async function listPublished(tx: Db, today: PlainDate): Promise<CertificateKeys> {
  const keys = await listSigningKeys(tx)
  const revoked = await tx
    .selectFrom('seasonRevocation')
    .select(['candidateId as id', 'onDay as on'])
    .orderBy('onDay')
    .orderBy('candidateId')
    .execute()
  return { keys: keys.map(({ publicKey }) => publicKey), publishedOn: today, revoked }
}

/** A recognition as its certificate tells it, with what the paper needs besides. */
export type RecognisedRow = {
  readonly candidateId: string
  readonly areaUnitId: string
  /** Null: a household. */
  readonly unitId: string | null
  readonly headName: string
  readonly address: string
  readonly certificateNumber: number
  readonly decisionId: string
}

/** Of one area in the order of their numbers; revoked ones are printed no more. */
export async function listRecognised(
  tx: Db,
  { seasonId, areaUnitId }: { readonly seasonId: string; readonly areaUnitId: string },
): Promise<RecognisedRow[]> {
  const rows = await tx
    .selectFrom('seasonCandidate as candidate')
    .innerJoin('seasonOutcome as outcome', join =>
      join.onRef('outcome.candidateId', '=', 'candidate.id').onRef('outcome.partitionId', '=', 'candidate.partitionId'),
    )
    .leftJoin('seasonRevocation as revocation', join =>
      join.onRef('revocation.candidateId', '=', 'candidate.id').onRef('revocation.partitionId', '=', 'candidate.partitionId'),
    )
    .select(['candidate.id as candidateId', 'candidate.areaUnitId', 'candidate.unitId', 'candidate.headName', 'candidate.address'])
    .select(['outcome.certificateNumber', 'outcome.decisionId'])
    .where('candidate.seasonId', '=', seasonId)
    .where('candidate.areaUnitId', '=', areaUnitId)
    .where('outcome.outcome', '=', 'recognised')
    .where('revocation.onDay', 'is', null)
    .orderBy('outcome.decisionId')
    .orderBy('outcome.certificateNumber')
    .execute()
  return rows.map(({ certificateNumber, ...row }) => ({ ...row, certificateNumber: certificateNumber ?? 0 }))
}

/** How many certificates each area of a season has, by the name the area bears today. */
export async function countRecognised(
  tx: Db,
  seasonId: string,
): Promise<{ readonly areaUnitId: string; readonly areaName: string; readonly recognised: number }[]> {
  const { rows } = await sql<{ areaUnitId: string; areaName: string; recognised: number }>`
    select c.area_unit_id as "areaUnitId", count(*)::integer as recognised,
      coalesce((select v.name from org_unit_version v where v.unit_id = c.area_unit_id order by lower(v.valid) desc limit 1), '') as "areaName"
    from season_candidate c
      join season_outcome o on o.candidate_id = c.id and o.partition_id = c.partition_id and o.outcome = 'recognised'
      left join season_revocation r on r.candidate_id = c.id and r.partition_id = c.partition_id
    where c.season_id = ${seasonId} and r.candidate_id is null
    group by c.area_unit_id
    order by "areaName", c.area_unit_id`.execute(tx)
  return rows
}

export async function findCertificateState(tx: Db, candidateId: string): Promise<CertificateState> {
  const row = await tx
    .selectFrom('seasonOutcome as outcome')
    .leftJoin('seasonRevocation as revocation', join =>
      join.onRef('revocation.candidateId', '=', 'outcome.candidateId').onRef('revocation.partitionId', '=', 'outcome.partitionId'),
    )
    .select('revocation.onDay')
    .where('outcome.candidateId', '=', candidateId)
    .where('outcome.outcome', '=', 'recognised')
    .executeTakeFirst()
  return { isKnown: row !== undefined, revokedOn: row?.onDay ?? null }
}
