import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import { cleanText } from '../kit/text.ts'
import { type Task, taskThemes } from './plan.ts'
import { cellsOf, emptyCells, mapColumns } from './table-heads.ts'
import { numbered, wholesOf } from './task-numbers.ts'
import {
  type CellFault,
  type ReadRow,
  readTaskRows,
  type TableFacts,
  type TaskCells,
  type TaskColumn,
  taskColumns,
  writeTaskRow,
} from './task-table.ts'
import { meansAllUnits, type NamedUnit, readUnit, readUnits } from './unit-names.ts'

const unit = (unitId: string, name: string, shortName: string | null = null): NamedUnit => ({ unitId, name, calledInText: name, shortName })
const economy = unit('economy', 'Phòng Kinh tế', 'KT')
const culture = unit('culture', 'Sở Văn hóa, Thể thao và Du lịch', 'SVHTTDL')
const science = unit('science', 'Phòng Khoa giáo- Văn xã', 'KGVX')
const affairs = unit('affairs', 'Phòng Nội chính', 'NC')
const units = [economy, culture, science, affairs]
const themeWords = Object.fromEntries(taskThemes.map(theme => [theme, `Mảng ${theme}`])) as TableFacts['themeWords']
const facts: TableFacts = {
  planId: 'plan',
  year: 2022,
  units,
  allUnitIds: ['economy', 'science', 'affairs'],
  themeWords: { ...themeWords, dissemination: 'Tuyên truyền, lãnh đạo thực hiện' },
  parentTaskId: null,
  lastPosition: 0,
}
const good: TaskCells = {
  number: '',
  name: 'Tuyên truyền',
  instruction: 'Tuyên truyền phong trào.',
  theme: 'Tuyên truyền, lãnh đạo thực hiện',
  lead: 'Phòng Kinh tế',
  supporting: '',
  startsOn: '14/2/2022',
  dueOn: '10/6/2022',
  expectedProduct: '',
}

describe('a unit in a table', () => {
  test.each([
    ['Phòng Kinh tế', 'economy'],
    ['phong kinh te', 'economy'],
    ['Phong Kinh tế', 'economy'],
    ['kt', 'economy'],
    ['Phòng Khoa giáo - Văn xã', 'science'],
    ['sở văn hoá, thể thao và du lịch', 'culture'],
  ])('“%s” is found', (text, unitId) => {
    expect(readUnit(text, units)).toMatchObject({ kind: 'unit', unit: { unitId } })
  })

  test('that is misspelt is not guessed: what it looks like is offered', () => {
    for (const text of ['Phòng Kinh tê', 'Phòng Kinh tếế', 'Phòng Kinh tế A'])
      expect(readUnit(text, units)).toMatchObject({ kind: 'unknown', nearest: [{ unitId: 'economy' }] })
    expect(readUnit('Kinh tế', units)).toMatchObject({ kind: 'unknown', nearest: [{ unitId: 'economy' }] })
    expect(readUnit('Sở Tài chính', units)).toMatchObject({ kind: 'unknown' })
  })

  test('that could be two is asked about, unless the diacritics tell them apart', () => {
    const twins = [unit('a', 'Bản Lụa'), unit('b', 'Bản Lúa')]
    expect(readUnit('ban lua', twins)).toMatchObject({ kind: 'ambiguous', candidates: [{ unitId: 'a' }, { unitId: 'b' }] })
    expect(readUnit('bản lúa', twins)).toMatchObject({ kind: 'unit', unit: { unitId: 'b' } })
  })

  test('stands beside others by semicolon, line, comma or “và”, though names hold commas too', () => {
    expect(unitsIn('Phòng Kinh tế; NC')).toEqual(['economy', 'affairs'])
    expect(unitsIn('Phòng Kinh tế\nPhòng Nội chính')).toEqual(['economy', 'affairs'])
    expect(unitsIn('Phòng Kinh tế, Sở Văn hóa, Thể thao và Du lịch và Phòng Nội chính')).toEqual(['economy', 'culture', 'affairs'])
    expect(unitsIn('Phòng Kinh tế, Phòng Lạ')).toEqual(['economy', 'Phòng Lạ'])
  })

  test.each(['Tất cả', 'các phòng, ban, đơn vị', 'Tất cả phòng, ban, đơn vị trực thuộc', 'Các đơn vị'])('“%s” means all of them', text => {
    expect(meansAllUnits(text)).toBe(true)
  })

  test('“Các cơ quan báo chí” does not', () => {
    expect(meansAllUnits('Các cơ quan báo chí')).toBe(false)
  })
})

