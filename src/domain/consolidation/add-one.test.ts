import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyTelling, anyValue, counted, unitNamed } from '../../../test/consolidating.ts'
import type { Addition } from '../indicator/indicator.ts'
import { type OrgTree, pathOf, treeOn } from '../org/org-unit.ts'
import { addOne, type KeptFigure } from './add-one.ts'
import { type AddedFigure, addUp, figureAt, type Told } from './add-up.ts'
import { levelsOf } from './levels.ts'

const anyAddition = fc.constantFrom<Addition>('sum', 'distinct')

describe('the figure of one unit from those right below it', () => {
  test('is that of the whole tree, at every unit, for one thing and for two that belong together', () => {
    fc.assert(
      fc.property(
        anyTelling,
        anyAddition,
        fc.record({ isPair: fc.boolean(), unasked: fc.nat(5) }),
        (telling, addition, { isPair, unasked }) => {
          const { tree, versions, told } = telling
          const owing = telling.owing.filter((_, i) => i % 5 !== unasked)
          const columns = isPair ? [told, new Map([...told].filter((_, i) => i % 3 > 0))] : [told]
          const kept = keepAll(tree, new Set(owing), columns, addition)
          const added = addUp(levelsOf(tree, new Set(owing)), columns, addition)
          for (const { unitId } of versions) expect(plain(kept.get(unitId))).toEqual(figureAt(added, unitId))
        },
      ),
    )
  })

  test('is the same below districts that owe nothing', () => {
    fc.assert(
      fc.property(anyTelling, anyAddition, ({ versions, owing, told, tree: { on } }, addition) => {
        const moved = versions.map(one => (one.kind === 'commune' ? { ...one, parentUnitId: `d${Number(one.unitId.slice(1)) % 2}` } : one))
        const tree = treeOn([...moved, ...['d0', 'd1'].map(id => unitNamed(id, 'district', 'province'))], on)
        const kept = keepAll(tree, new Set(owing), [told], addition)
        expect(plain(kept.get('province'))).toEqual(figureAt(addUp(levelsOf(tree, new Set(owing)), [told], addition), 'province'))
      }),
    )
  })

  test('added again only above whoever sent or corrected is the whole tree added again', () => {
    fc.assert(
      fc.property(anyTelling, fc.nat(40), fc.option(anyValue, { nil: undefined }), ({ tree, versions, owing, told }, which, value) => {
        const asked = new Set(owing)
        const kept = keepAll(tree, asked, [told], 'sum')
        const sender = owing[which % owing.length] ?? ''
        const now = new Map(told)
        if (value) now.set(sender, value)
        else now.delete(sender)
        for (const unitId of pathOf(tree, sender)) kept.set(unitId, keepOne(unitId, { tree, asked, told: [now], kept }, 'sum'))
        const added = addUp(levelsOf(tree, asked), [now])
        for (const { unitId } of versions) expect(plain(kept.get(unitId))).toEqual(figureAt(added, unitId))
      }),
    )
  })

  test('of a commune whose villages have all sent but one is its own word, and the villages’ sum stands beside it', () => {
    const parts = [village('v1', 10), village('v2', null)]
    expect(addOne({ unitId: 'c', owes: true, own: [counted(15)], parts, addition: 'sum' })).toMatchObject({
      values: [counted(15)],
      source: 'own',
      coverage: { of: 2, whole: 1 },
      beside: { whose: 'below', values: [counted(10)] },
    })
  })
})

function village(unitId: string, count: number | null): KeptFigure {
  return addOne({ unitId, owes: true, own: count === null ? null : [counted(count)], parts: [], addition: 'sum' })
}

type Keeping = {
  readonly tree: OrgTree
  readonly asked: ReadonlySet<string>
  readonly told: readonly Told[]
  readonly kept: ReadonlyMap<string, KeptFigure>
}

function keepOne(unitId: string, { tree, asked, told, kept }: Keeping, addition: Addition): KeptFigure {
  const own = told.flatMap(one => one.get(unitId) ?? [])
  const parts = (tree.childrenOf.get(unitId) ?? []).flatMap(child => kept.get(child.unitId) ?? [])
  return addOne({ unitId, owes: asked.has(unitId), own: own.length === told.length ? own : null, parts: parts.toReversed(), addition })
}

function keepAll(tree: OrgTree, asked: ReadonlySet<string>, told: readonly Told[], addition: Addition): Map<string, KeptFigure> {
  const kept = new Map<string, KeptFigure>()
  for (const unitId of levelsOf(tree, asked).unitIds) kept.set(unitId, keepOne(unitId, { tree, asked, told, kept }, addition))
  return kept
}

function plain(kept: KeptFigure | undefined): AddedFigure | undefined {
  if (!kept) return undefined
  const { owes: _, ...figure } = kept
  return figure
}
