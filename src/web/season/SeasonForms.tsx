import { NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SeasonDecision } from '#domain/season/decision.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, number, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'

export function OpenSeasonForm({ unitId, year, onClose }: { unitId: string; year: number; onClose: () => void }) {
  const { today } = useSession()
  const [id] = useState(() => crypto.randomUUID())
  const form = useCommand({
    name: 'season.open',
    start: { year: year, openedOn: today },
    toBody: values => ({ ...values, id, unitId, honour: 'culturalFamily' }),
    onDone: async () => {
      onClose()
      await readAnew('season')
    },
  })
  return (
    <FormView form={form} submitLabel="Mở đợt" onCancel={onClose}>
      <p className="soft">Danh hiệu Gia đình văn hóa. Đợt theo văn bản có hiệu lực ngày mở, đến hết đợt vẫn theo văn bản ấy.</p>
      <NumberInput
        label="Năm xét"
        description="Năm của thành tích, không phải năm ra quyết định"
        {...number(form, 'year')}
        w={240}
        hideControls
      />
      <DayField label="Mở từ ngày" {...choice(form, 'openedOn')} w={200} />
    </FormView>
  )
}

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
