import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { PlanDetail } from '#contract/plan.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { useOpening } from '../app/useOpening.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListDetail } from '../kit/ListDetail.tsx'
import { ListExport, ListHead } from '../kit/ListExport.tsx'
import { PaneBack } from '../kit/PaneBack.tsx'
import { taskColumns } from './plan-columns.ts'
import { TargetList } from './TargetList.tsx'
import { TaskDetail } from './TaskDetail.tsx'
import { AddTaskForm } from './TaskForm.tsx'
import { TaskTree } from './TaskTree.tsx'
import { inTreeOrder } from './words.ts'

const route = getRouteApi('/frame/ke-hoach/$planId')

export function PlanPage() {
  const { planId } = route.useParams()
  const plan = useAsk('plan.one', { id: planId })
  if (!plan.data)
    return (
      <Screen title="Kế hoạch">
        <Loaded of={plan}>{() => null}</Loaded>
      </Screen>
    )
  return <OpenPlan detail={plan.data} />
}

function OpenPlan({ detail }: { detail: PlanDetail }) {
  const { plan, tasks } = detail
  const { nhiem_vu } = route.useSearch()
  const may = useMay()
  const { today } = useSession()
  const [isAdding, setAdding] = useOpening()
  const open = tasks.find(task => task.id === nhiem_vu)
  const add = may('plan.addTask', plan.ownerUnitId) && <Button onClick={() => setAdding(true)}>Giao việc</Button>
  return (
    <Screen
      title={plan.title}
      unitName={plan.ownerUnitName}
      actions={add}
      parts={
        <>
          <span>năm {plan.year}</span>
          {plan.documentId && plan.documentCode && (
            <Link to="/van-ban/$documentId" params={{ documentId: plan.documentId }}>
              {plan.documentCode}
            </Link>
          )}
          <span>
            {plan.closed}/{plan.of} việc xong
          </span>
        </>
      }
    >
      <ListDetail
        list={
          <div className="stack">
            <TargetList detail={detail} />
            {tasks.length === 0 ? (
              <EmptyState title="Chưa giao việc nào" next={add}>
                Mỗi nhiệm vụ có đơn vị chủ trì, đơn vị phối hợp, hạn và sản phẩm; mỗi đơn vị trả lời phần của mình.
              </EmptyState>
            ) : (
              <>
                <ListHead words={`${tasks.length} nhiệm vụ`}>
                  <ListExport
                    title="Nhiệm vụ"
                    about={[plan.ownerUnitName, `${plan.title}, năm ${plan.year}`, `ngày ${formatDay(today)}`]}
                    columns={taskColumns}
                    rows={async () => inTreeOrder(tasks)}
                  />
                </ListHead>
                <TaskTree detail={detail} openId={open?.id} />
              </>
            )}
          </div>
        }
        detail={
          open ? (
            <div className="stack">
              <PaneBack>
                <Link to="/ke-hoach/$planId" params={{ planId: plan.id }} search={{}}>
                  Tất cả nhiệm vụ
                </Link>
              </PaneBack>
              <TaskDetail key={open.id} detail={detail} task={open} />
            </div>
          ) : null
        }
      />
      <FormModal title="Giao việc" isOpen={isAdding} onClose={() => setAdding(false)}>
        <AddTaskForm detail={detail} parentTaskId={null} onClose={() => setAdding(false)} />
      </FormModal>
    </Screen>
  )
}
