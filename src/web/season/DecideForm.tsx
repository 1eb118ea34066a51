import { Checkbox, MultiSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ProposalView, SeasonAreaRow, SeasonView } from '#contract/season.ts'
import type { Reason } from '#domain/season/decision.ts'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, choices, number, text, tick, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { missingWords, reasonWords } from './words.ts'

type Parts = { readonly season: SeasonView; readonly areas: readonly SeasonAreaRow[]; readonly onClose: () => void }

/** What the decision would say, before anybody signs it: who, who not and why, who waits. */
export function DecideForm(parts: Parts) {
  const proposal = useAsk('season.proposal', { id: parts.season.id })
  return <Loaded of={proposal}>{view => <Deciding {...parts} proposal={view} />}</Loaded>
}

function Deciding({ season, areas, onClose, proposal }: Parts & { readonly proposal: ProposalView }) {
  const { today } = useSession()
  const [id] = useState(() => crypto.randomUUID())
  const { recognised, failed, heldBack, open } = proposal
  const doubtful: readonly string[] = open.filter(({ doubts }) => doubts.length > 0).map(row => row.id)
  const form = useCommand({
    name: 'season.decide',
    start: { on: today, symbol: 'QĐ-UBND', total: null as number | null, acceptsOpen: false, openAccepted: '', openExcept: doubtful },
    toBody: ({ acceptsOpen, openAccepted, ...values }) => ({
      ...values,
      id,
      seasonId: season.id,
      issuerUnitId: season.unitId,
      areaUnitIds: areas.map(({ areaUnitId }) => areaUnitId),
      openAccepted: acceptsOpen ? openAccepted : '',
    }),
    onDone: async () => {
      onClose()
      await readAnew('season', 'document')
    },
  })
  const { acceptsOpen, openExcept } = form.values
  const waiting = acceptsOpen ? openExcept.length : open.length
  const total = recognised.length + open.length - waiting
  return (
    <FormView form={form} submitLabel={`Ký quyết định cho ${total} hộ`} onCancel={onClose}>
      <p>
        <b>{total} hộ</b> được công nhận, {failed.length} hộ không, {heldBack.length} hộ chờ trả lời ý kiến
        {waiting > 0 && `, ${waiting} hộ còn điều chưa rõ`}.
      </p>
      {failed.length > 0 && (
        <Rows label="Hộ không được công nhận">
          {failed.map(row => (
            <Row
              key={row.id}
              title={row.headName}
              second={row.reasons.map(({ code, clause }) => [reasonWords[code], clause].filter(Boolean).join(', ')).join('; ')}
            />
          ))}
        </Rows>
      )}
      {open.length > 0 && (
        <>
          <Checkbox label={`Công nhận hộ còn điều chưa rõ (${missingOf(open)})`} {...tick(form, 'acceptsOpen')} />
          {acceptsOpen && (
            <>
              <Textarea
                label="Vì sao"
                description="Bắt buộc; ghi vào quyết định và nhật ký"
                {...text(form, 'openAccepted')}
                autosize
                minRows={2}
              />
              <MultiSelect
                label="Trừ những hộ này, để xét sau"
                description="Chọn sẵn hộ có điều cần xem lại"
                data={open.map(row => ({ value: row.id, label: [row.headName, ...row.doubts.map(doubtWords)].join(' · ') }))}
                {...choices(form, 'openExcept')}
                searchable
                clearable
              />
            </>
          )}
        </>
      )}
      <NumberInput
        label="Số hộ ghi trong quyết định"
        description="Phải bằng số hộ của danh sách"
        {...number(form, 'total')}
        w={240}
        hideControls
      />
      <DayField label="Ngày quyết định" {...choice(form, 'on')} w={200} />
      <TextInput label="Ký hiệu" description="Số lấy tiếp theo sổ văn bản đi" {...text(form, 'symbol')} w={200} />
    </FormView>
  )
}

function doubtWords({ code, figures }: Reason): string {
  return [reasonWords[code], figures['votes'] === undefined ? '' : `${figures['votes']}/${figures['of']}`].filter(Boolean).join(' ')
}

function missingOf(open: ProposalView['open']): string {
  return [
    ...new Set(
      open.flatMap(({ missing, doubts }) => [
        ...missing.map(({ code }) => missingWords[code]),
        ...doubts.map(({ code }) => reasonWords[code]),
      ]),
    ),
  ].join(', ')
}
