import { type Activity, type ActivityKind, type Campaign, type MoneySource, participantsText } from '#domain/activity/activity.ts'
import { formatNumber } from '#domain/kit/text.ts'

export const activityKindWords: Record<ActivityKind, string> = {
  direction: 'Chỉ đạo, triển khai',
  advice: 'Phối hợp tham mưu',
  dissemination: 'Tuyên truyền, phổ biến',
  supervision: 'Giám sát bình xét, công nhận',
  registration: 'Đăng ký danh hiệu',
  sport: 'Rèn luyện thân thể, thể thao',
  runDay: 'Ngày chạy Olympic, giải chạy',
  festival: 'Liên hoan, hội diễn',
  contest: 'Hội thi, cuộc thi',
  training: 'Tập huấn, bồi dưỡng',
  communeAid: 'Giúp đỡ xã được phân công',
  commendation: 'Biểu dương, khen thưởng',
  reporting: 'Tổng hợp, báo cáo',
}

export const campaignWords: Record<Campaign, string> = {
  whole: 'Phong trào chung',
  family: 'Gia đình văn hóa',
  residentialArea: 'Thôn, bản, tổ dân phố văn hóa',
  newCountryside: 'Nông thôn mới, đô thị văn minh',
  standards: 'Cơ quan, đơn vị, xã, phường đạt chuẩn văn hóa',
  exercise: 'Rèn luyện thân thể theo gương Bác Hồ vĩ đại',
  creativeWork: 'Học tập, lao động sáng tạo',
  goodPeople: 'Người tốt, việc tốt',
}

export const moneySourceWords: Record<MoneySource, string> = {
  stateBudget: 'Ngân sách nhà nước',
  unitFund: 'Kinh phí của đơn vị',
  donation: 'Xã hội hóa, ủng hộ',
  poorFund: 'Quỹ vì người nghèo',
  other: 'Nguồn khác',
}

export const optionsOf = <Key extends string>(words: Record<Key, string>): { value: string; label: string }[] =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label }))

/** `trên 3.000 người (ước)`; null when nobody recorded it. */
export function sayParticipants({ participants }: Pick<Activity, 'participants'>): string | null {
  if (!participants) return null
  return `${participantsText(participants)} người${participants.quality === 'estimated' ? ' (ước)' : ''}`
}

export const sayMoney = (amount: number): string => `${formatNumber(amount)} đồng`
