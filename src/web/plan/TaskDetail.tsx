import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type PlanDetail, type TaskView, themeWords } from '#contract/plan.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { FormModal } from '../app/FormModal.tsx'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { DueText } from '../kit/DayText.tsx'
import { Fact, Facts } from '../kit/Facts.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { FollowButton } from '../notice/FollowButton.tsx'
import { Answers } from './Answers.tsx'
import { AddTaskForm, AmendTaskForm } from './TaskForm.tsx'
import { sayStanding } from './words.ts'

/** One task: what is to be done, and what each unit answered. */
export function TaskDetail({ detail, task }: { detail: PlanDetail; task: TaskView }) {
  const { today } = useSession()
  const may = useMay()
  const [asking, setAsking] = useState<'amend' | 'part' | null>(null)
  const hasParts = detail.tasks.some(other => other.parentTaskId === task.id)
  const mayAmend = may('plan.amendTask', detail.plan.ownerUnitId)
  const target = detail.targets.find(({ id }) => id === task.targetId)
  const close = (): void => setAsking(null)
  return (
    <>
      <Sheet
        title={task.name}
        actions={
          <>
            <FollowButton kind="task" id={task.id} />
            {mayAmend && (
              <>
                <Button variant="default" onClick={() => setAsking('amend')}>
                  Sửa
                </Button>
                <Button variant="subtle" onClick={() => setAsking('part')}>
                  Thêm việc con
                </Button>
              </>
            )}
          </>
        }
      >
        <p className="prose">{task.instruction}</p>
        <Facts>
          <Fact label="Chủ trì">{task.leadUnitName}</Fact>
          {task.supportingUnitIds.length > 0 && (
            <Fact label="Phối hợp">
              {task.assignments
                .filter(({ part }) => part === 'support')
                .map(({ unitName }) => unitName)
                .join('; ')}
            </Fact>
          )}
          <Fact label="Thời gian">
            {formatDay(task.startsOn)} – {formatDay(task.dueOn)}{' '}
            <DueText dueOn={task.dueOn} today={today} isDone={task.standing.state === 'done'} />
          </Fact>
          {task.expectedProduct && <Fact label="Sản phẩm">{task.expectedProduct}</Fact>}
          <Fact label="Mảng việc">{themeWords[task.theme]}</Fact>
          {target && <Fact label="Vì chỉ tiêu">{target.statement}</Fact>}
        </Facts>
        {may('activity.record', task.leadUnitId) && !hasParts && (
          <div>
            <Link to="/hoat-dong/ghi" search={{ nhiem_vu: task.id }}>
              Ghi một hoạt động của việc này
            </Link>
          </div>
        )}
      </Sheet>
      {hasParts ? (
        <p className="soft">Việc này có việc con: {sayStanding(task, true)} đã xong. Các đơn vị trả lời ở từng việc con.</p>
      ) : (
        <Answers task={task} />
      )}
      <FormModal title="Sửa nhiệm vụ" isOpen={asking === 'amend'} onClose={close}>
        <AmendTaskForm detail={detail} task={task} onClose={close} />
      </FormModal>
      <FormModal title="Thêm việc con" isOpen={asking === 'part'} onClose={close}>
        <AddTaskForm detail={detail} parentTaskId={task.id} onClose={close} />
      </FormModal>
    </>
  )
}
