import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { ReportView } from '#contract/report.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { keepAnswer, readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { Notice, RefusalBanner } from '../kit/RefusalBanner.tsx'
import { type NextStep, nextSteps, whoseTurn } from './words.ts'

type Asking = 'step' | 'sendBack' | 'recompose' | null

/** What the signed-in person can do now; for others, whose turn it is. */
export function StepBar({ view, hasUnsaved }: { view: ReportView; hasUnsaved: boolean }) {
  const may = useMay()
  const [asking, setAsking] = useState<Asking>(null)
  const close = (): void => setAsking(null)
  const step = nextSteps[view.state]
  const mine = (name: NextStep['command'] | 'report.sendBack' | 'report.recompose'): boolean => may(name, view.draftingUnitId, view.state)
  if (!step) return <Notice tone="done">Báo cáo số {view.code} đã ban hành. Nội dung không đổi được nữa.</Notice>
  const unanswered = view.remarks.filter(remark => remark.kept === null && remark.level !== 'G').length
  return (
    <div className="stack-s">
      {mine(step.command) && step.asks === 'nothing' ? (
        <StepForm view={view} step={step} isDisabled={hasUnsaved}>
          <OtherActions view={view} mine={mine} onAsk={setAsking} />
        </StepForm>
      ) : (
        <div className="row">
          {mine(step.command) && <Button onClick={() => setAsking('step')}>{step.verb}…</Button>}
          {!mine(step.command) && (
            <span className="soft">
              Việc tiếp theo: {step.verb.toLocaleLowerCase('vi')} ({whoseTurn(step)}).
            </span>
          )}
          <OtherActions view={view} mine={mine} onAsk={setAsking} />
        </div>
      )}
      {(hasUnsaved || unanswered > 0) && (
        <p className="soft">
          {hasUnsaved && 'Đang lưu lời vừa gõ: xong mới đi tiếp được. '}
          {unanswered > 0 && `Còn ${unanswered} nhận xét cần trả lời ở thẻ “Nội dung”.`}
        </p>
      )}
      <FormModal title={step.verb} isOpen={asking === 'step'} onClose={close}>
        <AskedStepForm view={view} step={step} onClose={close} />
      </FormModal>
      <FormModal title="Trả lại" isOpen={asking === 'sendBack'} onClose={close}>
        <SendBackForm view={view} onClose={close} />
      </FormModal>
      <FormModal title="Soạn lại từ việc đã ghi" isOpen={asking === 'recompose'} onClose={close}>
        <RecomposeForm view={view} onClose={close} />
      </FormModal>
    </div>
  )
}

/** What a step asks before it is done: a day for the number, else a yes. */
export function AskedStepForm(parts: { view: ReportView; step: NextStep; onClose: () => void }) {
  return parts.step.asks === 'day' ? <NumberForm {...parts} /> : <ConfirmForm {...parts} />
}

function OtherActions({
  view,
  mine,
  onAsk,
}: {
  view: ReportView
  mine: (name: 'report.sendBack' | 'report.recompose') => boolean
  onAsk: (asking: Asking) => void
}) {
  return (
    <>
      {mine('report.sendBack') && (
        <Button variant="default" onClick={() => onAsk('sendBack')}>
          Trả lại…
        </Button>
      )}
      {mine('report.recompose') && (
        <Button variant={view.drift.length > 0 ? 'light' : 'default'} onClick={() => onAsk('recompose')}>
          Soạn lại từ việc đã ghi…
        </Button>
      )}
    </>
  )
}

const stepOf = (view: ReportView): { id: string; revision: number } => ({ id: view.id, revision: view.report.revision })

async function keep(answer: ReportView): Promise<void> {
  keepAnswer('report.one', { id: answer.id }, answer)
  await readAnew('report')
}

function StepForm({ view, step, isDisabled, children }: { view: ReportView; step: NextStep; isDisabled: boolean; children: ReactNode }) {
  const form = useCommand({ name: step.command, start: {}, toBody: () => stepOf(view), onDone: keep })
  return (
    <div className="stack-s">
      <RefusalBanner refusal={form.refusal} />
      <div className="row">
        <Button loading={form.isSending} disabled={isDisabled} onClick={() => void form.submit()}>
          {step.verb}
        </Button>
        {children}
      </div>
    </div>
  )
}

function ConfirmForm({ view, step, onClose }: { view: ReportView; step: NextStep; onClose: () => void }) {
  const form = useCommand({ name: step.command, start: {}, toBody: () => stepOf(view), onDone: answer => (onClose(), keep(answer)) })
  return (
    <FormView form={form} submitLabel={step.verb} onCancel={onClose}>
      <p>{step.follows}</p>
    </FormView>
  )
}

function NumberForm({ view, step, onClose }: { view: ReportView; step: NextStep; onClose: () => void }) {
  const { today } = useSession()
  const form = useCommand({
    name: 'report.number',
    start: { on: today },
    toBody: values => ({ ...stepOf(view), on: values.on ?? '' }),
    onDone: answer => (onClose(), keep(answer)),
  })
  return (
    <FormView form={form} submitLabel={step.verb} onCancel={onClose}>
      <p>{step.follows}</p>
      <DayField label="Ngày văn bản" description="Không sớm hơn ngày ký và ngày của số trước" {...choice(form, 'on')} w={200} />
    </FormView>
  )
}

function SendBackForm({ view, onClose }: { view: ReportView; onClose: () => void }) {
  const form = useCommand({
    name: 'report.sendBack',
    start: { reason: '' },
    toBody: values => ({ ...stepOf(view), ...values }),
    onDone: answer => (onClose(), keep(answer)),
    draft: `report.sendBack:${view.id}`,
  })
  return (
    <FormView form={form} submitLabel="Trả lại" onCancel={onClose}>
      <p>Báo cáo trở về dự thảo; các lần kiểm và chữ ký trước không còn tính cho bản sửa.</p>
      <Textarea
        label="Lý do trả lại"
        description="Người soạn sẽ thấy lý do này ở thẻ “Diễn biến”"
        {...text(form, 'reason')}
        data-autofocus
      />
    </FormView>
  )
}

function RecomposeForm({ view, onClose }: { view: ReportView; onClose: () => void }) {
  const form = useCommand({ name: 'report.recompose', start: {}, toBody: () => stepOf(view), onDone: answer => (onClose(), keep(answer)) })
  return (
    <FormView form={form} submitLabel="Soạn lại" onCancel={onClose}>
      <p>
        Các đoạn được soạn lại theo việc đã ghi đến lúc này. Đoạn đã sửa tay giữ lời của người sửa; nguồn nào của đoạn ấy đã đổi vẫn được
        chỉ ra bên cạnh.
      </p>
    </FormView>
  )
}
