import { Link } from '@tanstack/react-router'
import type { LevelCoverage } from '#contract/consolidation.ts'
import { Notice } from '../kit/RefusalBanner.tsx'
import classes from './consolidation.module.css'
import { ManyNames } from './ManyNames.tsx'

/** Who has handed in and who has not, before any number. */
export function Coverage({ levels, requestId, unitId }: { levels: readonly LevelCoverage[]; requestId: string; unitId: string }) {
  if (levels.length === 0) return null
  return (
    <Notice>
      <ul className={classes.coverage}>
        {fromAbove(levels).map(level => (
          <li key={level.level}>
            <LevelLine level={level} requestId={requestId} unitId={unitId} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Those who hand in to the unit itself before those who hand in to them. */
function fromAbove(levels: readonly LevelCoverage[]): LevelCoverage[] {
  return levels.toSorted((a, b) => Number(a.level === 'area') - Number(b.level === 'area'))
}

function LevelLine({ level: { level, words, missing }, requestId, unitId }: { level: LevelCoverage; requestId: string; unitId: string }) {
  const [told = words] = words.split('; ')
  return (
    <>
      Tính trên{' '}
      <Link
        to="/bao-cao/dot/$requestId"
        params={{ requestId }}
        search={before => ({ ...before, cua: unitId, cap: level })}
        className="opens"
      >
        {told}
      </Link>
      . <ManyNames lead="Chưa có hoặc đã trả lại báo cáo của" names={missing.map(({ unitName }) => unitName)} />
    </>
  )
}