describe('a row of a table', () => {
  test('becomes a task as it says', () => {
    expect(readOne({ supporting: 'NC; KGVX' })?.task).toMatchObject({
      name: 'Tuyên truyền',
      theme: 'dissemination',
      leadUnitId: 'economy',
      supportingUnitIds: ['affairs', 'science'],
      startsOn: '2022-02-14',
      dueOn: '2022-06-10',
      position: 1,
    })
    expect(readOne({ supporting: 'tất cả' })?.task?.supportingUnitIds).toEqual(['science', 'affairs'])
    expect(readOne({ name: '' })?.task?.name).toBe('Tuyên truyền phong trào.')
  })

  test.each<readonly [Partial<TaskCells>, TaskColumn, Partial<CellFault>]>([
    [{ name: '', instruction: '' }, 'name', { kind: 'missing' }],
    [{ name: 'ơ'.repeat(301) }, 'name', { kind: 'tooLong' }],
    [{ theme: 'Tuyên truyền' }, 'theme', { kind: 'unknownTheme', nearest: ['Tuyên truyền, lãnh đạo thực hiện'] }],
    [{ lead: '' }, 'lead', { kind: 'missing' }],
    [{ lead: 'Phòng Kinh tế A' }, 'lead', { kind: 'unknownUnit', text: 'Phòng Kinh tế A', nearest: [economy] }],
    [{ supporting: 'NC; Phòng Lạ Hoắc' }, 'supporting', { kind: 'unknownUnit', text: 'Phòng Lạ Hoắc' }],
    [{ dueOn: '31/6/2022' }, 'dueOn', { kind: 'notADay', text: '31/6/2022' }],
    [{ dueOn: '30/6' }, 'dueOn', { kind: 'notADay', meant: plainDate('2022-06-30') }],
    [{ dueOn: 'Tháng 2' }, 'dueOn', { kind: 'notADay', meant: plainDate('2022-02-28') }],
    [{ startsOn: 'Quý II' }, 'startsOn', { kind: 'notADay', meant: plainDate('2022-04-01') }],
    [{ dueOn: 'Quý IV/2022' }, 'dueOn', { kind: 'notADay', meant: plainDate('2022-12-31') }],
    [{ dueOn: 'Thường xuyên' }, 'dueOn', { kind: 'notADay', meant: plainDate('2022-12-31') }],
    [{ dueOn: 'sớm' }, 'dueOn', { kind: 'notADay', meant: null }],
    [{ number: '2.1' }, 'number', { kind: 'noWhole' }],
    [{ number: 'mục' }, 'number', { kind: 'notANumber' }],
  ])('with %j says what is wrong in its cell', (changes, column, fault) => {
    const row = readOne(changes)
    expect(row?.task).toBeNull()
    expect(row?.faults[column]).toMatchObject(fault)
  })
})

test('rows are numbered as offices do it', () => {
  expect(wholesOf(['I', '1', 'a)', 'b)', '2', 'II.', '1', '', '1.1'])).toEqual(['top', 0, 1, 1, 0, 'top', 5, 'top', 6])
  expect(wholesOf(['1', '1.1', '1.2', '1.2.1', '2', '3.1'])).toEqual(['top', 0, 0, 2, 'top', 'none'])
})

