import type { OrgHistoryView } from '#contract/org.ts'
import { inForce } from '#domain/calendar/date-range.ts'
import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import { sayGiving } from './words.ts'

/** One thing that happened to a unit or to those it came from, and where its line leads. */
type Happening = {
  readonly key: string
  readonly on: PlainDate
  readonly words: string
  readonly note: string | null
  readonly unitId: string
  readonly day: PlainDate
}

/** Renamings, mergers and splits, oldest first. */
export function happenings(history: OrgHistoryView): Happening[] {
  const renamed = history.units.flatMap(({ unitId, versions }) =>
    versions.slice(1).flatMap((version, i): Happening[] => {
      const before = versions[i]
      const { from } = version.valid
      if (!from || !before || before.name === version.name) return []
      const words = `${capitalise(before.calledInText)} đổi tên thành ${version.calledInText}`
      return [{ key: version.id, on: from, words, note: null, unitId, day: from }]
    }),
  )
  const given = history.successions.map((succession): Happening => {
    const { fromUnitId, toUnitId, on, basis, isVerified } = succession
    const isHeir = toUnitId === history.unitId
    return {
      key: `${fromUnitId}${toUnitId}${on}`,
      on,
      words: capitalise(sayGiving(succession, nameOn(history, fromUnitId, addDays(on, -1)), nameOn(history, toUnitId, on))),
      note: [basis, isVerified ? null : 'chưa xác minh'].filter(Boolean).join(' · ') || null,
      unitId: isHeir ? fromUnitId : toUnitId,
      day: isHeir ? addDays(on, -1) : on,
    }
  })
  return [...renamed, ...given].toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

/** What a unit of the history was called on a day. */
export function nameOn({ units }: OrgHistoryView, unitId: string, on: PlainDate): string {
  const versions = units.find(unit => unit.unitId === unitId)?.versions ?? []
  return (inForce(versions, on) ?? versions.at(-1))?.calledInText ?? ''
}
