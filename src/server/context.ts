import { randomUUID } from 'node:crypto'
import type { Actor } from '#domain/account/access.ts'
import { dayInVietnam, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { Db } from './db/connect.ts'
import type { FileStore } from './files.ts'
import type { World } from './world.ts'

/** What an action knows of the world: one transaction, who asks, which day it is. */
export type Context = {
  readonly tx: Db
  readonly actor: Actor
  readonly today: PlainDate
  /** Instant in UTC, ISO 8601. */
  readonly now: string
  readonly requestId: string
  readonly files: FileStore
  /** Where links in files that leave the house begin; see `World`. */
  readonly address: string
  /** Names of rights the action has asked about; a command that asked about none is a fault. */
  readonly rightsAsked: Set<string>
  /** From units asked about up to the top, as they stood when first asked: rights come before changes. */
  readonly unitPaths: Map<string, readonly string[]>
}

/** The clock of the machine, read here and nowhere else. */
export function systemNow(): string {
  return new Date().toISOString()
}

/** An instant for a library that wants an object. */
export function asDate(instant: string): Date {
  return new Date(instant)
}

/** Demonstration data have a working day of their own; otherwise it is the day in Vietnam. */
export function openContext({ files, address, workingDay }: Omit<World, 'database'>, actor: Actor, tx: Db): Context {
  const now = systemNow()
  return {
    tx,
    actor,
    files,
    address,
    now,
    today: workingDay ?? dayInVietnam(now),
    requestId: randomUUID(),
    rightsAsked: new Set(),
    unitPaths: new Map(),
  }
}
