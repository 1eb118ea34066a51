import { z } from 'zod'
import { type Activity, type ActivityRefusal, activityKinds, campaigns, moneySources, qualifiers } from '#domain/activity/activity.ts'
import type { Evidence } from '#domain/evidence/evidence.ts'
import { day, id, line, many, oneOf, optionalLine, prose, revision, skip, wholeNumber } from './fields.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

const participants = z.discriminatedUnion('quality', [
  z.strictObject({ quality: z.literal('counted'), count: wholeNumber('Số người tham gia', { max: 10_000_000 }) }),
  z.strictObject({
    quality: z.literal('estimated'),
    count: wholeNumber('Số người tham gia', { max: 10_000_000 }),
    qualifier: oneOf('Cách ước lượng', qualifiers),
  }),
])

const money = z.strictObject({
  source: oneOf('Nguồn kinh phí', moneySources),
  amount: wholeNumber('Số tiền', { min: 1, max: 1_000_000_000_000 }),
  note: optionalLine('Ghi chú kinh phí'),
})

const activity = {
  id: id('Hoạt động'),
  hostUnitId: id('Đơn vị tổ chức'),
  kind: oneOf('Loại hoạt động', activityKinds),
  name: line('Tên hoạt động'),
  startsOn: day('Ngày bắt đầu'),
  endsOn: day('Ngày kết thúc'),
  place: optionalLine('Nơi tổ chức'),
  participants: participants.nullable(),
  money: many('Kinh phí', money, 20),
  campaign: oneOf('Phong trào', campaigns),
  taskIds: many('Nhiệm vụ', id('Nhiệm vụ'), 20),
  documentIds: many('Văn bản', id('Văn bản'), 20),
  narrative: prose('Nội dung, kết quả'),
}

export const activityBodies = {
  'activity.record': z.strictObject(activity),
  'activity.amend': z.strictObject({ ...activity, revision: revision() }),
  'activity.remove': z.strictObject({ id: id('Hoạt động'), revision: revision(), reason: line('Lý do bỏ') }),
}

export const activityParams = {
  'activity.list': z
    .strictObject({
      unitId: id('Đơn vị'),
      from: day('Từ ngày').optional(),
      until: day('Đến trước ngày').optional(),
      search: optionalLine('Tìm'),
      kind: oneOf('Loại hoạt động', activityKinds).optional(),
      campaign: oneOf('Phong trào', campaigns).optional(),
      /** Only those that have some. */
      having: oneOf('Chỉ những hoạt động có', ['photos']).optional(),
      skip,
    })
    .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
      path: ['until'],
      error: 'Đến trước ngày: phải sau “Từ ngày”',
    }),
  'activity.one': z.strictObject({ id: id('Hoạt động') }),
}

export type ActivityView = Activity & { readonly hostUnitName: string; readonly evidence: readonly Evidence[]; readonly recordedBy: string }

export type ActivityAnswers = {
  'activity.list': readonly ActivityView[]
  'activity.one': ActivityView
  'activity.record': Activity
  'activity.amend': Activity
  'activity.remove': undefined
}

export const activityRefusals: Record<ActivityRefusal, RefusalText> = {
  'activity.unknown': { status: 404, say: 'Không có hoạt động này.' },
  'activity.ends-before-start': {
    status: 422,
    say: d => `Ngày kết thúc (${dayWords(d.endsOn)}) trước ngày bắt đầu (${dayWords(d.startsOn)}).`,
  },
  'activity.too-long': {
    status: 422,
    say: d => `Hoạt động kéo dài quá ${d.days} ngày: xem lại năm đã nhập, hoặc ghi thành nhiều hoạt động.`,
  },
  'activity.in-future': { status: 422, say: d => `Ngày bắt đầu ${dayWords(d.startsOn)} chưa tới: việc chưa làm thì ghi ở kế hoạch.` },
  'activity.no-participants': { status: 422, say: 'Số người tham gia là 0: nếu chưa biết thì để trống.' },
  'activity.unknown-task': { status: 422, say: 'Có nhiệm vụ đã chọn không thuộc kế hoạch của đơn vị.' },
  'activity.unknown-document': { status: 422, say: 'Có văn bản đã chọn không có trong sổ của đơn vị.' },
  'activity.stale': {
    status: 409,
    say: 'Đồng nghiệp vừa lưu hoạt động này trước. Nội dung bạn nhập còn nguyên: mở bản mới để đối chiếu rồi lưu lại.',
  },
  'activity.removed': { status: 409, say: 'Hoạt động này đã được bỏ.' },
}
