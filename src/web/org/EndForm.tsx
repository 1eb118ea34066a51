import { Select, TextInput } from '@mantine/core'
import { type OrgUnitView, placeTraitWords } from '#contract/org.ts'
import { contains } from '#domain/calendar/date-range.ts'
import { capitalise } from '#domain/kit/text.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'

export const endings = ['org.endAppointment', 'org.endMandate', 'org.endTrait'] as const
export type Ending = (typeof endings)[number]

export const endingWords: Record<Ending, { readonly what: string; readonly submit: string }> = {
  'org.endAppointment': { what: 'Ai thôi giữ chức vụ', submit: 'Kết thúc bổ nhiệm' },
  'org.endMandate': { what: 'Quyền ký nào', submit: 'Kết thúc quyền ký' },
  'org.endTrait': { what: 'Đặc điểm nào', submit: 'Kết thúc đặc điểm' },
}

const openOf: Record<Ending, (view: OrgUnitView) => Option[]> = {
  'org.endAppointment': openAppointments,
  'org.endMandate': openMandates,
  'org.endTrait': openTraits,
}

/** Somebody leaves a position, a position stops signing, a place is no longer what it was by decision: from a day on, on some basis. */
export function EndForm({ view, name, onClose }: { view: OrgUnitView; name: Ending; onClose: () => void }) {
  const { today } = useSession()
  const open = openOf[name](view)
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
    <FormView form={form} submitLabel={endingWords[name].submit} onCancel={onClose}>
      <Select label={endingWords[name].what} {...choice(form, 'id')} data={open} allowDeselect={false} data-autofocus />
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

/** Its own, not what it has from the unit above. */
export function openTraits(view: OrgUnitView): Option[] {
  return view.traits
    .filter(({ unitId, valid }) => unitId === view.unitId && valid.until === null && contains(valid, view.on))
    .map(({ id, trait, basis }) => ({ value: id, label: `${capitalise(placeTraitWords[trait])} (${basis})` }))
}

function positionName(view: OrgUnitView, positionId: string): string {
  return view.positions.find(position => position.id === positionId)?.name ?? ''
}
