import type { AreaFacts } from './area-facts.ts'
import { decidedWhilePosted, sameMinutes, spokenRuns, tooFast, unanimousEverywhere } from './meeting-signals.ts'
import { everybodyPasses, everybodyPassesEverywhere, onlyAbsentFail, sameAsLastYear } from './outcome-signals.ts'
import { roundedTotals, sameScores } from './score-signals.ts'
import type { Looked } from './signal.ts'

/** What a look over a season of one commune came to: of the commune, and of each area. */
export type SeasonLook = {
  readonly commune: readonly Looked[]
  readonly areas: readonly { readonly areaUnitId: string; readonly looked: readonly Looked[] }[]
}

/** Every pattern of every area, the same whatever the order they come in. */
export function lookAtSeason(areas: readonly AreaFacts[]): SeasonLook {
  const spoken = areas.map(spokenRuns)
  return {
    commune: [everybodyPassesEverywhere(areas), unanimousEverywhere(areas)],
    areas: areas.map((area, at) => ({
      areaUnitId: area.areaUnitId,
      looked: [
        everybodyPasses(area),
        sameScores(area),
        roundedTotals(area),
        sameAsLastYear(area),
        sameMinutes(spoken[at] ?? spokenRuns(area), spoken),
        decidedWhilePosted(area),
        tooFast(area),
        onlyAbsentFail(area),
      ],
    })),
  }
}
