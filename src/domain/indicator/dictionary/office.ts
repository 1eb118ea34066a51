import type { Measure } from '../../merit/counts.ts'
import { titleKinds } from '../../title/title-kinds.ts'
import type { Indicator, IndicatorSource, Ratio } from '../indicator.ts'
import { count, share, since } from './writer.ts'

const valid = since('culturalOffice')
const season = (measure: Measure): IndicatorSource => ({ from: 'season', honour: 'culturalOffice', measure })
const office = (entry: Pick<Indicator, 'code' | 'name' | 'definition'> & Partial<Indicator>): Indicator =>
  count({ unit: 'cơ quan', valid, ...entry })

const kinds = (whole: string): string[] => [`${whole}.agency`, `${whole}.unit`, `${whole}.enterprise`]
const kindNames = [
  ['agency', 'cơ quan', 'Cơ quan của Đảng, Nhà nước, Mặt trận và tổ chức chính trị - xã hội.'],
  ['unit', 'đơn vị', 'Đơn vị sự nghiệp, đơn vị lực lượng vũ trang.'],
  ['enterprise', 'doanh nghiệp', 'Doanh nghiệp.'],
] as const

/** A first recognition follows from two years, the next from five: the two rounds, and the three kinds, each make the whole. */
export const officeIndicators: readonly Indicator[] = [
  office({
    code: 'office.total',
    name: 'Tổng số cơ quan, đơn vị, doanh nghiệp',
    definition: 'Cơ quan, đơn vị, doanh nghiệp thuộc diện đăng ký danh hiệu vào ngày chốt số liệu, mỗi nơi một lần.',
    source: { from: 'register', of: titleKinds.culturalOffice.isFor },
    partitions: [kinds('office.total')],
  }),
  ...kindNames.map(([key, word, definition]) =>
    office({ code: `office.total.${key}`, name: `Tổng số ${word}`, definition, within: ['office.total'] }),
  ),
  office({
    code: 'office.registered',
    name: 'Cơ quan, đơn vị, doanh nghiệp đăng ký',
    definition: 'Nơi đã đăng ký đạt chuẩn văn hóa cho năm xét và không rút.',
    source: season('registered'),
    within: ['office.total'],
    partitions: [['office.registered.first', 'office.registered.again']],
  }),
  office({
    code: 'office.registered.first',
    name: 'Đăng ký công nhận lần đầu',
    definition: 'Nơi chưa từng được công nhận đăng ký.',
    within: ['office.registered'],
  }),
  office({
    code: 'office.registered.again',
    name: 'Đăng ký công nhận lại',
    definition: 'Nơi đã được công nhận đăng ký lần tiếp theo.',
    within: ['office.registered'],
  }),
  office({
    code: 'office.reached',
    name: 'Cơ quan, đơn vị, doanh nghiệp đạt năm',
    definition: 'Nơi đạt chuẩn của riêng năm xét, kể cả nơi chưa đủ số năm để được công nhận.',
    source: season('reached'),
    within: ['office.registered'],
  }),
  office({
    code: 'office.recognised',
    name: 'Cơ quan, đơn vị, doanh nghiệp được công nhận trong năm',
    definition: 'Nơi có tên trong quyết định công nhận lần đầu hoặc công nhận lại của năm xét.',
    source: season('recognised'),
    within: ['office.reached'],
    partitions: [['office.recognised.first', 'office.recognised.again'], kinds('office.recognised')],
  }),
  office({
    code: 'office.recognised.first',
    name: 'Công nhận lần đầu',
    definition: 'Nơi được công nhận lần đầu, sau 2 năm đạt.',
    within: ['office.recognised'],
  }),
  office({
    code: 'office.recognised.again',
    name: 'Công nhận lại',
    definition: 'Nơi được công nhận lại, sau 5 năm đạt.',
    within: ['office.recognised'],
  }),
  ...kindNames.map(([key, word, definition]) =>
    office({
      code: `office.recognised.${key}`,
      name: `Được công nhận: ${word}`,
      definition,
      within: ['office.recognised', `office.total.${key}`],
    }),
  ),
]

const all = ['office.total', 'tổng số cơ quan, đơn vị, doanh nghiệp'] as const
const registered = ['office.registered', 'số nơi đăng ký'] as const
export const officeRatios: readonly Ratio[] = [
  share('share.office.registered', 'Tỷ lệ cơ quan, đơn vị, doanh nghiệp đăng ký', { of: 'office.registered', bases: [all], valid }),
  share('share.office.reached', 'Tỷ lệ cơ quan, đơn vị, doanh nghiệp đạt năm', { of: 'office.reached', bases: [all, registered], valid }),
  share('share.office.recognised', 'Tỷ lệ cơ quan, đơn vị, doanh nghiệp được công nhận', {
    of: 'office.recognised',
    bases: [all, registered],
    valid,
  }),
]
