import { Select, TextInput } from '@mantine/core'
import { type OrgUnitView, orgUnitKindWords } from '#contract/org.ts'
import { isPlainDate } from '#domain/calendar/plain-date.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useUnits } from '../app/units.ts'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'

const extents = [
  { value: 'whole', label: 'Toàn bộ, hoặc phần còn lại: đơn vị này kết thúc' },
  { value: 'part', label: 'Một phần: đơn vị này vẫn tiếp tục' },
]

/** Where a unit went on a day: into another, or a part of it to another. The unit that takes is there on that day already. */
export function SuccessionForm({ view, onClose }: { view: OrgUnitView; onClose: () => void }) {
  const form = useCommand({
    name: 'org.recordSuccession',
    start: { toUnitId: null as string | null, on: view.on, extent: null as string | null, basis: '' },
    toBody: values => ({ ...values, fromUnitId: view.unitId }),
    draft: `org.recordSuccession:${view.unitId}`,
    onDone: async () => {
      onClose()
      await readAnew('org', 'report')
    },
  })
  const on = String(form.values.on) // emptied, it is no day
  const units = useUnits(isPlainDate(on) ? on : undefined)
  return (
    <FormView form={form} submitLabel="Ghi sáp nhập, chia tách" onCancel={onClose}>
      <p className="soft">Đơn vị tiếp nhận phải có trong cây đơn vị ngày đó: nếu là đơn vị mới, thêm đơn vị ấy trước.</p>
      <DayField label="Từ ngày" description="Ngày đầu tiên theo tổ chức mới" {...choice(form, 'on')} w={200} />
      <Select
        label="Đơn vị tiếp nhận"
        {...choice(form, 'toUnitId')}
        data={units.list
          .filter(unit => unit.unitId !== view.unitId)
          .map(({ unitId, name, kind, code }) => ({
            value: unitId,
            label: [name, orgUnitKindWords[kind], code].filter(Boolean).join(' · '),
          }))}
        placeholder={units.isReady ? 'tên hoặc mã; không cần dấu' : 'đang mở cây đơn vị …'}
        searchable
        allowDeselect={false}
        limit={50}
      />
      <Select label="Phạm vi" {...choice(form, 'extent')} data={extents} allowDeselect={false} />
      <TextInput label="Căn cứ" placeholder="Nghị quyết số …" {...text(form, 'basis')} />
    </FormView>
  )
}
