import { TextInput } from '@mantine/core'
import type { SeasonDecision } from '#domain/season/decision.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'

export function PublishForm({ decision, onClose }: { decision: SeasonDecision; onClose: () => void }) {
  const { today } = useSession()
  const form = useCommand({
    name: 'season.publish',
    start: { on: today, place: '' },
    toBody: values => ({ ...values, id: decision.id }),
    onDone: async () => {
      onClose()
      await readAnew('season')
    },
  })
  return (
    <FormView form={form} submitLabel="Ghi công bố" onCancel={onClose}>
      <p>Quyết định {decision.code}.</p>
      <DayField label="Ngày công bố" {...choice(form, 'on')} w={200} />
      <TextInput label="Nơi công bố" placeholder="bảng tin, cổng thông tin" {...text(form, 'place')} />
    </FormView>
  )
}
