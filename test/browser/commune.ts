import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SeasonAreaView } from '#contract/season.ts'
import type { DemoName } from '#server/demo/which.ts'
import { type Caller, callerAs } from './over-http.ts'
import { type JourneyServer, startServer } from './server.ts'

// The invented commune of twelve villages in a year of merit, and what eleven of its villages do without their screens.

/** The days of one season, as its law has its steps. */
export type SeasonDays = {
  readonly registered: string
  readonly listed: string | null
  readonly met: string
  readonly posted: { readonly from: string; readonly lastOn: string } | null
  readonly submitted: string
}

export async function openCommune(demo: DemoName): Promise<JourneyServer> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-commune-'))
  const server = await startServer(folder, '--demo', demo)
  return {
    address: server.address,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Clock = { readonly startClock: string | null; readonly endClock: string | null }
const unknown: Clock = { startClock: null, endClock: null }
/** No list of so many names is even read aloud in that time: a supervisor is asked to look there again. */
const hasty: Clock = { startClock: '19:00', endClock: '19:06' }

/** Villages by their number in the demonstration, each brought as far as its dossier by its own head. */
export async function submitVillages(
  address: string,
  { seasonId, areaUnitIds, days }: { readonly seasonId: string; readonly areaUnitIds: readonly string[]; readonly days: SeasonDays },
): Promise<void> {
  for (const [at, areaUnitId] of areaUnitIds.entries()) {
    const head = await callerAs(address, `truong${at + 1}`)
    const clock = at === 0 ? hasty : unknown
    await submitVillage(head, await head.ask('season.area', { seasonId, areaUnitId }), { days, clock })
  }
}

type Scored = { readonly lines: readonly string[]; readonly candidateIds: readonly string[] }

/** One household in forty stays below half of the points of a standard. */
export async function giveVillagePoints(
  head: Caller,
  area: { readonly seasonId: string; readonly areaUnitId: string },
  { lines, candidateIds }: Scored,
): Promise<void> {
  const pointsOf = (nth: number) => Object.fromEntries(lines.map(code => [code, nth % 40 === 39 ? 5 : 25]))
  const rows = candidateIds.map((candidateId, nth) => ({ id: randomUUID(), candidateId, points: pointsOf(nth) }))
  await head.send('season.assess', { ...area, stage: 'meeting', rows })
}

async function submitVillage(
  head: Caller,
  { season, areaUnitId, others }: SeasonAreaView,
  { days, clock }: { readonly days: SeasonDays; readonly clock: Clock },
): Promise<void> {
  const area = { seasonId: season.id, areaUnitId }
  const step = (on: string) => ({ id: randomUUID(), ...area, on })
  const candidates = others.map(({ subjectId }) => ({ id: randomUUID(), subjectId }))
  await head.send('season.register', { ...area, candidates, registeredOn: days.registered })
  const { lines } = await head.ask('season.area', area)
  const everybody = candidates.map(({ id }) => id)
  if (days.listed) {
    const rows = everybody.map(candidateId => ({ id: randomUUID(), candidateId, points: {} }))
    await head.send('season.assess', { ...area, stage: 'self', rows })
    await head.send('season.makeList', { ...step(days.listed), leftOut: [] })
  }
  await giveVillagePoints(head, area, { lines, candidateIds: everybody })
  const present = Math.ceil(everybody.length * 0.9)
  await head.send('season.gather', {
    id: randomUUID(),
    ...area,
    heldOn: days.met,
    place: 'Nhà văn hóa',
    ...clock,
    form: 'whole',
    way: 'hands',
    convened: everybody.length,
    present,
    absent: [],
    list: { for: present - 2, against: 1, other: 1 },
    exceptions: [],
    proceedings: '',
  })
  await head.send('season.concludeMeeting', { ...step(days.met), leftOut: [] })
  if (days.posted) await head.send('season.post', { ...step(days.posted.from), lastOn: days.posted.lastOn, place: 'Bảng tin nhà văn hóa' })
  await head.send('season.submit', step(days.submitted))
}
