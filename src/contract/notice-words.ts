import type { NoticeKind } from '#domain/notice/notice.ts'
import type { ReportEventType } from '#domain/report/life.ts'
import type { NoticeView } from './notice.ts'
import { dayWords } from './refusal-text.ts'
import { reportEventWords } from './report-words.ts'

// Apart from the rest: lists say these before any form is loaded.

type Said = Pick<NoticeView, 'actorName' | 'details'>

const sentences: Record<NoticeKind, (notice: Said) => string> = {
  assigned: ({ actorName, details }) =>
    `${actorName} giao việc ${titled(details.name)}${details.dueOn ? `, hạn ${dayWords(details.dueOn)}` : ''}`,
  reminded: ({ actorName, details }) => `${actorName} đôn đốc ${titled(details.name)}: ${details.words ?? ''}`,
  taskAmended: ({ actorName, details }) =>
    `${actorName} sửa nhiệm vụ ${titled(details.name)}${details.dueOn ? `, hạn mới ${dayWords(details.dueOn)}` : ''}`,
  answered: ({ details }) => `${details.unitName ?? ''} trả lời ${titled(details.name)}: ${details.words ?? ''}`,
  reportReturned: ({ actorName, details }) => `${actorName} trả lại ${titled(details.name)}: ${details.words ?? ''}`,
  reportSubmitted: ({ actorName, details }) => `${actorName} trình ký ${titled(details.name)}`,
  reportSignedOff: ({ actorName, details }) => `${actorName} đã ký duyệt ${titled(details.name)}`,
  reportMoved: ({ actorName, details }) => `${actorName} ${details.step ? stepWords(details.step) : 'sửa'} ${titled(details.name)}`,
  documentAmended: ({ actorName, details }) => `${actorName} sửa văn bản ${details.name} trong sổ`,
  figuresAsked: ({ actorName, details }) =>
    `${actorName} yêu cầu ${titled(details.name)}${details.dueOn ? `, hạn gửi ${dayWords(details.dueOn)}` : ''}`,
  figuresReminded: ({ actorName, details }) => `${actorName} nhắc gửi ${titled(details.name)}${details.words ? `: ${details.words}` : ''}`,
  figuresReturned: ({ actorName, details }) =>
    `${actorName} trả lại ${titled(details.name)} của ${details.unitName ?? ''}${details.words ? `: ${details.words}` : ''}`,
}

/** What happened, in one sentence without its end. */
export function sayNotice(notice: Said & { readonly kind: NoticeKind }): string {
  return sentences[notice.kind](notice)
}

/** Titles that carry marks of their own are not put into a second pair. */
function titled(name: string): string {
  return name.includes('“') ? name : `“${name}”`
}

function stepWords(step: ReportEventType): string {
  const [first = '', ...rest] = reportEventWords[step]
  return first.toLocaleLowerCase('vi') + rest.join('')
}
