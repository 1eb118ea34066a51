import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { placeTiles } from './place-tiles.ts'

const list = readFileSync(join(import.meta.dirname, '../../../server/demo/sonla-units.csv'), 'utf8')
  .split('\n')
  .map(line => line.split(','))
const communes = list
  .filter(([code, , , , from]) => code?.length === 5 && from === '2025-07-01')
  .map(([code = '', name = '']) => ({ code, name }))
const codeOf = ({ code }: { readonly code: string }) => code

test('each of the 75 communes of Sơn La has a place of its own', () => {
  const { tiles, isPlaced } = placeTiles(communes, codeOf)
  expect(communes).toHaveLength(75)
  expect(isPlaced).toBe(true)
  expect(new Set(tiles.map(({ row, column }) => `${row} ${column}`)).size).toBe(75)
})

test('places keep the compass: Mường Chiên in the north, Mường Lạn in the south-west, Vân Hồ in the east', () => {
  const { tiles } = placeTiles(communes, codeOf)
  const at = (name: string) => tiles.find(({ unit }) => unit.name === name) ?? { row: -1, column: -1 }
  expect(at('Mường Chiên').row).toBeLessThan(at('Tô Hiệu').row)
  expect(at('Mường Lạn').row).toBeGreaterThan(at('Tô Hiệu').row)
  expect(at('Mường Lạn').column).toBeLessThan(at('Tô Hiệu').column)
  expect(at('Vân Hồ').column).toBeGreaterThan(at('Tô Hiệu').column)
})

test('units nobody has placed stand in plain rows, none left out and none guessed', () => {
  const { tiles, isPlaced } = placeTiles([...communes.slice(0, 11), { code: '00001', name: 'Phường Ba Đình' }], codeOf)
  expect(isPlaced).toBe(false)
  expect(tiles.map(({ row, column }) => [row, column]).at(-1)).toEqual([1, 1])
})
