import { Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { BoardLine } from '#contract/request.ts'
import { capitalise } from '#domain/kit/text.ts'
import { standingOf } from '#domain/request/board.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choices, text, useCommand } from '../app/useCommand.ts'
import { sayDue } from '../kit/DayText.tsx'
import classes from './board.module.css'
import { standingWords } from './request-words.ts'

/** Reminds those who owe; whoever was reminded today is not ticked again. */
export function RemindForm({ requestId, rows, onClose }: { requestId: string; rows: readonly BoardLine[]; onClose: () => void }) {
  const { today } = useSession()
  const [id] = useState(() => crypto.randomUUID())
  const form = useCommand({
    name: 'request.remind',
    start: { unitIds: rows.filter(({ remindedOn }) => remindedOn !== today).map(({ unitId }) => unitId), words: '' },
    toBody: values => ({ ...values, id, requestId }),
    onDone: async () => {
      onClose()
      await readAnew('request')
    },
  })
  return (
    <FormView form={form} submitLabel={`Nhắc ${form.values.unitIds.length} đơn vị`} onCancel={onClose}>
      <Textarea
        label="Lời nhắc"
        description="Không bắt buộc: đơn vị được nhắc luôn thấy tên đợt báo cáo"
        {...text(form, 'words')}
        autosize
        minRows={2}
        data-autofocus
      />
      <Checkbox.Group label="Nhắc" {...choices(form, 'unitIds')}>
        <div className={classes.choices} tabIndex={0} role="region" aria-label="Các đơn vị chưa gửi">
          <div className="stack-s">
            {rows.map(row => (
              <Checkbox
                key={row.unitId}
                value={row.unitId}
                disabled={row.remindedOn === today}
                label={capitalise(row.unitName)}
                description={[
                  standingOf(row) === 'sentBack' && standingWords.sentBack.word,
                  sayDue(row.dueOn, today),
                  row.remindedOn === today && 'đã nhắc hôm nay',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </div>
        </div>
      </Checkbox.Group>
    </FormView>
  )
}
