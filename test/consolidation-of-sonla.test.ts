import { describe, expect, test } from 'vitest'
import { addUp, figureAt } from '#domain/consolidation/add-up.ts'
import { levelsOf } from '#domain/consolidation/levels.ts'
import { reconcile, restate, restatedAt } from '#domain/consolidation/restate.ts'
import { communeKinds, residentialAreaKinds, treeOn } from '#domain/org/org-unit.ts'
import { counted } from './consolidating.ts'
import { lastDayBefore, mergerDay, unitsOfSonLa, withVillages } from './real-units.ts'

// The real communes of Sơn La on both sides of 1 July 2025; every number is invented.
const real = unitsOfSonLa()
const withThem = withVillages(real, 3)
const [before, after] = [treeOn(withThem, lastDayBefore), treeOn(withThem, mergerDay)]
const of = (tree: typeof before, kinds: readonly string[]) =>
  [...tree.versionOf.values()].filter(({ kind }) => kinds.includes(kind)).map(({ unitId }) => unitId)
const [province = ''] = of(before, ['province'])
const [oldCommunes, newCommunes] = [of(before, communeKinds), of(after, communeKinds)]

describe('the first half of 2025 on the 75 communes of its end', () => {
  test('told by 200 communes is told of each of the 75, and the table of 200 rows makes one total', () => {
    const told = new Map(oldCommunes.map((id, i) => [id, counted(100 + i)]))
    const restated = restate(addUp(levelsOf(before, new Set(oldCommunes)), [told]), province, {
      tree: after,
      successions: real.successions,
    })
    expect([oldCommunes.length, newCommunes.length]).toEqual([200, 75])
    const figures = newCommunes.map(id => restatedAt(restated, id))
    expect(figures.filter(({ values }) => values === null)).toEqual([])
    const { rows, fromTotal, toTotal } = reconcile(restated, province, communeKinds)
    expect(rows).toHaveLength(200)
    expect(new Set(rows.map(({ toUnitId }) => toUnitId))).toEqual(new Set(newCommunes))
    expect(figures.reduce((sum, { values }) => sum + (values?.[0]?.count ?? 0), 0)).toBe(fromTotal?.count)
    expect(toTotal).toEqual(fromTotal)
  })

  test('counts Chiềng Xuân in Chiềng Sơn, and the seven communes left as they were by themselves', () => {
    const told = new Map(oldCommunes.map(id => [id, counted(1)]))
    const restated = restate(addUp(levelsOf(before, new Set(oldCommunes)), [told]), province, {
      tree: after,
      successions: real.successions,
    })
    const named = (name: string) => newCommunes.find(id => after.versionOf.get(id)?.name === name) ?? ''
    expect(restatedAt(restated, named('Chiềng Sơn')).values).toEqual([counted(2)])
    const alone = newCommunes.filter(id => restatedAt(restated, id).values?.[0]?.count === 1).map(id => after.versionOf.get(id)?.name)
    expect(new Set(alone)).toEqual(new Set(['Mường Bám', 'Mường Lạn', 'Mường Lèo', 'Ngọc Chiến', 'Phiêng Khoài', 'Suối Tọ', 'Tân Yên']))
    expect(alone).toHaveLength(7)
  })
})

test('the year told by villages is the same total by 75 communes, by 200, and by 12 districts', () => {
  const villages = of(after, residentialAreaKinds)
  const told = new Map(villages.map((id, i) => [id, counted(i % 90)]))
  const year = addUp(levelsOf(after, new Set(villages)), [told])
  const back = restate(year, province, { tree: before, successions: real.successions })
  const total = figureAt(year, province).values?.[0]?.count
  const districts = of(before, ['district', 'districtTown', 'city'])
  expect(districts).toHaveLength(12)
  for (const units of [oldCommunes.filter(id => before.childrenOf.has(id)), districts]) {
    const sum = units.reduce((all, id) => all + (restatedAt(back, id).values?.[0]?.count ?? 0), 0)
    expect(sum).toBe(total)
  }
})
