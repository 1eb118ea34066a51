import { Select, TextInput } from '@mantine/core'
import { type OrgUnitView, placeTraitWords } from '#contract/org.ts'
import { capitalise } from '#domain/kit/text.ts'
import type { PlaceTrait } from '#domain/org/place-trait.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'

/** What a place is by decision, from a day on: thresholds of titles depend on it. */
export function TraitForm({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const { today } = useSession()
  const form = useCommand({
    name: 'org.addTrait',
    start: { id: crypto.randomUUID(), trait: null as string | null, from: today, basis: '' },
    toBody: ({ from, ...values }) => ({ ...values, unitId, valid: { from, until: null } }),
    onDone: async () => {
      onClose()
      await readAnew('org')
    },
  })
  return (
    <FormView form={form} submitLabel="Ghi đặc điểm" onCancel={onClose}>
      <Select
        label="Đặc điểm địa bàn"
        {...choice(form, 'trait')}
        data={Object.entries(placeTraitWords).map(([value, label]) => ({ value, label: capitalise(label) }))}
        data-autofocus
      />
      <DayField label="Từ ngày" {...choice(form, 'from')} w={200} />
      <TextInput label="Căn cứ" placeholder="Quyết định số …" {...text(form, 'basis')} />
    </FormView>
  )
}

/** `miền núi (Quyết định …)`; what a residential area has from its commune says so. */
export function sayTrait({ unitId, trait, basis }: PlaceTrait, view: OrgUnitView): string {
  const from = unitId === view.unitId ? '' : `, theo ${view.path.find(unit => unit.unitId === unitId)?.name ?? 'cấp xã'}`
  return `${placeTraitWords[trait]} (${basis}${from})`
}
