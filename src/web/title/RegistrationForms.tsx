import { Group, Radio, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RegistrationRow, RegistrationsView } from '#contract/title.ts'
import { formatDay, yearOf } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import { registrationRounds, roundWords, type TitleRegistration, withdraw } from '#domain/title/registration.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { useDocumentOptions } from '../document/useDocumentOptions.ts'
import { DayField } from '../kit/DayField.tsx'

type RegisterParts = {
  readonly view: RegistrationsView
  readonly unitId: string
  readonly rows: readonly RegistrationRow[]
  readonly onClose: () => void
}

/** One day, one round and one paper for all the units chosen. */
export function RegisterForm({ view, unitId, rows, onClose }: RegisterParts) {
  const { today } = useSession()
  const documents = useDocumentOptions(unitId)
  const [units] = useState(() => rows.map(row => ({ id: crypto.randomUUID(), unitId: row.unitId })))
  const form = useCommand({
    name: 'title.register',
    start: {
      round: null as string | null,
      registeredOn: yearOf(today) > view.year ? null : (today as string | null),
      documentId: null as string | null,
      note: '',
    },
    toBody: values => ({ ...values, units, title: view.title, year: view.year }),
    onDone: async () => {
      onClose()
      await readAnew('title', 'report')
    },
  })
  return (
    <FormView form={form} submitLabel={rows.length > 1 ? `Ghi cho ${rows.length} đơn vị` : 'Ghi đăng ký'} onCancel={onClose}>
      <p>{rows.map(row => row.unitName).join(', ')}</p>
      <Radio.Group label="Lần đăng ký" {...choice(form, 'round')}>
        <Group gap="lg">
          {registrationRounds.map(round => (
            <Radio key={round} value={round} label={capitalise(roundWords[round])} />
          ))}
        </Group>
      </Radio.Group>
      <DayField label="Ngày đăng ký" {...choice(form, 'registeredOn')} w={200} />
      <Select
        label="Văn bản đăng ký"
        description="Để trống nếu chưa vào sổ"
        {...choice(form, 'documentId')}
        data={documents}
        searchable
        clearable
      />
      <TextInput label="Ghi chú" {...text(form, 'note')} />
    </FormView>
  )
}

export function WithdrawForm({ name, registration, onClose }: { name: string; registration: TitleRegistration; onClose: () => void }) {
  const { today } = useSession()
  const form = useCommand({
    name: 'title.withdraw',
    start: { on: today, reason: '' },
    toBody: values => ({ id: registration.id, ...values }),
    rule: ({ on, reason }) => withdraw(registration, { on, reason }, today),
    onDone: async () => {
      onClose()
      await readAnew('title', 'report')
    },
  })
  return (
    <FormView form={form} submitLabel="Rút đăng ký" tone="late" onCancel={onClose}>
      <p>
        {name}: {roundWords[registration.round]} ngày {formatDay(registration.registeredOn)}. Từ ngày rút, đơn vị không còn được tính; nhật
        ký vẫn giữ. Báo cáo đã soạn từ đăng ký này sẽ báo “nguồn đã đổi”.
      </p>
      <DayField
        label="Rút từ ngày"
        description={`Ghi nhầm thì chọn chính ngày đăng ký (${formatDay(registration.registeredOn)}): coi như chưa từng có`}
        {...choice(form, 'on')}
        w={320}
      />
      <TextInput label="Lý do rút" {...text(form, 'reason')} data-autofocus />
    </FormView>
  )
}
