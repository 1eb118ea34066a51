import { Readable } from 'node:stream'
import type { HouseholdListImport, ListSummary } from '#contract/household-list.ts'
import { type Params, type RefusalCode, refusalAnswer } from '#contract/index.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { authorise, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import type { SentFile } from '../http/definitions.ts'
import { asideHeader, asideLine } from './aside-file.ts'
import { refuseList, standingOf } from './list.actions.ts'
import { findList, type KeptList, listAside, listLists } from './list.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** Lists sent in of late that this person may open. */
export async function listHouseholdLists(ctx: Context, { unitId }: Params<'household.lists'>): Reply<{ readonly rows: ListSummary[] }> {
  const denied = await authorise(ctx, 'household.lists', unitId)
  if (denied) return denied
  const rows: ListSummary[] = []
  for (const list of await listLists(ctx.tx, unitId, 20))
    if (!(await refuseList(ctx, 'household.lists', list))) rows.push(summaryOf(ctx, list))
  return ok({ rows })
}

export async function findHouseholdList(ctx: Context, { id }: Params<'household.oneList'>): Reply<HouseholdListImport> {
  const list = await findList(ctx.tx, id)
  if (!list) return unknown(ctx, 'household.oneList', 'household.unknown-list')
  const denied = await refuseList(ctx, 'household.oneList', list)
  if (denied) return denied
  const { unitId, sender, look, reading, mode, fault } = list
  const { rows, ...examples } = list.examples
  const why = fault && refusalAnswer(fault.code as RefusalCode, fault.details).message
  return ok({ ...summaryOf(ctx, list), unitId, sender, look, reading, mode, examples, rows, fault: why })
}

const pageRows = 1000

/** What was set aside, as a table that can be mended and sent in again. */
export async function readAsideFile(ctx: Context, { id }: { readonly id: string }): Reply<SentFile> {
  const list = await findList(ctx.tx, id)
  if (!list) return unknown(ctx, 'household.oneList', 'household.unknown-list')
  const denied = await refuseList(ctx, 'household.oneList', list)
  if (denied) return denied
  const fileName = `${list.fileName.replace(/\.[^.]*$/u, '')} - dòng cần xem.csv`
  return ok({ bytes: Readable.from(asideLines(ctx, id)), mediaType: 'text/csv; charset=utf-8', fileName, isInline: false })
}

async function* asideLines({ tx }: Pick<Context, 'tx'>, listId: string): AsyncGenerator<string> {
  yield asideHeader
  for (let after = 0; ; ) {
    const rows = await listAside(tx, listId, { after, limit: pageRows })
    if (rows.length > 0) yield rows.map(asideLine).join('')
    const last = rows.at(-1)
    if (!last || rows.length < pageRows) return
    after = last.line
  }
}

function summaryOf(ctx: Context, list: KeptList): ListSummary {
  const { id, fileName, counts, receivedBy, receivedAt } = list
  return { id, fileName, counts, receivedBy, receivedAt, ...standingOf(list, ctx) }
}
