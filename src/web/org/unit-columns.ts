import { type OrgTreeRow, orgUnitKindWords } from '#contract/org.ts'
import { capitalise } from '#domain/kit/text.ts'
import { dayColumn, numberColumn, textColumn } from '../kit/list-sheet.ts'

/** The tree as a list: the superior stands beside each unit, so that it can be sorted and filtered. */
export function unitColumns(units: readonly OrgTreeRow[]) {
  const names = new Map(units.map(unit => [unit.unitId, unit.name]))
  return [
    numberColumn<OrgTreeRow>('Cấp', 6, unit => unit.depth + 1),
    textColumn<OrgTreeRow>('Đơn vị', 48, unit => unit.name),
    textColumn<OrgTreeRow>('Loại', 20, unit => capitalise(orgUnitKindWords[unit.kind])),
    textColumn<OrgTreeRow>('Mã', 12, unit => unit.code),
    textColumn<OrgTreeRow>('Cấp trên trực tiếp', 40, unit => unit.parentUnitId && names.get(unit.parentUnitId)),
    dayColumn<OrgTreeRow>('Từ ngày', unit => unit.valid.from),
    dayColumn<OrgTreeRow>('Đến trước ngày', unit => unit.valid.until),
  ]
}
