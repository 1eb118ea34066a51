import { checkRules, type Flag } from '../flag.ts'
import { checkBases } from './bases.ts'
import { checkChangedUnits } from './changed-units.ts'
import type { CheckFacts } from './facts.ts'
import { checkCopied, checkJumps } from './history.ts'
import { checkMissing } from './missing.ts'
import { checkProseShares } from './prose-shares.ts'
import { checkParts, checkSets, checkTwins } from './sets.ts'
import { checkShares } from './shares.ts'
import { checkPoints, checkTurns } from './words.ts'

const checks = [
  checkSets,
  checkParts,
  checkTwins,
  checkShares,
  checkBases,
  checkCopied,
  checkJumps,
  checkChangedUnits,
  checkTurns,
  checkPoints,
  checkProseShares,
  checkMissing,
]

/** All that is to be asked about a unit's figures and words, worst first, each once; nothing is altered and nothing blocks. */
export function checkSheet(facts: CheckFacts): Flag[] {
  const flags = new Map(checks.flatMap(check => check(facts)).map(found => [found.key, found]))
  return [...flags.values()].toSorted((a, b) => checkRules.indexOf(a.rule) - checkRules.indexOf(b.rule) || (a.key < b.key ? -1 : 1))
}
