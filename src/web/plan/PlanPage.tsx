import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { PlanDetail } from '#contract/plan.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { useOpening } from '../app/useOpening.ts'
import { Chip } from '../kit/Chip.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListDetail } from '../kit/ListDetail.tsx'
import { ListExport, ListHead } from '../kit/ListExport.tsx'
import { PaneBack } from '../kit/PaneBack.tsx'
import { ByUnit } from './ByUnit.tsx'
import { ClearFilters, PlanFilters } from './PlanFilters.tsx'
import classes from './plan.module.css'
import { taskColumns } from './plan-columns.ts'
import { drawnTasks, isFiltered, readFolded } from './plan-filter.ts'
import { TargetList } from './TargetList.tsx'
import { TaskDetail } from './TaskDetail.tsx'
import { AddTaskForm } from './TaskForm.tsx'
import { TaskTree } from './TaskTree.tsx'
import { Timeline } from './Timeline.tsx'
import { usePlanLook } from './usePlanLook.ts'
import { inTreeOrder, leavesOf } from './words.ts'

const QuickEntry = lazy(() => import('./QuickEntry.tsx').then(module => ({ default: module.QuickEntry })))

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
  const [{ nhiem_vu, nhap }, look] = usePlanLook()
  const may = useMay()
  const [isAdding, setAdding] = useOpening()
  const open = tasks.find(task => task.id === nhiem_vu)
  const mayAdd = may('plan.addTasks', plan.ownerUnitId)
  const add = mayAdd && <Button onClick={() => setAdding(true)}>Giao việc</Button>
  const enterMany = mayAdd && nhap === undefined && (
    <Button variant="default" onClick={() => look({ nhap: 'co', nhiem_vu: undefined })}>
      Nhập nhiều việc
    </Button>
  )
  const copy = may('plan.copy', plan.ownerUnitId) && tasks.length > 0 && (
    <ButtonLink variant="default" to="/ke-hoach/$planId/chep" params={{ planId: plan.id }} search={{}}>
      Chép sang năm {plan.year + 1}
    </ButtonLink>
  )
  return (
    <Screen
      title={plan.title}
      unitName={plan.ownerUnitName}
      actions={
        nhap === undefined && (
          <>
            {copy}
            {enterMany}
            {add}
          </>
        )
      }
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
          {plan.overdue > 0 && <Chip tone="late">{plan.overdue} việc quá hạn</Chip>}
        </>
      }
    >
      <ListDetail
        opened={open?.id}
        list={
          <div className="stack">
            <TargetList detail={detail} />
            {tasks.length === 0 && nhap === undefined ? (
              <EmptyState
                title="Chưa giao việc nào"
                next={
                  <div className="row">
                    {add}
                    {enterMany}
                  </div>
                }
              >
                Mỗi nhiệm vụ có đơn vị chủ trì, đơn vị phối hợp, hạn và sản phẩm; mỗi đơn vị trả lời phần của mình. Bảng nhiệm vụ đã có
                trong Word hoặc Excel thì dán vào “Nhập nhiều việc”.
              </EmptyState>
            ) : (
              tasks.length > 0 && <Tasks detail={detail} />
            )}
            {nhap !== undefined && mayAdd && (
              <Suspense fallback={<p className="soft">Đang mở bảng nhập</p>}>
                <QuickEntry detail={detail} onClose={() => look({ nhap: undefined })} />
              </Suspense>
            )}
          </div>
        }
        detail={
          open ? (
            <div className="stack">
              <PaneBack>
                <Link to="/ke-hoach/$planId" params={{ planId: plan.id }} search={before => ({ ...before, nhiem_vu: undefined })}>
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

const views = [
  [undefined, 'Cây việc'],
  ['don-vi', 'Theo đơn vị'],
  ['thoi-gian', 'Thời gian'],
] as const

function Tasks({ detail }: { detail: PlanDetail }) {
  const { plan, tasks } = detail
  const { today } = useSession()
  const [search] = usePlanLook()
  const folded = readFolded(search.gap)
  const drawn = drawnTasks(tasks, { filter: search, folded, today })
  const unfolded = drawnTasks(tasks, { filter: search, folded: new Set(), today }).filter(row => row.isMatch)
  const isSome = isFiltered(search)
  return (
    <section className={classes.tasks} aria-label="Nhiệm vụ của kế hoạch">
      <div className="row">
        <h2>Nhiệm vụ</h2>
        <nav className={classes.views} aria-label="Cách xem">
          {views.map(([xem, word]) => (
            <Link
              key={word}
              to="/ke-hoach/$planId"
              params={{ planId: plan.id }}
              search={before => ({ ...before, xem })}
              replace
              resetScroll={false}
              activeOptions={{ explicitUndefined: true }}
            >
              {word}
            </Link>
          ))}
        </nav>
      </div>
      <PlanFilters detail={detail} />
      <ListHead
        words={
          <>
            {isSome ? `${unfolded.length}/${tasks.length} nhiệm vụ khớp` : `${tasks.length} nhiệm vụ`} <ClearFilters />
          </>
        }
      >
        <ListExport
          title="Nhiệm vụ"
          about={[plan.ownerUnitName, `${plan.title}, năm ${plan.year}`, `ngày ${formatDay(today)}`]}
          columns={taskColumns}
          rows={async () => (isSome ? unfolded : inTreeOrder(tasks))}
        />
      </ListHead>
      {unfolded.length === 0 ? (
        <EmptyState title="Không có nhiệm vụ nào khớp" next={<ClearFilters />}>
          Việc lớn không tính ở đây khi lọc theo đơn vị hoặc tình trạng: các đơn vị trả lời ở việc con.
        </EmptyState>
      ) : search.xem === 'don-vi' ? (
        <ByUnit detail={detail} rows={unfolded.filter(row => leavesOf(tasks).includes(row.task))} />
      ) : search.xem === 'thoi-gian' ? (
        <Timeline detail={detail} drawn={drawn} />
      ) : (
        <TaskTree detail={detail} drawn={drawn} folded={folded} />
      )}
    </section>
  )
}
