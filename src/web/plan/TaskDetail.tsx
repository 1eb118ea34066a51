import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type AssignmentView, type PlanDetail, type ProgressView, type TaskView, themeWords } from '#contract/plan.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { FormModal } from '../app/FormModal.tsx'
import { useSession } from '../app/session.tsx'
import { useMay, useUnits } from '../app/units.ts'
import { EvidenceFiles } from '../evidence/EvidenceFiles.tsx'
import { FilesButton } from '../evidence/FilesButton.tsx'
import { useSendingFiles } from '../evidence/files-at-hand.ts'
import { Chip } from '../kit/Chip.tsx'
import { DueText } from '../kit/DayText.tsx'
import { Fact, Facts } from '../kit/Facts.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { ProgressForm } from './ProgressForm.tsx'
import { AddTaskForm, AmendTaskForm } from './TaskForm.tsx'
import { answerOf, stateOfAnswer, taskStateTones, taskStateWords } from './words.ts'

/** One task: what is to be done, and what each unit answered. */
export function TaskDetail({ detail, task }: { detail: PlanDetail; task: TaskView }) {
  const { today } = useSession()
  const may = useMay()
  const units = useUnits()
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
          mayAmend && (
            <>
              <Button variant="default" onClick={() => setAsking('amend')}>
                Sửa
              </Button>
              <Button variant="subtle" onClick={() => setAsking('part')}>
                Thêm việc con
              </Button>
            </>
          )
        }
      >
        <p className="prose">{task.instruction}</p>
        <Facts>
          <Fact label="Chủ trì">{task.leadUnitName}</Fact>
          {task.supportingUnitIds.length > 0 && (
            <Fact label="Phối hợp">{task.supportingUnitIds.map(id => units.nameOf(id)).join('; ')}</Fact>
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
        <p className="soft">
          Việc này có việc con: {task.standing.closed}/{task.standing.of} phần việc đã xong. Các đơn vị trả lời ở từng việc con.
        </p>
      ) : (
        task.assignments.map(assignment => <AssignmentSheet key={assignment.id} task={task} assignment={assignment} />)
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

function AssignmentSheet({ task, assignment }: { task: TaskView; assignment: AssignmentView }) {
  const { today } = useSession()
  const mayReport = useMay()('plan.reportProgress', assignment.unitId)
  const [isReporting, setReporting] = useState(false)
  const answer = answerOf(assignment, today)
  const state = stateOfAnswer(answer)
  const earlier = [...assignment.progress].sort((a, b) => b.sequence - a.sequence).filter(entry => entry.id !== answer?.id)
  return (
    <Sheet
      title={assignment.unitName}
      actions={
        <>
          <span className="soft">{assignment.part === 'lead' ? 'chủ trì' : 'phối hợp'}</span>
          <Chip tone={taskStateTones[state]}>{taskStateWords[state]}</Chip>
          {mayReport && (
            <Button variant="default" onClick={() => setReporting(true)}>
              Báo cáo tiến độ
            </Button>
          )}
        </>
      }
    >
      {answer ? (
        <Answer task={task} unitId={assignment.unitId} answer={answer} />
      ) : (
        <p className="soft">Giao ngày {formatDay(assignment.assignedOn)}, đơn vị chưa trả lời.</p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{earlier.length} lần trả lời trước</summary>
          <div className="stack">
            {earlier.map(entry => (
              <Answer key={entry.id} task={task} unitId={assignment.unitId} answer={entry} />
            ))}
          </div>
        </details>
      )}
      <FormModal title={`Tiến độ: ${task.name}`} isOpen={isReporting} onClose={() => setReporting(false)}>
        <ProgressForm task={task} assignment={assignment} onClose={() => setReporting(false)} />
      </FormModal>
    </Sheet>
  )
}

function Answer({ task, unitId, answer }: { task: TaskView; unitId: string; answer: ProgressView }) {
  const mayAttach = useMay()('evidence.attach', unitId)
  const { begin } = useSendingFiles()
  return (
    <div className="stack-s">
      <p className="prose">{answer.narrative}</p>
      {answer.difficulty && (
        <p className="prose">
          <b>Khó khăn, vướng mắc: </b>
          {answer.difficulty}
        </p>
      )}
      {answer.proposal && (
        <p className="prose">
          <b>Kiến nghị, đề xuất: </b>
          {answer.proposal}
        </p>
      )}
      <p className="soft small">
        {answer.reportedBy}, {formatDay(answer.reportedOn)}
        {answer.percent !== null && `, được ${answer.percent} %`}
      </p>
      <EvidenceFiles evidence={answer.evidence} unitId={unitId} />
      {mayAttach && (
        <div>
          <FilesButton size="compact-sm" onPick={files => begin({ kind: 'progress', id: answer.id, name: task.name }, files)} />
        </div>
      )}
    </div>
  )
}
