import { residentialAreaKinds } from '../../org/org-unit.ts'
import type { Indicator, Ratio } from '../indicator.ts'
import { count, during, named, share, since } from './writer.ts'

const counted = since('culturalArea')

/** Villages are counted as `thôn` whatever they are called. Only Decree 122/2018/NĐ-CP praised them for five years in a row. */
export const areaIndicators: readonly Indicator[] = [
  count({
    code: 'area.total',
    name: 'Tổng số thôn, bản, tổ dân phố',
    definition: 'Thôn, bản, tiểu khu, tổ dân phố có trên địa bàn vào ngày chốt số liệu.',
    unit: 'thôn',
    source: { from: 'register', of: residentialAreaKinds },
  }),
  ...named('culturalArea', counted, (title, valid) => [
    count({
      code: 'area.registered',
      name: `${title}: đăng ký`,
      definition: 'Khu dân cư đã đăng ký cho năm xét và không rút.',
      unit: 'thôn',
      source: { from: 'season', honour: 'culturalArea', measure: 'registered' },
      within: ['area.total'],
      partitions: [['area.recognised', 'area.notReached', 'area.undecided', 'area.revoked']],
      valid,
    }),
    count({
      code: 'area.recognised',
      name: `${title}: đạt`,
      definition: 'Khu dân cư có tên trong quyết định công nhận của năm xét và chưa bị thu hồi.',
      unit: 'thôn',
      source: { from: 'season', honour: 'culturalArea', measure: 'recognised' },
      within: ['area.registered'],
      valid,
    }),
  ]),
  count({
    code: 'area.notReached',
    name: 'Khu dân cư đăng ký không đạt',
    definition: 'Khu dân cư đăng ký đã có kết quả và không được công nhận.',
    unit: 'thôn',
    source: { from: 'season', honour: 'culturalArea', measure: 'notReached' },
    within: ['area.registered'],
    valid: counted,
  }),
  count({
    code: 'area.undecided',
    name: 'Khu dân cư đăng ký chưa có kết quả',
    definition: 'Khu dân cư đăng ký mà đến ngày chốt số liệu chưa có quyết định.',
    unit: 'thôn',
    source: { from: 'season', honour: 'culturalArea', measure: 'undecided' },
    within: ['area.registered'],
    valid: counted,
  }),
  count({
    code: 'area.revoked',
    name: 'Khu dân cư bị thu hồi danh hiệu',
    definition: 'Khu dân cư đã được công nhận trong năm xét rồi bị thu hồi.',
    unit: 'thôn',
    source: { from: 'season', honour: 'culturalArea', measure: 'revoked' },
    within: ['area.registered'],
    valid: counted,
  }),
  count({
    code: 'area.fiveYears',
    name: 'Khu dân cư đạt 5 năm liên tục',
    definition: 'Khu dân cư đạt trong năm xét và bốn năm liền trước, tính từ các quyết định (122/2018/NĐ-CP).',
    unit: 'thôn',
    source: { from: 'season', honour: 'culturalArea', measure: 'fiveYears' },
    within: ['area.recognised'],
    valid: during('areaPraise'),
  }),
  count({
    code: 'area.praised',
    name: 'Khu dân cư được tặng giấy khen',
    definition: 'Khu dân cư được tặng giấy khen vì đạt 5 năm liên tục (122/2018/NĐ-CP).',
    unit: 'thôn',
    source: { from: 'season', honour: 'culturalArea', measure: 'praised' },
    within: ['area.fiveYears'],
    valid: during('areaPraise'),
  }),
]

const all = ['area.total', 'tổng số thôn, bản, tổ dân phố'] as const
const registered = ['area.registered', 'số khu dân cư đăng ký'] as const
export const areaRatios: readonly Ratio[] = [
  share('share.area.registered', 'Tỷ lệ khu dân cư đăng ký', { of: 'area.registered', bases: [all], valid: counted }),
  share('share.area.recognised', 'Tỷ lệ khu dân cư đạt', { of: 'area.recognised', bases: [all, registered], valid: counted }),
  share('share.area.fiveYears', 'Tỷ lệ khu dân cư đạt 5 năm liên tục', {
    of: 'area.fiveYears',
    bases: [['area.recognised', 'số khu dân cư đạt'], all],
    valid: during('areaPraise'),
  }),
]
