import { formatDay } from '#domain/calendar/plain-date.ts'
import { useSession } from './session.tsx'
import { useUnitId, useUnits } from './units.ts'

/** As many as the server shows of a list at once. */
export const rowsAtOnce = 500
/** Two hundred thousand rows: more than a spreadsheet is good for. */
const mostPages = 400

/** Every row of a filter, page by page; a row that slid down meanwhile is not taken twice. */
export async function readAllRows<Row extends { readonly id: string }>(
  readPage: (skip: number) => Promise<readonly Row[]>,
  onProgress: (count: number) => void,
): Promise<readonly Row[]> {
  const rows = new Map<string, Row>()
  for (let page = 0; page < mostPages; page++) {
    const answer = await readPage(page * rowsAtOnce)
    for (const row of answer) rows.set(row.id, row)
    if (answer.length < rowsAtOnce) break
    onProgress(rows.size)
  }
  return [...rows.values()]
}

/** How many a list shows: where the server cuts it off, that is said. */
export function sayCount(count: number, noun: string): string {
  return count < rowsAtOnce ? `${count} ${noun}` : `${count} ${noun} mới nhất; tệp .xlsx có tất cả`
}

/** What a list taken away is about: the unit, how it was narrowed, the day. */
export function useListAbout(...filters: readonly (string | false | null | undefined)[]): readonly string[] {
  const { today } = useSession()
  const { nameOf } = useUnits()
  const unitId = useUnitId()
  return [nameOf(unitId), ...filters.filter(part => typeof part === 'string' && part !== ''), `ngày ${formatDay(today)}`] as string[]
}
