import type { BodyInput } from '#contract/index.ts'
import type { Role } from '#domain/account/access.ts'
import type { OrgUnitKind } from '#domain/org/org-unit.ts'
import { demoId } from './ids.ts'

// The office of the people's committee of Sơn La as its first-half report of 2022 tells it: eight departments, three
// attached units, 58 + 15 + 40 people, one deputy chief who signs. Accounts and their other holders are invented.

const source = 'Báo cáo 6 tháng đầu năm 2022 của Văn phòng UBND tỉnh'

export const unitIds = {
  committee: demoId('unit/UBND tỉnh'),
  office: demoId('unit/VPUB'),
  culture: demoId('unit/SVHTTDL'),
  synthesis: demoId('unit/TH'),
  economy: demoId('unit/KT'),
  internalAffairs: demoId('unit/NC'),
  scienceEducation: demoId('unit/KGVX'),
  procedureControl: demoId('unit/KSTTHC'),
  administration: demoId('unit/TCHCQT'),
  citizenReception: demoId('unit/BTCD'),
  publicService: demoId('unit/TTPVHCC'),
  informationCentre: demoId('unit/TTTT'),
  committeeGuesthouse: demoId('unit/NK'),
  hanoiGuesthouse: demoId('unit/NKTX'),
} as const

type DemoUnit = {
  readonly unitId: string
  readonly shortName: string
  readonly kind: OrgUnitKind
  readonly name: string
  readonly parentUnitId: string | null
  readonly position: number
  readonly calledInText?: string
  readonly functions?: string
  readonly letterhead?: BodyInput<'org.addVersion'>['letterhead']
}

const part = (unitId: string, shortName: string, kind: OrgUnitKind, name: string, position: number): DemoUnit => ({
  unitId,
  shortName,
  kind,
  name,
  parentUnitId: unitIds.office,
  position,
})

export const demoUnits: readonly DemoUnit[] = [
  {
    unitId: unitIds.committee,
    shortName: 'UBND',
    kind: 'peoplesCommittee',
    name: 'Ủy ban nhân dân tỉnh Sơn La',
    parentUnitId: null, // hung under the province once its identity is known
    position: 1,
    calledInText: 'UBND tỉnh',
    letterhead: { parentLines: [], nameLines: ['ỦY BAN NHÂN DÂN', 'TỈNH SƠN LA'], place: 'Sơn La' },
  },
  {
    unitId: unitIds.office,
    shortName: 'VPUB',
    kind: 'agency',
    name: 'Văn phòng Ủy ban nhân dân tỉnh Sơn La',
    parentUnitId: unitIds.committee,
    position: 1,
    calledInText: 'Văn phòng UBND tỉnh',
    letterhead: { parentLines: ['UBND TỈNH SƠN LA'], nameLines: ['VĂN PHÒNG'], place: 'Sơn La' },
    functions:
      'Văn phòng UBND tỉnh với chức năng, nhiệm vụ tham mưu, giúp UBND tỉnh, Chủ tịch UBND tỉnh về chương trình, kế hoạch công tác; kiểm soát thủ tục hành chính; tổ chức triển khai thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính thuộc thẩm quyền giải quyết của cấp tỉnh, cấp huyện và cấp xã; tổ chức, quản lý và công bố các thông tin chính thức về hoạt động của UBND, Chủ tịch UBND tỉnh; đầu mối Cổng Thông tin điện tử, kết nối hệ thống thông tin hành chính điện tử chỉ đạo điều hành của UBND, Chủ tịch UBND tỉnh; quản lý Công báo và phục vụ các hoạt động chung của UBND tỉnh; giúp Chủ tịch UBND và các Phó Chủ tịch UBND tỉnh thực hiện nhiệm vụ, quyền hạn theo thẩm quyền; quản lý văn thư - lưu trữ và công tác quản trị nội bộ của Văn phòng.',
  },
  {
    unitId: unitIds.culture,
    shortName: 'SVHTTDL',
    kind: 'agency',
    name: 'Sở Văn hóa, Thể thao và Du lịch',
    parentUnitId: unitIds.committee,
    position: 2,
    letterhead: { parentLines: ['UBND TỈNH SƠN LA'], nameLines: ['SỞ VĂN HÓA, THỂ THAO', 'VÀ DU LỊCH'], place: 'Sơn La' },
  },
  part(unitIds.synthesis, 'TH', 'department', 'Phòng Tổng hợp', 1),
  part(unitIds.economy, 'KT', 'department', 'Phòng Kinh tế', 2),
  part(unitIds.internalAffairs, 'NC', 'department', 'Phòng Nội chính', 3),
  part(unitIds.scienceEducation, 'KGVX', 'department', 'Phòng Khoa giáo- Văn xã', 4),
  part(unitIds.procedureControl, 'KSTTHC', 'department', 'Phòng Kiểm soát Thủ tục hành chính', 5),
  part(unitIds.administration, 'TCHCQT', 'department', 'Phòng Tổ chức-Hành chính-Quản trị', 6),
  part(unitIds.citizenReception, 'BTCD', 'department', 'Ban Tiếp Công dân tỉnh', 7),
  part(unitIds.publicService, 'TTPVHCC', 'department', 'Trung tâm Phục vụ hành chính công', 8),
  part(unitIds.informationCentre, 'TTTT', 'attachedUnit', 'Trung tâm Thông tin', 1),
  part(unitIds.committeeGuesthouse, 'NKUB', 'attachedUnit', 'Nhà khách Ủy ban nhân dân tỉnh', 2),
  part(unitIds.hanoiGuesthouse, 'NKTX', 'attachedUnit', 'Nhà khách Thanh Xuân - Hà Nội', 3),
]

