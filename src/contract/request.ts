import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import { type BoardCounts, type BoardRow, boardSets, type Standing } from '#domain/request/board.ts'
import type { ChangedPlace } from '#domain/request/places.ts'
import { requestKinds } from '#domain/request/regime.ts'
import { type Level, levelNouns, levels, type ReportRequest, type RequestRefusal } from '#domain/request/request.ts'
import { day, id, line, many, oneOf, optionalLine, prose, revision, skip } from './fields.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'
import { type RegimeAnswers, regimeBodies, regimeParams } from './regime.ts'
import { type LetterAnswers, type LetterCode, letterBodies, letterParams, letterRefusals } from './request-letter.ts'

const asks = {
  regimeId: id('Chế độ báo cáo').nullable(),
  kind: oneOf('Loại báo cáo', requestKinds),
  title: line('Tên đợt báo cáo'),
  formKey: line('Biểu mẫu', 60),
  covers: z.strictObject({ from: day('Số liệu từ ngày'), until: day('Số liệu đến trước ngày') }).refine(({ from, until }) => from < until, {
    path: ['until'],
    error: 'Số liệu đến trước ngày: phải sau ngày đầu',
  }),
  asked: many(
    'Cấp báo cáo',
    z.strictObject({
      level: oneOf('Cấp', levels),
      dueOn: day('Hạn gửi'),
      /** Only these units of the level; all of it where none is told. */
      unitIds: many('Đơn vị', id('Đơn vị'), 5000).min(1, 'Đơn vị: chưa chọn').optional(),
    }),
    levels.length,
  ),
  basis: optionalLine('Căn cứ', 500),
}

export const requestBodies = {
  ...letterBodies,
  ...regimeBodies,
  'request.open': z.strictObject({
    id: id('Đợt báo cáo'),
    unitId: id('Đơn vị'),
    /** In whose stead it asks; the unit itself where none is told. */
    placeUnitId: id('Nơi được hỏi').optional(),
    ...asks,
  }),
  /** While nobody is asked yet. */
  'request.amend': z.strictObject({ id: id('Đợt báo cáo'), ...asks, revision: revision() }),
  'request.send': z.strictObject({ id: id('Đợt báo cáo'), revision: revision() }),
  /** After it went out. */
  'request.addUnit': z.strictObject({ id: id('Đợt báo cáo'), unitId: id('Đơn vị'), dueOn: day('Hạn gửi') }),
  'request.remind': z.strictObject({
    id: id('Lần nhắc'),
    requestId: id('Đợt báo cáo'),
    unitIds: many('Đơn vị', id('Đơn vị'), 5000).min(1, 'Đơn vị: chưa chọn'),
    words: prose('Lời nhắc', 1000),
  }),
}

export const requestParams = {
  ...letterParams,
  ...regimeParams,
  'request.list': z.strictObject({ unitId: id('Đơn vị') }),
  'request.one': z.strictObject({ id: id('Đợt báo cáo') }),
  'request.board': z.strictObject({
    id: id('Đợt báo cáo'),
    /** Those who hand in to this unit, straight or through others; to who asked, where none is told. */
    unitId: id('Đơn vị nhận').optional(),
    /** Rows of this level; of those who hand in straight to the unit, where none is told. */
    level: oneOf('Cấp', levels).optional(),
    set: oneOf('Tình trạng', boardSets).optional(),
    search: optionalLine('Tìm').optional(),
    skip,
    /** As it stood on this day; today where none is told. */
    on: day('Ngày xem').optional(),
  }),
  'request.addable': z.strictObject({ id: id('Đợt báo cáo'), search: optionalLine('Tìm').optional() }),
  'request.waiting': z.strictObject({ id: id('Đợt báo cáo'), unitId: id('Đơn vị nhận') }),
}

export type RequestView = ReportRequest & {
  readonly revision: number
  readonly unitName: string
  /** In whose stead; null where it asks its own. */
  readonly placeName: string | null
  readonly formName: string
  /** What the days are called by the decree or the regime, and by which a report of it is composed. */
  readonly periodName: string
  /** How many owe at each level; before it is sent, how many would. */
  readonly owing: Readonly<Partial<Record<Level, number>>>
  /** Why people do not work on a due day. */
  readonly restDays: readonly { readonly dueOn: PlainDate; readonly name: string }[]
}

/** A request as a unit sees it in its list: one it sent out, one that went out in its stead, or one it owes an answer to. */
export type RequestLine = Pick<ReportRequest, 'id' | 'unitId' | 'title' | 'cutoff' | 'sentOn' | 'kind' | 'asked'> & {
  readonly unitName: string
  /** Null: the unit asks, and owes nothing. */
  readonly owed: { readonly unitId: string; readonly dueOn: PlainDate; readonly standing: Standing } | null
  /** Of those it asked, or whose returns pass through it. */
  readonly counts: readonly LevelCounts[]
}
export type LevelCounts = {
  readonly level: Level
  readonly of: number
  readonly handedIn: number
  /** Handed in to this very unit, and not answered yet. */
  readonly waiting: number
  readonly overdue: number
}

export type BoardLine = BoardRow & {
  readonly unitName: string
  readonly toUnitName: string
  readonly version: number | null
  readonly remindedOn: PlainDate | null
}

