import { type Selectable, sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type Appointment, type Position, type Signer, type SigningCapacity, type SigningMandate, signersOf } from '#domain/org/position.ts'
import type { Db } from '../db/connect.ts'
import type { PositionTable, SigningMandateTable } from '../db/schema.ts'
import { toDateRange } from '../db/values.ts'

/** Everyone who may sign for a unit on a day. */
export async function listSigners(tx: Db, unitId: string, on: PlainDate): Promise<Signer[]> {
  return signersOf(unitId, on, await listPositionFacts(tx, unitId))
}

export type PositionFacts = {
  readonly positions: readonly Position[]
  readonly appointments: readonly Appointment[]
  readonly mandates: readonly SigningMandate[]
}

/** The positions of a unit and those that may sign for it, who held them, and what they may sign for it. */
export async function listPositionFacts(tx: Db, unitId: string): Promise<PositionFacts> {
  const mandates = await listMandates(tx, unitId)
  const positions = await listPositions(
    tx,
    unitId,
    mandates.map(mandate => mandate.positionId),
  )
  const appointments = await listAppointments(
    tx,
    positions.map(position => position.id),
  )
  return { positions, appointments, mandates }
}

export async function findPosition(tx: Db, id: string): Promise<Position | undefined> {
  const row = await tx.selectFrom('position').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toPosition(row)
}

/** Two clerks may appoint at once: lock, then check. */
export async function lockPosition(tx: Db, id: string): Promise<Position | undefined> {
  const row = await tx.selectFrom('position').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && toPosition(row)
}

export async function insertPosition(tx: Db, position: Position): Promise<void> {
  await tx.insertInto('position').values(position).execute()
}

export async function findAppointment(tx: Db, id: string): Promise<Appointment | undefined> {
  return tx.selectFrom('appointment').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function lockAppointment(tx: Db, id: string): Promise<Appointment | undefined> {
  return tx.selectFrom('appointment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function updateAppointmentValid(tx: Db, { id, valid }: Pick<Appointment, 'id' | 'valid'>): Promise<void> {
  await tx
    .updateTable('appointment')
    .set({ valid: toDateRange(valid) })
    .where('id', '=', id)
    .execute()
}

export async function insertAppointment(tx: Db, appointment: Appointment): Promise<void> {
  await tx
    .insertInto('appointment')
    .values({ ...appointment, valid: toDateRange(appointment.valid) })
    .execute()
}

export async function findMandate(tx: Db, id: string): Promise<SigningMandate | undefined> {
  const row = await tx.selectFrom('signingMandate').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toMandate(row)
}

export async function lockMandate(tx: Db, id: string): Promise<SigningMandate | undefined> {
  const row = await tx.selectFrom('signingMandate').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toMandate(row)
}

export async function updateMandateValid(tx: Db, { id, valid }: Pick<SigningMandate, 'id' | 'valid'>): Promise<void> {
  await tx
    .updateTable('signingMandate')
    .set({ valid: toDateRange(valid) })
    .where('id', '=', id)
    .execute()
}

export async function insertMandate(tx: Db, mandate: SigningMandate): Promise<void> {
  await tx
    .insertInto('signingMandate')
    .values({ ...mandate, valid: toDateRange(mandate.valid) })
    .execute()
}

async function listPositions(tx: Db, unitId: string, alsoIds: readonly string[]): Promise<Position[]> {
  const rows = await tx
    .selectFrom('position')
    .selectAll()
    .where(eb => eb.or([eb('unitId', '=', unitId), ...(alsoIds.length > 0 ? [eb('id', 'in', [...alsoIds])] : [])]))
    .orderBy(sql`array_position(array['head', 'deputy', 'staff'], rank)`)
    .orderBy(sql`name collate vi`)
    .orderBy('id')
    .execute()
  return rows.map(toPosition)
}

async function listAppointments(tx: Db, positionIds: readonly string[]): Promise<Appointment[]> {
  if (positionIds.length === 0) return []
  return tx
    .selectFrom('appointment')
    .selectAll()
    .where('positionId', 'in', [...positionIds])
    .orderBy('valid')
    .orderBy('id')
    .execute()
}

async function listMandates(tx: Db, unitId: string): Promise<SigningMandate[]> {
  const rows = await tx.selectFrom('signingMandate').selectAll().where('unitId', '=', unitId).orderBy('valid').orderBy('id').execute()
  return rows.map(toMandate)
}

function toPosition(row: Selectable<PositionTable>): Position {
  return { ...row, rank: row.rank as Position['rank'] }
}

function toMandate(row: Selectable<SigningMandateTable>): SigningMandate {
  return { ...row, capacity: row.capacity as SigningCapacity }
}
