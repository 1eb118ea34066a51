import { Group, MultiSelect, NumberInput, Radio, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SeasonAreaView } from '#contract/season.ts'
import { capitalise } from '#domain/kit/text.ts'
import { gatheringForms, type Votes, votingWays } from '#domain/season/meeting.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, choices, number, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { formWords, wayWords } from './words.ts'

type Typed = { readonly [Which in keyof Votes]: number | null }
const nothing: Typed = { for: null, against: null, other: null }
const noVotes: Readonly<Record<string, Typed>> = {}
const voteWords: Record<keyof Votes, string> = { for: 'Đồng ý', against: 'Không đồng ý', other: 'Ý kiến khác' }
const voteKinds = ['for', 'against', 'other'] as const

/** One part of the meeting as its minutes say it: who was called, who came, how they voted. */
export function GatherForm({ view, onClose }: { view: SeasonAreaView; onClose: () => void }) {
  const { today } = useSession()
  const [id] = useState(() => crypto.randomUUID())
  const form = useCommand({
    name: 'season.gather',
    start: {
      heldOn: today,
      place: '',
      startClock: '',
      endClock: '',
      form: 'whole',
      way: 'hands',
      convened: null as number | null,
      present: null as number | null,
      absent: '',
      list: nothing,
      apart: [] as readonly string[],
      exceptions: noVotes,
      proceedings: '',
    },
    toBody: ({ absent, list, apart, exceptions, startClock, endClock, ...values }) => ({
      ...values,
      startClock: startClock.trim() || null,
      endClock: endClock.trim() || null,
      id,
      seasonId: view.season.id,
      areaUnitId: view.areaUnitId,
      absent: absent
        .split('\n')
        .map(name => name.trim())
        .filter(Boolean),
      list: list.for === null && list.against === null && list.other === null ? null : whole(list),
      exceptions: apart.map(candidateId => ({ candidateId, ...whole(exceptions[candidateId] ?? nothing) })),
    }),
    onDone: async () => {
      onClose()
      await readAnew('season')
    },
  })
  const { values, errors } = form
  const listed = view.candidates.filter(row => !row.withdrawal && row.leftOut === null)
  const names = new Map(listed.map(row => [row.id, row.headName]))
  return (
    <FormView form={form} submitLabel="Ghi cuộc họp" onCancel={onClose}>
      <Group align="flex-start">
        <DayField label="Ngày họp" {...choice(form, 'heldOn')} w={200} />
        <TextInput label="Giờ bắt đầu" placeholder="19:30" {...text(form, 'startClock')} w={120} />
        <TextInput label="Giờ kết thúc" placeholder="21:00" {...text(form, 'endClock')} w={120} />
      </Group>
      <TextInput label="Địa điểm" {...text(form, 'place')} />
      <Radio.Group label="Cách họp" {...choice(form, 'form')}>
        <Group gap="lg">
          {gatheringForms.map(value => (
            <Radio key={value} value={value} label={capitalise(formWords[value])} />
          ))}
        </Group>
      </Radio.Group>
      <Radio.Group label="Cách biểu quyết" {...choice(form, 'way')}>
        <Group gap="lg">
          {votingWays.map(value => (
            <Radio key={value} value={value} label={capitalise(wayWords[value])} />
          ))}
        </Group>
      </Radio.Group>
      <Group align="flex-start">
        <NumberInput
          label={values.form === 'doorToDoor' ? 'Số phiếu phát ra' : 'Số được triệu tập'}
          {...number(form, 'convened')}
          w={180}
          hideControls
        />
        <NumberInput
          label={values.form === 'doorToDoor' ? 'Số phiếu thu về' : 'Số có mặt'}
          {...number(form, 'present')}
          w={180}
          hideControls
        />
      </Group>
      <Textarea label="Người vắng" description="Mỗi người một dòng" {...text(form, 'absent')} autosize minRows={2} />
      <VoteFields
        label={`Biểu quyết cả danh sách ${listed.length} hộ`}
        typed={values.list}
        errors={errors}
        path="list"
        onType={list => form.set({ list })}
      />
      <MultiSelect
        label="Hộ biểu quyết riêng"
        description="Những hộ có số phiếu khác cả danh sách"
        data={listed.map(row => ({ value: row.id, label: row.headName }))}
        {...choices(form, 'apart', 'exceptions')}
        searchable
        clearable
      />
      {values.apart.map((candidateId, at) => (
        <VoteFields
          key={candidateId}
          label={names.get(candidateId) ?? ''}
          typed={values.exceptions[candidateId] ?? nothing}
          errors={errors}
          path={`exceptions.${at}`}
          onType={votes => form.set({ exceptions: { ...values.exceptions, [candidateId]: votes } })}
        />
      ))}
      <Textarea
        label="Diễn biến, ý kiến tại cuộc họp"
        description="Như biên bản ghi: ai nêu gì, về hộ nào"
        {...text(form, 'proceedings')}
        autosize
        minRows={2}
      />
    </FormView>
  )
}

type VoteParts = {
  readonly label: string
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly path: string
  readonly onType: (typed: Typed) => void
}

function VoteFields({ label, typed, errors, path, onType }: VoteParts) {
  return (
    <fieldset>
      <legend>{label}</legend>
      <Group align="flex-start">
        {voteKinds.map(kind => (
          <NumberInput
            key={kind}
            label={voteWords[kind]}
            value={typed[kind] ?? ''}
            onChange={value => onType({ ...typed, [kind]: typeof value === 'number' ? value : null })}
            error={errors[`${path}.${kind}`]}
            w={140}
            hideControls
          />
        ))}
      </Group>
    </fieldset>
  )
}

/** Who writes how many agreed and leaves the rest empty means nobody disagreed. */
function whole({ for: agreed, against, other }: Typed): { for: number | null; against: number; other: number } {
  return { for: agreed, against: against ?? 0, other: other ?? 0 }
}
