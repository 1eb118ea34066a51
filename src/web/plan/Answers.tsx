import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { AssignmentView, ProgressView, TaskView } from '#contract/plan.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { FormModal } from '../app/FormModal.tsx'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { EvidenceFiles } from '../evidence/EvidenceFiles.tsx'
import { FilesButton } from '../evidence/FilesButton.tsx'
import { useSendingFiles } from '../evidence/files-at-hand.ts'
import { Chip } from '../kit/Chip.tsx'
import { ProgressForm } from './ProgressForm.tsx'
import classes from './plan.module.css'
import { usePlanLook } from './usePlanLook.ts'
import { answerOf, sayStanding, stateOfAnswer, taskStateTones, taskStateWords } from './words.ts'

/** What the units answered, each beside the other; those who have not are named below. */
export function Answers({ task }: { task: TaskView }) {
  const { today } = useSession()
  const answered = task.assignments.filter(assignment => answerOf(assignment, today))
  const silent = task.assignments.filter(assignment => !answerOf(assignment, today))
  return (
    <section className="stack-s" aria-label="Trả lời của các đơn vị">
      <h2>
        Trả lời <span className="soft">{sayStanding(task, false)} xong</span>
      </h2>
      {answered.length > 0 && (
        <div className={classes.answers}>
          {answered.map(assignment => (
            <UnitAnswer key={assignment.id} task={task} assignment={assignment} />
          ))}
        </div>
      )}
      {silent.length > 0 && (
        <ul className={classes.silent} aria-label="Chưa trả lời">
          {silent.map(assignment => (
            <SilentUnit key={assignment.id} task={task} assignment={assignment} />
          ))}
        </ul>
      )}
    </section>
  )
}

type Part = { readonly task: TaskView; readonly assignment: AssignmentView }

/** The unit the address names comes into view. */
function useLookedAt<Seen extends HTMLElement>(unitId: string): { isLookedAt: boolean; ref: React.RefObject<Seen | null> } {
  const [{ tra_loi }] = usePlanLook()
  const ref = useRef<Seen>(null)
  const isLookedAt = tra_loi === unitId
  useEffect(() => {
    if (isLookedAt) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isLookedAt])
  return { isLookedAt, ref }
}

function UnitAnswer({ task, assignment }: Part) {
  const { today } = useSession()
  const { isLookedAt, ref } = useLookedAt<HTMLElement>(assignment.unitId)
  const answer = answerOf(assignment, today)
  const state = stateOfAnswer(answer)
  const earlier = assignment.progress.toSorted((a, b) => b.sequence - a.sequence).filter(entry => entry.id !== answer?.id)
  return (
    <article ref={ref} className={classes.answer} data-looked-at={isLookedAt || undefined} aria-label={assignment.unitName}>
      <header className={classes.answerHead}>
        <h3>{assignment.unitName}</h3>
        <span className="soft small">{partWords[assignment.part]}</span>
        <Chip tone={taskStateTones[state]}>{taskStateWords[state]}</Chip>
      </header>
      {answer && <AnswerWords task={task} unitId={assignment.unitId} answer={answer} />}
      {earlier.length > 0 && (
        <details>
          <summary>{earlier.length} lần trả lời trước</summary>
          <div className="stack">
            {earlier.map(entry => (
              <AnswerWords key={entry.id} task={task} unitId={assignment.unitId} answer={entry} />
            ))}
          </div>
        </details>
      )}
      <ReportButton task={task} assignment={assignment} />
    </article>
  )
}

function SilentUnit({ task, assignment }: Part) {
  const { isLookedAt, ref } = useLookedAt<HTMLLIElement>(assignment.unitId)
  return (
    <li ref={ref} data-looked-at={isLookedAt || undefined}>
      <span>{assignment.unitName}</span>
      <span className="soft small">
        {partWords[assignment.part]}, giao ngày {formatDay(assignment.assignedOn)}, chưa trả lời
      </span>
      <span className="to-end">
        <ReportButton task={task} assignment={assignment} />
      </span>
    </li>
  )
}

const partWords = { lead: 'chủ trì', support: 'phối hợp' } as const

function ReportButton({ task, assignment }: Part) {
  const [isReporting, setReporting] = useState(false)
  if (!useMay()('plan.reportProgress', assignment.unitId)) return null
  return (
    <div>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Báo cáo tiến độ của ${assignment.unitName}`}
        onClick={() => setReporting(true)}
      >
        Báo cáo tiến độ
      </Button>
      <FormModal title={`Tiến độ: ${task.name}`} isOpen={isReporting} onClose={() => setReporting(false)}>
        <p className="soft">{assignment.unitName}</p>
        <ProgressForm task={task} assignment={assignment} onClose={() => setReporting(false)} />
      </FormModal>
    </div>
  )
}

function AnswerWords({ task, unitId, answer }: { task: TaskView; unitId: string; answer: ProgressView }) {
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
        {answer.percent !== null && `, được ${answer.percent}%`}
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
