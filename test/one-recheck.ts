import { randomUUID } from 'node:crypto'
import type { BodyInput, CommandName, ParamsInput, QueryName } from '#contract/index.ts'

// A look over the one season there is, and a lot drawn from whom it recognised.

type SignalName<Name extends string> = Extract<Name, `signal.${string}`>
type Looked = Readonly<Record<'season' | 'village' | 'candidate' | 'draw', string>>

export function signalBodiesOf({ season, village, candidate, draw }: Looked): { [Each in SignalName<CommandName>]: BodyInput<Each> } {
  return {
    'signal.review': {
      id: randomUUID(),
      seasonId: season,
      areaUnitId: village,
      code: 'too-fast',
      outcome: 'explained',
      says: 'Họp theo cụm, đã xem biên bản',
    },
    'signal.drawHouseholds': { id: draw, seasonId: season, seed: '150622', margin: 10 },
    'signal.drawAreas': { id: randomUUID(), seasonId: season, seed: '150622', count: 1 },
    'signal.recheck': {
      drawId: draw,
      on: '2022-06-15',
      rows: [{ id: randomUUID(), itemId: candidate, outcome: 'right', says: '' }],
    },
  }
}

export function signalParamsOf({ season, draw }: Looked): { [Each in SignalName<QueryName>]: ParamsInput<Each> } {
  return { 'signal.ofSeason': { id: season }, 'signal.draws': { seasonId: season }, 'signal.drawn': { id: draw } }
}
