import type { PlainDate } from '../calendar/plain-date.ts'
import {
  type AreaLaw,
  type AreaRecord,
  countedGatherings,
  listedCandidates,
  postingOf,
  proposedCandidates,
  standingEvents,
} from '../season/area.ts'
import type { Assessment } from '../season/assessment.ts'
import { isStanding } from '../season/candidate.ts'
import { type Gathering, minutesHeld, type Votes } from '../season/meeting.ts'
import type { AreaFacts, HeldGathering } from './area-facts.ts'

/** What was recorded of an area beside its own record. */
export type BesideArea = {
  readonly areaName: string
  readonly assessments: readonly Assessment[]
  /** By candidate, once decided. */
  readonly outcomes: ReadonlyMap<string, 'recognised' | 'failed'>
  /** By household, where the same area considered it a year ago. */
  readonly yearBefore: ReadonlyMap<string, 'recognised' | 'failed'>
  readonly decidedOn: PlainDate | null
}

/** An area as a supervisor looks at it. Nobody has passed or failed before the meeting is concluded. */
export function areaFactsOf(area: AreaRecord, law: AreaLaw, beside: BesideArea): AreaFacts {
  const met = standingEvents(area.events).find(event => event.type === 'meet')
  const proposed = new Set(met ? proposedCandidates(area, law).map(({ id }) => id) : [])
  const scored = new Map(beside.assessments.filter(({ stage }) => stage === 'meeting').map(one => [one.candidateId, one.points]))
  const listed = listedCandidates(area).map(({ id }) => id)
  const gatherings = countedGatherings(area)
  return {
    areaUnitId: area.areaUnitId,
    areaName: beside.areaName,
    households: met?.households ?? area.households,
    considered: met
      ? area.candidates.filter(isStanding).map(({ id, subjectId, headName }) => {
          const outcome = beside.outcomes.get(id)
          const before = beside.yearBefore.get(subjectId)
          return {
            householdId: subjectId,
            headName,
            passes: outcome ? outcome === 'recognised' : proposed.has(id),
            points: scored.get(id) ?? {},
            passedBefore: before ? before === 'recognised' : null,
          }
        })
      : [],
    gatherings: gatherings.map(gathering => heldGathering(gathering, listed)),
    postedUntil: postingOf(area.events)?.lastOn ?? null,
    decidedOn: beside.decidedOn,
  }
}

function heldGathering(gathering: Gathering, listed: readonly string[]): HeldGathering {
  const { way, form, present, list, exceptions, absent, proceedings } = gathering
  const votes = list ? [list, ...exceptions] : exceptions
  return {
    way,
    isDoorToDoor: form === 'doorToDoor',
    present,
    households: list ? listed.length : exceptions.length,
    isUnanimous: votes.length > 0 && votes.every(each => isForAll(each, present)),
    minutes: minutesHeld(gathering),
    absent,
    proceedings,
  }
}

function isForAll({ for: agreed, against, other }: Votes, present: number): boolean {
  return agreed === present && against + other === 0
}
