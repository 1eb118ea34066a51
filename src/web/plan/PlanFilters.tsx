import { Button, Select, TextInput } from '@mantine/core'
import { type PlanDetail, themeWords } from '#contract/plan.ts'
import { compareText } from '#domain/kit/text.ts'
import { useTyped } from '../app/useTyped.ts'
import { isFiltered, stateFilterWords } from './plan-filter.ts'
import { usePlanLook } from './usePlanLook.ts'
import { unitsOfPlan } from './words.ts'

/** By words, unit, kind of work and state; all of it in the address. */
export function PlanFilters({ detail }: { detail: PlanDetail }) {
  const [search, look] = usePlanLook()
  const [typed, type] = useTyped(search.tim ?? '', value => look({ tim: value || undefined }))
  const units = unitsOfPlan(detail.tasks).toSorted((a, b) => compareText(a.name, b.name))
  const themes = new Set<string>(detail.tasks.map(task => task.theme))
  return (
    <div className="filters" role="search">
      <TextInput
        label="Tìm"
        placeholder="tên việc, nội dung, đơn vị; không cần dấu"
        value={typed}
        onChange={event => type(event.currentTarget.value)}
      />
      <Select
        label="Đơn vị"
        placeholder="Mọi đơn vị"
        value={search.dv ?? null}
        onChange={dv => look({ dv: dv ?? undefined })}
        data={units.map(({ unitId, name }) => ({ value: unitId, label: name }))}
        searchable
        clearable
      />
      <Select
        label="Mảng việc"
        placeholder="Mọi mảng"
        value={search.mang ?? null}
        onChange={mang => look({ mang: mang ?? undefined })}
        data={Object.entries(themeWords)
          .filter(([theme]) => themes.has(theme))
          .map(([value, label]) => ({ value, label }))}
        clearable
      />
      <Select
        label="Tình trạng"
        placeholder="Mọi tình trạng"
        value={search.tinh ?? null}
        onChange={tinh => look({ tinh: tinh ?? undefined })}
        data={Object.entries(stateFilterWords).map(([value, label]) => ({ value, label }))}
        clearable
      />
    </div>
  )
}

/** The way back from a filter that leaves nothing, or little. */
export function ClearFilters() {
  const [search, look] = usePlanLook()
  if (!isFiltered(search)) return null
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => look({ tim: undefined, dv: undefined, mang: undefined, tinh: undefined })}>
      Bỏ lọc
    </Button>
  )
}
