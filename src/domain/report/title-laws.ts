import type { DateRange } from '../calendar/date-range.ts'
import { plainDate } from '../calendar/plain-date.ts'

/**
 * Which texts govern which cultural titles, as far as a report of an office needs to know. The scope of 122/2018/NĐ-CP
 * is read from its articles on families and residential areas; the days of TT 08/2014 are not verified (docs/law).
 */
export type TitleLaw = {
  readonly code: string
  readonly governs: readonly ('family' | 'residentialArea' | 'office')[]
  readonly scopeWords: string
  readonly valid: DateRange
}

export const officeTitleLaws: readonly TitleLaw[] = [
  {
    code: '122/2018/NĐ-CP',
    governs: ['family', 'residentialArea'],
    scopeWords: 'gia đình và khu dân cư',
    valid: { from: plainDate('2018-11-05'), until: plainDate('2024-01-30') },
  },
  {
    code: '86/2023/NĐ-CP',
    governs: ['family', 'residentialArea'],
    scopeWords: 'gia đình, thôn, tổ dân phố và xã, phường, thị trấn',
    valid: { from: plainDate('2024-01-30'), until: null },
  },
  {
    code: '08/2014/TT-BVHTTDL',
    governs: ['office'],
    scopeWords: 'cơ quan, đơn vị, doanh nghiệp',
    valid: { from: plainDate('2014-10-01'), until: plainDate('2023-01-01') },
  },
]

export function governsOfficeTitles(law: TitleLaw): boolean {
  return law.governs.includes('office')
}
