import type { ExplainedOrigin } from '#contract/report.ts'
import { figureWords } from '#domain/consolidation/words.ts'
import type { ConsolidatedFacts } from '#domain/report/from-figures.ts'
import type { Figure } from '#domain/report/report.ts'

type Words = Pick<ExplainedOrigin, 'words' | 'contribution'>

/** What was added up, and of how many. */
export function sumInWords(facts: ConsolidatedFacts | null, id: string): Words {
  const [requestId, code] = id.split('/')
  if (!facts || facts.requestId !== requestId) return { words: 'Đợt báo cáo này không còn khớp với kỳ của báo cáo', contribution: null }
  const figure = code === undefined ? undefined : facts.figures.get(code)
  if (!figure) return { words: 'Báo cáo số liệu các đơn vị đã gửi trong kỳ', contribution: null }
  const { whole, of } = figure.coverage
  return { words: `Cộng số của ${whole}/${of} đơn vị đã báo`, contribution: figureWords(figure) }
}

/** The figures one step below that a sum is made of: added up again they are the number. */
export function partsOfSum(facts: ConsolidatedFacts | null, figure: Figure | null): ExplainedOrigin[] {
  const [origin, other] = figure?.origins.filter(({ kind }) => kind === 'sum') ?? []
  const code = origin?.id.split('/')[1]
  if (!facts || !origin || other || code === undefined) return []
  return facts.parts.flatMap(({ unitId, unitName, figures }): ExplainedOrigin[] => {
    const part = figures.get(code)
    const contribution = part ? figureWords(part) : null
    if (contribution === null) return []
    return [{ ...origin, id: `${origin.id}/${unitId}`, words: unitName, contribution, enteredBy: null, enteredAt: null, evidence: [] }]
  })
}
