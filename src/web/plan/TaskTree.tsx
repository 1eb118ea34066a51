import { Link } from '@tanstack/react-router'
import type { PlanDetail } from '#contract/plan.ts'
import { useSession } from '../app/session.tsx'
import { Chip } from '../kit/Chip.tsx'
import { DueText } from '../kit/DayText.tsx'
import { Found } from '../kit/Found.tsx'
import { MoreRows } from '../kit/MoreRows.tsx'
import classes from './plan.module.css'
import { type DrawnTask, shortId, standingFor, writeFolded } from './plan-filter.ts'
import { moveAmongRows } from './row-keys.ts'
import { usePlanLook } from './usePlanLook.ts'
import { sayStanding, taskStateTones, taskStateWords } from './words.ts'

type Tree = { readonly detail: PlanDetail; readonly drawn: readonly DrawnTask[]; readonly folded: ReadonlySet<string> }

/** The tasks of the plan with how they stand today; a whole stands as its parts do. */
export function TaskTree({ detail, drawn, folded }: Tree) {
  const [{ nhiem_vu, tim }, look] = usePlanLook()
  const fold = (taskId: string): void => {
    const next = new Set(folded)
    if (!next.delete(shortId(taskId))) next.add(shortId(taskId))
    look({ gap: writeFolded(next) })
  }
  const isFlat = drawn.every(row => row.depth === 0 && !row.canFold)
  return (
    <MoreRows rows={drawn}>
      {shown => (
        <ul className={classes.tree} data-flat={isFlat || undefined} aria-label="Nhiệm vụ" onKeyDown={moveAmongRows}>
          {shown.map(row => (
            <TaskRow key={row.task.id} row={row} planId={detail.plan.id} isOpen={row.task.id === nhiem_vu} search={tim} onFold={fold} />
          ))}
        </ul>
      )}
    </MoreRows>
  )
}

type RowParts = {
  readonly row: DrawnTask
  readonly planId: string
  readonly isOpen: boolean
  readonly search: string | undefined
  readonly onFold: (taskId: string) => void
}

function TaskRow({ row, planId, isOpen, search, onFold }: RowParts) {
  const { today } = useSession()
  const [{ dv }] = usePlanLook()
  const { task, depth, hasParts, isFolded } = row
  const standing = standingFor(task, dv, today) ?? task.standing
  return (
    <li
      className={classes.task}
      data-task-row=""
      data-depth={depth}
      data-selected={isOpen || undefined}
      data-beside={!row.isMatch || undefined}
      style={depth > 0 ? { paddingInlineStart: 8 + Math.min(depth, 6) * 20 } : undefined}
    >
      {row.canFold ? (
        <button
          type="button"
          className={classes.fold}
          aria-expanded={!isFolded}
          aria-label={`Việc con của: ${task.name}`}
          onClick={() => onFold(task.id)}
        />
      ) : (
        <span className={classes.foldSpace} aria-hidden="true" />
      )}
      <div className={classes.what}>
        <Link
          to="/ke-hoach/$planId"
          params={{ planId }}
          search={before => ({ ...before, nhiem_vu: task.id })}
          resetScroll={false}
          className={classes.taskLink}
          data-whole={hasParts || undefined}
        >
          <span className={classes.number}>{row.number}</span> <Found text={task.name} search={search} />
        </Link>
        <div className={classes.who}>
          <Found text={task.leadUnitName} search={search} />
          {task.supportingUnitIds.length > 0 && ` và ${task.supportingUnitIds.length} đơn vị phối hợp`}
        </div>
      </div>
      <div className={classes.how}>
        <DueText dueOn={task.dueOn} today={today} isDone={standing.state === 'done'} />
        <span className={classes.count}>{sayStanding(task, hasParts)}</span>
        <Chip tone={taskStateTones[standing.state]}>{taskStateWords[standing.state]}</Chip>
      </div>
    </li>
  )
}
