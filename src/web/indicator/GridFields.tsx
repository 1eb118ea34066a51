import { Button, Select, TagsInput, TextInput } from '@mantine/core'
import type { TablePart } from '#domain/indicator/figure-form.ts'
import { plainFilter } from '../kit/plain-filter.ts'
import classes from './indicator.module.css'

type Grid = Extract<TablePart['layout'], { type: 'grid' }>
type GridProps = {
  readonly layout: Grid
  readonly indicators: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (layout: Grid) => void
}

/** A table of rows and columns: each cell asks one figure, or nothing. */
export function GridFields({ layout, indicators, onChange }: GridProps) {
  const { columns, rows } = layout
  const change = (at: number, row: Partial<Grid['rows'][number]>): void =>
    onChange({ ...layout, rows: rows.map((each, i) => (i === at ? { ...each, ...row } : each)) })
  return (
    <div className="stack-s">
      <TagsInput
        label="Các cột"
        description="Gõ tên cột rồi Enter."
        value={[...columns]}
        onChange={named =>
          onChange({ ...layout, columns: named, rows: rows.map(row => ({ ...row, codes: named.map((_, i) => row.codes[i] ?? null) })) })
        }
      />
      {rows.map((row, at) => (
        <fieldset key={`row ${at + 1}`} className={classes.part}>
          <legend className="small soft">Hàng {at + 1}</legend>
          <div className="pair">
            <TextInput label="Tên hàng" value={row.label} onChange={event => change(at, { label: event.currentTarget.value })} />
            {columns.map((column, i) => (
              <Select
                key={column}
                label={column}
                placeholder="không hỏi"
                searchable
                filter={plainFilter}
                clearable
                data={[...indicators]}
                value={row.codes[i] ?? null}
                onChange={code => change(at, { codes: row.codes.map((before, cell) => (cell === i ? code : before)) })}
              />
            ))}
          </div>
          <Button
            variant="subtle"
            color="late"
            size="compact-sm"
            onClick={() => onChange({ ...layout, rows: rows.filter((_, i) => i !== at) })}
          >
            Bỏ hàng này
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => onChange({ ...layout, rows: [...rows, { label: '', codes: columns.map(() => null) }] })}
        >
          Thêm hàng
        </Button>
      </div>
    </div>
  )
}
