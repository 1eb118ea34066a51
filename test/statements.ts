import type { KyselyPlugin } from 'kysely'
import type { World } from '#server/world.ts'

/** The same world, which tells how many statements a piece of work took. */
export function countingStatements(world: World): {
  readonly world: World
  readonly during: (work: () => Promise<unknown>) => Promise<number>
} {
  let count = 0
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const { database } = world
  return {
    world: { ...world, database: { ...database, kysely: database.kysely.withPlugin(counter) } },
    during: async work => {
      const before = count
      await work()
      return count - before
    },
  }
}
