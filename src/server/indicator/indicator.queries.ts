import type { Answer, Params, RefusalCode } from '#contract/index.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { authorise, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { findRequest } from '../request/request.store.ts'
import { askedOf } from './asked.store.ts'
import { listDefinitions } from './definition.store.ts'
import { findForm, listForms } from './form.store.ts'
import { toDictionaryView, toFormLines, toFormView } from './indicator.view.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

export async function findDictionary(ctx: Context, { unitId }: Params<'indicator.list'>): Reply<Answer<'indicator.list'>> {
  const denied = await authorise(ctx, 'indicator.list', unitId)
  return denied ?? ok(toDictionaryView(await listDefinitions(ctx.tx, unitId)))
}

export async function listFormLines(ctx: Context, { unitId }: Params<'form.list'>): Reply<Answer<'form.list'>> {
  const denied = await authorise(ctx, 'form.list', unitId)
  return denied ?? ok(await toFormLines(ctx, await listForms(ctx.tx, [unitId])))
}

export async function findFormView(ctx: Context, { id }: Params<'form.one'>): Reply<Answer<'form.one'>> {
  const form = await findForm(ctx.tx, id)
  if (!form) return unknown(ctx, 'form.one', 'form.unknown')
  const denied = await authorise(ctx, 'form.one', form.unitId)
  return denied ?? ok(await toFormView(ctx, form))
}

export async function findAskedForm(ctx: Context, { id }: Params<'request.form'>): Reply<Answer<'request.form'>> {
  const request = await findRequest(ctx.tx, id)
  if (!request) return unknown(ctx, 'request.form', 'request.unknown')
  const denied = await authorise(ctx, 'request.form', request.placeUnitId)
  return denied ?? ok(await askedOf(ctx.tx, id))
}
