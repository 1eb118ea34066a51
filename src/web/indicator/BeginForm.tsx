import { Select, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { FormLine } from '#contract/indicator.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { choice, text, useCommand } from '../app/useCommand.ts'

const blank = 'blank'

/** A form of the unit's own, from the parts of another or from nothing. */
export function BeginForm({ unitId, forms, onClose }: { unitId: string; forms: readonly FormLine[]; onClose: () => void }) {
  const navigate = useNavigate()
  const form = useCommand({
    name: 'form.begin',
    start: { id: crypto.randomUUID(), name: '', copyOf: forms[0]?.key ?? blank },
    toBody: values => ({ ...values, unitId, copyOf: values.copyOf === blank ? null : values.copyOf }),
    draft: `form.begin:${unitId}`,
    onDone: async ({ id }) => {
      onClose()
      await readAnew('form')
      await navigate({ to: '/bao-cao/bieu', search: { bieu: id, sua: 'co' } })
    },
  })
  return (
    <FormView form={form} submitLabel="Lập biểu" onCancel={onClose}>
      <TextInput label="Tên biểu mẫu" placeholder="Báo cáo chuyên đề …" {...text(form, 'name')} data-autofocus />
      <Select
        label="Lập theo"
        allowDeselect={false}
        data={[{ value: blank, label: 'Biểu trống' }, ...forms.map(({ key, name }) => ({ value: key, label: name }))]}
        {...choice(form, 'copyOf')}
      />
    </FormView>
  )
}
