import { type ActivityKind, activityKinds, moneySources } from '../../activity/activity.ts'
import type { CountUnit, Indicator } from '../indicator.ts'
import { count } from './writer.ts'

const took = 'Lượt người tham gia: một người dự hai lần là hai lượt.'

function held(key: string, name: string, { unit, kinds, within = [] }: Held): Indicator[] {
  const inSets = (what: string): string[] => within.map(set => `activity.${set}.${what}`)
  return [
    count({
      code: `activity.${key}.events`,
      name,
      definition: 'Việc đã diễn ra trong kỳ, mỗi việc một lần dù kéo dài nhiều ngày.',
      unit,
      source: { from: 'activity', kinds, what: 'events' },
      within: inSets('events'),
    }),
    count({
      code: `activity.${key}.turns`,
      name: `${name}: lượt người tham gia`,
      definition: took,
      unit: 'lượt người',
      source: { from: 'activity', kinds, what: 'participants' },
      within: inSets('turns'),
    }),
  ]
}
type Held = { readonly unit: CountUnit; readonly kinds: readonly ActivityKind[]; readonly within?: readonly string[] }

const gifts = ['donation', 'poorFund'] as const

export const activityIndicators: readonly Indicator[] = [
  ...held('dissemination', 'Buổi tuyên truyền', { unit: 'buổi', kinds: ['dissemination'] }),
  ...held('training', 'Buổi tập huấn', { unit: 'buổi', kinds: ['training'] }),
  ...held('festival', 'Liên hoan, hội diễn, văn nghệ', { unit: 'cuộc', kinds: ['festival'] }),
  ...held('sport', 'Hoạt động thể dục, thể thao', { unit: 'cuộc', kinds: ['sport', 'runDay', 'contest'] }),
  ...held('runDay', 'Ngày chạy Olympic', { unit: 'cuộc', kinds: ['runDay'], within: ['sport'] }),
  count({
    code: 'activity.supervision.events',
    name: 'Cuộc kiểm tra, giám sát',
    definition: 'Cuộc kiểm tra, giám sát bình xét và thực hiện phong trào trong kỳ.',
    unit: 'cuộc',
    source: { from: 'activity', kinds: ['supervision'], what: 'events' },
  }),
  count({
    code: 'aid.turns',
    name: 'Lượt hộ được giúp đỡ',
    definition: 'Một hộ được giúp hai lần là hai lượt; không so với số hộ.',
    unit: 'lượt hộ',
  }),
  count({
    code: 'money.total',
    name: 'Kinh phí thực hiện phong trào',
    definition: 'Tiền đã dùng cho hoạt động trong kỳ, mọi nguồn, tính bằng đồng.',
    unit: 'đồng',
    source: { from: 'money', kinds: activityKinds, sources: moneySources },
    partitions: [['money.budget', 'money.gifts', 'money.other']],
  }),
  count({
    code: 'money.budget',
    name: 'Kinh phí từ ngân sách nhà nước',
    definition: 'Phần do ngân sách các cấp bảo đảm.',
    unit: 'đồng',
    source: { from: 'money', kinds: activityKinds, sources: ['stateBudget'] },
    within: ['money.total'],
  }),
  count({
    code: 'money.gifts',
    name: 'Kinh phí ủng hộ, đóng góp',
    definition: 'Phần do tổ chức, cá nhân ủng hộ và Quỹ “Vì người nghèo”.',
    unit: 'đồng',
    source: { from: 'money', kinds: activityKinds, sources: gifts },
    within: ['money.total'],
  }),
  count({
    code: 'money.other',
    name: 'Kinh phí từ nguồn khác',
    definition: 'Quỹ của đơn vị và nguồn khác.',
    unit: 'đồng',
    source: { from: 'money', kinds: activityKinds, sources: ['unitFund', 'other'] },
    within: ['money.total'],
  }),
  count({
    code: 'deed.people',
    name: 'Gương người tốt, việc tốt được biểu dương',
    definition: 'Mỗi người một lần; một người có thể được nhiều cấp biểu dương nên không cộng lên.',
    unit: 'người',
    addition: 'distinct',
  }),
  count({
    code: 'deed.letters',
    name: 'Giấy khen trong phong trào',
    definition: 'Giấy khen tặng tập thể, cá nhân có thành tích trong phong trào; không tính giấy khen đi kèm danh hiệu.',
    unit: 'giấy khen',
  }),
  count({
    code: 'deed.landHouseholds',
    name: 'Hộ hiến đất làm công trình chung',
    definition: 'Hộ hiến đất trong kỳ, mỗi hộ một lần.',
    unit: 'hộ',
    within: ['family.total'],
  }),
]
