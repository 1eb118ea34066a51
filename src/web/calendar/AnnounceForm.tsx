import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AnnouncedYear } from '#domain/calendar/announced-year.ts'
import { checkAnnounced } from '#domain/calendar/announced-year.ts'
import { yearOf } from '#domain/calendar/plain-date.ts'
import { FormView } from '../app/FormView.tsx'
import { keepAnswer, readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { number, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'

const kinds = [
  { value: 'off', label: 'nghỉ' },
  { value: 'worked', label: 'đi làm bù' },
] as const

type DayRow = { readonly on: string; readonly kind: 'off' | 'worked'; readonly name: string }
const blank: DayRow = { on: '', kind: 'off', name: '' }

type AnnounceProps = { readonly unitId: string; readonly known: readonly AnnouncedYear[]; readonly onClose: () => void }

/** The days of one year, from a text the person names; entered again they stand for what was entered. */
export function AnnounceForm({ unitId, known, onClose }: AnnounceProps) {
  const { today } = useSession()
  const [id] = useState(() => crypto.randomUUID())
  const year = [yearOf(today), yearOf(today) + 1].find(each => !known.some(other => other.year === each)) ?? yearOf(today)
  const days: readonly DayRow[] = [blank]
  const form = useCommand({
    name: 'calendar.announce',
    start: { year, basis: '', days },
    toBody: values => ({ ...values, id, unitId, days: values.days.filter(({ on, name }) => on !== '' || name !== '') }),
    rule: checkAnnounced,
    draft: `calendar.announce:${unitId}`,
    onDone: async view => {
      keepAnswer('calendar.one', { unitId }, view)
      onClose()
      await readAnew('season')
    },
  })
  const rows = form.values.days
  const change = (at: number, patch: Partial<DayRow>): void =>
    form.set({ days: rows.map((row, i) => (i === at ? { ...row, ...patch } : row)) })
  return (
    <FormView form={form} submitLabel="Ghi lịch nghỉ" onCancel={onClose}>
      <div className="pair">
        <NumberInput label="Năm" hideControls thousandSeparator="" {...number(form, 'year')} />
        <TextInput label="Văn bản thông báo" placeholder="Thông báo số …" {...text(form, 'basis')} data-autofocus />
      </div>
      {rows.map((row, at) => (
        <div key={`row ${at + 1}`} className="pair">
          <DayField
            label={`Ngày thứ ${at + 1}`}
            value={row.on}
            onChange={on => change(at, { on: on ?? '' })}
            error={form.errors[`days.${at}.on`]}
          />
          <Select
            label="Nghỉ hay đi làm bù"
            data={[...kinds]}
            value={row.kind}
            allowDeselect={false}
            onChange={kind => kind && change(at, { kind })}
          />
          <TextInput
            label="Tên ngày nghỉ"
            value={row.name}
            onChange={event => change(at, { name: event.currentTarget.value })}
            error={form.errors[`days.${at}.name`]}
          />
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => form.set({ days: [...rows, { ...blank, name: rows.at(-1)?.name ?? '' }] })}
        >
          Thêm ngày
        </Button>
      </div>
    </FormView>
  )
}
