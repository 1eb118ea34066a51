import { Switch } from '../kit/Switch.tsx'
import { tablesOf } from './tables.ts'
import { UnitTable } from './UnitTable.tsx'
import type { TabParts } from './useConsolidationLook.ts'

/** One part of the form at a time, a unit to a row. */
export function FiguresTab({ view, asked, look }: TabParts) {
  const tables = tablesOf(asked, view)
  const table = tables.find(({ key }) => key === look.search.bang) ?? tables[0]
  if (!table) return null
  return (
    <>
      <Switch
        label="Bảng số liệu"
        value={table.key}
        shown={table.heading}
        options={tables.map(({ key, heading }) => ({ value: key, label: heading }))}
        onChange={bang => look.set({ bang, mo: undefined, noi: undefined })}
      />
      <UnitTable
        view={view}
        table={table}
        onOpen={(thing, unitId) => look.open(thing, unitId === look.unitId ? [unitId] : [look.unitId, unitId])}
      />
    </>
  )
}
