import type { DateRange } from '../../calendar/date-range.ts'
import { plainDate } from '../../calendar/plain-date.ts'
import type { Indicator, Ratio } from '../indicator.ts'
import { count, share } from './writer.ts'

/** Decree 61/2023/NĐ-CP, Art. 16: what a province reports of village conventions. */
const conventionsReported: DateRange = { from: plainDate('2023-08-16'), until: null }

export const movementIndicators: readonly Indicator[] = [
  count({
    code: 'population.total',
    name: 'Tổng số dân',
    definition: 'Người cư trú thường xuyên trên địa bàn vào ngày chốt số liệu.',
    unit: 'người',
  }),
  count({
    code: 'exercise.people',
    name: 'Người tập thể dục, thể thao thường xuyên',
    definition: 'Người tập thường xuyên, mỗi người một lần; một người tập ở nhiều nơi có thể được nhiều nơi đếm nên không cộng lên.',
    unit: 'người',
    addition: 'distinct',
    within: ['population.total'],
  }),
  count({
    code: 'exercise.families',
    name: 'Gia đình thể thao',
    definition: 'Hộ được ghi nhận là gia đình thể thao.',
    unit: 'hộ',
    within: ['family.total'],
  }),
  count({
    code: 'troupe.count',
    name: 'Đội văn nghệ',
    definition: 'Đội văn nghệ quần chúng có hoạt động trong kỳ.',
    unit: 'đội',
  }),
  count({
    code: 'troupe.areas',
    name: 'Thôn, bản, tổ dân phố có đội văn nghệ',
    definition: 'Khu dân cư có ít nhất một đội.',
    unit: 'thôn',
    within: ['area.total'],
  }),
  count({
    code: 'club.sport',
    name: 'Câu lạc bộ thể thao',
    definition: 'Câu lạc bộ thể thao cơ sở có hoạt động trong kỳ.',
    unit: 'câu lạc bộ',
  }),
  count({
    code: 'unityDay.areas',
    name: 'Thôn, bản, tổ dân phố tổ chức Ngày hội Đại đoàn kết toàn dân tộc',
    definition: 'Khu dân cư đã tổ chức trong kỳ; nhiều nơi tổ chức chung thì mỗi nơi một lần.',
    unit: 'thôn',
    within: ['area.total'],
  }),
  count({
    code: 'convention.areas',
    name: 'Thôn, bản, tổ dân phố có hương ước, quy ước được công nhận',
    definition: 'Khu dân cư có hương ước, quy ước đang được công nhận vào ngày chốt số liệu.',
    unit: 'thôn',
    within: ['area.total'],
  }),
  count({
    code: 'convention.submitted',
    name: 'Hương ước, quy ước đề nghị công nhận trong kỳ',
    definition: 'Bản gửi Ủy ban nhân dân cấp xã trong kỳ.',
    unit: 'bản hương ước',
    valid: conventionsReported,
  }),
  ...(
    [
      ['recognised', 'được công nhận trong kỳ', 'Bản được công nhận trong số đề nghị của kỳ.', ['convention.submitted']],
      ['refused', 'không được công nhận trong kỳ', 'Bản không được công nhận trong số đề nghị của kỳ.', ['convention.submitted']],
      ['amended', 'được sửa đổi, bổ sung, thay thế trong kỳ', 'Bản đã công nhận được sửa, bổ sung hoặc thay.', []],
      ['suspended', 'bị tạm ngừng thực hiện trong kỳ', 'Bản bị tạm ngừng một phần hoặc toàn bộ.', []],
      ['abolished', 'bị bãi bỏ trong kỳ', 'Bản bị bãi bỏ một phần hoặc toàn bộ.', []],
    ] as const
  ).map(([key, words, definition, within]) =>
    count({
      code: `convention.${key}`,
      name: `Hương ước, quy ước ${words}`,
      definition,
      unit: 'bản hương ước',
      within,
      valid: conventionsReported,
    }),
  ),
]

const areas = ['area.total', 'tổng số thôn, bản, tổ dân phố'] as const
export const movementRatios: readonly Ratio[] = [
  share('share.exercise.people', 'Tỷ lệ người tập thể dục, thể thao thường xuyên', {
    of: 'exercise.people',
    bases: [['population.total', 'tổng số dân']],
  }),
  share('share.exercise.families', 'Tỷ lệ gia đình thể thao', { of: 'exercise.families', bases: [['family.total', 'tổng số hộ']] }),
  share('share.troupe.areas', 'Tỷ lệ thôn, bản, tổ dân phố có đội văn nghệ', { of: 'troupe.areas', bases: [areas] }),
  share('share.unityDay.areas', 'Tỷ lệ thôn, bản, tổ dân phố tổ chức Ngày hội', { of: 'unityDay.areas', bases: [areas] }),
  share('share.convention.areas', 'Tỷ lệ thôn, bản, tổ dân phố có hương ước, quy ước', { of: 'convention.areas', bases: [areas] }),
]
