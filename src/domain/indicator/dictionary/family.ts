import { always, type DateRange } from '../../calendar/date-range.ts'
import type { Measure } from '../../merit/counts.ts'
import { districtsEndedOn } from '../../title/authority.ts'
import type { Indicator, IndicatorSource, Ratio } from '../indicator.ts'
import { count, during, share, since } from './writer.ts'

const valid = since('culturalFamily')
const season = (measure: Measure): IndicatorSource => ({ from: 'season', honour: 'culturalFamily', measure })
const household = (entry: Omit<Indicator, 'unit' | 'addition' | 'valid' | 'partitions' | 'sameAs'> & Partial<Indicator>): Indicator =>
  count({ unit: 'hộ', valid, ...entry })

/** Before the two-level government a district kept this statistic: of all households, never of those registered. */
const untilDistrictsEnded: DateRange = { from: valid.from, until: districtsEndedOn }

export const familyIndicators: readonly Indicator[] = [
  household({
    code: 'family.total',
    name: 'Tổng số hộ',
    definition: 'Hộ cư trú thường xuyên trên địa bàn vào ngày chốt số liệu, mỗi hộ một lần, đăng ký danh hiệu hay không.',
    valid: always,
    source: { from: 'register', of: 'household' },
    within: [],
    partitions: [['family.total.urban', 'family.total.rural']],
  }),
  household({
    code: 'family.total.urban',
    name: 'Tổng số hộ, thành thị',
    definition: 'Hộ ở phường, thị trấn.',
    valid: always,
    source: { from: 'entered' },
    within: ['family.total'],
  }),
  household({
    code: 'family.total.rural',
    name: 'Tổng số hộ, nông thôn',
    definition: 'Hộ ở xã.',
    valid: always,
    source: { from: 'entered' },
    within: ['family.total'],
  }),
  household({
    code: 'family.registered',
    name: 'Hộ đăng ký Gia đình văn hóa',
    definition: 'Hộ đã đăng ký cho năm xét và không rút.',
    source: season('registered'),
    within: ['family.total'],
    partitions: [['family.recognised', 'family.notReached', 'family.undecided', 'family.revoked']],
  }),
  household({
    code: 'family.reviewed',
    name: 'Hộ được bình xét',
    definition: 'Hộ đăng ký đã được đưa ra hội nghị bình xét.',
    source: season('reviewed'),
    within: ['family.registered'],
  }),
  household({
    code: 'family.recognised',
    name: 'Hộ đạt Gia đình văn hóa',
    definition: 'Hộ có tên trong quyết định công nhận của năm xét và chưa bị thu hồi.',
    source: season('recognised'),
    within: ['family.reviewed'],
    partitions: [['family.recognised.urban', 'family.recognised.rural']],
  }),
  household({
    code: 'family.recognised.urban',
    name: 'Hộ đạt Gia đình văn hóa, thành thị',
    definition: 'Hộ đạt ở phường, thị trấn.',
    source: { from: 'entered' },
    within: ['family.recognised', 'family.total.urban'],
  }),
  household({
    code: 'family.recognised.rural',
    name: 'Hộ đạt Gia đình văn hóa, nông thôn',
    definition: 'Hộ đạt ở xã.',
    source: { from: 'entered' },
    within: ['family.recognised', 'family.total.rural'],
  }),
  household({
    code: 'family.notReached',
    name: 'Hộ đăng ký không đạt',
    definition: 'Hộ đăng ký đã có kết quả và không được công nhận.',
    source: season('notReached'),
    within: ['family.registered'],
  }),
  household({
    code: 'family.excluded',
    name: 'Hộ bị loại theo điều khoản',
    definition: 'Hộ không đạt vì thuộc một trường hợp không xét mà văn bản của năm xét nêu.',
    source: { from: 'reason', honour: 'culturalFamily', reason: 'excluded' },
    within: ['family.notReached'],
  }),
  household({
    code: 'family.undecided',
    name: 'Hộ đăng ký chưa có kết quả',
    definition: 'Hộ đăng ký mà đến ngày chốt số liệu chưa có quyết định.',
    source: season('undecided'),
    within: ['family.registered'],
  }),
  household({
    code: 'family.revoked',
    name: 'Hộ bị thu hồi danh hiệu',
    definition: 'Hộ đã được công nhận trong năm xét rồi bị thu hồi.',
    source: season('revoked'),
    within: ['family.registered'],
  }),
  household({
    code: 'family.threeYears',
    name: 'Hộ đạt 3 năm liên tục',
    definition: 'Hộ đạt trong năm xét và hai năm liền trước, tính từ các quyết định, không gõ tay.',
    source: season('threeYears'),
    within: ['family.recognised'],
  }),
  household({
    code: 'family.praised',
    name: 'Hộ được tặng giấy khen Gia đình văn hóa',
    definition: 'Hộ được tặng giấy khen vì đạt 3 năm liên tục, theo 122/2018/NĐ-CP.',
    source: season('praised'),
    within: ['family.threeYears'],
    valid: during('familyPraise'),
  }),
  household({
    code: 'family.exemplary',
    name: 'Hộ Gia đình văn hóa tiêu biểu',
    definition: 'Hộ được chọn trong số hộ đạt 3 năm liên tục (144/2014/TTLT-BTC-BVHTTDL, Điều 4).',
    source: { from: 'entered' },
    within: ['family.threeYears'],
  }),
  household({
    code: 'family.statistic',
    name: 'Hộ dân cư đạt chuẩn văn hóa (biểu thống kê cấp huyện)',
    definition: 'Cùng số với hộ đạt Gia đình văn hóa, hỏi trong biểu thống kê; tỷ lệ tính trên tổng số hộ.',
    source: season('recognised'),
    within: ['family.total'],
    sameAs: 'family.recognised',
    valid: untilDistrictsEnded,
  }),
]

const all = ['family.total', 'tổng số hộ'] as const
const registered = ['family.registered', 'số hộ đăng ký'] as const
export const familyRatios: readonly Ratio[] = [
  share('share.family.registered', 'Tỷ lệ hộ đăng ký', { of: 'family.registered', bases: [all], valid }),
  share('share.family.recognised', 'Tỷ lệ hộ đạt Gia đình văn hóa', {
    of: 'family.recognised',
    bases: [all, registered, ['family.reviewed', 'số hộ được bình xét']],
    valid,
  }),
  share('share.family.notReached', 'Tỷ lệ hộ đăng ký không đạt', { of: 'family.notReached', bases: [registered, all], valid }),
  share('share.family.threeYears', 'Tỷ lệ hộ đạt 3 năm liên tục', {
    of: 'family.threeYears',
    bases: [['family.recognised', 'số hộ đạt'], all],
    valid,
  }),
  share('share.family.statistic', 'Tỷ lệ hộ dân cư đạt chuẩn văn hóa', {
    of: 'family.statistic',
    bases: [all],
    valid: untilDistrictsEnded,
  }),
]
