import type { LevelCoverage } from '#contract/consolidation.ts'
import { Notice } from '../kit/RefusalBanner.tsx'
import classes from './consolidation.module.css'

/** More names than this are opened by whoever wants them. */
const fewNames = 12

/** Who has handed in and who has not, before any number. */
export function Coverage({ levels }: { levels: readonly LevelCoverage[] }) {
  if (levels.length === 0) return null
  return (
    <Notice>
      <ul className={classes.coverage}>
        {levels.map(level => (
          <li key={level.level}>
            <LevelLine level={level} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function LevelLine({ level: { words, missing } }: { level: LevelCoverage }) {
  const [told = words] = words.split('; ')
  if (missing.length <= fewNames) return <>{words}.</>
  return (
    <>
      {told}.
      <details>
        <summary>Chưa có báo cáo của {missing.length} đơn vị</summary>
        {missing.map(({ unitName }) => unitName).join(', ')}.
      </details>
    </>
  )
}
