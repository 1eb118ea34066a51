import { isDeepStrictEqual } from 'node:util'
import type { Body, RefusalCode } from '#contract/index.ts'
import type { DictionaryView, FormView } from '#contract/indicator.ts'
import { publishForm } from '#domain/indicator/edit-form.ts'
import { formOn } from '#domain/indicator/figure-form.ts'
import { movementForm } from '#domain/indicator/forms.ts'
import { define, dictionaryWith, type OwnDefinition } from '#domain/indicator/own-definition.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { answerAgain } from '../sent-before.ts'
import { insertDefinition, listDefinitions } from './definition.store.ts'
import { findForm, insertForm, insertFormVersion, listForms, lockForm, type StoredForm, updateForm } from './form.store.ts'
import { toDictionaryView, toFormView } from './indicator.view.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

export function defineIndicator(ctx: Context, { unitId, ...told }: Body<'indicator.define'>): Reply<DictionaryView> {
  const definition: OwnDefinition = { kind: 'indicator', ...told, definition: told.definition ?? '' }
  return defineOne(ctx, 'indicator.define', { unitId, definition })
}

export function defineShare(ctx: Context, { unitId, ...told }: Body<'indicator.defineShare'>): Reply<DictionaryView> {
  return defineOne(ctx, 'indicator.defineShare', { unitId, definition: { kind: 'share', ...told } })
}

type Defining = { readonly unitId: string; readonly definition: OwnDefinition }
async function defineOne(
  ctx: Context,
  name: 'indicator.define' | 'indicator.defineShare',
  { unitId, definition }: Defining,
): Reply<DictionaryView> {
  const denied = await authorise(ctx, name, unitId)
  if (denied) return denied
  const own = await listDefinitions(ctx.tx, unitId)
  if (own.some(({ byName: _, ...before }) => isDeepStrictEqual(before, definition))) return ok(toDictionaryView(own))
  const defined = define(own, definition)
  if (!defined.ok) return defined
  const byName = ctx.actor.fullName
  const isFirst = await insertDefinition(ctx.tx, definition, { unitId, byName, recordedAt: ctx.now })
  if (!isFirst) return refuse('indicator.from-too-early', { earliest: definition.from })
  await insertAuditEntry(ctx, name, { kind: 'indicator', id: unitId, unitId }, { after: definition })
  return ok(toDictionaryView([...own, { ...definition, byName }]))
}

/** A form of a unit's own; nobody is asked by it before it is published. */
export async function beginForm(ctx: Context, { id, unitId, name, copyOf }: Body<'form.begin'>): Reply<FormView> {
  const denied = await authorise(ctx, 'form.begin', unitId)
  if (denied) return denied
  const sentBefore = await findForm(ctx.tx, id)
  if (sentBefore) return answerAgain(await toFormView(ctx, sentBefore), sentBefore.unitId === unitId)
  const copied = copyOf === null ? null : [movementForm, ...(await listForms(ctx.tx, [unitId]))].find(({ key }) => key === copyOf)
  if (copied === undefined) return refuse('form.unknown')
  const draft = (copied && (formOn(copied, ctx.today) ?? copied.versions.at(-1))?.parts) ?? []
  const form: StoredForm = { id, key: id, unitId, name, note: copied?.note ?? '', draft, revision: 0, versions: [], published: [] }
  await insertForm(ctx.tx, form)
  await insertAuditEntry(ctx, 'form.begin', subjectOf(form), { after: { name, copyOf } })
  return ok(await toFormView(ctx, form))
}

export async function saveDraft(ctx: Context, { id, name, note, parts, revision }: Body<'form.saveDraft'>): Reply<FormView> {
  const form = await lockForm(ctx.tx, id)
  if (!form) return unknown(ctx, 'form.saveDraft', 'form.unknown')
  const denied = await authorise(ctx, 'form.saveDraft', form.unitId)
  if (denied) return denied
  if (form.revision !== revision) return refuse('form.stale')
  const saved: StoredForm = { ...form, name, note, draft: parts, revision: revision + 1 }
  await updateForm(ctx.tx, saved)
  await insertAuditEntry(ctx, 'form.saveDraft', subjectOf(form), { before: wordsOf(form), after: wordsOf(saved) })
  return ok(await toFormView(ctx, saved))
}

/** The draft becomes the version in force from a day. Requests opened before keep what they ask. */
export async function publish(ctx: Context, { id, from, revision }: Body<'form.publish'>): Reply<FormView> {
  const form = await lockForm(ctx.tx, id)
  if (!form) return unknown(ctx, 'form.publish', 'form.unknown')
  const denied = await authorise(ctx, 'form.publish', form.unitId)
  if (denied) return denied
  if (form.revision !== revision) return refuse('form.stale')
  const dictionary = dictionaryWith(await listDefinitions(ctx.tx, form.unitId))
  const published = publishForm(form, form.draft, { from, dictionary })
  if (!published.ok) return published
  const version = form.versions.length + 1
  const byName = ctx.actor.fullName
  await insertFormVersion(ctx.tx, { formId: id, version, fromDay: from, parts: form.draft, byName, recordedAt: ctx.now })
  await updateForm(ctx.tx, { ...form, revision: revision + 1 })
  await insertAuditEntry(ctx, 'form.publish', subjectOf(form), { after: { version, from, parts: form.draft } })
  const stored = await findForm(ctx.tx, id)
  return stored ? ok(await toFormView(ctx, stored)) : refuse('form.unknown')
}

function wordsOf({ name, note, draft }: StoredForm) {
  return { name, note, parts: draft }
}

function subjectOf({ id, unitId }: StoredForm) {
  return { kind: 'form', id, unitId }
}
