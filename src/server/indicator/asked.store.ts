import { type Asked, askBy } from '#domain/indicator/asked.ts'
import type { ReportRequest } from '#domain/request/request.ts'
import type { Db } from '../db/connect.ts'
import { toJson } from '../db/values.ts'
import { listDefinitions } from './definition.store.ts'
import { listForms } from './form.store.ts'

/** What a unit asks by a form on the day of the cut-off, were the request opened now; undefined where it has no such form. */
export async function findAskable(tx: Db, { unitId, formKey, cutoff }: Pick<ReportRequest, 'unitId' | 'formKey' | 'cutoff'>) {
  return askBy(formKey, cutoff, { forms: await listForms(tx, [unitId]), definitions: await listDefinitions(tx, unitId) })
}

export async function insertAsked(tx: Db, requestId: string, asked: Asked): Promise<void> {
  await tx
    .insertInto('askedForm')
    .values({ requestId, ...toColumns(asked) })
    .execute()
}

/** A request that nobody was asked yet asks something else. */
export async function replaceAsked(tx: Db, requestId: string, asked: Asked): Promise<void> {
  await tx.updateTable('askedForm').set(toColumns(asked)).where('requestId', '=', requestId).execute()
}

function toColumns({ form, dictionary, name, note }: Asked) {
  return { form: toJson({ name, note, version: form }), dictionary: toJson(dictionary) }
}

/** What a request asks, as it was when it was opened. */
export async function askedOf(tx: Db, requestId: string): Promise<Asked> {
  const row = await tx.selectFrom('askedForm').selectAll().where('requestId', '=', requestId).executeTakeFirstOrThrow()
  const { name, note, version } = row.form as Pick<Asked, 'name' | 'note'> & { readonly version: Asked['form'] }
  return { name, note, form: version, dictionary: row.dictionary as Asked['dictionary'] }
}
