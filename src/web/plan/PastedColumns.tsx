import { NativeSelect } from '@mantine/core'
import type { ColumnMap } from '#domain/plan/table-heads.ts'
import { type TaskColumn, taskColumns } from '#domain/plan/task-table.ts'
import { Notice } from '../kit/RefusalBanner.tsx'
import type { CopiedTable } from './clipboard.ts'
import classes from './entry.module.css'
import { columnWords } from './fault-words.ts'

/** How the columns of a pasted table were taken; each can be named anew. */
export function PastedColumns({ table, map, onMap }: { table: CopiedTable; map: ColumnMap; onMap: (map: ColumnMap) => void }) {
  const first = table[0] ?? []
  const options = [{ value: '', label: 'không lấy' }, ...taskColumns.map(column => ({ value: column, label: columnWords[column] }))]
  const choose = (at: number, chosen: string): void => {
    const column = chosen === '' ? null : (chosen as TaskColumn)
    // One column of the plan is filled by one of the table: choosing it again takes it from where it was.
    onMap({ ...map, columns: map.columns.map((before, i) => (i === at ? column : before === column ? null : before)) })
  }
  return (
    <Notice>
      <p>
        Đã dán {table.length - (map.hasHeads ? 1 : 0)} dòng, nhận cột theo {map.hasHeads ? 'tên cột' : 'thứ tự'}. Cột nào chưa đúng thì chọn
        lại:
      </p>
      <div className={classes.columns}>
        {map.columns.map((column, i) => (
          <NativeSelect
            key={i}
            size="xs"
            label={map.hasHeads ? first[i] || `Cột ${i + 1}` : `Cột ${i + 1}: ${(first[i] ?? '').slice(0, 24)}`}
            value={column ?? ''}
            onChange={event => choose(i, event.currentTarget.value)}
            data={options}
          />
        ))}
      </div>
    </Notice>
  )
}
