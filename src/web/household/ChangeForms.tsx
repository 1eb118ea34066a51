import { NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { endCauseWords, type HouseholdView } from '#contract/household.ts'
import { type EndCause, endCauses, type HouseholdVersion } from '#domain/household/household.ts'
import { ask } from '../api.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, number, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { HouseholdFields, useAreaOptions } from './HouseholdFields.tsx'

export type ChangeParts = { readonly household: HouseholdView; readonly last: HouseholdVersion; readonly onClose: () => void }

/** What every change names: its own id, the household, and the state it was looked at in. */
function changeOf({ id, revision }: HouseholdView) {
  return { id: crypto.randomUUID(), householdId: id, revision }
}

function afterChange(onClose: () => void): () => Promise<void> {
  return async () => {
    onClose()
    await readAnew('household')
  }
}

const newestOf = (id: string) => async () => (await ask('household.one', { id })).revision

export function AmendForm({ household, last, onClose }: ChangeParts) {
  const { today } = useSession()
  const { headName, memberCount, address, poverty } = last
  const form = useCommand({
    name: 'household.amend',
    start: { ...changeOf(household), headName, memberCount, address, poverty, from: today, reason: '' },
    toBody: values => values,
    onDone: afterChange(onClose),
  })
  return (
    <FormView form={form} submitLabel="Lưu" onCancel={onClose} newestRevision={newestOf(household.id)}>
      <HouseholdFields form={form} />
      <div className="pair">
        <DayField label="Đúng từ ngày" description="Ghi nhầm từ đầu thì chọn ngày bắt đầu của lần ghi trước" {...choice(form, 'from')} />
        <TextInput label="Lý do" {...text(form, 'reason')} />
      </div>
    </FormView>
  )
}

export function MoveForm({ household, last, onClose }: ChangeParts) {
  const { today } = useSession()
  const areas = useAreaOptions().filter(area => area.value !== last.areaUnitId)
  const form = useCommand({
    name: 'household.move',
    start: { ...changeOf(household), areaUnitId: null as string | null, address: '', on: today, reason: '' },
    toBody: values => values,
    onDone: afterChange(onClose),
  })
  return (
    <FormView form={form} submitLabel="Chuyển" onCancel={onClose} newestRevision={newestOf(household.id)}>
      <p className="soft">Hộ giữ nguyên lịch sử danh hiệu. Chuyển ra ngoài địa bàn bạn phụ trách thì chọn “Đưa ra khỏi sổ”.</p>
      <Select label="Nơi đến" {...choice(form, 'areaUnitId')} data={areas} searchable data-autofocus />
      <div className="pair">
        <TextInput label="Địa chỉ mới" {...text(form, 'address')} />
        <DayField label="Từ ngày" {...choice(form, 'on')} />
      </div>
    </FormView>
  )
}

export function SplitForm({ household, last, onClose }: ChangeParts) {
  const { today } = useSession()
  const form = useCommand({
    name: 'household.split',
    start: {
      ...changeOf(household),
      on: today,
      remaining: null as number | null,
      partId: crypto.randomUUID(),
      headName: '',
      memberCount: null as number | null,
      address: '',
      poverty: last.poverty,
    },
    toBody: ({ on, remaining, partId, headName, memberCount, address, poverty, ...change }) => ({
      ...change,
      on,
      memberCount: remaining,
      parts: [{ id: partId, code: '', headName, memberCount, address, poverty }],
      reason: '',
    }),
    onDone: afterChange(onClose),
  })
  return (
    <FormView form={form} submitLabel="Tách hộ" onCancel={onClose} newestRevision={newestOf(household.id)}>
      <h3>Hộ mới</h3>
      <HouseholdFields form={form} />
      <div className="pair">
        <NumberInput
          label={`Số khẩu còn lại của hộ ${last.headName}`}
          min={1}
          allowDecimal={false}
          {...number(form, 'remaining', 'memberCount')}
        />
        <DayField label="Từ ngày" {...choice(form, 'on')} />
      </div>
    </FormView>
  )
}

/** Another household of the same place comes into this one and ends that day. */
export function MergeForm({ household, last, onClose }: ChangeParts) {
  const { today } = useSession()
  const [search, setSearch] = useState('')
  const found = useAsk('household.list', { unitId: last.areaUnitId, search }, { keepsPrevious: true })
  const form = useCommand({
    name: 'household.merge',
    start: {
      ...changeOf(household),
      on: today,
      memberCount: null as number | null,
      otherId: null as string | null,
      otherRevision: 0,
      reason: '',
    },
    toBody: ({ otherId, otherRevision, ...values }) => ({
      ...values,
      others: otherId === null ? [] : [{ householdId: otherId, revision: otherRevision }],
    }),
    onDone: afterChange(onClose),
  })
  async function chooseOther(otherId: string | null): Promise<void> {
    form.set({ otherId })
    if (otherId !== null) form.set({ otherRevision: (await ask('household.one', { id: otherId })).revision })
  }
  const others = found.data?.rows.filter(row => row.householdId !== household.id) ?? []
  return (
    <FormView form={form} submitLabel="Nhập hộ" onCancel={onClose} newestRevision={newestOf(household.id)}>
      <p className="soft">Hộ {last.headName} tiếp tục; hộ được chọn kết thúc từ ngày nhập, lịch sử danh hiệu của cả hai vẫn giữ.</p>
      <Select
        label="Hộ nhập vào"
        description="Cùng bản, thôn, tổ dân phố; ở nơi khác thì chuyển hộ trước"
        data={others.map(row => ({
          value: row.householdId,
          label: [row.headName, row.address, row.code && `mã ${row.code}`].filter(Boolean).join(', '),
        }))}
        filter={({ options }) => options}
        searchable
        onSearchChange={typed => setSearch(typed.split(',')[0] ?? '')}
        nothingFoundMessage="Không có hộ nào khớp"
        value={form.values.otherId}
        onChange={value => void chooseOther(value)}
        error={form.errors['others']}
        data-autofocus
      />
      <div className="pair">
        <NumberInput
          label="Số khẩu sau khi nhập"
          description="Để trống nếu chưa rõ"
          min={1}
          allowDecimal={false}
          {...number(form, 'memberCount')}
        />
        <DayField label="Từ ngày" {...choice(form, 'on')} />
      </div>
    </FormView>
  )
}

export function EndForm({ household, last, onClose }: ChangeParts) {
  const { today } = useSession()
  const form = useCommand({
    name: 'household.end',
    start: { revision: household.revision, on: today, cause: null as EndCause | null },
    toBody: values => ({ ...values, householdId: household.id }),
    onDone: afterChange(onClose),
  })
  return (
    <FormView form={form} submitLabel="Đưa ra khỏi sổ" tone="late" onCancel={onClose} newestRevision={newestOf(household.id)}>
      <p>Hộ {last.headName} không còn được tính từ ngày chọn; những ngày trước vẫn giữ nguyên.</p>
      <Select
        label="Vì sao"
        {...choice(form, 'cause')}
        data={endCauses.filter(cause => cause !== 'merged').map(value => ({ value, label: endCauseWords[value] }))}
        data-autofocus
      />
      <DayField label="Từ ngày" description="Ghi nhầm thì chọn chính ngày hộ vào sổ" {...choice(form, 'on')} w={240} />
    </FormView>
  )
}