export type BoardView = {
  readonly id: string
  readonly title: string
  readonly cutoff: PlainDate
  readonly sentOn: PlainDate
  /** Who asked. */
  readonly askedBy: { readonly unitId: string; readonly unitName: string }
  /** By which standing rule it was asked; null: by none. */
  readonly regimeName: string | null
  /** In whose stead; null where it asks its own. */
  readonly placeName: string | null
  /** Who receives what is looked at. */
  readonly unitId: string
  readonly unitName: string
  readonly on: PlainDate
  readonly byLevel: readonly { readonly level: Level; readonly dueOn: PlainDate; readonly counts: BoardCounts }[]
  /** How many there are that were looked for; of those so many at once, what asks for somebody first. */
  readonly found: number
  readonly rows: readonly BoardLine[]
}

/** A unit that was forgotten and may be asked still, by the day its level was given. */
export type AddableUnit = Pick<BoardRow, 'unitId' | 'level' | 'dueOn'> & {
  readonly unitName: string
  /** Right below what it lies. */
  readonly placeName: string
}

/** What waits to be answered by one unit, with what there is to look at before it is accepted. */
export type WaitingView = {
  readonly rows: readonly WaitingLine[]
  /** How many wait besides: the longest waiting come first. */
  readonly left: number
}
export type WaitingLine = {
  readonly unitId: string
  readonly unitName: string
  readonly version: number
  readonly sentOn: PlainDate
  readonly isLate: boolean
  /** Why it was corrected after it had been accepted; empty the first time. */
  readonly reason: string
  /** Asked about and not explained. */
  readonly open: readonly string[]
  readonly explained: readonly { readonly sentence: string; readonly reason: string }[]
  readonly missing: number
  /** Against the version that was accepted. */
  readonly changes: readonly ChangedPlace[]
}

export type RequestAnswers = LetterAnswers &
  RegimeAnswers & {
    'request.open': RequestView
    'request.amend': RequestView
    'request.send': RequestView
    'request.addUnit': RequestView
    'request.remind': { readonly reminded: number }
    'request.list': readonly RequestLine[]
    'request.one': RequestView
    'request.board': BoardView
    'request.addable': readonly AddableUnit[]
    'request.waiting': WaitingView
  }

export type RequestCode =
  | LetterCode
  | RequestRefusal
  | 'request.unknown'
  | 'request.unknown-form'
  | 'request.unknown-regime'
  | 'request.regime-order'
  | 'request.sent'
  | 'request.stale'
  | 'request.not-sent'
  | 'request.nobody-owes'
  | 'request.nobody-to-remind'

export const requestRefusals: Record<RequestCode, RefusalText> = {
  ...letterRefusals,
  'request.unknown': { status: 404, say: 'Không có đợt báo cáo này.' },
  'request.unknown-form': { status: 422, say: 'Không có biểu mẫu này ở ngày chốt số liệu.' },
  'request.unknown-regime': { status: 422, say: 'Chế độ báo cáo đã chọn không có ở đơn vị này.' },
  'request.regime-order': {
    status: 422,
    say: 'Chế độ mới phải dùng từ một ngày sau ngày đầu của chế độ nó thay, và trước ngày chế độ ấy hết.',
  },
  'request.not-its-place': {
    status: 422,
    say: 'Chỉ yêu cầu được trong đơn vị mình, hoặc thay mặt địa phương mà đơn vị là cơ quan trực thuộc thẳng.',
  },
  'request.nobody-asked': { status: 422, say: 'Chọn ít nhất một cấp phải báo cáo.' },
  'request.level-twice': { status: 422, say: 'Một cấp chỉ ghi một lần.' },
  'request.due-before-cutoff': {
    status: 422,
    say: d => `Hạn gửi ${dayWords(d.dueOn)} phải sau ngày chốt số liệu ${dayWords(d.cutoff)}.`,
  },
  'request.lower-due-later': {
    status: 422,
    say: d => {
      const [lower, upper] = [d.lower, d.upper].map(level => levelNouns[level as Level])
      return `${capitalise(lower ?? '')} gửi (${dayWords(d.lowerOn)}) sau ${upper} (${dayWords(d.upperOn)}): ${upper} sẽ chưa có số để cộng.`
    },
  },
  'request.unit-outside': {
    status: 422,
    say: 'Có đơn vị đã chọn không thuộc nơi được hỏi, hoặc không thuộc cấp phải báo cáo, ở ngày chốt số liệu.',
  },
  'request.due-over': { status: 422, say: d => `Hạn gửi ${dayWords(d.dueOn)} đã qua.` },
  'request.owes-already': { status: 409, say: 'Đơn vị này đã phải gửi trong đợt rồi.' },
  'request.below-hands-in-past-it': {
    status: 409,
    say: 'Cấp dưới của đơn vị này đang gửi thẳng lên trên: thêm đơn vị vào giữa thì số đã gửi bị tính sang chỗ khác.',
  },
  'request.sent': { status: 409, say: 'Đợt báo cáo đã gửi đi: nội dung yêu cầu không đổi nữa.' },
  'request.not-sent': { status: 409, say: 'Đợt báo cáo này chưa gửi đi.' },
  'request.stale': { status: 409, say: 'Đồng nghiệp vừa sửa đợt báo cáo này trước. Mở lại để xem bản mới.' },
  'request.nobody-to-remind': { status: 409, say: 'Không còn nơi nào phải nhắc: đã gửi, hoặc đã được nhắc hôm nay.' },
  'request.nobody-owes': { status: 422, say: 'Cây đơn vị ngày này không có đơn vị nào thuộc các cấp đã chọn.' },
}
