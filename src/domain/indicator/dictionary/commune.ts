import type { DateRange } from '../../calendar/date-range.ts'
import { communeKinds } from '../../org/org-unit.ts'
import { districtsEndedOn } from '../../title/authority.ts'
import type { Indicator, Ratio } from '../indicator.ts'
import { count, during, named, share, since, startOf } from './writer.ts'

const untilTwoLevels: DateRange = { from: null, until: districtsEndedOn }
const sinceTwoLevels: DateRange = { from: districtsEndedOn, until: null }
const total = {
  code: 'commune.total',
  definition: 'Đơn vị hành chính cấp xã có trên địa bàn vào ngày chốt số liệu.',
  unit: 'xã',
  source: { from: 'register', of: communeKinds },
} as const

/** Townships ended and special zones began with the two-level government: the same codes, defined anew from that day. */
export const communeIndicators: readonly Indicator[] = [
  count({ ...total, name: 'Tổng số xã, phường, thị trấn', partitions: [['commune.rural', 'commune.urban']], valid: untilTwoLevels }),
  count({
    ...total,
    name: 'Tổng số xã, phường, đặc khu',
    partitions: [['commune.rural', 'commune.urban', 'commune.zone']],
    valid: sinceTwoLevels,
  }),
  count({
    code: 'commune.rural',
    name: 'Số xã',
    definition: 'Không tính phường, thị trấn, đặc khu.',
    unit: 'xã',
    source: { from: 'register', of: ['commune'] },
    within: ['commune.total'],
  }),
  count({
    code: 'commune.urban',
    name: 'Số phường, thị trấn',
    definition: 'Phường và thị trấn.',
    unit: 'xã',
    source: { from: 'register', of: ['ward', 'township'] },
    within: ['commune.total'],
    valid: untilTwoLevels,
  }),
  count({
    code: 'commune.urban',
    name: 'Số phường',
    definition: 'Phường; từ 01/7/2025 không còn thị trấn.',
    unit: 'xã',
    source: { from: 'register', of: ['ward'] },
    within: ['commune.total'],
    valid: sinceTwoLevels,
  }),
  count({
    code: 'commune.zone',
    name: 'Số đặc khu',
    definition: 'Đặc khu; nơi không có thì ghi 0.',
    unit: 'xã',
    source: { from: 'register', of: ['specialZone'] },
    within: ['commune.total'],
    valid: sinceTwoLevels,
  }),
  ...named('exemplaryCommune', since('exemplaryCommune'), (title, valid) => [
    count({
      code: 'commune.proposed',
      name: `${title}: đề nghị`,
      definition: 'Đơn vị cấp xã được đề nghị xét cho năm xét.',
      unit: 'xã',
      source: { from: 'season', honour: 'exemplaryCommune', measure: 'registered' },
      within: ['commune.total'],
      valid,
    }),
    count({
      code: 'commune.exemplary',
      name: `${title}: đạt`,
      definition: 'Đơn vị cấp xã có tên trong quyết định tặng danh hiệu của năm xét.',
      unit: 'xã',
      source: { from: 'season', honour: 'exemplaryCommune', measure: 'recognised' },
      within: ['commune.proposed'],
      valid,
    }),
  ]),
  count({
    code: 'commune.newRural.registered',
    name: 'Xã đăng ký đạt chuẩn văn hóa nông thôn mới',
    definition: 'Xã đăng ký theo 17/2011/TT-BVHTTDL; phường, thị trấn không thuộc diện này.',
    unit: 'xã',
    source: { from: 'season', honour: 'newRuralCommune', measure: 'registered' },
    within: ['commune.rural'],
    valid: during('newRuralCommune'),
  }),
  count({
    code: 'commune.newRural.recognised',
    name: 'Xã đạt chuẩn văn hóa nông thôn mới',
    definition: 'Xã được công nhận theo 17/2011/TT-BVHTTDL.',
    unit: 'xã',
    source: { from: 'season', honour: 'newRuralCommune', measure: 'recognised' },
    within: ['commune.newRural.registered'],
    valid: during('newRuralCommune'),
  }),
  ...named('civilisedWard', since('civilisedWard'), (title, valid) => [
    count({
      code: 'commune.civilised.registered',
      name: `${title}: đăng ký`,
      definition: 'Đơn vị cấp xã ở đô thị đăng ký cho năm xét.',
      unit: 'xã',
      source: { from: 'season', honour: 'civilisedWard', measure: 'registered' },
      within: ['commune.urban'],
      valid,
    }),
    count({
      code: 'commune.civilised.recognised',
      name: `${title}: đạt`,
      definition: 'Đơn vị cấp xã ở đô thị có quyết định công nhận.',
      unit: 'xã',
      source: { from: 'season', honour: 'civilisedWard', measure: 'recognised' },
      within: ['commune.civilised.registered'],
      valid,
    }),
  ]),
  count({
    code: 'commune.comprehensive',
    name: 'Xã đạt chuẩn phát triển văn hóa toàn diện',
    definition: 'Xã có quyết định công nhận (42/2025/QĐ-TTg).',
    unit: 'xã',
    source: { from: 'season', honour: 'comprehensiveCulture', measure: 'recognised' },
    within: ['commune.rural'],
    valid: during('comprehensiveCulture'),
  }),
]

const all = ['commune.total', 'tổng số đơn vị cấp xã'] as const
export const communeRatios: readonly Ratio[] = [
  share('share.commune.exemplary', 'Tỷ lệ đơn vị cấp xã tiêu biểu', {
    of: 'commune.exemplary',
    bases: [all, ['commune.proposed', 'số đơn vị được đề nghị']],
    valid: since('exemplaryCommune'),
  }),
  share('share.commune.newRural.registered', 'Tỷ lệ xã đăng ký văn hóa nông thôn mới', {
    of: 'commune.newRural.registered',
    bases: [['commune.rural', 'tổng số xã']],
    valid: during('newRuralCommune'),
  }),
  share('share.commune.newRural', 'Tỷ lệ xã đạt chuẩn văn hóa nông thôn mới', {
    of: 'commune.newRural.recognised',
    bases: [
      ['commune.rural', 'tổng số xã'],
      ['commune.newRural.registered', 'số xã đăng ký'],
    ],
    valid: during('newRuralCommune'),
  }),
  share('share.commune.civilised', 'Tỷ lệ đơn vị đạt chuẩn ở đô thị', {
    of: 'commune.civilised.recognised',
    bases: [
      ['commune.urban', 'tổng số đơn vị cấp xã ở đô thị'],
      ['commune.civilised.registered', 'số đơn vị đăng ký'],
    ],
    valid: { from: startOf('civilisedWard'), until: null },
  }),
]
