import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Answer, Body, CommandName, Params, QueryName, RefusalCode } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import type { Result } from '#domain/kit/result.ts'
import type { Context } from '../context.ts'
import type { World } from '../world.ts'

/** A change: parsed, then run in one transaction that is kept only when it answers ok. */
export type Command<Name extends CommandName = CommandName> = {
  readonly name: Name
  act(ctx: Context, body: Body<Name>): Promise<Result<Answer<Name>, RefusalCode>>
  /** Long work that begins once the change is kept; the answer does not wait for it. */
  readonly followUp?: FollowUp
}
export type FollowUp = (world: World, actor: Actor, input: unknown) => Promise<void>

/** A look: parsed, then read without a transaction. */
export type Query<Name extends QueryName = QueryName> = {
  readonly name: Name
  read(ctx: Context, params: Params<Name>): Promise<Result<Answer<Name>, RefusalCode>>
}

/** A file to look at or to take away. The name may be Vietnamese; `inline` opens in the browser. */
export type SentFile = {
  readonly bytes: Uint8Array | Readable
  readonly mediaType: string
  readonly fileName: string
  readonly isInline: boolean
  readonly isGzipped?: boolean
}

/** A look that answers with a file at `/api/<path>`; `:name` in the path is one of its params, what is long comes as a body. */
export type FileQuery = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly params: z.ZodType
  read(ctx: Context, params: unknown): Promise<Result<SentFile, RefusalCode>>
}

export function command<Name extends CommandName>(name: Name, act: Command<Name>['act']): Command {
  return { name, act }
}

export function withFollowUp(definition: Command, followUp: FollowUp): Command {
  return { ...definition, followUp }
}

export function query<Name extends QueryName>(name: Name, read: Query<Name>['read']): Query {
  return { name, read }
}

export function fileQuery<Schema extends z.ZodType>(
  path: string,
  params: Schema,
  read: (ctx: Context, params: z.output<Schema>) => Promise<Result<SentFile, RefusalCode>>,
): FileQuery {
  return { method: 'GET', path, params, read: (ctx, input) => read(ctx, input as z.output<Schema>) }
}

export function sentFileQuery<Schema extends z.ZodType>(...definition: Parameters<typeof fileQuery<Schema>>): FileQuery {
  return { ...fileQuery(...definition), method: 'POST' }
}
