import type { Answer, Body, CommandName, Params, QueryName, RefusalCode } from '#contract/index.ts'
import type { Result } from '#domain/kit/result.ts'
import type { Context } from '../context.ts'

/** A change: parsed, then run in one transaction that is kept only when it answers ok. */
export type Command<Name extends CommandName = CommandName> = {
  readonly name: Name
  act(ctx: Context, body: Body<Name>): Promise<Result<Answer<Name>, RefusalCode>>
}

/** A look: parsed, then read without a transaction. */
export type Query<Name extends QueryName = QueryName> = {
  readonly name: Name
  read(ctx: Context, params: Params<Name>): Promise<Result<Answer<Name>, RefusalCode>>
}

export function command<Name extends CommandName>(name: Name, act: Command<Name>['act']): Command {
  return { name, act } as unknown as Command
}

export function query<Name extends QueryName>(name: Name, read: Query<Name>['read']): Query {
  return { name, read } as unknown as Query
}
