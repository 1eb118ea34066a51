import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTelling } from '../../../test/consolidating.ts'
import { addUp, figureAt } from './add-up.ts'
import { addAlong } from './along.ts'
import { levelsOf } from './levels.ts'

test('along who hands in to whom every figure is what the tree gives, and its parts make it again', () => {
  fc.assert(
    fc.property(anyTelling, ({ tree, owing, told }) => {
      const handing = owing.map(unitId => ({ unitId, toUnitId: tree.versionOf.get(unitId)?.parentUnitId ?? '', owes: true }))
      const along = addAlong(handing, new Map([...told].map(([unitId, value]) => [unitId, [value]])), 'sum')
      const added = addUp(levelsOf(tree, new Set(owing)), [told])
      for (const unitId of ['province', ...owing]) {
        const { owes: _, ...figure } = along.figureOf(unitId)
        expect(figure).toEqual(figureAt(added, unitId))
        if (figure.source === 'own' || figure.values === null) continue
        const parts = along.partsOf(unitId).reduce((sum, { values }) => sum + (values?.[0]?.count ?? 0), 0)
        expect(parts).toBe(figure.values[0]?.count)
      }
    }),
  )
})
