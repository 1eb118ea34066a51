import { Button, Group, Radio, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { SeasonAreaView } from '#contract/season.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import type { Opinion } from '#domain/season/posting.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { Chip } from '../kit/Chip.tsx'
import { DayField } from '../kit/DayField.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'

/** What people said of the posted list. An objection holds back its household alone. */
export function Opinions({ view }: { view: SeasonAreaView }) {
  const may = useMay()
  const [isReceiving, setReceiving] = useState(false)
  const [answering, setAnswering] = useState<Opinion | null>(null)
  if (!view.posting) return null
  const names = new Map(view.candidates.map(row => [row.id, row.headName]))
  return (
    <Sheet
      title="Ý kiến người dân"
      actions={
        may('season.receiveOpinion', view.areaUnitId) && (
          <Button variant="default" onClick={() => setReceiving(true)}>
            Ghi ý kiến
          </Button>
        )
      }
    >
      {view.opinions.length === 0 ? (
        <p className="soft">Chưa có ý kiến nào. Không ghi tên người góp ý.</p>
      ) : (
        <Rows label="Ý kiến đã nhận">
          {view.opinions.map(opinion => (
            <Row
              key={opinion.id}
              title={opinion.candidateId === null ? 'Góp ý chung' : `Hộ ${names.get(opinion.candidateId) ?? ''}`}
              second={[`${formatDay(opinion.receivedOn)}: ${opinion.says}`, opinion.answer && `trả lời: ${opinion.answer.reason}`]
                .filter(Boolean)
                .join(' · ')}
              aside={
                opinion.answer ? (
                  <Chip tone={opinion.answer.outcome === 'upheld' ? 'late' : 'done'}>
                    {opinion.answer.outcome === 'upheld' ? 'đưa hộ ra' : 'giữ nguyên'}
                  </Chip>
                ) : (
                  <>
                    <Chip tone="soon">{opinion.kind === 'objection' ? 'giữ hộ này lại' : 'chờ trả lời'}</Chip>
                    {may('season.answerOpinion', view.areaUnitId) && (
                      <Button variant="subtle" onClick={() => setAnswering(opinion)}>
                        Trả lời
                      </Button>
                    )}
                  </>
                )
              }
            />
          ))}
        </Rows>
      )}
      <FormModal title="Ghi ý kiến" isOpen={isReceiving} onClose={() => setReceiving(false)}>
        <ReceiveForm view={view} onClose={() => setReceiving(false)} />
      </FormModal>
      <FormModal title="Trả lời ý kiến" isOpen={answering !== null} onClose={() => setAnswering(null)}>
        {answering && <AnswerForm opinion={answering} onClose={() => setAnswering(null)} />}
      </FormModal>
    </Sheet>
  )
}

function ReceiveForm({ view, onClose }: { view: SeasonAreaView; onClose: () => void }) {
  const { today } = useSession()
  const [id] = useState(() => crypto.randomUUID())
  const form = useCommand({
    name: 'season.receiveOpinion',
    start: { candidateId: null as string | null, receivedOn: today, says: '' },
    toBody: values => ({
      ...values,
      id,
      seasonId: view.season.id,
      areaUnitId: view.areaUnitId,
      kind: values.candidateId === null ? 'remark' : 'objection',
    }),
    onDone: async () => {
      onClose()
      await readAnew('season')
    },
  })
  return (
    <FormView form={form} submitLabel="Ghi ý kiến" onCancel={onClose}>
      <Select
        label="Về hộ"
        description="Để trống nếu góp ý chung. Ý kiến về một hộ giữ hộ ấy lại đến khi trả lời."
        {...choice(form, 'candidateId')}
        data={view.candidates.filter(row => !row.withdrawal && row.leftOut === null).map(row => ({ value: row.id, label: row.headName }))}
        searchable
        clearable
      />
      <DayField label="Ngày nhận" {...choice(form, 'receivedOn')} w={200} />
      <Textarea label="Nội dung" description="Không ghi tên người góp ý" {...text(form, 'says')} autosize minRows={2} />
    </FormView>
  )
}

function AnswerForm({ opinion, onClose }: { opinion: Opinion; onClose: () => void }) {
  const { today } = useSession()
  const form = useCommand({
    name: 'season.answerOpinion',
    start: { on: today, outcome: null as string | null, reason: '' },
    toBody: values => ({ ...values, id: opinion.id }),
    onDone: async () => {
      onClose()
      await readAnew('season')
    },
  })
  return (
    <FormView form={form} submitLabel="Trả lời" onCancel={onClose}>
      <p>{opinion.says}</p>
      <Radio.Group label="Kết quả" {...choice(form, 'outcome')}>
        <Group gap="lg">
          <Radio value="dismissed" label="Giữ hộ trong danh sách" />
          <Radio value="upheld" label="Đưa hộ ra khỏi danh sách" />
        </Group>
      </Radio.Group>
      <DayField label="Ngày trả lời" {...choice(form, 'on')} w={200} />
      <Textarea label="Lý do" {...text(form, 'reason')} autosize minRows={2} />
    </FormView>
  )
}
