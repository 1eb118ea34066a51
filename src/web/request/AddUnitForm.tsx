import { Select } from '@mantine/core'
import { useState } from 'react'
import type { BoardView } from '#contract/request.ts'
import { levelNouns } from '#domain/request/request.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { choice, useCommand } from '../app/useCommand.ts'
import { useTyped } from '../app/useTyped.ts'
import { DayField } from '../kit/DayField.tsx'

/** A unit that was forgotten, of a level that was asked. */
export function AddUnitForm({ view, onClose }: { view: BoardView; onClose: () => void }) {
  const [search, setSearch] = useState('')
  const [, type] = useTyped(search, setSearch)
  const found = useAsk('request.addable', { id: view.id, search }, { keepsPrevious: true })
  const form = useCommand({
    name: 'request.addUnit',
    start: { unitId: null as string | null, dueOn: null as string | null },
    toBody: ({ unitId, dueOn }) => ({ id: view.id, unitId: unitId ?? '', dueOn: dueOn ?? '' }),
    onDone: async () => {
      onClose()
      await readAnew('request')
      await readAnew('figure')
    },
  })
  const units = found.data ?? []
  const nameOf = ({ unitName, placeName, level }: (typeof units)[number]) => (level === 'area' ? `${unitName}, ${placeName}` : unitName)
  const dueOf = (unitId: string | null) => units.find(unit => unit.unitId === unitId)?.dueOn
  return (
    <FormView form={form} submitLabel="Thêm và báo cho đơn vị" onCancel={onClose}>
      <Select
        label="Đơn vị"
        description={`Cấp đã hỏi: ${view.byLevel.map(({ level }) => levelNouns[level]).join('; ')}`}
        data={units.map(unit => ({ value: unit.unitId, label: nameOf(unit) }))}
        filter={({ options }) => options}
        searchable
        onSearchChange={typed => type(typed.split(',')[0] ?? '')}
        nothingFoundMessage="không còn đơn vị nào khớp mà chưa được hỏi"
        {...choice(form, 'unitId')}
        onChange={unitId => {
          const dueOn = dueOf(unitId)
          form.set({ unitId, ...(form.values.dueOn === null && dueOn !== undefined && dueOn >= view.on ? { dueOn } : {}) })
        }}
      />
      <DayField label="Hạn gửi" {...choice(form, 'dueOn')} />
      <p className="soft">Đơn vị đã được hỏi thì không bớt đi được: đợt báo cáo giữ nguyên ai phải gửi.</p>
    </FormView>
  )
}
