import { Checkbox, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ReportView } from '#contract/report.ts'
import type { TodayReport, TodayTask } from '#contract/today.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { text, useCommand } from '../app/useCommand.ts'
import { ProgressForm } from '../plan/ProgressForm.tsx'
import { StateLine } from '../report/StateLine.tsx'
import { AskedStepForm, StepBar } from '../report/StepBar.tsx'
import { type NextStep, nextSteps } from '../report/words.ts'
import { type Doing, stepVerbs, unitsToRemind } from './words.ts'

/** What is done over the page of the day; closing it leaves one where one was. */
export function DoingModal({ doing, onClose }: { doing: Doing; onClose: () => void }) {
  const close = (): void => {
    onClose()
    void readAnew('today')
  }
  return (
    <FormModal title={titleOf(doing)} isOpen onClose={close}>
      {doing.what === 'answer' && <AnswerPart task={doing.task} onClose={close} />}
      {doing.what === 'remind' && <RemindPart task={doing.task} onClose={close} />}
      {doing.what === 'step' && <StepPart report={doing.report} onClose={close} />}
    </FormModal>
  )
}

function titleOf(doing: Doing): string {
  if (doing.what === 'step') return `${stepVerbs[doing.step]}: ${doing.report.unitName}`
  return doing.what === 'answer' ? `Tiến độ: ${doing.task.name}` : `Đôn đốc: ${doing.task.name}`
}

/** Whoever answers for several units says for which one first. */
function AnswerPart({ task, onClose }: { task: TodayTask; onClose: () => void }) {
  const [id, setId] = useState(task.mine[0]?.id ?? '')
  const assignment = task.mine.find(owed => owed.id === id)
  return (
    <div className="stack">
      {task.mine.length > 1 ? (
        <NativeSelect
          label="Trả lời cho đơn vị"
          value={id}
          onChange={event => setId(event.currentTarget.value)}
          data={task.mine.map(owed => ({ value: owed.id, label: owed.unitName }))}
        />
      ) : (
        <p className="soft">{assignment?.unitName}</p>
      )}
      {assignment && <ProgressForm key={id} task={task} assignment={assignment} onClose={onClose} />}
    </div>
  )
}

function RemindPart({ task, onClose }: { task: TodayTask; onClose: () => void }) {
  const { today } = useSession()
  const units = unitsToRemind(task, today)
  const [reminders] = useState(() => new Map(units.map(({ unitId }) => [unitId, crypto.randomUUID()])))
  const form = useCommand({
    name: 'plan.remind',
    start: { unitIds: units.map(({ unitId }) => unitId), words: 'Đề nghị đơn vị báo cáo kết quả thực hiện nhiệm vụ này.' },
    toBody: ({ unitIds, words }) => ({
      taskId: task.id,
      units: unitIds.map(unitId => ({ id: reminders.get(unitId) ?? '', unitId })),
      words,
    }),
    onDone: onClose,
  })
  return (
    <FormView form={form} submitLabel="Đôn đốc" onCancel={onClose}>
      <Checkbox.Group
        label="Đơn vị chưa xong"
        value={[...form.values.unitIds]}
        onChange={unitIds => form.set({ unitIds })}
        error={form.errors['units']}
      >
        <div className="stack-s">
          {units.map(({ unitId, unitName }) => (
            <Checkbox key={unitId} value={unitId} label={unitName} />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea label="Lời đôn đốc" description="Người làm ở đơn vị thấy lời này" {...text(form, 'words')} minRows={3} data-autofocus />
    </FormView>
  )
}

/** The step as the report itself offers it, with what happened before; what it asks is asked here at once. */
function StepPart({ report, onClose }: { report: TodayReport; onClose: () => void }) {
  const view = useAsk('report.one', { id: report.id })
  const may = useMay()
  return (
    <Loaded of={view}>
      {found => (
        <div className="stack">
          <p>{found.title}</p>
          <StateLine view={found} />
          <Step view={found} step={askedOf(found, may)} onClose={onClose} />
          <div>
            <ButtonLink variant="subtle" to="/bao-cao/$reportId" params={{ reportId: report.id }}>
              Mở báo cáo
            </ButtonLink>
          </div>
        </div>
      )}
    </Loaded>
  )
}

function Step({ view, step, onClose }: { view: ReportView; step: NextStep | null; onClose: () => void }) {
  return step ? <AskedStepForm view={view} step={step} onClose={onClose} /> : <StepBar view={view} hasUnsaved={false} />
}

/** My step, when it asks something first. */
function askedOf(view: ReportView, may: ReturnType<typeof useMay>): NextStep | null {
  const step = nextSteps[view.state]
  return step && step.asks !== 'nothing' && may(step.command, view.draftingUnitId, view.state) ? step : null
}
