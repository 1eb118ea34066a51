import type { Answer, BodyInput, CommandName } from '#contract/index.ts'
import { type Actor, type Role, roles } from '#domain/account/access.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addAccountWithPassword } from '../account/account.actions.ts'
import { findAccountWithGrants } from '../account/account.store.ts'
import { runAction, runCommand } from '../http/run.ts'
import { allCommands } from '../routes.ts'
import type { DemoAccount } from '../setting.store.ts'
import type { World } from '../world.ts'
import { demoId } from './ids.ts'

/** No secret: printed at start-up, for invented people on invented data. */
const password = 'minh-hoa-son-la'

/** One of the people of a demonstration; their account opens with the password all of them share. */
export type DemoPerson = {
  readonly username: string
  readonly fullName: string
  readonly role: Role
  readonly unitId: string
  readonly withSubtree: boolean
  readonly what: string
}

/** Whoever enters the demonstration may enter everything below the province. */
export function demoActor(provinceId: string): Actor {
  const grants = roles.map(role => ({ role, unitId: provinceId, withSubtree: true, unitPath: [provinceId] }))
  return { accountId: demoId('account/loader'), fullName: 'Nạp dữ liệu minh họa', grants }
}

/** Gives a command as a person would, on its own day; a demonstration that is refused is a fault of its data. */
export type Recorder = <Name extends CommandName>(day: PlainDate, name: Name, body: BodyInput<Name>) => Promise<Answer<Name>>

export function recordAs(world: World, actor: Actor): Recorder {
  return async <Name extends CommandName>(day: PlainDate, name: Name, body: BodyInput<Name>) => {
    const definition = allCommands.find(candidate => candidate.name === name)
    const answer = definition && (await runCommand<Name>({ ...world, workingDay: day }, actor, definition, body))
    if (!answer?.ok) throw new Error(`demonstration: ${name}: ${JSON.stringify(answer)}`)
    return answer.value
  }
}

/** One of the people of a demonstration, with the rights they hold on a day. */
export async function actorOfDemo({ database: { kysely } }: World, username: string, day: PlainDate): Promise<Actor> {
  const accountId = demoId(`account/${username}`)
  const found = await findAccountWithGrants(kysely, accountId, day)
  if (!found) throw new Error(`nobody called ${username}`)
  return { accountId, fullName: found.account.fullName, grants: found.grants }
}

export async function loadPeople(
  world: World,
  { actor, people, day }: { readonly actor: Actor; readonly people: readonly DemoPerson[]; readonly day: PlainDate },
): Promise<readonly DemoAccount[]> {
  for (const { username, fullName, role, unitId, withSubtree } of people) {
    const body = { id: demoId(`account/${username}`), username, fullName, unitId, role, withSubtree }
    const added = await runAction({ ...world, workingDay: day }, actor, 'account.add', ctx => addAccountWithPassword(ctx, body, password))
    if (!added.ok) throw new Error(`demonstration: ${username}: ${added.code}`)
  }
  return people.map(({ username, fullName, what }) => ({ username, fullName, password, does: what }))
}
