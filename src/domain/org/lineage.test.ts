import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contains } from '../calendar/date-range.ts'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import { type BadRow, type Lineage, type ListedVersion, traceLineage } from './lineage.ts'

describe('who is who in a list of units', () => {
  test('a commune that only changes its kind stays the same unit', () => {
    const { originOf, successions } = trace([
      listed('04030', 'Đông Sang', { until: '2025-02-01' }),
      listed('04030', 'Đông Sang', { kind: 'ward', from: '2025-02-01', after: ['04030'] }),
    ])
    expect(originOf(1)).toBe(0)
    expect(successions).toEqual([])
  })

  test('a merged commune is a new unit, although the seat keeps its code and name', () => {
    const { originOf, successions } = trace([
      listed('03985', 'Chiềng Sơn', { until: '2025-07-01' }),
      listed('04056', 'Chiềng Xuân', { until: '2025-07-01' }),
      listed('03985', 'Chiềng Sơn', { from: '2025-07-01', after: ['03985', '04056'] }),
    ])
    expect(originOf(2)).toBe(2)
    expect(successions).toEqual([
      { from: 0, to: 2, on: '2025-07-01', extent: 'whole', isVerified: true },
      { from: 1, to: 2, on: '2025-07-01', extent: 'whole', isVerified: true },
    ])
  })

  test('a unit that several claim was split: all are new, each takes a part', () => {
    const { originOf, successions } = trace([
      listed('03982', 'Nông trường', { until: '2025-02-01' }),
      listed('03982', 'Thảo Nguyên', { from: '2025-02-01', after: ['03982'] }),
      listed('03984', 'Cờ Đỏ', { from: '2025-02-01', after: ['03982?'] }),
    ])
    expect([originOf(1), originOf(2)]).toEqual([1, 2])
    expect(successions).toEqual([
      { from: 0, to: 1, on: '2025-02-01', extent: 'part', isVerified: true },
      { from: 0, to: 2, on: '2025-02-01', extent: 'part', isVerified: false },
    ])
  })

  test.for([
    ['an uncertain predecessor', ['03997?'], '03997'],
    ['a predecessor of another code', ['03997'], '03998'],
  ] as const)('%s does not hand on its identity', ([, after, code]) => {
    const { originOf } = trace([
      listed('03997', 'Tân Lập', { until: '2025-02-01' }),
      listed(code, 'Tân Yên', { from: '2025-02-01', after }),
    ])
    expect(originOf(1)).toBe(1)
  })

  test('a parent is the unit that bore the code on those days, not whoever bears it now', () => {
    const { parentOf } = trace([
      listed('123', 'cũ', { kind: 'district', until: '2025-02-01' }),
      listed('124', 'khác', { kind: 'district', until: '2025-02-01' }),
      listed('123', 'mới', { kind: 'district', from: '2025-02-01', after: ['123', '124'] }),
      listed('03985', 'trước', { parent: '123', until: '2025-02-01' }),
      listed('03986', 'sau', { parent: '123', from: '2025-02-01' }),
    ])
    expect([parentOf(3), parentOf(4)]).toEqual([0, 2])
  })
})

