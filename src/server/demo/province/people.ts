import { communeKinds, type OrgTree, type OrgUnitKind, residentialAreaKinds } from '#domain/org/org-unit.ts'
import type { DemoPerson } from '../record.ts'

/** Who may look at the province: invented people, at the province, at one commune, at one of its villages and at one agency. */
export function provincePeople(tree: OrgTree, provinceId: string): readonly DemoPerson[] {
  const commune = firstOf(tree, communeKinds)
  const village = firstOf(tree, residentialAreaKinds, commune)
  const agency = firstOf(tree, ['agency'])
  const atProvince = { unitId: provinceId, withSubtree: true }
  return [
    { username: 'quantri', fullName: 'Hoàng Minh Họa', role: 'admin', ...atProvince, what: 'Quản trị toàn tỉnh' },
    { username: 'sovanhoa', fullName: 'Lò Minh Họa', role: 'officer', ...atProvince, what: 'Chuyên viên Sở VHTTDL, tổng hợp của tỉnh' },
    { username: 'truongphong', fullName: 'Bạc Minh Họa', role: 'unitHead', ...atProvince, what: 'Trưởng phòng Sở VHTTDL, kiểm nội dung' },
    { username: 'lanhdao', fullName: 'Vì Minh Họa', role: 'leader', ...atProvince, what: 'Lãnh đạo tỉnh, ký báo cáo' },
    { username: 'vanthu', fullName: 'Quàng Minh Họa', role: 'clerk', ...atProvince, what: 'Văn thư' },
    {
      username: 'vanhoaxa',
      fullName: 'Cà Minh Họa',
      role: 'officer',
      unitId: commune,
      withSubtree: true,
      what: 'Công chức văn hóa của xã',
    },
    { username: 'truongban', fullName: 'Tòng Minh Họa', role: 'unitHead', unitId: village, withSubtree: false, what: 'Trưởng bản' },
    {
      username: 'coquan',
      fullName: 'Lường Minh Họa',
      role: 'officer',
      unitId: agency,
      withSubtree: false,
      what: 'Chuyên viên một cơ quan',
    },
  ]
}

/** The unit of the lowest code: the same on every machine. */
function firstOf({ versionOf }: OrgTree, kinds: readonly OrgUnitKind[], below?: string): string {
  const units = [...versionOf.values()].filter(({ kind, parentUnitId }) => kinds.includes(kind) && (!below || parentUnitId === below))
  const [first] = units.toSorted((a, b) => ((a.code ?? '') < (b.code ?? '') ? -1 : 1))
  if (!first) throw new Error(`demonstration: no ${kinds.join()}`)
  return first.unitId
}
