import { expect, it } from 'vitest'
import type { CitationLink } from '#domain/document/registry.ts'
import { chainOf } from './chain.ts'

const cites = (fromDocumentId: string, toDocumentId: string): CitationLink => ({ fromDocumentId, toDocumentId, relation: 'carriesOut' })
const links = [
  cites('17/KH-VPUB', '41/KH-UBND'),
  cites('41/KH-UBND', '23/KH-UBND'),
  cites('23/KH-UBND', '2214/QĐ-TTg'),
  cites('17/KH-VPUB', '2214/QĐ-TTg'),
]

it('lists what a plan rests on, each document once and under the one that leads to it', () => {
  expect(chainOf('17/KH-VPUB', links, 'up').map(({ id, depth }) => `${depth} ${id}`)).toEqual([
    '0 41/KH-UBND',
    '1 23/KH-UBND',
    '2 2214/QĐ-TTg',
  ])
})

it('lists what rests on a decision, down to the plan of the office', () => {
  expect(chainOf('2214/QĐ-TTg', links, 'down').map(({ id }) => id)).toEqual(['23/KH-UBND', '41/KH-UBND', '17/KH-VPUB'])
})

it('comes to an end though two documents cite each other', () => {
  expect(chainOf('a', [cites('a', 'b'), cites('b', 'a')], 'up').map(({ id }) => id)).toEqual(['b'])
})