describe('a list that cannot be right', () => {
  test.for<readonly [string, readonly ListedVersion[], string]>([
    ['days in the wrong order', [listed('1', 'A', { from: '2025-07-01', until: '2025-07-01' })], 'ngày cuối trước ngày đầu'],
    [
      'one code twice on a day',
      [listed('1', 'A', { until: '2025-07-02' }), listed('1', 'B', { from: '2025-07-01' })],
      'trùng thời gian với dòng 0',
    ],
    ['a predecessor without a day', [listed('1', 'A', { after: ['2'] })], 'không ghi ngày đầu'],
    [
      'a predecessor that ended a day too early',
      [listed('2', 'B', { until: '2025-06-30' }), listed('1', 'A', { from: '2025-07-01', after: ['2'] })],
      'mã 2 kết thúc ngày 30/6/2025',
    ],
    [
      'a predecessor named twice',
      [listed('2', 'B', { until: '2025-07-01' }), listed('1', 'A', { from: '2025-07-01', after: ['2', '2?'] })],
      'ghi hai lần',
    ],
    ['a unit below itself', [listed('1', 'A', { parent: '1' })], 'chính nó'],
    ['a parent that nobody knows', [listed('1', 'A', { parent: '9' })], 'mã 9 không có suốt'],
    [
      'a parent that ends a day before its child',
      [listed('9', 'P', { until: '2025-06-30' }), listed('1', 'A', { parent: '9', until: '2025-07-01' })],
      'mã 9 không có suốt',
    ],
    [
      'a parent that begins a day after its child',
      [listed('9', 'P', { from: '2025-07-02' }), listed('1', 'A', { parent: '9', from: '2025-07-01' })],
      'mã 9 không có suốt',
    ],
    ['parents in a circle', [listed('1', 'A', { parent: '2' }), listed('2', 'B', { parent: '1' })], 'thành vòng'],
    [
      'a parent that becomes another unit meanwhile',
      [listed('9', 'P', { until: '2025-07-01' }), listed('9', 'Q', { from: '2025-07-01' }), listed('1', 'A', { parent: '9' })],
      'tách dòng này',
    ],
  ])('%s is named with its line', ([, list, reason]) => {
    const { badRows } = traceLineage(numbered(list))
    expect(
      badRows.some(
        (row: BadRow) => row.reason.includes(reason) && row.line === (reason.includes('thành vòng') ? row.line : list.length - 1),
      ),
    ).toBe(true)
  })
})

test('whatever merges and splits, every version has one identity and no identity two versions on a day', () => {
  const day = plainDate('2025-02-01')
  const next = addDays(day, 30)
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
      fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 })), {
        maxLength: 6,
        selector: ([code]) => code,
      }),
      (oldCodes, newRows) => {
        const list = numbered([
          ...oldCodes.map(code => listed(String(code), `cũ ${code}`, { until: day })),
          ...newRows.map(([code, from]) =>
            listed(String(code), `mới ${code}`, { from: day, after: [...new Set(from.map(i => String(oldCodes[i % oldCodes.length])))] }),
          ),
        ])
        const { lineage, badRows } = traceLineage(list)
        expect(badRows).toEqual([])
        expect(lineage.versions).toHaveLength(list.length)
        for (const on of [addDays(day, -1), day, next]) {
          const origins = lineage.versions.filter(({ listed: { valid } }) => contains(valid, on)).map(({ origin }) => origin.line)
          expect(new Set(origins).size).toBe(origins.length)
        }
      },
    ),
  )
})

type Days = {
  readonly kind?: ListedVersion['kind']
  readonly parent?: string
  readonly from?: string
  readonly until?: string
  readonly after?: readonly string[]
}

function listed(code: string, name: string, { kind = 'commune', parent, from, until, after = [] }: Days = {}): ListedVersion {
  return {
    line: 0,
    code,
    name,
    kind,
    parentCode: parent ?? null,
    source: 'ví dụ',
    valid: { from: from ? plainDate(from) : null, until: until ? plainDate(until) : null },
    predecessors: after.map(text => ({ code: text.replace('?', ''), isVerified: !text.endsWith('?') })),
  }
}

function numbered(list: readonly ListedVersion[]): ListedVersion[] {
  return list.map((version, line) => ({ ...version, line }))
}

function trace(list: readonly ListedVersion[]) {
  const { lineage, badRows }: { lineage: Lineage; badRows: readonly BadRow[] } = traceLineage(numbered(list))
  expect(badRows).toEqual([])
  return {
    originOf: (line: number) => lineage.versions[line]?.origin.line,
    parentOf: (line: number) => lineage.versions[line]?.parentOrigin?.line,
    successions: lineage.successions.map(({ from, to, ...rest }) => ({ ...rest, from: from.line, to: to.line })),
  }
}
