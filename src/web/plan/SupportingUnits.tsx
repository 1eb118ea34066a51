import { Button, MultiSelect } from '@mantine/core'
import type { AssignableUnit } from '#contract/plan.ts'

type Parts = {
  readonly value: readonly string[]
  readonly onChange: (unitIds: string[]) => void
  readonly leadUnitId: string | null
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Those of the plan's own unit, for all of them at once. */
  readonly units: readonly AssignableUnit[]
  readonly error?: string | undefined
}

/** Who helps: one by one, or every department and attached unit in one click. The lead is never among them. */
export function SupportingUnits({ value, onChange, leadUnitId, options, units, error }: Parts) {
  const all = units.filter(unit => unit.isDirect && unit.unitId !== leadUnitId).map(unit => unit.unitId)
  const hasAll = all.every(unitId => value.includes(unitId))
  return (
    <div>
      <MultiSelect
        label="Đơn vị phối hợp"
        value={[...value]}
        onChange={onChange}
        error={error}
        data={options.filter(option => option.value !== leadUnitId)}
      />
      <div className="row">
        {all.length > 1 && !hasAll && (
          <Button variant="subtle" size="compact-sm" onClick={() => onChange([...new Set([...value, ...all])])}>
            Tất cả {all.length} phòng, ban, đơn vị trực thuộc
          </Button>
        )}
        {value.length > 1 && (
          <Button variant="subtle" size="compact-sm" onClick={() => onChange([])}>
            Bỏ hết đơn vị phối hợp
          </Button>
        )}
      </div>
    </div>
  )
}
