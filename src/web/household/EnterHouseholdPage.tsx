import { Checkbox, Select, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useUnitId } from '../app/units.ts'
import { choice, text, tick, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { HouseholdFields, type HouseholdValues, useAreaOptions } from './HouseholdFields.tsx'

type NewHousehold = HouseholdValues & {
  readonly id: string
  readonly code: string
  readonly areaUnitId: string | null
  readonly from: string
  readonly isAnother: boolean
}

export function EnterHouseholdPage() {
  const { today } = useSession()
  const unitId = useUnitId()
  const areas = useAreaOptions()
  const navigate = useNavigate()
  const start: NewHousehold = {
    id: crypto.randomUUID(),
    code: '',
    headName: '',
    memberCount: null,
    address: '',
    poverty: null,
    areaUnitId: areas.find(area => area.value === unitId)?.value ?? null,
    from: today,
    isAnother: false,
  }
  const form = useCommand<'household.enter', NewHousehold>({
    name: 'household.enter',
    start,
    toBody: values => values,
    draft: `household.enter:${unitId}`,
    onDone: async ({ householdId }) => {
      await readAnew('household')
      await navigate({ to: '/so-ho/$householdId', params: { householdId }, search: true })
    },
  })
  return (
    <Sheet title="Ghi hộ vào sổ">
      <FormView form={form} submitLabel="Ghi" onCancel={() => void navigate({ to: '/so-ho', search: true })}>
        <HouseholdFields form={form} />
        <Select label="Bản, thôn, tổ dân phố" {...choice(form, 'areaUnitId')} data={areas} searchable />
        <div className="pair">
          <TextInput label="Mã hộ" description="Để trống nếu xã không đánh mã" {...text(form, 'code')} />
          <DayField label="Có trong sổ từ ngày" {...choice(form, 'from')} />
        </div>
        {(form.refusal?.code === 'household.looks-known' || form.values.isAnother) && (
          <Checkbox label="Tôi đã xem: đây là hộ khác, trùng tên" {...tick(form, 'isAnother')} />
        )}
      </FormView>
    </Sheet>
  )
}
