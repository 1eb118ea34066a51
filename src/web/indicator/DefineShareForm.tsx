import { Select, TextInput } from '@mantine/core'
import { type Dictionary, indicatorOf } from '#domain/indicator/indicator.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { plainFilter } from '../kit/plain-filter.ts'
import { indicatorChoices } from './choices.ts'

type DefineProps = { readonly unitId: string; readonly dictionary: Dictionary; readonly onClose: () => void }

/** A share of two counts; its base is named wherever it is shown. */
export function DefineShareForm({ unitId, dictionary, onClose }: DefineProps) {
  const { today } = useSession()
  const form = useCommand({
    name: 'indicator.defineShare',
    start: {
      code: '',
      name: '',
      from: today,
      numerator: null,
      base: null,
      baseName: '',
    },
    toBody: ({ base, baseName, ...values }) => ({ ...values, unitId, bases: [{ code: base, name: baseName }] }),
    draft: `indicator.defineShare:${unitId}`,
    onDone: async () => {
      onClose()
      await readAnew('indicator')
    },
  })
  const unit = indicatorOf(dictionary, form.values.numerator ?? '')?.unit
  const sameUnit = { ...dictionary, indicators: dictionary.indicators.filter(each => each.unit === unit) }
  return (
    <FormView form={form} submitLabel="Đặt tỷ lệ" onCancel={onClose}>
      <div className="pair">
        <TextInput label="Mã" placeholder="SL.02" {...text(form, 'code')} data-autofocus />
        <DayField label="Dùng từ ngày" {...choice(form, 'from')} />
      </div>
      <TextInput label="Tên" placeholder="Tỷ lệ …" {...text(form, 'name')} />
      <Select
        label="Tử số"
        placeholder="chọn"
        searchable
        filter={plainFilter}
        data={indicatorChoices(dictionary)}
        {...choice(form, 'numerator')}
      />
      <div className="pair">
        <Select
          label="Mẫu số"
          placeholder="chọn"
          searchable
          filter={plainFilter}
          disabled={unit === undefined}
          data={indicatorChoices(sameUnit)}
          {...choice(form, 'base', 'bases.0.code')}
        />
        <TextInput label="Gọi mẫu số là" placeholder="tổng số hộ" {...text(form, 'baseName', 'bases.0.name')} />
      </div>
    </FormView>
  )
}
