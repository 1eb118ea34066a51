import { useQueries } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { OrgTreeRow } from '#contract/org.ts'
import { type RightName, rights } from '#contract/rights.ts'
import { may, type Right } from '#domain/account/access.ts'
import { ask } from '../api.ts'
import { useSession } from './session.tsx'
import { pathOf, topmost } from './unit-paths.ts'

export type KnownUnits = {
  /** The units the signed-in person works with, in the order of the tree. */
  readonly list: readonly OrgTreeRow[]
  readonly isReady: boolean
  readonly nameOf: (unitId: string) => string
  /** From the unit up to the top, as far as known here. */
  readonly pathOf: (unitId: string) => readonly string[]
}

/** The trees below each unit where the person holds a role, as of today or of another day. */
export function useUnits(on?: string): KnownUnits {
  const { actor } = useSession()
  const roots = useMemo(() => topmost(actor), [actor])
  const trees = useQueries({
    queries: roots
      .map(unitId => (on === undefined ? { unitId } : { unitId, on }))
      .map(params => ({ queryKey: ['org.tree', params], queryFn: () => ask('org.tree', params), staleTime: 300_000 })),
    combine: results => ({
      rows: results.flatMap(result => result.data?.units ?? []),
      isReady: results.every(result => !result.isPending),
    }),
  })
  return useMemo(() => {
    const byId = new Map(trees.rows.map(row => [row.unitId, row]))
    return {
      list: [...byId.values()],
      isReady: trees.isReady,
      nameOf: unitId => byId.get(unitId)?.name ?? '…',
      pathOf: unitId => pathOf(unitId, byId, actor),
    }
  }, [trees, actor])
}

/** The unit looked at: named in the address, else one's own. */
export function useUnitId(): string {
  const { homeUnitId, actor } = useSession()
  const search: { don_vi?: string } = useSearch({ strict: false })
  return search.don_vi ?? homeUnitId ?? actor.grants[0]?.unitId ?? ''
}

/** Asks the same rule as the server whether to show something; the server decides. */
export function useMay(): (name: RightName, unitId: string, state?: string) => boolean {
  const { actor } = useSession()
  const { pathOf: path } = useUnits()
  return (name, unitId, state) => {
    const right: Right = rights[name]
    const unitPath = path(unitId)
    return may(actor, right, state === undefined ? { unitPath } : { unitPath, state })
  }
}
