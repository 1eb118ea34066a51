import { NumberInput, Select, TextInput } from '@mantine/core'
import { povertyWords } from '#contract/household.ts'
import { type PovertyStanding, povertyStandings } from '#domain/household/household.ts'
import { residentialAreaKinds } from '#domain/org/org-unit.ts'
import { useUnits } from '../app/units.ts'
import { choice, type Form, number, text } from '../app/useCommand.ts'

export type HouseholdValues = {
  readonly headName: string
  readonly memberCount: number | null
  readonly address: string
  readonly poverty: PovertyStanding | null
}

/** What is recorded of a household; no more than a title asks for. */
export function HouseholdFields<Values extends HouseholdValues>({ form }: { form: Form<Values> }) {
  return (
    <>
      <TextInput label="Họ tên chủ hộ" {...text(form, 'headName')} data-autofocus />
      <div className="pair">
        <NumberInput
          label="Số nhân khẩu"
          description="Để trống nếu chưa rõ"
          min={1}
          allowDecimal={false}
          {...number(form, 'memberCount')}
        />
        <Select
          label="Diện hộ"
          description="Để trống nếu chưa rõ"
          {...choice(form, 'poverty')}
          data={povertyStandings.map(value => ({ value, label: povertyWords[value] }))}
          clearable
          clearButtonProps={{ 'aria-label': 'Chưa rõ diện hộ' }}
        />
      </div>
      <TextInput label="Địa chỉ" description="Số nhà, ngõ; để trống nếu không có" {...text(form, 'address')} />
    </>
  )
}

/** The residential areas this person works with, each with its commune where there are several. */
export function useAreaOptions(): { value: string; label: string }[] {
  const { list, nameOf } = useUnits()
  return list
    .filter(unit => residentialAreaKinds.includes(unit.kind))
    .map(unit => ({
      value: unit.unitId,
      label: [unit.calledInText, unit.parentUnitId && nameOf(unit.parentUnitId)].filter(Boolean).join(', '),
    }))
}
