import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { StandingConfirmation } from '#contract/title-law.ts'
import { confidenceWords, type Sourced } from '#domain/title/sourced.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { text, useCommand } from '../app/useCommand.ts'

/** Somebody answers for a point of the law nobody had verified: from then on it may stop people. */
export function ConfirmForm({ fact, unitId, onClose }: { fact: Sourced<unknown>; unitId: string; onClose: () => void }) {
  const [id] = useState(() => crypto.randomUUID())
  const form = useCommand({
    name: 'title.confirmLaw',
    start: { basis: '' },
    toBody: ({ basis }) => ({ id, unitId, factKey: fact.key, basis }),
    draft: `title.confirmLaw:${fact.key}`,
    onDone: async () => {
      onClose()
      await readAnew('title')
    },
  })
  return (
    <FormView form={form} submitLabel="Xác minh" onCancel={onClose}>
      <p>
        {fact.clause}: đến nay {confidenceWords[fact.confidence]}. Từ khi bạn xác minh, quy định này được dùng để chặn ở đơn vị này và cấp
        dưới; tên bạn và ngày xác minh ghi bên cạnh.
      </p>
      <Textarea
        label="Căn cứ"
        description="Văn bản nào, điều khoản nào, đối chiếu ở đâu"
        autosize
        minRows={3}
        {...text(form, 'basis')}
        data-autofocus
      />
    </FormView>
  )
}

/** What was confirmed stays on record with the reason it no longer counts. */
export function WithdrawConfirmationForm({ confirmation, onClose }: { confirmation: StandingConfirmation; onClose: () => void }) {
  const form = useCommand({
    name: 'title.withdrawConfirmation',
    start: { reason: '' },
    toBody: ({ reason }) => ({ id: confirmation.id, reason }),
    draft: `title.withdrawConfirmation:${confirmation.id}`,
    onDone: async () => {
      onClose()
      await readAnew('title')
    },
  })
  return (
    <FormView form={form} submitLabel="Rút xác minh" onCancel={onClose}>
      <p>
        {confirmation.confirmedBy} đã xác minh: {confirmation.basis}. Rút thì quy định trở lại “chưa xác minh”, không chặn ai nữa.
      </p>
      <Textarea label="Lý do" autosize minRows={2} {...text(form, 'reason')} data-autofocus />
    </FormView>
  )
}
