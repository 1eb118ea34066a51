import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays, plainDate } from '#domain/calendar/plain-date.ts'
import type { ListedVersion } from '#domain/org/lineage.ts'
import { readUnitList } from '../../org/unit-list.ts'

// The real communes of Sơn La before and after 1 July 2025, with invented villages and agencies below them.

const source = 'Dữ liệu minh họa'
const provinceCode = '14'
/** Resolution 1681/NQ-UBTVQH15: 75 communes and wards instead of 200, districts end. */
const mergerDay: PlainDate = plainDate('2025-07-01')
/** Villages of the simulation begin with the communes of Resolution 1280/NQ-UBTVQH15, which the last list before the merger tells. */
const villagesBegin: PlainDate = plainDate('2025-02-01')
const villagesPerCommune = [11, 12] as const
const agencyCount = 60

/** The list of communes with what is invented below it: villages stay what they are when their commune goes up in another. */
export function withInventedUnits(listOfCommunes: string): string {
  const communes = readUnitList(listOfCommunes).versions
  const before = communes.filter(({ code, valid }) => code.length === 5 && valid.until === mergerDay)
  const after = communes.filter(({ code, valid }) => code.length === 5 && valid.from === mergerDay)
  const heirOf = new Map(after.flatMap(heir => heir.predecessors.map(({ code }) => [code, heir.code] as const)))
  const rows = before.flatMap((commune, i) =>
    villageRows(commune, heirOf.get(commune.code) ?? commune.code, villagesPerCommune[i % 2] ?? 11),
  )
  return [listOfCommunes.trimEnd(), ...rows, ...agencyRows()].join('\n')
}

function villageRows(commune: ListedVersion, heirCode: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const code = `mh-${commune.code}-${i + 1}`
    const word = commune.kind === 'commune' ? 'bản' : 'tổ dân phố'
    const name = `${commune.name} ${i + 1}`
    const lastBefore = addDays(mergerDay, -1)
    return [
      [code, name, word, commune.code, villagesBegin, lastBefore, '', source].join(),
      [code, name, word, heirCode, mergerDay, '', code, source].join(),
    ]
  }).flat()
}

function agencyRows(): string[] {
  return Array.from({ length: agencyCount }, (_, i) => {
    const number = String(i + 1).padStart(2, '0')
    return [`mh-cq-${number}`, `Cơ quan minh họa ${number}`, 'cơ quan', provinceCode, '', '', '', source].join()
  })
}
