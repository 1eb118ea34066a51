import { NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { holdingOf, honoursHeldAt } from '#domain/season/holding.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useUnits } from '../app/units.ts'
import { choice, number, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { honourWords } from '../title/law-lines.ts'
import { useOwnTitles } from '../title/useOwnTitles.ts'

/** Of the honours whose season is held at a unit of this kind; the law is that of the year of merit. */
export function OpenSeasonForm({ unitId, year, onClose }: { unitId: string; year: number; onClose: () => void }) {
  const { today } = useSession()
  const { list } = useUnits()
  const [id] = useState(() => crypto.randomUUID())
  const kind = list.find(unit => unit.unitId === unitId)?.kind
  const honours = kind ? honoursHeldAt(kind) : []
  const start: { honour: string | null; year: number; openedOn: string | null } = { honour: honours[0] ?? null, year, openedOn: today }
  const form = useCommand({
    name: 'season.open',
    start,
    toBody: values => ({ ...values, id, unitId }),
    onDone: async () => {
      onClose()
      await readAnew('season')
    },
  })
  const own = useOwnTitles(unitId, (form.values.openedOn as PlainDate | null) ?? today)
  const ofProvince = own.filter(({ honour }) => kind && holdingOf(honour).heldAt.includes(kind))
  const ofLaw = honours.map(value => ({ value: value as string, label: honourWords[value] }))
  return (
    <FormView form={form} submitLabel="Mở đợt" onCancel={onClose}>
      <Select
        label="Danh hiệu"
        description="Đợt theo văn bản của năm xét, đến hết đợt vẫn theo văn bản ấy"
        data={
          ofProvince.length === 0
            ? ofLaw
            : [
                { group: 'Theo văn bản của trung ương', items: ofLaw },
                { group: 'Danh hiệu của tỉnh', items: ofProvince.map(({ honour, name }) => ({ value: honour, label: name })) },
              ]
        }
        {...choice(form, 'honour')}
        allowDeselect={false}
      />
      <NumberInput
        label="Năm xét"
        description="Năm của thành tích, không phải năm ra quyết định"
        {...number(form, 'year')}
        w={240}
        thousandSeparator=""
        hideControls
      />
      <DayField label="Mở từ ngày" {...choice(form, 'openedOn')} w={200} />
    </FormView>
  )
}
