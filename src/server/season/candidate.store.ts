import { type Selectable, sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Handling, Matter } from '#domain/household/conduct.ts'
import type { PovertyStanding } from '#domain/household/household.ts'
import { nameKey } from '#domain/household/name-key.ts'
import { searchKey } from '#domain/kit/text.ts'
import type { Assessment, AssessmentStage } from '#domain/season/assessment.ts'
import type { Applicant, Candidate } from '#domain/season/candidate.ts'
import type { RecordedGround } from '#domain/season/candidate-facts.ts'
import type { Season } from '#domain/season/season.ts'
import type { Db } from '../db/connect.ts'
import type { SeasonCandidateTable } from '../db/schema.ts'
import { toJson } from '../db/values.ts'

/** Of these areas of a season, withdrawn ones too; by given name. */
export async function listCandidates(tx: Db, seasonId: string, areaUnitIds: readonly string[]): Promise<Candidate[]> {
  const rows = await tx
    .selectFrom('seasonCandidate')
    .selectAll()
    .where('seasonId', '=', seasonId)
    .where(sql<boolean>`area_unit_id = any(${[...areaUnitIds]}::uuid[])`)
    .orderBy('sortKey')
    .orderBy('id')
    .execute()
  return rows.map(toCandidate)
}

/** The registrations of these in a season, wherever in the commune. */
export async function listCandidatesOfSubjects(tx: Db, seasonId: string, subjectIds: readonly string[]): Promise<Candidate[]> {
  const rows = await tx
    .selectFrom('seasonCandidate')
    .selectAll()
    .where('seasonId', '=', seasonId)
    .where(sql<boolean>`coalesce(household_id, unit_id) = any(${[...subjectIds]}::uuid[])`)
    .execute()
  return rows.map(toCandidate)
}

/** Whoever of these stands in another season of the same honour and year, and where that is held. */
export async function listRegisteredElsewhere(
  tx: Db,
  { id, honour, year }: Pick<Season, 'id' | 'honour' | 'year'>,
  subjectIds: readonly string[],
): Promise<{ readonly subjectId: string; readonly headName: string; readonly unitId: string }[]> {
  return tx
    .selectFrom('seasonCandidate as c')
    .innerJoin('season as s', 's.id', 'c.seasonId')
    .select(sql<string>`coalesce(c.household_id, c.unit_id)`.as('subjectId'))
    .select(['c.headName', 's.unitId'])
    .where('c.seasonId', '<>', id)
    .where('c.honour', '=', honour)
    .where('c.year', '=', year)
    .where('c.withdrawnOn', 'is', null)
    .where(sql<boolean>`(c.household_id = any(${[...subjectIds]}::uuid[]) or c.unit_id = any(${[...subjectIds]}::uuid[]))`)
    .orderBy('c.sortKey')
    .execute()
}

export async function findCandidate(tx: Db, id: string): Promise<Candidate | undefined> {
  const row = await tx.selectFrom('seasonCandidate').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toCandidate(row)
}

export async function findCandidatesByIds(tx: Db, ids: readonly string[]): Promise<Candidate[]> {
  const rows = await tx
    .selectFrom('seasonCandidate')
    .selectAll()
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
  return rows.map(toCandidate)
}

/**
 * Two may register one household or unit at the same moment, in two files or in two communes. The database lets one of
 * them pass; the command of the other is run again (see `inTransaction`), finds what is there and says where.
 */
export async function insertCandidates(tx: Db, season: Season, candidates: readonly Candidate[], recordedBy: string): Promise<void> {
  if (candidates.length === 0) return
  const { honour, year } = season
  await tx
    .insertInto('seasonCandidate')
    .values(candidates.map(candidate => ({ ...toRow(candidate, recordedBy), honour, year })))
    .execute()
}

export async function updateCandidateWithdrawn(tx: Db, { id, partitionId, withdrawal }: Candidate): Promise<void> {
  await tx
    .updateTable('seasonCandidate')
    .set({ withdrawnOn: withdrawal?.on ?? null, withdrawalReason: withdrawal?.reason ?? null })
    .where('id', '=', id)
    .where('partitionId', '=', partitionId)
    .execute()
}

/** Who lives in an area on a day, as the register knows them. */
export async function listHouseholdsLiving(tx: Db, areaUnitId: string, on: PlainDate): Promise<Applicant[]> {
  const rows = await tx
    .selectFrom('householdVersion')
    .select(['householdId', 'partitionId', 'headName', 'address', 'poverty'])
    .where('areaUnitId', '=', areaUnitId)
    .where('struckAt', 'is', null)
    .where(sql<boolean>`valid @> ${on}::date`)
    .orderBy('sortKey')
    .orderBy('householdId')
    .execute()
  return rows.map(({ householdId, poverty, ...row }) => ({
    ...row,
    subjectKind: 'household',
    subjectId: householdId,
    poverty: poverty as PovertyStanding | null,
  }))
}

