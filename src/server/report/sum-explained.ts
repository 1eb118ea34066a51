import type { RefusalCode } from '#contract/index.ts'
import type { Explanation, SumExplained, SumPart } from '#contract/report.ts'
import type { FigureSource } from '#domain/consolidation/add-up.ts'
import { shareOf } from '#domain/consolidation/ratio.ts'
import { figureWords, percentWords } from '#domain/consolidation/words.ts'
import { indicatorOf } from '#domain/indicator/indicator.ts'
import { printValue } from '#domain/indicator/read-value.ts'
import type { Value } from '#domain/indicator/value.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { compareText, formatNumber } from '#domain/kit/text.ts'
import type { Figure, PeriodicReport, ReportContent } from '#domain/report/report.ts'
import { readSumFigureId, type SumMeasure, sumFigureId } from '#domain/report/sum-figure.ts'
import { keptAt, levels } from '#domain/request/request.ts'
import { authorise } from '../account/authorise.ts'
import { findEvidence } from '../consolidation/evidence.ts'
import { findToldFigure } from '../consolidation/told.ts'
import type { Context } from '../context.ts'
import { findRequest } from '../request/request.store.ts'
import { listEvents } from '../request/return.store.ts'
import { openWithin, receiversOf } from '../request/within.ts'
import { findSumAsOf, type SumAsOf } from './sum-as-of.ts'
import { type Asked, changedSince, namesOf } from './sum-changes.ts'

/** A number added up from returns, laid open one level down. */
export async function explainSum(ctx: Context, report: PeriodicReport, figureId: string): Promise<Result<Explanation, RefusalCode>> {
  const read = readSumFigureId(figureId)
  const figure = report.content.figures.find(({ id }) => id === figureId) ?? null
  const version = figure?.version ?? report.content.sums?.version
  const requestId = figure?.origins[0]?.id.split('/')[0] ?? report.content.sums?.requestId
  const request = requestId === undefined ? undefined : await findRequest(ctx.tx, requestId)
  if (!read || !request || version === undefined) return refuse('report.unknown-figure')
  const reportsAt = keptAt(request, report.unitId)
  const asked = {
    measure: read.measure,
    unitId: read.unitId ?? reportsAt,
    request,
    version,
    noun: nounIn(report.content, read.measure),
  }
  const owing = await openWithin(ctx, request, asked.unitId)
  const isOwn = asked.unitId === reportsAt
  const isBelow = owing !== null && (await receiversOf(ctx.tx, request.id, owing)).includes(reportsAt)
  if (!isOwn && !isBelow) return refuse('report.unknown-figure')
  // What the report prints, who reads it may open; what lies below a unit only who may look into that unit.
  const denied = isOwn ? undefined : await authorise(ctx, 'figure.explain', asked.unitId)
  if (denied && owing?.toUnitId !== reportsAt) return denied
  const asOf = await findSumAsOf(ctx.tx, request, asked)
  const sum = await laidOpen(ctx, asked, asOf)
  const shown = denied ? { ...sum, parts: [], addedAgain: null, missing: [], partly: [], told: null, evidence: null, since: null } : sum
  return ok({ figure: figure ?? figureOfCell(asked, asOf, figureId), total: sum.words, sources: [], sum: shown })
}

function nounIn({ figures }: ReportContent, measure: SumMeasure): string {
  const value = figures.find(({ id }) => id === sumFigureId(measure))?.value
  return value?.type === 'ratio' ? value.baseName : 'đơn vị'
}

/** Level by level, in each by name. */
function inOrder(parts: readonly SumPart[], { owed }: SumAsOf): SumPart[] {
  const levelOf = new Map(owed.map(({ unitId, level }) => [unitId, levels.indexOf(level)]))
  const placed = parts.map(part => ({ part, level: levelOf.get(readSumFigureId(part.figureId)?.unitId ?? '') ?? -1 }))
  return placed.toSorted((a, b) => a.level - b.level || compareText(a.part.unitName, b.part.unitName)).map(({ part }) => part)
}

async function laidOpen(ctx: Context, asked: Asked, asOf: SumAsOf): Promise<SumExplained> {
  const { unitId, request, version } = asked
  const direct = asOf.owed.filter(({ toUnitId }) => toUnitId === unitId).map(one => one.unitId)
  const names = await namesOf(ctx, asked, [unitId, ...direct])
  const look = lookAt(asked, asOf, names)
  return {
    requestId: request.id,
    title: request.title,
    unitId,
    unitName: names(unitId),
    cutoff: request.cutoff,
    version,
    words: look.words,
    counts: countsOf(asked, asOf),
    coverage: look.coverage,
    parts: inOrder(look.parts, asOf),
    addedAgain: look.parts.length > 0 ? look.again(look.parts.map(({ counts }) => counts)) : null,
    missing: look.missing,
    partly: look.partly,
    ...(await toldBy(ctx, asked, asOf, names(unitId))),
    since: await changedSince(ctx, asked, asOf, (of, then) => lookAt(of, then, names).words),
  }
}

