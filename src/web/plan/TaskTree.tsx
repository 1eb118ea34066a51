import { Link } from '@tanstack/react-router'
import type { PlanDetail, TaskView } from '#contract/plan.ts'
import { useSession } from '../app/session.tsx'
import { Chip } from '../kit/Chip.tsx'
import { DueText } from '../kit/DayText.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { inTreeOrder, taskStateTones, taskStateWords } from './words.ts'

/** All tasks of the plan with how they stand today; a whole stands as its parts do. */
export function TaskTree({ detail, openId }: { detail: PlanDetail; openId: string | undefined }) {
  return (
    <Rows label="Nhiệm vụ">
      {inTreeOrder(detail.tasks).map(({ task, depth }) => (
        <TaskRow key={task.id} task={task} depth={depth} isSelected={task.id === openId} />
      ))}
    </Rows>
  )
}

function TaskRow({ task, depth, isSelected }: { task: TaskView; depth: number; isSelected: boolean }) {
  const { today } = useSession()
  const { standing } = task
  return (
    <Row
      depth={depth}
      isSelected={isSelected}
      title={
        <Link to="/ke-hoach/$planId" params={{ planId: task.planId }} search={{ nhiem_vu: task.id }}>
          {task.name}
        </Link>
      }
      second={`${task.leadUnitName}${task.supportingUnitIds.length > 0 ? ` và ${task.supportingUnitIds.length} đơn vị phối hợp` : ''}`}
      aside={
        <>
          <DueText dueOn={task.dueOn} today={today} isDone={standing.state === 'done'} />
          {standing.of > 1 && (
            <span>
              {standing.closed}/{standing.of} xong
            </span>
          )}
          <Chip tone={taskStateTones[standing.state]}>{taskStateWords[standing.state]}</Chip>
        </>
      }
    />
  )
}
