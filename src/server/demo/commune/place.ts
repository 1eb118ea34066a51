import type { BodyInput } from '#contract/index.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import type { OrgUnitKind } from '#domain/org/org-unit.ts'
import { demoId } from '../ids.ts'
import type { DemoPerson } from '../record.ts'

// An invented mountain commune of twelve villages, below an invented district that ends with all districts on 1 July 2025.

const source = 'Dữ liệu minh họa'
/** Long before anything of the demonstration is recorded. */
const communeBegins: PlainDate = plainDate('2018-01-01')
const districtsEnd: PlainDate = plainDate('2025-07-01')
const lastOfDistricts: PlainDate = plainDate('2025-06-30')

const id = (name: string): string => demoId(`commune/${name}`)

export const placeIds = { province: id('province'), district: id('district'), commune: id('commune') } as const

/** Households of each, 1,500 in all. */
const named: readonly (readonly [name: string, kind: OrgUnitKind, households: number])[] = [
  ['Tiểu khu Chợ', 'quarter', 180],
  ['Tiểu khu Trường Học', 'quarter', 165],
  ['Bản Cầu Đá', 'village', 150],
  ['Bản Ruộng Trên', 'village', 140],
  ['Bản Ruộng Dưới', 'village', 135],
  ['Bản Đồi Chè', 'village', 130],
  ['Bản Bến Đò', 'village', 120],
  ['Bản Suối Trong', 'village', 115],
  ['Bản Rừng Thông', 'village', 110],
  ['Bản Đầu Nguồn', 'village', 95],
  ['Bản Lưng Đèo', 'village', 85],
  ['Bản Mây', 'village', 75],
]

export type DemoVillage = { readonly unitId: string; readonly name: string; readonly kind: OrgUnitKind; readonly households: number }
export const villages: readonly DemoVillage[] = named.map(([name, kind, households], i) => ({
  unitId: id(`village/${i + 1}`),
  name,
  kind,
  households,
}))

type Version = BodyInput<'org.addVersion'>
type Told = Pick<Version, 'unitId' | 'shortName' | 'kind' | 'name' | 'parentUnitId' | 'position'> & Partial<Version>

function version({ unitId, name, ...rest }: Told, key = ''): Version {
  return {
    id: demoId(`version/${unitId}${key}`),
    unitId,
    name,
    code: '',
    namedAfterPerson: false,
    letterhead: null,
    functions: '',
    calledInText: name,
    valid: { from: null, until: null },
    source,
    ...rest,
  }
}

const commune: Told = {
  unitId: placeIds.commune,
  shortName: 'XMH',
  kind: 'commune',
  name: 'Xã Minh Họa',
  parentUnitId: placeIds.district,
  position: 1,
}
const letterhead = (parentLine: string): Version['letterhead'] => ({
  parentLines: [parentLine],
  nameLines: ['ỦY BAN NHÂN DÂN', 'XÃ MINH HỌA'],
  place: 'Minh Họa',
})
const province: Told = {
  unitId: placeIds.province,
  shortName: 'TMH',
  kind: 'province',
  name: 'Tỉnh Minh Họa',
  parentUnitId: null,
  position: 1,
}
const district: Told = {
  unitId: placeIds.district,
  shortName: 'HMH',
  kind: 'district',
  name: 'Huyện Minh Họa',
  parentUnitId: placeIds.province,
  position: 1,
}

/** The tree with the day it is recorded on: nobody knows in 2022 that districts will end. */
export function placeVersions(today: PlainDate): { readonly on: PlainDate; readonly versions: readonly Version[] } {
  const below = villages.map(({ households: _, ...village }, i) =>
    version({ ...village, shortName: `B${i + 1}`, parentUnitId: placeIds.commune, position: i + 1 }),
  )
  const before = version({ ...commune, letterhead: letterhead('HUYỆN MINH HỌA') })
  if (today < districtsEnd) return { on: today, versions: [version(province), version(district), before, ...below] }
  const ends = { valid: { from: null, until: districtsEnd } }
  const goesOn = { parentUnitId: placeIds.province, letterhead: letterhead('TỈNH MINH HỌA'), valid: { from: districtsEnd, until: null } }
  return {
    on: lastOfDistricts,
    versions: [
      version(province),
      version({ ...district, ...ends }),
      { ...before, ...ends },
      version({ ...commune, ...goesOn }, '/2025'),
      ...below,
    ],
  }
}

export const mountainCommune: BodyInput<'org.addTrait'> = {
  id: id('trait/mountain'),
  unitId: placeIds.commune,
  trait: 'mountain',
  valid: { from: communeBegins, until: null },
  basis: source,
}

const chair = id('position/chair')
const valid = { from: communeBegins, until: null }
export const chairPosition: BodyInput<'org.addPosition'> = { id: chair, unitId: placeIds.commune, name: 'Chủ tịch', rank: 'head' }
export const chairMandate: BodyInput<'org.mandate'> = {
  id: id('mandate/chair'),
  positionId: chair,
  unitId: placeIds.commune,
  capacity: 'own',
  forName: null,
  valid,
  basis: source,
}
export const chairAppointment: BodyInput<'org.appoint'> = {
  id: id('appointment/chair'),
  positionId: chair,
  fullName: 'Cầm Minh Họa',
  accountId: demoId('account/chutich'),
  valid,
  basis: source,
}

const atCommune = { unitId: placeIds.commune, withSubtree: true }
export const communePeople: readonly DemoPerson[] = [
  { ...atCommune, username: 'quantri', fullName: 'Hoàng Minh Họa', role: 'admin', unitId: placeIds.province, what: 'Quản trị toàn tỉnh' },
  {
    ...atCommune,
    username: 'sovanhoa',
    fullName: 'Lường Minh Họa',
    role: 'officer',
    unitId: placeIds.province,
    what: 'Chuyên viên văn hóa của tỉnh',
  },
  {
    ...atCommune,
    username: 'lanhdaotinh',
    fullName: 'Vì Minh Họa',
    role: 'leader',
    unitId: placeIds.province,
    what: 'Lãnh đạo cơ quan văn hóa của tỉnh',
  },
  { ...atCommune, username: 'vanhoa', fullName: 'Lò Minh Họa', role: 'officer', what: 'Công chức văn hóa - xã hội của xã' },
  { ...atCommune, username: 'vanthu', fullName: 'Quàng Minh Họa', role: 'clerk', what: 'Văn thư của xã' },
  { ...atCommune, username: 'chutich', fullName: 'Cầm Minh Họa', role: 'leader', what: 'Chủ tịch UBND xã' },
  { ...atCommune, username: 'nguoixem', fullName: 'Bạc Minh Họa', role: 'viewer', what: 'Chỉ xem' },
  ...villages.map(({ unitId, name }, i) => ({
    username: `truong${i + 1}`,
    fullName: `${['Cà', 'Tòng', 'Quàng', 'Lèo', 'Lường', 'Bạc'][i % 6]} ${i < 6 ? 'Văn' : 'Thị'} Minh Họa`,
    role: 'unitHead' as const,
    unitId,
    withSubtree: false,
    what: `Trưởng ${name.toLocaleLowerCase('vi').startsWith('tiểu khu') ? name.replace('Tiểu', 'tiểu') : name.replace('Bản', 'bản')}`,
  })),
]
