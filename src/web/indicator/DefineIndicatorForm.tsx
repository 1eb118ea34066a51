import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { countUnits, type Dictionary } from '#domain/indicator/indicator.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, choices, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { plainFilter } from '../kit/plain-filter.ts'
import { indicatorChoices } from './choices.ts'
import { additionWords, choicesOf } from './words.ts'

type DefineProps = { readonly unitId: string; readonly dictionary: Dictionary; readonly onClose: () => void }

/** Something the house does not count. It is always entered; a code once given never means another thing. */
export function DefineIndicatorForm({ unitId, dictionary, onClose }: DefineProps) {
  const { today } = useSession()
  const form = useCommand({
    name: 'indicator.define',
    start: {
      code: '',
      name: '',
      definition: '',
      from: today,
      unit: null,
      addition: 'sum',
      within: [],
      parts: [] as readonly string[],
      sameAs: null,
    },
    toBody: ({ parts, ...values }) => ({ ...values, unitId, partitions: parts.length > 0 ? [parts] : [] }),
    draft: `indicator.define:${unitId}`,
    onDone: async () => {
      onClose()
      await readAnew('indicator')
    },
  })
  const sameUnit = { ...dictionary, indicators: dictionary.indicators.filter(({ unit }) => unit === form.values.unit) }
  const others = { searchable: true, filter: plainFilter, disabled: form.values.unit === null, data: indicatorChoices(sameUnit) }
  return (
    <FormView form={form} submitLabel="Đặt chỉ tiêu" onCancel={onClose}>
      <div className="pair">
        <TextInput label="Mã" placeholder="SL.01" {...text(form, 'code')} data-autofocus />
        <DayField label="Dùng từ ngày" {...choice(form, 'from')} />
      </div>
      <TextInput label="Tên" {...text(form, 'name')} />
      <Textarea
        label="Định nghĩa"
        description="Tính gì, không tính gì, để hai người đếm ra một số."
        autosize
        minRows={2}
        {...text(form, 'definition')}
      />
      <Select label="Đơn vị đếm" placeholder="chọn" data={[...countUnits]} {...choice(form, 'unit')} />
      <Select label="Cộng lên cấp trên" data={choicesOf(additionWords)} allowDeselect={false} {...choice(form, 'addition')} />
      <MultiSelect
        label="Nằm trong"
        description="Số này không bao giờ lớn hơn chỉ tiêu nó nằm trong; lớn hơn thì người báo cáo được hỏi lại."
        {...others}
        {...choices(form, 'within')}
      />
      <MultiSelect
        label="Chia hết thành"
        description="Cộng các phần lại phải đúng bằng số này; khác thì người báo cáo được hỏi lại. Để trống nếu không chia."
        {...others}
        {...choices(form, 'parts', 'partitions.0')}
      />
      <Select
        label="Cùng một thứ với"
        description="Biểu khác đã hỏi số này dưới tên khác: hai chỗ ghi hai số thì người báo cáo được hỏi lại."
        clearable
        {...others}
        {...choice(form, 'sameAs')}
      />
    </FormView>
  )
}
