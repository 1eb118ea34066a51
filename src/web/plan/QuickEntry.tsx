import { Button, Select } from '@mantine/core'
import { type ClipboardEvent, useEffect, useRef, useState } from 'react'
import { type AssignableUnit, type PlanDetail, themeWords } from '#contract/plan.ts'
import type { Task } from '#domain/plan/plan.ts'
import { type ColumnMap, mapColumns } from '#domain/plan/table-heads.ts'
import { type ReadRow, readTaskRows, type TableFacts, type TaskColumn } from '#domain/plan/task-table.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useCommand } from '../app/useCommand.ts'
import { Sheet } from '../kit/Rows.tsx'
import { type CopiedTable, readCopied } from './clipboard.ts'
import { EntryGrid } from './EntryGrid.tsx'
import { type EntryRow, freshRow, type Place, rowRefusals, withCell, withTable, writtenRows } from './entry-rows.ts'
import { PastedColumns } from './PastedColumns.tsx'
import { inTreeOrder, leavesOf, withOthersOf } from './words.ts'

type Values = { readonly rows: readonly EntryRow[]; readonly parentTaskId: string | null }
/** What was pasted last, and the rows before it: until a cell is changed by hand, its columns can be named anew. */
type Pasted = { readonly table: CopiedTable; readonly map: ColumnMap; readonly at: number; readonly before: readonly EntryRow[] }

/** Many tasks at once: a row is a task, Enter begins the next, a table from Word or Excel is pasted whole; all are saved, or none. */
export function QuickEntry({ detail, onClose }: { detail: PlanDetail; onClose: () => void }) {
  const { plan, tasks } = detail
  const units = useAsk('plan.units', { id: plan.id })
  const grid = useRef<HTMLDivElement>(null)
  const [isChecked, setChecked] = useState(false)
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const known = withOthersOf(tasks, units.data ?? [])
  const read = (values: Values): ReadRow[] => readTaskRows(writtenRows(values.rows), factsOf(detail, known, values.parentTaskId))
  const [start] = useState<Values>(() => ({ rows: [freshRow()], parentTaskId: null }))
  const form = useCommand<'plan.addTasks', Values>({
    name: 'plan.addTasks',
    start,
    toBody: values => ({
      planId: plan.id,
      tasks: read(values)
        .flatMap(row => row.task ?? [])
        .map(toBody),
    }),
    draft: `plan.addTasks:${plan.id}`,
    onDone: async () => {
      onClose()
      await readAnew('plan', 'report')
    },
  })
  useEffect(() => grid.current?.querySelector<HTMLElement>('[data-row="0"][data-column="name"]')?.focus(), [])
  const { rows, parentTaskId } = form.values
  const readRows = read(form.values)
  const said = rowRefusals(readRows, plan, tasks)
  const faulty = readRows.filter(row => !row.task || said.has(row.id))
  const errors = isChecked ? Object.fromEntries(faulty.map(row => [row.id, ''])) : {}

  function change(next: readonly EntryRow[]): void {
    setPasted(null)
    form.set({ rows: next })
  }

  function focus({ row, column }: Place): void {
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)?.focus())
  }

  function paste(event: ClipboardEvent, place: Place): void {
    const table = readCopied(event.clipboardData)
    if (!table) return
    event.preventDefault()
    lay({ table, map: mapColumns(table, place.column), at: place.row, before: rows })
  }

  function lay(next: Pasted): void {
    setPasted(next)
    setChecked(true)
    form.set({ rows: withTable(next.before, next.at, { cells: next.table, map: next.map }) })
  }

  const places = leavesOf(tasks).filter(task => task.assignments.every(({ progress }) => progress.length === 0))
  const wholes = inTreeOrder(tasks).filter(({ task }) => places.includes(task) || tasks.some(part => part.parentTaskId === task.id))
  const count = readRows.length
  return (
    <Sheet title="Nhập nhiều việc" actions={<span className="soft small">Enter: dòng sau · Tab: ô sau · Ctrl+D: như dòng trên</span>}>
      <FormView
        form={{
          ...form,
          errors,
          submit: async () => {
            setChecked(true)
            if (count === 0) focus({ row: 0, column: 'name' })
            else if (faulty.length === 0) await form.submit()
          },
        }}
        submitLabel={count > 0 ? `Giao ${count} việc` : 'Giao việc'}
        onCancel={onClose}
      >
        <p className="soft">
          Gõ từng dòng, hoặc dán bảng nhiệm vụ từ Word, Excel vào một ô: cột nhận theo tên cột, không có tên cột thì theo thứ tự. Phối hợp
          ghi “tất cả” là mọi phòng, ban, đơn vị trực thuộc.
        </p>
        {wholes.length > 0 && (
          <Select
            label="Thuộc việc lớn"
            placeholder="Không thuộc việc nào"
            maw={480}
            value={parentTaskId}
            onChange={value => form.set({ parentTaskId: value })}
            data={wholes.map(({ task, number }) => ({ value: task.id, label: `${number} ${task.name}` }))}
            searchable
            clearable
          />
        )}
        {pasted && <PastedColumns table={pasted.table} map={pasted.map} onMap={map => lay({ ...pasted, map })} />}
        <div ref={grid}>
          <EntryGrid
            rows={rows}
            read={readRows}
            refusals={said}
            showsMissing={isChecked}
            units={known}
            onCell={(place: Place, text: string) => change(withCell(rows, place, text))}
            onPaste={paste}
            onFocus={focus}
            onNext={(row: number, column: TaskColumn) => {
              if (row + 1 < rows.length) return focus({ row: row + 1, column })
              change([...rows, freshRow(rows.at(-1))])
              focus({ row: row + 1, column: 'name' })
            }}
            onDrop={row => change(rows.length > 1 ? rows.filter((_, i) => i !== row) : [freshRow()])}
          />
        </div>
        <div className="row">
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              change([...rows, freshRow(rows.at(-1))])
              focus({ row: rows.length, column: 'name' })
            }}
          >
            Thêm dòng
          </Button>
          <span role="status" className={isChecked && faulty.length > 0 ? 'late' : 'soft'}>
            {isChecked && faulty.length > 0
              ? `${faulty.length}/${count} dòng cần sửa: ${faulty.map(row => `dòng ${rows.findIndex(({ id }) => id === row.id) + 1}`).join(', ')}`
              : ''}
          </span>
        </div>
      </FormView>
    </Sheet>
  )
}

function toBody({ planId: _plan, revision: _revision, ...task }: Task): Omit<Task, 'planId' | 'revision'> {
  return task
}

/** What the words of the grid are read against. */
function factsOf({ plan, tasks }: PlanDetail, units: readonly AssignableUnit[], parentTaskId: string | null): TableFacts {
  const siblings = tasks.filter(task => task.parentTaskId === parentTaskId)
  return {
    planId: plan.id,
    year: plan.year,
    units,
    allUnitIds: units.filter(unit => unit.isDirect).map(unit => unit.unitId),
    themeWords,
    parentTaskId,
    lastPosition: Math.max(0, ...siblings.map(task => task.position)),
  }
}
