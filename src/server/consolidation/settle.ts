import { addOne, type KeptFigure } from '#domain/consolidation/add-one.ts'
import { builtInDictionary } from '#domain/indicator/dictionary/dictionary.ts'
import { codesAsked, type FormLevel, type FormVersion, formVersion } from '#domain/indicator/figure-form.ts'
import { figureFormOf } from '#domain/indicator/forms.ts'
import { dictionaryOn, type Indicator } from '#domain/indicator/indicator.ts'
import type { ReportRequest } from '#domain/request/request.ts'
import type { Db } from '../db/connect.ts'
import {
  type CodedFigure,
  findOwing,
  listFiguresBelow,
  listOwingBelow,
  listToldBelow,
  listToldBy,
  type Owing,
  replaceFigures,
  type ToldValue,
} from './figure.store.ts'

/** What of a request its figures are added by. */
export type Asking = {
  readonly requestId: string
  readonly rootUnitId: string
  readonly indicators: readonly Indicator[]
  readonly isAsked: (code: string, level: FormLevel) => boolean
}

export function askingOf(request: ReportRequest): Asking {
  const version = versionOf(request)
  const codes = new Map<FormLevel, ReadonlySet<string>>()
  const askedOf = (level: FormLevel): ReadonlySet<string> => {
    const known = codes.get(level) ?? new Set(codesAsked(version, level))
    codes.set(level, known)
    return known
  }
  return {
    requestId: request.id,
    rootUnitId: request.unitId,
    indicators: dictionaryOn(builtInDictionary, request.cutoff).indicators,
    isAsked: (code, level) => askedOf(level).has(code),
  }
}

/**
 * Adds anew the units above one whose word changed, lowest first, up to who asks, and the unit itself where others hand in
 * to it: its word stands in for theirs while some are missing. Nothing beside them is touched. The caller holds the request: two hand-ins at once would each add without the other.
 */
export async function settleFigures(tx: Db, asking: Asking, below: Owing): Promise<void> {
  const isAbove = (await listOwingBelow(tx, asking.requestId, below.unitId)).length > 0
  if (isAbove) await settleUnit(tx, asking, below.unitId, below)
  for (let unitId: string | null = below.toUnitId; unitId !== null; ) {
    const unit: Owing | null = unitId === asking.rootUnitId ? null : ((await findOwing(tx, asking.requestId, unitId)) ?? null)
    await settleUnit(tx, asking, unitId, unit)
    unitId = unit?.toUnitId ?? null
  }
}

/** When a request goes out: every unit that others hand in to knows how many it waits for. */
export async function settleAll(tx: Db, asking: Asking, owing: readonly Owing[]): Promise<void> {
  const receivers = new Set(owing.map(({ toUnitId }) => toUnitId))
  const units = owing.filter(({ unitId }) => receivers.has(unitId))
  for (const unit of lowestFirst(units)) await settleUnit(tx, asking, unit.unitId, unit)
  await settleUnit(tx, asking, asking.rootUnitId, null)
}

function lowestFirst(units: readonly Owing[]): Owing[] {
  const byId = new Map(units.map(unit => [unit.unitId, unit]))
  const depth = ({ toUnitId }: Owing): number => {
    const above = byId.get(toUnitId)
    return above ? 1 + depth(above) : 1
  }
  return units.toSorted((a, b) => depth(b) - depth(a))
}

async function settleUnit(tx: Db, asking: Asking, unitId: string, unit: Owing | null): Promise<void> {
  const { requestId } = asking
  const own = Map.groupBy(unit ? await listToldBy(tx, requestId, unit) : [], ({ code }) => code)
  const parts = await partsBelow(tx, asking, unitId)
  const figures = asking.indicators.flatMap(({ code, addition }): CodedFigure[] => {
    const told = own.get(code)?.map(({ value }) => value) ?? null
    const owes = unit !== null && asking.isAsked(code, unit.level)
    const figure = addOne({ unitId, owes, own: told, parts: parts(code), addition })
    return figure.owes || figure.coverage.of > 0 || figure.source !== 'nothing' ? [{ ...figure, code }] : []
  })
  await replaceFigures(tx, { requestId, unitId, toUnitId: unit?.toUnitId ?? unitId }, figures)
}

/** The figures of each that hands in to a unit: what is kept for it, or its own word where nobody hands in to it. */
export async function partsBelow(tx: Db, asking: Asking, unitId: string): Promise<(code: string) => KeptFigure[]> {
  const owing = await listOwingBelow(tx, asking.requestId, unitId)
  const kept = new Map((await listFiguresBelow(tx, asking.requestId, unitId)).map(figure => [`${figure.unitId} ${figure.code}`, figure]))
  const told = new Map((await listToldBelow(tx, asking.requestId, unitId)).map(value => [`${value.unitId} ${value.code}`, value]))
  const settled = new Set([...kept.values()].map(figure => figure.unitId))
  return code =>
    owing.flatMap(part => {
      const figure = kept.get(`${part.unitId} ${code}`)
      if (figure) return [figure]
      return settled.has(part.unitId) ? [] : [leaf(asking, part, code, told.get(`${part.unitId} ${code}`))]
    })
}

/** The figure of a unit nobody hands in to. */
function leaf(asking: Asking, { unitId, level }: Owing, code: string, told: ToldValue | undefined): KeptFigure {
  return addOne({ unitId, owes: asking.isAsked(code, level), own: told ? [told.value] : null, parts: [], addition: 'sum' })
}

/** The version of the form a request asks by. */
export function versionOf({ formKey, formVersion: version }: Pick<ReportRequest, 'formKey' | 'formVersion'>): FormVersion {
  const form = figureFormOf(formKey)
  const found = form && formVersion(form, version)
  if (!found) throw new Error(`request: form ${formKey} has no version ${version}`)
  return found
}