type Look = Pick<SumExplained, 'words' | 'coverage' | 'parts' | 'missing' | 'partly'> & {
  /** The number made once more from the counts of its parts, in the words it is printed in. */
  readonly again: (counts: readonly (readonly number[])[]) => string
}

/** What a measure came to at a unit, and at each that hands in to it. */
function lookAt(asked: Asked, asOf: SumAsOf, names: (unitId: string) => string): Look {
  const { measure, unitId } = asked
  switch (measure.type) {
    case 'sum':
    case 'share':
      return addedLook(asked, asOf, names)
    case 'whole': {
      const [whole = 0, of = 0] = wholeAt(asOf, unitId)
      const parts = asOf.along.partsOf(unitId).map(part => ({ unitId: part.unitId, counts: wholeOf(part) }))
      return tallied(measure, { words: tally([whole, of], 'đơn vị'), noun: 'đơn vị', parts, names })
    }
    case 'coverage': {
      const { noun } = asked
      const inReach = handedInBelow(asOf, measure.level)
      const parts = asOf.owed.filter(one => one.toUnitId === unitId).map(one => ({ unitId: one.unitId, counts: inReach(one.unitId) }))
      const told = sumCounts(parts.map(({ counts }) => counts))
      return tallied(measure, { words: tally(told, noun), noun, parts, names })
    }
    case 'version': {
      const words = `lần tổng hợp thứ ${formatNumber(asked.version)}`
      return { words, coverage: null, parts: [], missing: [], partly: [], again: () => words }
    }
  }
}

function addedLook({ measure, unitId }: Asked, { along, dictionary }: SumAsOf, names: (unitId: string) => string): Look {
  const figure = along.figureOf(unitId)
  const unit = measure.type === 'sum' ? (indicatorOf(dictionary, measure.code)?.unit ?? '') : ''
  const baseName = measure.type === 'share' ? nameOfBase(measure, dictionary) : ''
  const parts = figure.source === 'own' ? [] : along.partsOf(unitId)
  const owingAs = (has: FigureSource) => parts.flatMap(part => (part.owes && part.source === has ? [names(part.unitId)] : []))
  const words = (values: readonly Value[] | null): string | null => {
    if (measure.type !== 'share') return figureWords({ ...figure, values }) && `${figureWords({ ...figure, values })} ${unit}`
    const share = shareOf(values)
    const percent = share && percentWords(share)
    return percent && `${percent} ${baseName}`
  }
  return {
    words: words(figure.values),
    coverage: figure.coverage.of > 0 ? tally([figure.coverage.whole, figure.coverage.of], 'đơn vị') : null,
    parts: parts.flatMap((part): SumPart[] =>
      part.values
        ? [
            {
              figureId: sumFigureId(measure, part.unitId),
              unitName: names(part.unitId),
              words: measure.type === 'share' ? part.values.map(value => printValue(value)).join('/') : (figureWords(part) ?? ''),
              counts: part.values.map(({ count }) => count),
            },
          ]
        : [],
    ),
    missing: owingAs('nothing'),
    partly: owingAs('partly'),
    again: counts => {
      const sums = sumCounts(counts)
      return words((figure.values ?? []).map((value, i): Value => ({ ...value, count: sums[i] ?? 0 }))) ?? ''
    },
  }
}

type Tallied = {
  readonly words: string
  readonly noun: string
  readonly parts: readonly { readonly unitId: string; readonly counts: readonly number[] }[]
  readonly names: (unitId: string) => string
}

/** So many of so many: each unit below with its own. */
function tallied(measure: SumMeasure, { words, noun, parts, names }: Tallied): Look {
  const there = parts.filter(({ counts: [, of = 0] }) => of > 0)
  return {
    words,
    coverage: null,
    parts: there.map(({ unitId, counts: [have = 0, of = 0] }) => ({
      figureId: sumFigureId(measure, unitId),
      unitName: names(unitId),
      words: `${formatNumber(have)}/${formatNumber(of)}`,
      counts: [have, of],
    })),
    missing: there.flatMap(({ unitId, counts: [have, of] }) => (have === 0 && of === 1 ? [names(unitId)] : [])),
    partly: [],
    again: counts => tally(sumCounts(counts), noun),
  }
}

