import { Select } from '@mantine/core'
import type { BoardView } from '#contract/request.ts'
import { levelNouns, levelOf } from '#domain/request/request.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useUnits } from '../app/units.ts'
import { choice, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'

/** A unit that was forgotten, of a level that was asked; those who owe already are told by the answer. */
export function AddUnitForm({ view, onClose }: { view: BoardView; onClose: () => void }) {
  const units = useUnits(view.sentOn < view.cutoff ? view.sentOn : view.cutoff)
  const levels = new Set(view.byLevel.map(({ level }) => level))
  const owing = new Set(view.rows.map(({ unitId }) => unitId))
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
  const open = units.list.flatMap(({ unitId, kind, calledInText, parentUnitId }) => {
    const level = levelOf(kind)
    if (!level || !levels.has(level) || owing.has(unitId) || unitId === view.askedBy.unitId) return []
    return [{ value: unitId, label: level === 'area' && parentUnitId ? `${calledInText}, ${units.nameOf(parentUnitId)}` : calledInText }]
  })
  return (
    <FormView form={form} submitLabel="Thêm và báo cho đơn vị" onCancel={onClose}>
      <Select
        label="Đơn vị"
        description={`Cấp đã hỏi: ${[...levels].map(level => levelNouns[level]).join('; ')}`}
        data={open}
        searchable
        limit={40}
        nothingFoundMessage="không có đơn vị nào khớp"
        {...choice(form, 'unitId')}
      />
      <DayField label="Hạn gửi" {...choice(form, 'dueOn')} />
      <p className="soft">Đơn vị đã được hỏi thì không bớt đi được: đợt báo cáo giữ nguyên ai phải gửi.</p>
    </FormView>
  )
}
