import { describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { mapColumns } from '#domain/plan/table-heads.ts'
import { planTask as task } from '../../../test/plan-task.ts'
import { cellAbove, freshRow, rowRefusals, withCell, withTable, writtenRows } from './entry-rows.ts'

describe('the rows of the grid', () => {
  it('a next row takes over who and when, and is nothing while no word of it is typed', () => {
    const first = withCell([freshRow()], { row: 0, column: 'lead' }, 'Phòng Kinh tế')
    const rows = [...first, freshRow(first[0])]
    expect(rows[1]?.cells).toMatchObject({ lead: 'Phòng Kinh tế', name: '' })
    expect(writtenRows(rows)).toHaveLength(1)
    expect(writtenRows(withCell(rows, { row: 1, column: 'name' }, 'Tuyên truyền'))).toHaveLength(2)
    expect(cellAbove(rows, { row: 1, column: 'lead' })).toBe('Phòng Kinh tế')
  })

  it('a table pasted over typed rows fills its columns and leaves the others; the rest is added below', () => {
    const typed = withCell(withCell([freshRow()], { row: 0, column: 'name' }, 'Tuyên truyền'), { row: 0, column: 'dueOn' }, '10/6/2022')
    const table = [['Phòng Kinh tế'], ['Phòng Nội chính']]
    const rows = withTable(typed, 0, { cells: table, map: mapColumns(table, 'lead') })
    expect(rows.map(({ cells }) => [cells.name, cells.lead, cells.dueOn])).toEqual([
      ['Tuyên truyền', 'Phòng Kinh tế', '10/6/2022'],
      ['', 'Phòng Nội chính', ''],
    ])
    expect(rows[0]?.id).toBe(typed[0]?.id)
  })
})

it('the rule is asked of each row in its order, and a part of a row that cannot be read yet is left in peace', () => {
  const plan: Plan = { id: 'plan', ownerUnitId: 'office', year: 2022, title: 'x', documentId: null, revision: 0 }
  const rows = [
    task('a'),
    task('b', { parentTaskId: 'a' }),
    task('c', { parentTaskId: 'unread' }),
    task('d', { supportingUnitIds: ['lead'] }),
    task('e', { dueOn: plainDate('2024-06-10') }),
  ].map(read => ({ id: read.id, task: read, faults: {} }))
  const said = rowRefusals([...rows, { id: 'unread', task: null, faults: {} }], plan, [])
  expect([...said.keys()]).toEqual(['d', 'e'])
  expect(said.get('d')).toBe('Đơn vị chủ trì không đồng thời là đơn vị phối hợp.')
})
