import type { z } from 'zod'
import { type Answer, bodies, type CommandName, params, type QueryName, type RefusalCode, type RightName } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { ok, type Refusal, type Result } from '#domain/kit/result.ts'
import { type Context, openContext } from '../context.ts'
import { inTransaction } from '../db/transaction.ts'
import type { World } from '../world.ts'
import type { Command, FileQuery, Query, SentFile } from './definitions.ts'

/** What was sent does not fit the contract: a sentence for each field, by its path. */
export type BadInput = Refusal<'input.invalid'> & { readonly fields: Readonly<Record<string, string>> }
export type Outcome<Value> = Result<Value, RefusalCode> | BadInput

/** One command, one transaction, one verdict. The same for HTTP, terminal and tests. */
export async function runCommand<Name extends CommandName>(
  world: World,
  actor: Actor,
  definition: Command<Name> | Command,
  input: unknown,
): Promise<Outcome<Answer<Name>>> {
  const parsed = parseInput(bodies[definition.name], input)
  if (!parsed.ok) return parsed
  return inTransaction(world.database, async tx => {
    const ctx = openContext(world, actor, tx)
    const result = await definition.act(ctx, parsed.value as never)
    assertRightsAsked(ctx, definition.name)
    return result as Result<Answer<Name>, RefusalCode>
  })
}

export async function runQuery<Name extends QueryName>(
  world: World,
  actor: Actor,
  definition: Query<Name> | Query,
  input: unknown,
): Promise<Outcome<Answer<Name>>> {
  const parsed = parseInput(params[definition.name], input)
  if (!parsed.ok) return parsed
  const ctx = openContext(world, actor, world.database.kysely)
  const result = await definition.read(ctx, parsed.value as never)
  assertRightsAsked(ctx, definition.name)
  return result as Result<Answer<Name>, RefusalCode>
}

/** A look that answers with a file; it must have asked for some right. */
export async function runFileQuery(world: World, actor: Actor, definition: FileQuery, input: unknown): Promise<Outcome<SentFile>> {
  const parsed = parseInput(definition.params, input)
  if (!parsed.ok) return parsed
  const ctx = openContext(world, actor, world.database.kysely)
  const result = await definition.read(ctx, parsed.value)
  if (ctx.rightsAsked.size === 0) throw new Error(`${definition.path} did not ask for any right`)
  return result
}

export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): Result<z.output<Schema>, never> | BadInput {
  const parsed = schema.safeParse(input)
  if (parsed.success) return ok(parsed.data)
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.') || 'body'
    fields[path] ??= issue.code === 'unrecognized_keys' ? 'Có mục không thuộc biểu này' : issue.message
  }
  return { ok: false, code: 'input.invalid', details: {}, fields }
}

/** Forgetting to ask whether the actor may is a bug that must never reach anyone. */
function assertRightsAsked(ctx: Context, name: string): void {
  if (!ctx.rightsAsked.has(name)) throw new Error(`${name} did not ask for its right`)
}

/** A change that does not travel as JSON, such as a file: the same transaction, the same verdict. */
export async function runAction<Value>(
  world: World,
  actor: Actor,
  name: RightName,
  act: (ctx: Context) => Promise<Result<Value, RefusalCode>>,
): Promise<Result<Value, RefusalCode>> {
  return inTransaction(world.database, async tx => {
    const ctx = openContext(world, actor, tx)
    const result = await act(ctx)
    assertRightsAsked(ctx, name)
    return result
  })
}
