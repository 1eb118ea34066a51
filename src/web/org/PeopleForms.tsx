import { Select, TextInput } from '@mantine/core'
import type { OrgUnitView } from '#contract/org.ts'
import type { SigningCapacity } from '#domain/org/position.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useMay, useUnits } from '../app/units.ts'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'

const rankWords = { head: 'Cấp trưởng', deputy: 'Cấp phó', staff: 'Chuyên môn' } as const

const capacityWords: Record<SigningCapacity, string> = {
  own: 'Ký với chức vụ của mình',
  KT: 'KT. (ký thay cấp trưởng)',
  TL: 'TL. (thừa lệnh)',
  TUQ: 'TUQ. (thừa ủy quyền)',
  TM: 'TM. (thay mặt tập thể)',
  Q: 'Q. (quyền cấp trưởng)',
}

const options = (words: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
const positionsOf = (view: OrgUnitView): { value: string; label: string }[] =>
  view.positions.map(({ id, name }) => ({ value: id, label: name }))

export function AddPositionForm({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const form = useCommand({
    name: 'org.addPosition',
    start: { id: crypto.randomUUID(), name: '', rank: null as string | null },
    toBody: values => ({ ...values, unitId }),
    onDone: async () => {
      onClose()
      await readAnew('org')
    },
  })
  return (
    <FormView form={form} submitLabel="Thêm chức vụ" onCancel={onClose}>
      <TextInput label="Tên chức vụ" placeholder="Phó Chánh Văn phòng" {...text(form, 'name')} data-autofocus />
      <Select label="Bậc" {...choice(form, 'rank')} data={options(rankWords)} />
    </FormView>
  )
}

export function AppointForm({ view, onClose }: { view: OrgUnitView; onClose: () => void }) {
  const { today } = useSession()
  const accounts = useAsk('account.list', { unitId: view.unitId }, { enabled: useMay()('account.list', view.unitId) })
  const form = useCommand({
    name: 'org.appoint',
    start: {
      id: crypto.randomUUID(),
      positionId: null as string | null,
      fullName: '',
      accountId: null as string | null,
      from: today,
      until: null as string | null,
      basis: '',
    },
    toBody: ({ from, until, ...values }) => ({ ...values, valid: { from, until } }),
    draft: `org.appoint:${view.unitId}`,
    onDone: async () => {
      onClose()
      await readAnew('org')
    },
  })
  return (
    <FormView form={form} submitLabel="Bổ nhiệm" onCancel={onClose}>
      <Select label="Chức vụ" {...choice(form, 'positionId')} data={positionsOf(view)} data-autofocus />
      <TextInput label="Họ và tên" {...text(form, 'fullName')} />
      <Select
        label="Tài khoản"
        description="Người ký duyệt trong hệ thống phải gắn với tài khoản của mình"
        {...choice(form, 'accountId')}
        data={(accounts.data ?? []).map(account => ({ value: account.id, label: `${account.fullName} (${account.username})` }))}
        searchable
        clearable
      />
      <div className="pair">
        <DayField label="Từ ngày" {...choice(form, 'from', 'valid.from')} />
        <DayField label="Đến trước ngày" {...choice(form, 'until', 'valid.until')} />
      </div>
      <TextInput label="Căn cứ" description="Quyết định bổ nhiệm" {...text(form, 'basis')} />
    </FormView>
  )
}

export function MandateForm({ view, onClose }: { view: OrgUnitView; onClose: () => void }) {
  const { today } = useSession()
  const units = useUnits()
  const form = useCommand({
    name: 'org.mandate',
    start: {
      id: crypto.randomUUID(),
      positionId: null as string | null,
      unitId: view.unitId,
      capacity: 'own',
      forName: '',
      from: today,
      until: null as string | null,
      basis: '',
    },
    toBody: ({ from, until, forName, ...values }) => ({
      ...values,
      forName: values.capacity === 'own' || (values.capacity === 'Q' && forName.trim() === '') ? null : forName,
      valid: { from, until },
    }),
    draft: `org.mandate:${view.unitId}`,
    onDone: async () => {
      onClose()
      await readAnew('org')
    },
  })
  return (
    <FormView form={form} submitLabel="Giao quyền ký" onCancel={onClose}>
      <div className="pair">
        <Select label="Chức vụ" {...choice(form, 'positionId')} data={positionsOf(view)} data-autofocus />
        <Select label="Hình thức ký" {...choice(form, 'capacity')} data={options(capacityWords)} allowDeselect={false} />
      </div>
      {form.values.capacity !== 'own' && <TextInput label="Ký thay ai" placeholder="Chánh Văn phòng" {...text(form, 'forName')} />}
      <Select
        label="Văn bản của đơn vị"
        {...choice(form, 'unitId')}
        data={units.list.map(unit => ({ value: unit.unitId, label: unit.name }))}
        searchable
        allowDeselect={false}
      />
      <div className="pair">
        <DayField label="Từ ngày" {...choice(form, 'from', 'valid.from')} />
        <DayField label="Đến trước ngày" {...choice(form, 'until', 'valid.until')} />
      </div>
      <TextInput label="Căn cứ" {...text(form, 'basis')} />
    </FormView>
  )
}
