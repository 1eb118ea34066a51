import type { RightName } from '#contract/index.ts'
import { rights } from '#contract/rights.ts'
import type { DueFileView, SeasonAreaRow } from '#contract/season.ts'
import { type Actor, may, type Right } from '#domain/account/access.ts'
import { yearOf } from '#domain/calendar/plain-date.ts'
import type { OrgUnitVersion } from '#domain/org/org-unit.ts'
import { holdingOf } from '#domain/season/holding.ts'
import type { Season } from '#domain/season/season.ts'
import type { StepCode } from '#domain/title/rule-book.ts'
import type { Context } from '../context.ts'
import { findUnitPath } from '../org/org.store.ts'
import { holdersOf, listFileUnits } from './holder.ts'
import { listSeasonsHeldAt } from './season.actions.ts'
import { toAreaRows } from './season.board.ts'
import { bookOf } from './season.case.ts'

/** Announced this many days before. */
const soonDays = 7

const commandOf: Partial<Record<StepCode, RightName>> = {
  register: 'season.register',
  assessSelf: 'season.assess',
  list: 'season.makeList',
  meet: 'season.concludeMeeting',
  post: 'season.post',
  submit: 'season.submit',
  appraise: 'season.appraise',
  decide: 'season.decide',
}

/** Files that are overdue or soon due and wait for whoever asks: of the unit they have their role at, not of all below. */
export async function listDueFiles(ctx: Context): Promise<DueFileView[]> {
  const units = [...new Set(ctx.actor.grants.flatMap(({ unitPath }) => unitPath))]
  const recent = (await listSeasonsHeldAt(ctx, units)).filter(({ year }) => year >= yearOf(ctx.today) - 1)
  const found: DueFileView[] = []
  for (const season of recent) found.push(...(await dueFilesOf(ctx, season)))
  return found.toSorted((a, b) => (a.due.daysLeft ?? 0) - (b.due.daysLeft ?? 0))
}

async function dueFilesOf(ctx: Context, season: Season): Promise<DueFileView[]> {
  const [holder = season.unitId] = await holdersOf(ctx, season)
  const holderPath = await findUnitPath(ctx.tx, holder, ctx.today)
  const own = new Set(ctx.actor.grants.map(({ unitId }) => unitId))
  const isOfHolder = own.has(holder) || own.has(season.unitId)
  const files: OrgUnitVersion[] = []
  // A village that has gone into another goes on there: whoever heads that one answers for its file.
  const standingOf = new Map<string, readonly string[]>()
  for (const file of await listFileUnits(ctx, season)) {
    const standing = await holdersOf(ctx, file)
    standingOf.set(file.unitId, standing)
    if (isOfHolder || own.has(file.unitId) || standing.some(unitId => own.has(unitId))) files.push(file)
  }
  if (files.length === 0) return []
  const { rows } = await toAreaRows(ctx, season, { files, decisions: null })
  const { name } = bookOf(season)
  return rows.flatMap(row =>
    isDueSoon(row) && mayTake(ctx.actor, season, { step: row.due.step, places: standingOf.get(row.areaUnitId) ?? [], holderPath })
      ? [{ seasonId: season.id, areaUnitId: row.areaUnitId, areaName: row.areaName, title: `${name} năm ${season.year}`, due: row.due }]
      : [],
  )
}

function isDueSoon(row: SeasonAreaRow): row is SeasonAreaRow & { readonly due: NonNullable<SeasonAreaRow['due']> } {
  return row.due !== null && row.due.daysLeft !== null && row.due.daysLeft <= soonDays
}

/** By the very rights the acts ask; what the holder does is asked at the holder. */
function mayTake(
  actor: Actor,
  season: Season,
  { step, places, holderPath }: { readonly step: StepCode; readonly places: readonly string[]; readonly holderPath: readonly string[] },
): boolean {
  const command = commandOf[step]
  if (!command) return false
  const right: Right = rights[command]
  const isAtHolder = holdingOf(season.honour).arrangement === 'together' || step === 'appraise' || step === 'decide'
  const paths = isAtHolder ? [holderPath] : places.map(unitId => [unitId, ...holderPath])
  return paths.some(unitPath => may(actor, right, { unitPath }))
}
