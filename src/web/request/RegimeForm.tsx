import { Checkbox, Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type RegimeView, regimeItemWords } from '#contract/regime.ts'
import { documentKinds } from '#domain/document/kinds.ts'
import { capitalise } from '#domain/kit/text.ts'
import { regimeItems, requestKinds } from '#domain/request/regime.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, choices, number, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { type OwnPeriodRow, OwnPeriods } from './OwnPeriods.tsx'
import { partsOf, periodWords, readMonthDay, sayMonthDay, tickedOf } from './regime-words.ts'
import { kindWords } from './request-words.ts'

type Parts = {
  readonly unitId: string
  /** The regime this one takes over from: it ends the day this one begins. */
  readonly before?: RegimeView
  readonly onClose: () => void
  readonly onSaved?: (id: string) => void
}

type RegimeValues = RegimeView['items'] & {
  readonly kind: string | null
  readonly formKey: string | null
  readonly parts: readonly string[]
  readonly ownPeriods: readonly OwnPeriodRow[]
  readonly dueWorkingDays: number | null
  readonly basisKind: string | null
  readonly citation: string
  readonly from: string | null
}

const blankItems = Object.fromEntries(regimeItems.map(item => [item, ''])) as RegimeView['items']

/** The eleven items as the text says them, and what of them the calendar reckons with. */
export function RegimeForm({ unitId, before, onClose, onSaved }: Parts) {
  const { today } = useSession()
  const forms = useAsk('form.list', { unitId }).data ?? []
  const [id] = useState(() => crypto.randomUUID())
  const form = useCommand<'request.setRegime', RegimeValues>({
    name: 'request.setRegime',
    start: {
      ...(before?.items ?? blankItems),
      kind: before?.kind ?? 'regular',
      formKey: before?.formKey ?? 'movement',
      parts: tickedOf(before?.parts ?? []),
      ownPeriods: (before?.ownPeriods ?? []).map(rule => ({ ...rule, from: sayMonthDay(rule.from), last: sayMonthDay(rule.last) })),
      dueWorkingDays: before?.dueWorkingDays ?? null,
      basisKind: before?.basis?.kind ?? null,
      citation: before?.basis?.citation ?? '',
      from: today,
    },
    toBody: ({ kind, formKey, parts, ownPeriods, dueWorkingDays, basisKind, citation, from, ...items }) => ({
      id,
      unitId,
      kind,
      formKey,
      parts: partsOf(parts),
      ownPeriods: ownPeriods.map(row => ({ ...row, from: readMonthDay(row.from), last: readMonthDay(row.last) })),
      dueWorkingDays,
      items,
      basis: basisKind === null ? null : { kind: basisKind, citation },
      valid: { from, until: before?.valid.until ?? null },
      replaces: before?.id ?? null,
    }),
    draft: `request.setRegime:${before?.id ?? unitId}`,
    onDone: async () => {
      onClose()
      await readAnew('request')
      onSaved?.(id)
    },
  })
  return (
    <FormView form={form} submitLabel={before ? 'Thay chế độ này' : 'Ghi chế độ'} onCancel={onClose}>
      <TextInput label={regimeItemWords.name} {...text(form, 'name', 'items.name')} data-autofocus />
      <div className="pair">
        <Select
          label="Loại báo cáo"
          data={requestKinds.map(kind => ({ value: kind, label: capitalise(kindWords[kind]) }))}
          {...choice(form, 'kind')}
          allowDeselect={false}
        />
        <DayField
          label="Dùng từ ngày"
          {...(before && { description: 'Chế độ đang dùng hết vào ngày này' })}
          {...choice(form, 'from', 'valid.from')}
        />
      </div>
      <div className="pair">
        <Select
          label="Loại văn bản quy định"
          placeholder="chưa có"
          data={Object.entries(documentKinds).map(([value, { name }]) => ({ value, label: name }))}
          {...choice(form, 'basisKind', 'basis.kind')}
          clearable
          searchable
        />
        <TextInput label="Văn bản quy định" description="Số, ký hiệu, ngày, cơ quan" {...text(form, 'citation', 'basis.citation')} />
      </div>
      {regimeItems
        .filter(item => item !== 'name')
        .map(item => (
          <Textarea key={item} label={regimeItemWords[item]} {...text(form, item, `items.${item}`)} autosize minRows={1} />
        ))}
      <Checkbox.Group label="Kỳ theo Nghị định 09/2019/NĐ-CP" {...choices(form, 'parts')}>
        <Group gap="lg">
          {Object.entries(periodWords).map(([part, words]) => (
            <Checkbox key={part} value={part} label={capitalise(words)} />
          ))}
        </Group>
      </Checkbox.Group>
      <OwnPeriods form={form} />
      <div className="pair">
        <NumberInput
          label="Hạn gửi: số ngày làm việc sau ngày chốt"
          {...number(form, 'dueWorkingDays')}
          allowDecimal={false}
          min={0}
          hideControls
        />
        <Select
          label="Biểu mẫu"
          data={forms.map(({ key, name }) => ({ value: key, label: name }))}
          {...choice(form, 'formKey')}
          allowDeselect={false}
        />
      </div>
    </FormView>
  )
}
