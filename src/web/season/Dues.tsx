import type { DueView } from '#contract/season.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { isOverdue } from '#domain/season/due.ts'
import { stepWords as wordsOfStep } from '#domain/title/title-words.ts'
import { Chip, type Tone } from '../kit/Chip.tsx'
import { Row, Rows } from '../kit/Rows.tsx'

/** Announced this many days before. */
const soonDays = 7

/** `còn 3 ngày`, `hôm nay là hạn`, `quá hạn 2 ngày`. */
export function leftWords({ daysLeft, kind }: Pick<DueView, 'daysLeft' | 'kind'>): string {
  if (daysLeft === null) return ''
  if (kind === 'lasts') return daysLeft === 0 ? 'hết hôm nay' : `còn ${daysLeft} ngày`
  if (daysLeft === 0) return 'hôm nay là hạn'
  return daysLeft < 0 ? `quá hạn ${-daysLeft} ngày` : `còn ${daysLeft} ngày`
}

function toneOf(due: DueView): Tone {
  if (due.isDone || due.daysLeft === null) return 'plain'
  if (isMissed(due)) return 'plain'
  if (isOverdue(due)) return 'late'
  return due.kind === 'within' && due.daysLeft <= soonDays ? 'soon' : 'plain'
}

/** The day of what comes next, as one chip. */
export function DueChip({ due }: { due: DueView }) {
  return due.lastDay ? (
    <Chip tone={toneOf(due)}>
      {wordsOfStep[due.step].toLocaleLowerCase('vi')} đến {formatDay(due.lastDay)}, {leftWords(due)}
    </Chip>
  ) : null
}

/** Every term of one file's way: the day, the rule it was counted by, and what is left. */
export function Dues({ dues }: { dues: readonly DueView[] }) {
  if (dues.length === 0) return null
  return (
    <section className="stack-s" aria-labelledby="cac-han">
      <h2 id="cac-han">Thời hạn</h2>
      <Rows label="Thời hạn từng bước">
        {dues.map(due => (
          <Row
            key={`${due.step} ${due.kind}`}
            title={due.kind === 'lasts' ? `${wordsOfStep[due.step]} ít nhất` : wordsOfStep[due.step]}
            second={[due.countedBy, due.clause, !due.blocks && 'chưa xác minh', due.caveat].filter(Boolean).join(' · ')}
            aside={<Chip tone={toneOf(due)}>{standingOf(due)}</Chip>}
          />
        ))}
      </Rows>
    </section>
  )
}

/** Registration whose day has passed is over: nobody can make it any more, so nobody is late with it. */
function isMissed({ step, daysLeft }: DueView): boolean {
  return step === 'register' && daysLeft !== null && daysLeft < 0
}

function standingOf(due: DueView): string {
  if (due.isDone) return 'đã xong'
  if (due.lastDay === null) return 'chưa tính'
  return isMissed(due) ? `đã hết ngày ${formatDay(due.lastDay)}` : `đến hết ${formatDay(due.lastDay)}, ${leftWords(due)}`
}
