import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { FormLine } from '#contract/indicator.ts'
import type { DateRange } from '#domain/calendar/date-range.ts'
import { addDays, formatDay } from '#domain/calendar/plain-date.ts'
import { builtInDictionary } from '#domain/indicator/dictionary/dictionary.ts'
import type { FormVersion } from '#domain/indicator/figure-form.ts'
import type { Dictionary } from '#domain/indicator/indicator.ts'
import { useSession } from '../app/session.tsx'
import { Switch } from '../kit/Switch.tsx'
import { FormParts } from './FormParts.tsx'

const route = getRouteApi('/frame/bao-cao/bieu')

/** The form of the house: read, never edited here. */
export function HouseForm({ line }: { line: FormLine }) {
  return (
    <div className="stack">
      <div className="stack-s">
        <h2>{line.name}</h2>
        <p className="soft">{line.note}.</p>
      </div>
      <PublishedForm line={line} dictionary={builtInDictionary} />
    </div>
  )
}

/** What was published of a form, a version at a time: what was asked by it stays as it was. */
export function PublishedForm({ line, dictionary }: { line: FormLine; dictionary: Dictionary }) {
  const { ban } = route.useSearch()
  const navigate = useNavigate()
  const { today } = useSession()
  const shown = line.versions.find(({ version }) => String(version) === ban) ?? current(line.versions, today)
  if (!shown) return null
  return (
    <div className="stack">
      <Switch
        label="Bản"
        value={String(shown.version)}
        shown={sayVersion(shown)}
        options={line.versions.toReversed().map(version => ({ value: String(version.version), label: sayVersion(version) }))}
        onChange={chosen => void navigate({ to: '.', search: before => ({ ...before, ban: chosen }) })}
      />
      <FormParts parts={shown.parts} dictionary={dictionary} on={shown.valid.from ?? today} />
    </div>
  )
}

function current(versions: readonly FormVersion[], today: string): FormVersion | undefined {
  return versions.findLast(({ valid }) => valid.from === null || valid.from <= today) ?? versions.at(-1)
}

function sayVersion({ version, valid }: FormVersion): string {
  return `Bản ${version}, ${sayDays(valid)}`
}

function sayDays({ from, until }: DateRange): string {
  if (until === null) return from === null ? 'luôn dùng' : `từ ${formatDay(from)}`
  const last = formatDay(addDays(until, -1))
  return from === null ? `đến ${last}` : `${formatDay(from)} – ${last}`
}