describe('a pasted table', () => {
  test('is read by its heads, in whatever order, and what they do not name is left out', () => {
    const table = [
      ['STT', 'Nội dung công việc', 'Ghi chú', 'Đơn vị chủ trì', 'Thời hạn'],
      ['1', 'Tuyên truyền', 'x', 'KT', '10/6/2022'],
      ['', '', '', '', ''],
    ]
    const map = mapColumns(table, 'name')
    expect(map).toEqual({ columns: ['number', 'instruction', null, 'lead', 'dueOn'], hasHeads: true })
    expect(cellsOf(table, map)).toEqual([{ number: '1', instruction: 'Tuyên truyền', lead: 'KT', dueOn: '10/6/2022' }])
  })

  test('without heads is read by order, from where it is put', () => {
    expect(mapColumns([['Tuyên truyền', 'Đẩy mạnh', 'Mảng']], 'name').columns).toEqual(['name', 'instruction', 'theme'])
    expect(mapColumns([['1', 'Tuyên truyền']], 'name').columns).toEqual(['number', 'name'])
    expect(mapColumns([['KT', 'NC', '1/1/2022']], 'lead').columns).toEqual(['lead', 'supporting', 'startsOn'])
  })

  test('that was written out from tasks gives the same tasks again, tree and all', () => {
    const letters = fc.stringMatching(/^[A-Za-zÀ-ỹ0-9][A-Za-zÀ-ỹ0-9 ,.;]{0,40}[A-Za-zÀ-ỹ0-9]$/u)
    const anyText = letters.map(cleanText).filter(text => text !== '') // the range holds a blank of old Irish stones
    const anyTask = fc.record({
      name: anyText,
      instruction: anyText,
      theme: fc.constantFrom(...taskThemes),
      leadUnitId: fc.constantFrom('economy', 'culture'),
      supportingUnitIds: fc.uniqueArray(fc.constantFrom('science', 'affairs')),
      start: fc.nat(300),
      length: fc.nat(60),
      parent: fc.nat(),
      expectedProduct: fc.oneof(fc.constant(''), anyText),
    })
    fc.assert(
      fc.property(fc.array(anyTask, { maxLength: 8 }), made => {
        const tasks = made.map(({ start, length, parent, ...rest }, i): Task => {
          const startsOn = addDays(plainDate('2022-01-01'), start)
          const parentTaskId = i === 0 || parent % 2 === 0 ? null : String(parent % i)
          return {
            id: String(i),
            planId: 'plan',
            parentTaskId,
            position: i,
            targetId: null,
            revision: 0,
            startsOn,
            dueOn: addDays(startsOn, length),
            ...rest,
          }
        })
        const ordered = numbered(tasks)
        const rows = ordered.map(({ task, number }) => writeTaskRow(task, { number, nameOf, themeWords: facts.themeWords }))
        const table = rows.map(row => taskColumns.map(column => row[column]))
        const heads = ['TT', 'Nhiệm vụ', 'Nội dung', 'Mảng việc', 'Chủ trì', 'Phối hợp', 'Từ ngày', 'Hạn', 'Sản phẩm']
        const map = mapColumns([heads, ...table], 'name')
        const pasted = cellsOf([heads, ...table], map).map((cells, i) => ({
          id: ordered[i]?.task.id ?? '',
          cells: { ...emptyCells, ...cells },
        }))
        const read = readTaskRows(pasted, facts).map(row => row.task && { ...row.task, position: 0 })
        expect(read).toEqual(ordered.map(({ task }) => ({ ...task, position: 0 })))
      }),
      { numRuns: 60 },
    )
  })
})

function unitsIn(text: string): string[] {
  return readUnits(text, units).map(reading => (reading.kind === 'unit' ? reading.unit.unitId : reading.text))
}

function readOne(changes: Partial<TaskCells>): ReadRow | undefined {
  return readTaskRows([{ id: 'row', cells: { ...good, ...changes } }], facts)[0]
}

function nameOf(unitId: string): string {
  return units.find(known => known.unitId === unitId)?.name ?? ''
}
