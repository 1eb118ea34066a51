import { z } from 'zod'
import { isPlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { Db } from './db/connect.ts'
import { toJson } from './db/values.ts'

const workingDayKey = 'working-day'
const demoAccountsKey = 'demo-accounts'

/** An account of the demonstration, as start-up prints it. Its password is no secret. */
export type DemoAccount = { readonly username: string; readonly password: string; readonly fullName: string; readonly does: string }

const workingDaySchema = z.string().refine(isPlainDate)
const demoAccountsSchema = z.array(z.object({ username: z.string(), password: z.string(), fullName: z.string(), does: z.string() }))

/** The day demonstration data are looked at; null on real data. */
export async function findWorkingDay(tx: Db): Promise<PlainDate | null> {
  const value = await findSetting(tx, workingDayKey)
  return value === undefined ? null : workingDaySchema.parse(value)
}

export async function saveWorkingDay(tx: Db, day: PlainDate): Promise<void> {
  await saveSetting(tx, workingDayKey, day)
}

/** Null on real data; none yet while the demonstration is being loaded. */
export async function findDemoAccounts(tx: Db): Promise<readonly DemoAccount[] | null> {
  return demoAccountsSchema.nullable().parse((await findSetting(tx, demoAccountsKey)) ?? null)
}

export async function saveDemoAccounts(tx: Db, accounts: readonly DemoAccount[]): Promise<void> {
  await saveSetting(tx, demoAccountsKey, accounts)
}

async function findSetting(tx: Db, key: string): Promise<unknown> {
  const row = await tx.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value
}

async function saveSetting(tx: Db, key: string, value: unknown): Promise<void> {
  const json = toJson(value)
  await tx
    .insertInto('setting')
    .values({ key, value: json })
    .onConflict(conflict => conflict.column('key').doUpdateSet({ value: json }))
    .execute()
}
