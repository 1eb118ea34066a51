import { Button, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { SeasonAreaView } from '#contract/season.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { useMay } from '../app/units.ts'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { HandOverForm, waitingForCertificate } from './AfterForms.tsx'
import { leftWords } from './Dues.tsx'
import { useStepParts } from './useStepParts.ts'
import { stepWords } from './words.ts'

/** A file that has taken all its steps: whom it waits for, or what was decided and what is still to be handed over. */
export function AfterSteps({ view }: { view: SeasonAreaView }) {
  return view.candidates.some(({ outcome }) => outcome !== null) ? <Decided view={view} /> : <Waiting view={view} />
}

function Waiting({ view }: { view: SeasonAreaView }) {
  const may = useMay()
  const [isSendingBack, setSendingBack] = useState(false)
  const due = view.deadlines.find(({ step, isDone }) => step === 'decide' && !isDone)
  const until = due?.lastDay && `, đến hết ${formatDay(due.lastDay)}: ${leftWords(due)}`
  return (
    <Sheet
      title="Hồ sơ đã đủ bước"
      actions={
        may('season.sendBack', view.season.holderUnitId) && (
          <Button variant="default" color="late" onClick={() => setSendingBack(true)}>
            Trả lại hồ sơ…
          </Button>
        )
      }
    >
      <p className="soft">Chờ quyết định cùng cả đợt{until}.</p>
      <FormModal title="Trả lại hồ sơ" isOpen={isSendingBack} onClose={() => setSendingBack(false)}>
        <SendBackForm view={view} onClose={() => setSendingBack(false)} />
      </FormModal>
    </Sheet>
  )
}

function Decided({ view }: { view: SeasonAreaView }) {
  const may = useMay()
  const [isHandingOver, setHandingOver] = useState(false)
  const { noun } = view.season
  const decided = view.candidates.filter(({ outcome }) => outcome !== null)
  const recognised = decided.filter(({ outcome }) => outcome?.outcome === 'recognised')
  const revoked = recognised.filter(({ outcome }) => outcome?.revocation).length
  const waiting = waitingForCertificate(view).length
  return (
    <Sheet
      title={`${recognised.length}/${decided.length} ${noun} được công nhận`}
      actions={
        waiting > 0 && may('season.handOver', view.areaUnitId) && <Button onClick={() => setHandingOver(true)}>Ghi trao giấy</Button>
      }
    >
      {recognised.length > 0 && (
        <p className="soft">
          {waiting === 0 ? 'Đã trao hết giấy công nhận' : `Còn ${waiting}/${recognised.length - revoked} giấy công nhận chưa trao`}
          {revoked > 0 && `; ${revoked} ${noun} đã bị thu hồi`}.
        </p>
      )}
      <FormModal title="Trao giấy công nhận" isOpen={isHandingOver} onClose={() => setHandingOver(false)}>
        <HandOverForm view={view} onClose={() => setHandingOver(false)} />
      </FormModal>
    </Sheet>
  )
}

function SendBackForm({ view, onClose }: { view: SeasonAreaView; onClose: () => void }) {
  const { today, body, onDone } = useStepParts(view, onClose)
  const form = useCommand({
    name: 'season.sendBack',
    start: { on: today, backTo: null as string | null, reason: '' },
    toBody: values => ({ ...body, ...values }),
    onDone,
  })
  return (
    <FormView form={form} submitLabel="Trả lại" tone="late" onCancel={onClose}>
      <Select
        label="Làm lại từ bước"
        {...choice(form, 'backTo')}
        data={view.season.steps.map(value => ({ value, label: stepWords[value] }))}
      />
      <DayField label="Ngày" {...choice(form, 'on')} w={200} />
      <Textarea label="Lý do" {...text(form, 'reason')} autosize minRows={2} />
    </FormView>
  )
}
