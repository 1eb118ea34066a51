import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { getRouteApi, Link, Navigate, useNavigate } from '@tanstack/react-router'
import type { PlanDetail, PlanView } from '#contract/plan.ts'
import { yearOf } from '#domain/calendar/plain-date.ts'
import { ask } from '../api.ts'
import { useListAbout } from '../app/all-rows.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { choice, number, text, useCommand } from '../app/useCommand.ts'
import { useOpening } from '../app/useOpening.ts'
import { useDocumentOptions } from '../document/useDocumentOptions.ts'
import { Chip } from '../kit/Chip.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListExport, ListHead } from '../kit/ListExport.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { planColumns } from './plan-columns.ts'

const route = getRouteApi('/frame/ke-hoach')

export function PlansPage() {
  const unitId = useUnitId()
  const { viec } = route.useSearch()
  const plans = useAsk('plan.list', { unitId })
  const about = useListAbout()
  const [isAdding, setAdding] = useOpening()
  const add = useMay()('plan.add', unitId) && <Button onClick={() => setAdding(true)}>Lập kế hoạch</Button>
  return (
    <Screen title="Kế hoạch" actions={plans.data && plans.data.length > 0 && add}>
      {viec && plans.data && <LeadTo plans={plans.data} recordId={viec} />}
      <Loaded of={plans}>
        {rows =>
          rows.length === 0 ? (
            <EmptyState title="Chưa có kế hoạch nào" next={add}>
              Kế hoạch gồm chỉ tiêu và nhiệm vụ giao cho từng đơn vị; đơn vị trả lời tiến độ ở đây, báo cáo lấy lại từ đó.
            </EmptyState>
          ) : (
            <>
              <ListHead words={`${rows.length} kế hoạch`}>
                <ListExport title="Kế hoạch" about={about} columns={planColumns} rows={async () => rows} />
              </ListHead>
              <Rows label="Kế hoạch">
                {rows.map(plan => (
                  <PlanRow key={plan.id} plan={plan} />
                ))}
              </Rows>
            </>
          )
        }
      </Loaded>
      <FormModal title="Lập kế hoạch" isOpen={isAdding} onClose={() => setAdding(false)}>
        <AddPlanForm unitId={unitId} onClose={() => setAdding(false)} />
      </FormModal>
    </Screen>
  )
}

function PlanRow({ plan }: { plan: PlanView }) {
  return (
    <Row
      title={
        <Link to="/ke-hoach/$planId" params={{ planId: plan.id }}>
          {plan.title}
        </Link>
      }
      second={[plan.ownerUnitName, plan.documentCode, `năm ${plan.year}`].filter(Boolean).join(' · ')}
      aside={
        <>
          {plan.overdue > 0 && <Chip tone="late">{plan.overdue} việc quá hạn</Chip>}
          <span>
            {plan.closed}/{plan.of} việc xong
          </span>
        </>
      }
    />
  )
}

/** A report names a task, an answer or a target by its id alone: find the plan it stands in and go there. */
function LeadTo({ plans, recordId }: { plans: readonly PlanView[]; recordId: string }) {
  const found = useQueries({
    queries: plans.map(({ id }) => ({ queryKey: ['plan.one', { id }], queryFn: () => ask('plan.one', { id }) })),
    combine: results => results.flatMap(({ data }) => (data ? placeIn(data, recordId) : []))[0],
  })
  if (!found) return null
  return (
    <Navigate to="/ke-hoach/$planId" params={{ planId: found.planId }} search={found.taskId ? { nhiem_vu: found.taskId } : {}} replace />
  )
}

function placeIn({ plan, targets, tasks }: PlanDetail, recordId: string): { planId: string; taskId: string | null }[] {
  const task = tasks.find(
    ({ id, assignments }) => id === recordId || assignments.some(({ progress }) => progress.some(entry => entry.id === recordId)),
  )
  if (task) return [{ planId: plan.id, taskId: task.id }]
  return targets.some(({ id }) => id === recordId) ? [{ planId: plan.id, taskId: null }] : []
}

function AddPlanForm({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const { today } = useSession()
  const navigate = useNavigate()
  const documents = useDocumentOptions(unitId)
  const form = useCommand({
    name: 'plan.add',
    start: { id: crypto.randomUUID(), year: yearOf(today), title: '', documentId: null as string | null },
    toBody: values => ({ ...values, ownerUnitId: unitId }),
    draft: `plan.add:${unitId}`,
    onDone: async ({ id }) => {
      await readAnew('plan')
      await navigate({ to: '/ke-hoach/$planId', params: { planId: id } })
    },
  })
  return (
    <FormView form={form} submitLabel="Lập kế hoạch" onCancel={onClose}>
      <TextInput label="Tên kế hoạch" {...text(form, 'title')} data-autofocus />
      <NumberInput label="Năm" w={120} thousandSeparator="" {...number(form, 'year')} />
      <Select
        label="Theo văn bản"
        description="Văn bản ban hành kế hoạch này, nếu đã vào sổ"
        {...choice(form, 'documentId')}
        data={documents}
        searchable
        clearable
      />
    </FormView>
  )
}