/** The version a demonstration unit has for as long as the data reach. */
export function versionBody(unit: DemoUnit, parentUnitId: string | null): BodyInput<'org.addVersion'> {
  return {
    id: demoId(`version/${unit.shortName}`),
    unitId: unit.unitId,
    shortName: unit.shortName,
    name: unit.name,
    kind: unit.kind,
    parentUnitId,
    code: '',
    namedAfterPerson: false,
    position: unit.position,
    letterhead: unit.letterhead ?? null,
    functions: unit.functions ?? '',
    calledInText: unit.calledInText ?? unit.name,
    valid: { from: null, until: null },
    source,
  }
}

export const demoHeadcounts: readonly BodyInput<'org.setHeadcount'>[] = (
  [
    ['officials', 58],
    ['publicEmployees', 15],
    ['contractWorkers', 40],
  ] as const
).map(([category, count]) => ({ id: demoId(`headcount/${category}`), unitId: unitIds.office, category, count, from: '2021-12-15' }))

const head = demoId('position/chief')
const deputy = demoId('position/deputy')

export const demoPositions: readonly BodyInput<'org.addPosition'>[] = [
  { id: head, unitId: unitIds.office, name: 'Chánh Văn phòng', rank: 'head' },
  { id: deputy, unitId: unitIds.office, name: 'Phó Chánh Văn phòng', rank: 'deputy' },
]

export const demoMandates: readonly BodyInput<'org.mandate'>[] = [
  {
    id: demoId('mandate/deputy'),
    positionId: deputy,
    unitId: unitIds.office,
    capacity: 'KT',
    forName: 'Chánh Văn phòng',
    valid: { from: '2021-12-15', until: null },
    basis: source,
  },
]

/** Who can sign in on demonstration data, and as what. The deputy chief's name stands on the published report; the others are invented. No unit: the whole province. */
export const demoPeople: readonly {
  username: string
  fullName: string
  role: Role
  unitId: string | null
  withSubtree: boolean
  what: string
}[] = [
  { username: 'quantri', fullName: 'Hoàng Minh Họa', role: 'admin', unitId: null, withSubtree: true, what: 'Quản trị toàn tỉnh' },
  {
    username: 'chuyenvien',
    fullName: 'Lò Minh Họa',
    role: 'officer',
    unitId: unitIds.office,
    withSubtree: true,
    what: 'Chuyên viên tổng hợp của Văn phòng',
  },
  {
    username: 'truongphong',
    fullName: 'Cà Minh Họa',
    role: 'unitHead',
    unitId: unitIds.administration,
    withSubtree: true,
    what: 'Trưởng phòng Tổ chức - Hành chính - Quản trị',
  },
  { username: 'vanthu', fullName: 'Quàng Minh Họa', role: 'clerk', unitId: unitIds.office, withSubtree: true, what: 'Văn thư Văn phòng' },
  {
    username: 'lanhdao',
    fullName: 'Sòi Đức Nghĩa',
    role: 'leader',
    unitId: unitIds.office,
    withSubtree: true,
    what: 'Phó Chánh Văn phòng, ký thay',
  },
  {
    username: 'kinhte',
    fullName: 'Tòng Minh Họa',
    role: 'officer',
    unitId: unitIds.economy,
    withSubtree: false,
    what: 'Chuyên viên phòng Kinh tế',
  },
  { username: 'nguoixem', fullName: 'Vì Minh Họa', role: 'viewer', unitId: unitIds.office, withSubtree: true, what: 'Chỉ xem' },
]

/** The deputy chief's appointment, tied to the account that signs. */
export function appointmentBody(accountId: string): BodyInput<'org.appoint'> {
  return {
    id: demoId('appointment/deputy'),
    positionId: deputy,
    fullName: 'Sòi Đức Nghĩa',
    accountId,
    valid: { from: '2021-12-15', until: null },
    basis: source,
  }
}
