import type { Indicator, Ratio } from '../indicator.ts'
import { count, share } from './writer.ts'

/** Places with an institution, and institutions: a village with two houses is one village. */
export const institutionIndicators: readonly Indicator[] = [
  count({
    code: 'house.communes',
    name: 'Xã, phường có nhà văn hóa',
    definition: 'Đơn vị cấp xã có nhà văn hóa hoặc trung tâm văn hóa - thể thao đang hoạt động.',
    unit: 'xã',
    within: ['commune.total'],
  }),
  count({
    code: 'house.communes.standard',
    name: 'Xã, phường có nhà văn hóa đạt chuẩn',
    definition: 'Trong đó nhà văn hóa đạt chuẩn theo quy định áp dụng ở địa phương.',
    unit: 'xã',
    within: ['house.communes'],
  }),
  count({
    code: 'house.areas',
    name: 'Thôn, bản, tổ dân phố có nhà văn hóa',
    definition: 'Khu dân cư có nhà văn hóa hoặc nơi sinh hoạt cộng đồng riêng; dùng chung thì ghi ở nơi đặt nhà.',
    unit: 'thôn',
    within: ['area.total'],
  }),
  count({
    code: 'house.areas.standard',
    name: 'Thôn, bản, tổ dân phố có nhà văn hóa đạt chuẩn',
    definition: 'Trong đó nhà văn hóa đạt chuẩn theo quy định áp dụng ở địa phương.',
    unit: 'thôn',
    within: ['house.areas'],
  }),
  count({
    code: 'house.count',
    name: 'Nhà văn hóa thôn, bản, tổ dân phố',
    definition: 'Số nhà, đếm theo nhà: khu dân cư có hai nhà thì tính hai.',
    unit: 'nhà văn hóa',
  }),
  count({
    code: 'house.solid',
    name: 'Nhà văn hóa kiên cố',
    definition: 'Trong đó nhà xây kiên cố.',
    unit: 'nhà văn hóa',
    within: ['house.count'],
  }),
  count({
    code: 'playground.count',
    name: 'Điểm vui chơi trẻ em',
    definition: 'Điểm vui chơi công cộng cho trẻ em do xã, phường hoặc khu dân cư quản lý.',
    unit: 'điểm',
  }),
  count({
    code: 'playground.communes',
    name: 'Xã, phường có điểm vui chơi trẻ em',
    definition: 'Đơn vị cấp xã có ít nhất một điểm.',
    unit: 'xã',
    within: ['commune.total'],
  }),
  count({
    code: 'sportsGround.areas',
    name: 'Thôn, bản, tổ dân phố có sân thể thao',
    definition: 'Khu dân cư có sân tập dùng chung.',
    unit: 'thôn',
    within: ['area.total'],
  }),
  count({
    code: 'house.areas.newRural',
    name: 'Thôn có nhà văn hóa (hỏi theo biểu nông thôn mới)',
    definition: 'Cùng số với thôn, bản, tổ dân phố có nhà văn hóa, hỏi trong biểu khác.',
    unit: 'thôn',
    within: ['area.total'],
    sameAs: 'house.areas',
  }),
]

const communes = ['commune.total', 'tổng số đơn vị cấp xã'] as const
const areas = ['area.total', 'tổng số thôn, bản, tổ dân phố'] as const
export const institutionRatios: readonly Ratio[] = [
  share('share.house.communes', 'Tỷ lệ xã, phường có nhà văn hóa', { of: 'house.communes', bases: [communes] }),
  share('share.house.communes.standard', 'Tỷ lệ xã, phường có nhà văn hóa đạt chuẩn', {
    of: 'house.communes.standard',
    bases: [communes, ['house.communes', 'số xã, phường có nhà văn hóa']],
  }),
  share('share.house.areas', 'Tỷ lệ thôn, bản, tổ dân phố có nhà văn hóa', { of: 'house.areas', bases: [areas] }),
  share('share.house.areas.standard', 'Tỷ lệ thôn, bản, tổ dân phố có nhà văn hóa đạt chuẩn', {
    of: 'house.areas.standard',
    bases: [areas, ['house.areas', 'số thôn, bản, tổ dân phố có nhà văn hóa']],
  }),
  share('share.playground.communes', 'Tỷ lệ xã, phường có điểm vui chơi trẻ em', { of: 'playground.communes', bases: [communes] }),
]
