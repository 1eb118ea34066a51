import { Select, Textarea, TextInput } from '@mantine/core'
import { type PlanDetail, type TaskView, themeWords } from '#contract/plan.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { addTask } from '#domain/plan/plan.ts'
import { ask } from '../api.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useUnits } from '../app/units.ts'
import { choice, choices, type Form, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { SupportingUnits } from './SupportingUnits.tsx'
import { inTreeOrder } from './words.ts'

type TaskValues = {
  readonly id: string
  readonly parentTaskId: string | null
  readonly position: number
  readonly name: string
  readonly instruction: string
  readonly theme: string | null
  readonly leadUnitId: string | null
  readonly supportingUnitIds: readonly string[]
  readonly startsOn: string | null
  readonly dueOn: string | null
  readonly expectedProduct: string
  readonly targetId: string | null
  readonly revision: number
}

export function AddTaskForm({ detail, parentTaskId, onClose }: { detail: PlanDetail; parentTaskId: string | null; onClose: () => void }) {
  const { today } = useSession()
  const { plan, tasks } = detail
  const last = Math.max(0, ...tasks.filter(task => task.parentTaskId === parentTaskId).map(task => task.position))
  const form = useCommand<'plan.addTask', TaskValues>({
    name: 'plan.addTask',
    start: {
      id: crypto.randomUUID(),
      parentTaskId,
      position: last + 1,
      name: '',
      instruction: '',
      theme: null,
      leadUnitId: plan.ownerUnitId,
      supportingUnitIds: [],
      startsOn: today,
      dueOn: plainDate(`${plan.year}-12-14`),
      expectedProduct: '',
      targetId: null,
      revision: 0,
    },
    toBody: ({ revision: _revision, ...values }) => ({ ...values, planId: plan.id }),
    rule: body => addTask({ ...body, revision: 0 }, plan, tasks),
    draft: `plan.addTask:${plan.id}:${parentTaskId ?? ''}`,
    onDone: async () => {
      onClose()
      await readAnew('plan', 'report')
    },
  })
  return (
    <FormView form={form} submitLabel="Giao việc" onCancel={onClose}>
      <TaskFields form={form} detail={detail} />
    </FormView>
  )
}

export function AmendTaskForm({ detail, task, onClose }: { detail: PlanDetail; task: TaskView; onClose: () => void }) {
  const { planId, leadUnitName: _lead, standing: _standing, assignments: _assignments, ...start } = task
  const form = useCommand<'plan.amendTask', TaskValues>({
    name: 'plan.amendTask',
    start,
    toBody: values => ({ ...values, planId }),
    rule: body =>
      addTask(
        body,
        detail.plan,
        detail.tasks.filter(other => other.id !== task.id),
      ),
    draft: `plan.amendTask:${task.id}`,
    onDone: async () => {
      onClose()
      await readAnew('plan', 'report')
    },
  })
  return (
    <FormView
      form={form}
      submitLabel="Lưu"
      onCancel={onClose}
      newestRevision={async () => (await ask('plan.one', { id: planId })).tasks.find(({ id }) => id === task.id)?.revision ?? null}
    >
      <TaskFields form={form} detail={detail} />
    </FormView>
  )
}

function TaskFields({ form, detail }: { form: Form<TaskValues>; detail: PlanDetail }) {
  const units = useUnits()
  const planUnits = useAsk('plan.units', { id: detail.plan.id })
  const options = units.list.map(unit => ({ value: unit.unitId, label: unit.name }))
  const parents = inTreeOrder(detail.tasks.filter(task => task.id !== form.values.id)).map(({ task, depth }) => ({
    value: task.id,
    label: `${'– '.repeat(depth)}${task.name}`,
  }))
  return (
    <>
      <TextInput label="Tên nhiệm vụ" {...text(form, 'name')} data-autofocus />
      <Textarea
        label="Nội dung nhiệm vụ"
        description="Như kế hoạch ghi; thành câu trong phần nhiệm vụ sắp tới của báo cáo"
        {...text(form, 'instruction')}
        minRows={3}
      />
      <div className="pair">
        <Select
          label="Mảng việc"
          {...choice(form, 'theme')}
          data={Object.entries(themeWords).map(([value, label]) => ({ value, label }))}
          searchable
        />
        <Select
          label="Thuộc việc lớn"
          placeholder="Không thuộc việc nào"
          {...choice(form, 'parentTaskId')}
          data={parents}
          searchable
          clearable
        />
      </div>
      <Select label="Đơn vị chủ trì" {...choice(form, 'leadUnitId')} data={options} searchable />
      <SupportingUnits
        {...choices(form, 'supportingUnitIds')}
        leadUnitId={form.values.leadUnitId}
        options={options}
        units={planUnits.data ?? []}
      />
      <div className="pair">
        <DayField label="Ngày bắt đầu" {...choice(form, 'startsOn')} />
        <DayField label="Hạn hoàn thành" {...choice(form, 'dueOn')} />
      </div>
      <div className="pair">
        <TextInput label="Sản phẩm" {...text(form, 'expectedProduct')} />
        <Select
          label="Vì chỉ tiêu"
          {...choice(form, 'targetId')}
          data={detail.targets.map(target => ({ value: target.id, label: target.statement }))}
          clearable
        />
      </div>
    </>
  )
}
