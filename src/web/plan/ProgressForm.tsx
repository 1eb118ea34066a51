import { MultiSelect, NumberInput, SegmentedControl, Textarea } from '@mantine/core'
import { type Assignment, reportProgress, type Task } from '#domain/plan/plan.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, choices, number, text, useCommand } from '../app/useCommand.ts'
import { useDocumentOptions } from '../document/useDocumentOptions.ts'
import { ChosenFilesField } from '../evidence/ChosenFilesField.tsx'
import { useChosenFiles } from '../evidence/files-at-hand.ts'
import { DayField } from '../kit/DayField.tsx'
import { taskStateWords } from './words.ts'

/** A unit answers for its part of a task; the files that show it are sent once the answer is saved. */
export function ProgressForm({ task, assignment, onClose }: { task: Pick<Task, 'name'>; assignment: Assignment; onClose: () => void }) {
  const { today, actor } = useSession()
  const documents = useDocumentOptions(assignment.unitId)
  const draft = `plan.reportProgress:${assignment.id}`
  const files = useChosenFiles(draft)
  const form = useCommand({
    name: 'plan.reportProgress',
    start: {
      id: crypto.randomUUID(),
      reportedOn: today,
      state: 'underway',
      percent: null as number | null,
      narrative: '',
      difficulty: '',
      proposal: '',
      documentIds: [] as readonly string[],
    },
    toBody: values => ({ ...values, assignmentId: assignment.id }),
    rule: body => reportProgress({ ...body, reportedBy: actor.fullName, sequence: 0 }, { assignment, hasParts: false }, today),
    draft,
    onDone: async ({ id }) => {
      files.send({ kind: 'progress', id, name: task.name })
      onClose()
      await readAnew('plan', 'report', 'today')
    },
  })
  return (
    <FormView form={form} submitLabel="Gửi tiến độ" onCancel={onClose}>
      <SegmentedControl
        aria-label="Tình trạng"
        value={form.values.state}
        onChange={state => form.set({ state })}
        data={(['underway', 'done', 'blocked'] as const).map(value => ({ value, label: taskStateWords[value] }))}
      />
      <div className="pair">
        <DayField label="Ngày" {...choice(form, 'reportedOn')} />
        <NumberInput
          label="Được bao nhiêu phần trăm"
          description="Để trống nếu không đo được"
          suffix=" %"
          min={0}
          max={100}
          {...number(form, 'percent')}
        />
      </div>
      <Textarea label="Kết quả" description="Lời ở đây đi vào báo cáo" {...text(form, 'narrative')} minRows={4} data-autofocus />
      <Textarea label="Khó khăn, vướng mắc" {...text(form, 'difficulty')} minRows={2} />
      <Textarea label="Kiến nghị, đề xuất" {...text(form, 'proposal')} minRows={2} />
      <MultiSelect label="Văn bản kèm theo" {...choices(form, 'documentIds')} data={documents} />
      <ChosenFilesField files={files} />
    </FormView>
  )
}
