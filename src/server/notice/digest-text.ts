import type { NoticeView } from '#contract/notice.ts'
import { sayNotice } from '#contract/notice-words.ts'
import { reportStateWords } from '#contract/report-words.ts'
import type { DueReturnView } from '#contract/return.ts'
import type { TodayReport, TodayTask, TodayView } from '#contract/today.ts'
import { formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import { periodNamed, periodTitle } from '#domain/calendar/reporting-period.ts'

/** A letter as it is sent: plain words, and the same as a simple page. */
export type Letter = { readonly subject: string; readonly text: string; readonly html: string }

/** Reminders are told at the bell of the page; a letter has no bell. */
type Waiting = TodayView & { readonly reminders: readonly NoticeView[] }

type Part = { readonly title: string; readonly lines: readonly string[] }

/** Lines of one part; the rest is counted, for a letter is a hint and the page is the list. */
const linesShown = 12

/** What waits, what is late and what came back; null when there is nothing to say. Names of work only, none of people. */
export function toLetter(view: Waiting, { on, address }: { readonly on: PlainDate; readonly address: string }): Letter | null {
  const parts = partsOf(view).filter(part => part.lines.length > 0)
  if (parts.length === 0) return null
  const count = (title: string): number => parts.find(part => part.title === title)?.lines.length ?? 0
  const pressing = [
    [count('Bị trả lại'), 'bị trả lại'],
    [count('Được nhắc'), 'được nhắc'],
    [count('Quá hạn'), 'quá hạn'],
    [count('Chờ bạn ký'), 'chờ ký'],
  ].filter(([many]) => many !== 0)
  const subject = `Nếp ngày ${formatDay(on)}: ${pressing.length > 0 ? pressing.map(pair => pair.join(' ')).join(', ') : 'việc đang chờ'}`
  const page = address === '' ? '' : `${address}/hom-nay`
  return { subject, text: asText(parts, page), html: asPage(parts, page) }
}

function partsOf(view: Waiting): Part[] {
  const toSign = view.steps.filter(row => row.step === 'report.signOff')
  const steps = view.steps.filter(row => row.step !== 'report.signOff')
  return [
    { title: 'Bị trả lại', lines: view.returned.map(row => `${sayReport(row)}: ${row.returned?.reason ?? ''}`) },
    { title: 'Chờ bạn ký', lines: toSign.map(sayReport) },
    { title: 'Công văn chờ bạn ký', lines: view.letters.map(({ subject, unitName }) => `${unitName}: ${subject}`) },
    { title: 'Được nhắc', lines: view.reminders.map(sayUnnamed) },
    { title: 'Quá hạn', lines: view.late.map(task => `${sayTask(task)}, quá hạn ${task.daysLate} ngày`) },
    {
      title: 'Báo cáo đang ở bước của bạn',
      lines: steps.map(row => `${sayReport(row)} (${reportStateWords[row.state].toLocaleLowerCase('vi')})`),
    },
    {
      title: 'Hồ sơ bình xét đến hạn',
      lines: view.files.map(({ areaName, title, due }) => `${areaName}, ${title}, hạn ${due.lastDay ? formatDay(due.lastDay) : ''}`),
    },
    { title: 'Báo cáo số liệu phải gửi', lines: view.dueReturns.map(sayDueReturn) },
    { title: 'Báo cáo số liệu chờ xem', lines: view.waitingReturns.map(({ title, count }) => `${title}: ${count} báo cáo`) },
    { title: 'Số liệu khác sau khi nhận', lines: view.sinceTaken.map(({ title, count }) => `${title}: ${count} đơn vị`) },
    {
      title: 'Đến hạn trong tuần',
      lines: view.open.filter(task => task.daysLate >= -7).map(task => `${sayTask(task)}, hạn ${formatDay(task.dueOn)}`),
    },
    { title: 'Báo cáo đến kỳ, chưa soạn', lines: view.unbegun.map(row => `${row.unitName}: ${sayPeriod(row.periodName)}`) },
    { title: 'Thay đổi ở những gì bạn theo dõi', lines: view.changes.map(sayUnnamed) },
  ]
}

/** A letter names no person. */
function sayUnnamed(notice: NoticeView): string {
  return sayNotice({ ...notice, actorName: 'Đồng nghiệp' })
}

function sayDueReturn({ title, unitName, dueOn, daysLeft, isReturned }: DueReturnView): string {
  const late = daysLeft < 0 ? `, quá hạn ${-daysLeft} ngày` : ''
  return `${title} (${unitName}): ${isReturned ? 'bị trả lại, ' : ''}hạn ${formatDay(dueOn)}${late}`
}

const sayReport = (row: TodayReport): string => `${row.unitName}, ${sayPeriod(row.periodName)}`
const sayTask = (task: TodayTask): string => `${task.name} (${task.mine.map(({ unitName }) => unitName).join(', ')})`

function sayPeriod(name: string): string {
  const period = periodNamed(name)
  return `báo cáo ${period ? periodTitle(period) : name}`
}

const opening = 'Những việc đang chờ bạn hôm nay:'
const closing = 'Đổi hoặc thôi nhận thư này ở “Tài khoản của tôi”.'

function shownOf({ lines }: Part): string[] {
  const rest = lines.length - linesShown
  return rest > 0 ? [...lines.slice(0, linesShown), `và ${rest} mục nữa`] : [...lines]
}

function asText(parts: readonly Part[], page: string): string {
  const body = parts.map(part => [`${part.title} (${part.lines.length})`, ...shownOf(part).map(line => `- ${line}`)].join('\n'))
  return [opening, ...body, ...(page ? [`Mở Nếp: ${page}`] : []), closing].join('\n\n')
}

function asPage(parts: readonly Part[], page: string): string {
  const body = parts.map(
    part =>
      `<h2>${escapeText(`${part.title} (${part.lines.length})`)}</h2><ul>${shownOf(part)
        .map(line => `<li>${escapeText(line)}</li>`)
        .join('')}</ul>`,
  )
  const link = page ? `<p><a href="${escapeText(page)}">Mở Nếp</a></p>` : ''
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Nếp</title><body><p>${opening}</p>${body.join('')}${link}<p><small>${closing}</small></p></body></html>`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
