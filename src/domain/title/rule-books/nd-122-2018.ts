import type { RuleBook, Scoring, Share, Threshold } from '../rule-book.ts'
import type { RuleWriter } from './writer.ts'

/** Decree 122/2018/NĐ-CP, Art. 9 and 15: three fifths of those convened must come, three fifths of those who came agree. */
export const threeFifthsConvened: Share = { percent: 60, strictly: false, of: 'convened' }
export const threeFifthsPresent: Share = { percent: 60, strictly: false, of: 'present' }

/** Days in force and bases, the same for its titles and its letters of praise. */
export function common122({ blank, bounds }: RuleWriter): ReturnType<RuleWriter['blank']> & Pick<RuleBook, 'valid' | 'bounds'> {
  return { ...blank(), ...bounds(['2018-11-05', 'B'], ['2024-01-30', 'S']) }
}

/** Art. 5: 100 points, half of each standard, a threshold by place; which of several counts is open (M3). */
export function scoring122(
  { fact }: RuleWriter,
  { mostAt, shareAt }: { readonly mostAt: string; readonly shareAt: string },
  thresholds: readonly Threshold[],
): Scoring {
  return {
    kind: 'points',
    most: fact('most', 100, 'B', mostAt),
    leastShare: fact('leastShare', 50, 'B', shareAt),
    thresholds,
    whenSeveral: fact('whenSeveral', null, 'D', 'Điều 5', 'M3'),
  }
}
