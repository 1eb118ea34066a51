import { useAsk } from '../app/queries.ts'
import { useUnits } from '../app/units.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Switch } from '../kit/Switch.tsx'
import { SumNotes } from './SumNotes.tsx'
import { allTables, tableParts, tablesOf } from './tables.ts'
import { UnitTable } from './UnitTable.tsx'
import type { TabParts } from './useConsolidationLook.ts'

/** One part of the form at a time, a unit to a row. */
export function FiguresTab({ view, asked, look }: TabParts) {
  const kind = useUnits().list.find(unit => unit.unitId === look.unitId)?.kind
  const checks = useAsk('figure.checks', { requestId: look.requestId, unitId: look.unitId }, { enabled: view.parts.length > 0 }).data
  const answered = tablesOf(asked, view)
  const parts = tableParts(asked, kind)
  const offered = parts.length > 0 ? parts : answered
  const table = answered.find(({ key }) => key === look.search.bang) ?? answered[0]
  const chosen = offered.find(({ key }) => key === look.search.bang) ?? offered[0]
  return (
    <>
      {chosen && (
        <Switch
          label="Bảng số liệu"
          value={chosen.key}
          shown={chosen.heading}
          options={offered.map(({ key, heading }) => ({ value: key, label: heading }))}
          onChange={bang => look.set({ bang, mo: undefined, noi: undefined })}
        />
      )}
      {table ? (
        <>
          {checks && <SumNotes checks={checks} tables={allTables(asked, parts)} table={table} look={look} />}
          <UnitTable
            view={view}
            table={table}
            flags={checks?.flags ?? []}
            onOpen={(thing, unitId) => look.open(thing, unitId === look.unitId ? [unitId] : [look.unitId, unitId])}
          />
        </>
      ) : (
        <EmptyState title="Bảng này không hỏi đơn vị nào ở đây">Số liệu chỉ có ở đơn vị được hỏi và đơn vị nhận báo cáo.</EmptyState>
      )}
    </>
  )
}
