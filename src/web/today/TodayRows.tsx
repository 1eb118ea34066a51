import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { reportStateWords } from '#contract/report-words.ts'
import type { LetterToSignView } from '#contract/request-letter.ts'
import type { DueReturnView, WaitingReturnsView } from '#contract/return.ts'
import type { DueFileView } from '#contract/season.ts'
import type { SinceTakenLine } from '#contract/since-taken.ts'
import type { TodayReport, TodayTask, TodayUnbegun } from '#contract/today.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { periodNamed, periodTitle } from '#domain/calendar/reporting-period.ts'
import { capitalise, formatNumber } from '#domain/kit/text.ts'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useCommand } from '../app/useCommand.ts'
import { Chip } from '../kit/Chip.tsx'
import { DueText } from '../kit/DayText.tsx'
import { RefusalBanner } from '../kit/RefusalBanner.tsx'
import { Row } from '../kit/Rows.tsx'
import { DueChip } from '../season/Dues.tsx'
import { type Doing, isRemindable, sayOwed, stepVerbs, unitsToRemind } from './words.ts'

type OnDo = (doing: Doing) => void

/** A file of a season whose next step is due. */
export function FileLine({ file: { seasonId, areaUnitId, areaName, title, due } }: { file: DueFileView }) {
  return (
    <Row
      title={
        <Link to="/binh-xet/$seasonId/$areaUnitId" params={{ seasonId, areaUnitId }}>
          {areaName}
        </Link>
      }
      second={title}
      aside={<DueChip due={due} />}
    />
  )
}

/** Figures a unit owes, or got back to mend. */
export function DueReturnLine({ row: { requestId, unitId, unitName, title, dueOn, isReturned } }: { row: DueReturnView }) {
  const { today } = useSession()
  return (
    <Row
      title={
        <Link to="/bao-cao/dot/$requestId/$unitId" params={{ requestId, unitId }}>
          {title}
        </Link>
      }
      second={unitName}
      aside={
        <>
          {isReturned && <Chip tone="soon">bị trả lại để sửa</Chip>}
          <DueText dueOn={dueOn} today={today} />
        </>
      }
    />
  )
}

/** An official letter about a request that waits for its signature. */
export function LetterLine({ letter: { requestId, unitId, unitName, subject, title, writtenBy } }: { letter: LetterToSignView }) {
  return (
    <Row
      title={
        <Link to="/bao-cao/dot/$requestId" params={{ requestId }} search={{ cua: unitId }}>
          {capitalise(subject)}
        </Link>
      }
      second={capitalise(`${unitName}; ${title}`)}
      aside={<span className="soft">{writtenBy} soạn</span>}
    />
  )
}

/** Figures handed in that wait to be looked at. */
export function WaitingReturnsLine({ row: { requestId, unitId, unitName, title, count } }: { row: WaitingReturnsView }) {
  return (
    <Row
      title={
        <Link to="/bao-cao/dot/$requestId" params={{ requestId }} search={{ cua: unitId, xem: 'cho' }}>
          {title}
        </Link>
      }
      second={`gửi về ${unitName}`}
      aside={<Chip tone="cham">{formatNumber(count)} báo cáo chờ xem</Chip>}
    />
  )
}

/** Figures that changed below after they had been taken. */
export function SinceTakenRow({ row: { requestId, unitId, unitName, title, count } }: { row: SinceTakenLine }) {
  return (
    <Row
      title={
        <Link to="/bao-cao/dot/$requestId" params={{ requestId }} search={{ cua: unitId, xem: 'khac' }}>
          {title}
        </Link>
      }
      second={`gửi về ${unitName}`}
      aside={<Chip tone="soon">{count} đơn vị có số khác</Chip>}
    />
  )
}

/** A task with the units that still owe an answer; answered and reminded where it stands. */
export function TaskLine({ task, onDo }: { task: TodayTask; onDo: OnDo }) {
  const { today } = useSession()
  const reminded = [...task.mine, ...task.others].filter(owed => owed.remindedOn === today).length
  return (
    <Row
      title={
        <Link to="/ke-hoach/$planId" params={{ planId: task.planId }} search={{ nhiem_vu: task.id }}>
          {task.name}
        </Link>
      }
      second={sayOwed(task)}
      aside={
        <>
          {reminded > 0 && <span className="small">đã đôn đốc hôm nay</span>}
          <DueText dueOn={task.dueOn} today={today} />
          {task.mine.length > 0 && (
            <Button size="compact-sm" variant="default" aria-label={`Trả lời: ${task.name}`} onClick={() => onDo({ what: 'answer', task })}>
              Trả lời
            </Button>
          )}
          {isRemindable(task) && unitsToRemind(task, today).length > 0 && (
            <Button size="compact-sm" variant="subtle" aria-label={`Đôn đốc: ${task.name}`} onClick={() => onDo({ what: 'remind', task })}>
              Đôn đốc
            </Button>
          )}
        </>
      }
    />
  )
}

/** A report with the step that is mine; one that came back says why and by whom. */
export function ReportLine({ row, onDo }: { row: TodayReport; onDo: OnDo }) {
  const { today } = useSession()
  const { step, returned } = row
  return (
    <Row
      title={
        <Link to="/bao-cao/$reportId" params={{ reportId: row.id }}>
          {row.title}
        </Link>
      }
      second={
        <>
          {row.unitName}
          {returned && (
            <>
              {' · '}
              {returned.byName} trả lại ngày {formatDay(returned.on)}: <b>{returned.reason}</b>
            </>
          )}
        </>
      }
      aside={
        <>
          {row.dueOn && <DueText dueOn={row.dueOn} today={today} />}
          <Chip tone={returned ? 'soon' : 'cham'}>{returned ? 'Bị trả lại' : reportStateWords[row.state]}</Chip>
          {step && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${stepVerbs[step]}: ${row.title}`}
              onClick={() => onDo({ what: 'step', report: row, step })}
            >
              {stepVerbs[step]}…
            </Button>
          )}
        </>
      }
    />
  )
}

/** A report of a period that nobody has begun: composed from what was recorded, then opened. */
export function UnbegunLine({ row }: { row: TodayUnbegun }) {
  const { today } = useSession()
  const navigate = useNavigate()
  const [id] = useState(() => crypto.randomUUID())
  const { unitId, periodName } = row
  const form = useCommand({
    name: 'report.compose',
    start: {},
    toBody: () => ({ id, unitId, periodName }),
    onDone: async report => {
      await readAnew('report', 'today')
      await navigate({ to: '/bao-cao/$reportId', params: { reportId: report.id } })
    },
  })
  const period = periodNamed(periodName)
  return (
    <Row
      title={
        <>
          {capitalise(row.unitName)}: báo cáo {period ? periodTitle(period) : periodName}
        </>
      }
      second={
        <>
          gửi {row.receiverName}
          <RefusalBanner refusal={form.refusal} />
        </>
      }
      aside={
        <>
          {row.dueOn ? <DueText dueOn={row.dueOn} today={today} /> : <span className="small">chưa có văn bản định ngày gửi</span>}
          <Button size="compact-sm" variant="default" loading={form.isSending} onClick={() => void form.submit()}>
            Soạn từ việc đã ghi
          </Button>
        </>
      }
    />
  )
}
