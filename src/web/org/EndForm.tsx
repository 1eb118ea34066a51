import { Select, TextInput } from '@mantine/core'
import type { OrgUnitView } from '#contract/org.ts'
import { contains } from '#domain/calendar/date-range.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'

export type Ending = 'org.endAppointment' | 'org.endMandate'

const words: Record<Ending, { readonly what: string; readonly submit: string }> = {
  'org.endAppointment': { what: 'Ai thôi giữ chức vụ', submit: 'Kết thúc bổ nhiệm' },
  'org.endMandate': { what: 'Quyền ký nào', submit: 'Kết thúc quyền ký' },
}

/** Somebody leaves a position, or a position stops signing: from a day on, on some basis. */
export function EndForm({ view, name, onClose }: { view: OrgUnitView; name: Ending; onClose: () => void }) {
  const { today } = useSession()
  const open = name === 'org.endAppointment' ? openAppointments(view) : openMandates(view)
  const form = useCommand({
    name,
    start: { id: open[0]?.value ?? null, on: today, basis: '' },
    toBody: values => values,
    onDone: async () => {
      onClose()
      await readAnew('org')
    },
  })
  return (
    <FormView form={form} submitLabel={words[name].submit} onCancel={onClose}>
      <Select label={words[name].what} {...choice(form, 'id')} data={open} allowDeselect={false} data-autofocus />
      <DayField label="Từ ngày" description="Ngày đầu tiên không còn hiệu lực" {...choice(form, 'on')} w={200} />
      <TextInput label="Căn cứ" placeholder="Quyết định số …" {...text(form, 'basis')} />
    </FormView>
  )
}

type Option = { readonly value: string; readonly label: string }

export function openAppointments(view: OrgUnitView): Option[] {
  return view.appointments
    .filter(appointment => contains(appointment.valid, view.on))
    .map(({ id, fullName, positionId }) => ({ value: id, label: `${fullName}, ${positionName(view, positionId)}` }))
}

export function openMandates(view: OrgUnitView): Option[] {
  return view.mandates
    .filter(mandate => contains(mandate.valid, view.on))
    .map(({ id, capacity, forName, positionId }) => ({
      value: id,
      label: capacity === 'own' ? positionName(view, positionId) : `${positionName(view, positionId)}: ${capacity}. ${forName ?? ''}`,
    }))
}

function positionName(view: OrgUnitView, positionId: string): string {
  return view.positions.find(position => position.id === positionId)?.name ?? ''
}