function tally([have = 0, of = 0]: readonly number[], noun: string): string {
  return `${formatNumber(have)}/${formatNumber(of)} ${noun}`
}

function sumCounts(counts: readonly (readonly number[])[]): number[] {
  const [first = []] = counts
  return first.map((_, i) => counts.reduce((sum, each) => sum + (each[i] ?? 0), 0))
}

function wholeAt({ along }: SumAsOf, unitId: string): number[] {
  const { coverage } = along.figureOf(unitId)
  return [coverage.whole, coverage.of]
}

function wholeOf({ owes, source, coverage }: ReturnType<SumAsOf['along']['figureOf']>): number[] {
  return owes ? [source === 'own' || source === 'below' ? 1 : 0, 1] : [coverage.whole, coverage.of]
}

/** How many of a level handed in at a unit and below it, of how many. */
function handedInBelow({ owed, standing }: SumAsOf, level: string): (unitId: string) => number[] {
  const below = Map.groupBy(owed, ({ toUnitId }) => toUnitId)
  const levelOf = new Map(owed.map(one => [one.unitId, one.level]))
  const count = (unitId: string): number[] => {
    const own = levelOf.get(unitId) === level ? [(standing.get(unitId) ?? null) === null ? 0 : 1, 1] : [0, 0]
    return sumCounts([own, ...(below.get(unitId) ?? []).map(one => count(one.unitId))])
  }
  return count
}

function nameOfBase({ code, baseCode }: Extract<SumMeasure, { type: 'share' }>, { ratios }: SumAsOf['dictionary']): string {
  return ratios.find(ratio => ratio.code === code)?.bases.find(base => base.code === baseCode)?.name ?? ''
}

function countsOf({ measure, unitId }: Asked, { dictionary, along }: SumAsOf): SumExplained['counts'] {
  if (measure.type !== 'share') return null
  const ratio = dictionary.ratios.find(({ code }) => code === measure.code)
  const values = along.figureOf(unitId).values
  const count = (code: string, i: number) => {
    const { name = '', definition = '', unit = '' } = indicatorOf(dictionary, code) ?? {}
    const value = values?.[i]
    return { name, definition, words: value ? `${printValue(value)} ${unit}` : '' }
  }
  return { numerator: count(ratio?.numerator ?? '', 0), base: count(measure.baseCode, 1) }
}

/** Whose own word it is, from the version of the return that stood; of a count, with what is on record for it. */
async function toldBy(
  ctx: Context,
  { measure, unitId, request }: Asked,
  { along, owed, standing, dictionary }: SumAsOf,
  unitName: string,
): Promise<Pick<SumExplained, 'told' | 'evidence'>> {
  const owing = owed.find(one => one.unitId === unitId)
  const version = standing.get(unitId) ?? null
  const isOwn = measure.type === 'sum' || measure.type === 'share' ? along.figureOf(unitId).source === 'own' : measure.type !== 'version'
  if (!owing || version === null || !isOwn) return { told: null, evidence: null }
  const indicator = measure.type === 'sum' ? indicatorOf(dictionary, measure.code) : undefined
  if (indicator) {
    const told = await findToldFigure(ctx, request, { key: owing, version, indicator })
    return { told, evidence: await findEvidence(ctx, request, { key: owing, unitName, indicator, told: told?.value ?? null }) }
  }
  const events = await listEvents(ctx.tx, owing)
  const sent = events.find(event => event.version === version && (event.type === 'sent' || event.type === 'corrected'))
  return { told: sent ? { version, byName: sent.byName, on: sent.on } : null, evidence: null }
}

/** A number of a table is not kept with the text: what it is follows from its id. */
function figureOfCell({ measure, unitId, request, version }: Asked, { along, dictionary }: SumAsOf, id: string): Figure | null {
  if (measure.type !== 'sum') return null
  const indicator = indicatorOf(dictionary, measure.code)
  const [value] = along.figureOf(unitId).values ?? []
  if (!indicator) return null
  const { name, definition, unit } = indicator
  const told =
    value?.quality === 'estimated' ? ({ type: 'estimated', count: value.count, qualifier: value.qualifier, unit } as const) : null
  return {
    id,
    definition,
    value: told ?? (value ? { type: 'counted', count: value.count, unit } : { type: 'missing', what: name }),
    origins: [{ kind: 'sum', id: `${request.id}/${measure.code}` }],
    version,
  }
}
