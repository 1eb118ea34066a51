import type { ActivityView } from '#contract/activity.ts'
import { capitalise } from '#domain/kit/text.ts'
import { dayColumn, numberColumn, textColumn } from '../kit/list-sheet.ts'
import { activityKindWords, campaignWords, moneySourceWords, sayMoney } from './words.ts'

/** Activities as they leave the house: how many took part, and whether anybody counted, stand apart. */
export const activityColumns = [
  dayColumn<ActivityView>('Từ ngày', activity => activity.startsOn),
  dayColumn<ActivityView>('Đến ngày', activity => activity.endsOn),
  textColumn<ActivityView>('Tên hoạt động', 48, activity => activity.name),
  textColumn<ActivityView>('Loại', 24, activity => activityKindWords[activity.kind]),
  textColumn<ActivityView>('Phong trào', 24, activity => campaignWords[activity.campaign]),
  textColumn<ActivityView>('Đơn vị tổ chức', 32, activity => capitalise(activity.hostUnitName)),
  textColumn<ActivityView>('Nơi tổ chức', 24, activity => activity.place),
  numberColumn<ActivityView>('Số người', 12, activity => activity.participants?.count),
  textColumn<ActivityView>('Cách có số', 14, ({ participants }) =>
    participants?.quality === 'estimated' ? `ước tính: ${participants.qualifier}` : participants && 'đếm được',
  ),
  numberColumn<ActivityView>('Kinh phí (đồng)', 18, ({ money }) =>
    money.length === 0 ? null : money.reduce((sum, entry) => sum + entry.amount, 0),
  ),
  textColumn<ActivityView>('Nguồn kinh phí', 32, ({ money }) =>
    money.map(entry => `${moneySourceWords[entry.source]}: ${sayMoney(entry.amount)}`).join('; '),
  ),
  textColumn<ActivityView>('Nội dung, kết quả', 60, activity => activity.narrative),
  numberColumn<ActivityView>('Số minh chứng', 12, activity => activity.evidence.length),
  textColumn<ActivityView>('Người ghi', 24, activity => activity.recordedBy),
]