export type SentAssessment = Assessment & { readonly id: string; readonly partitionId: string }

/** Sent twice, an assessment is written once. */
export async function insertAssessments(
  tx: Db,
  assessments: readonly SentAssessment[],
  recorded: { readonly recordedBy: string; readonly recordedAt: string },
): Promise<void> {
  await tx
    .insertInto('seasonAssessment')
    .values(
      assessments.map(({ points, met, content, ...each }) => ({
        ...each,
        ...recorded,
        points: toJson(points),
        met: toJson(met),
        content: content && toJson(content),
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Those of these ids that were sent before, and where. */
export async function listSentAssessments(tx: Db, ids: readonly string[]) {
  return tx
    .selectFrom('seasonAssessment as a')
    .innerJoin('seasonCandidate as c', join => join.onRef('c.id', '=', 'a.candidateId').onRef('c.partitionId', '=', 'a.partitionId'))
    .select(['c.seasonId', 'c.areaUnitId', 'a.stage'])
    .where(sql<boolean>`a.id = any(${[...ids]}::uuid[])`)
    .execute()
}

/** The last of each stage of each candidate. */
export async function listAssessments(tx: Db, seasonId: string, areaUnitIds: readonly string[]): Promise<Assessment[]> {
  const rows = await tx
    .selectFrom('seasonAssessment as a')
    .innerJoin('seasonCandidate as c', join => join.onRef('c.id', '=', 'a.candidateId').onRef('c.partitionId', '=', 'a.partitionId'))
    .distinctOn(['a.candidateId', 'a.stage'])
    .select(['a.candidateId', 'a.stage', 'a.points', 'a.met', 'a.content'])
    .where('c.seasonId', '=', seasonId)
    .where(sql<boolean>`c.area_unit_id = any(${[...areaUnitIds]}::uuid[])`)
    .orderBy('a.candidateId')
    .orderBy('a.stage')
    .orderBy('a.recordedAt', 'desc')
    .execute()
  return rows.map(({ candidateId, stage, points, met, content }) => ({
    candidateId,
    stage: stage as AssessmentStage,
    points: points as Assessment['points'],
    met: met as Assessment['met'],
    content: content as Assessment['content'],
  }))
}

export function toCandidate(row: Selectable<SeasonCandidateTable>): Candidate {
  const { withdrawnOn, withdrawalReason, poverty, householdId, unitId, ...rest } = row
  const { recordedBy: _, sortKey: __, honour: ___, year: ____, ...candidate } = rest
  return {
    ...candidate,
    subjectKind: householdId === null ? 'unit' : 'household',
    subjectId: householdId ?? unitId ?? '',
    poverty: poverty as PovertyStanding | null,
    withdrawal: withdrawnOn === null ? null : { on: withdrawnOn, reason: withdrawalReason ?? '' },
  }
}

function toRow({ withdrawal: _, subjectKind, subjectId, ...candidate }: Candidate, recordedBy: string) {
  const isUnit = subjectKind === 'unit'
  return {
    ...candidate,
    householdId: isUnit ? null : subjectId,
    unitId: isUnit ? subjectId : null,
    recordedBy,
    // Households stand by given name; units, whose names begin with what they are, as they are written.
    sortKey: isUnit ? searchKey(candidate.headName) : nameKey(candidate.headName),
  }
}

/** Grounds that stand against households of these areas. Read to judge by, shown to nobody from here. */
export async function listRecordedGrounds(tx: Db, seasonId: string, areaUnitIds: readonly string[]): Promise<RecordedGround[]> {
  const rows = await tx
    .selectFrom('householdGround as g')
    .innerJoin('seasonCandidate as c', join =>
      join.onRef('c.householdId', '=', 'g.householdId').onRef('c.partitionId', '=', 'g.partitionId'),
    )
    .select(['g.householdId', 'g.matter', 'g.handling', 'g.onDay as on'])
    .distinct()
    .where('c.seasonId', '=', seasonId)
    .where('g.withdrawnOn', 'is', null)
    .where(sql<boolean>`c.area_unit_id = any(${[...areaUnitIds]}::uuid[])`)
    .execute()
  return rows.map(({ matter, handling, ...ground }) => ({ ...ground, matter: matter as Matter, handling: handling as Handling }))
}
