import { createContext, useContext } from 'react'
import type { FlagView, ReturnView } from '#contract/return.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import type { Value } from '#domain/indicator/value.ts'
import type { ReturnContent } from '#domain/request/content.ts'
import { cellKey, partKey } from '#domain/request/places.ts'
import type { DeskState, ReturnDesk } from './return-desk.ts'

/** What the parts of a return are drawn from: what stands in it, and what whoever looks may do there. */
export type Look = {
  readonly view: ReturnView
  readonly content: ReturnContent
  readonly flags: readonly FlagView[]
  /** Who writes. */
  readonly writing: { readonly desk: ReturnDesk; readonly state: DeskState; readonly mayKeep: boolean } | null
  /** Who answers: what is to be mended, by place. */
  readonly asking: { readonly remarks: Readonly<Record<string, string>>; readonly set: (key: string, text: string | null) => void } | null
}

const LookContext = createContext<Look | null>(null)
export const LookProvider = LookContext.Provider

export function useLook(): Look {
  const look = useContext(LookContext)
  if (!look) throw new Error('return: a part is drawn outside its page')
  return look
}

/** Flags that ask for a person's eye where they stand; what is only missing is told where the return is handed in. */
export function flagsAt({ flags }: Pick<Look, 'flags'>, key: string): FlagView[] {
  return flags.filter(flag => flag.rule !== 'missing' && placeOf(flag) === key)
}

/** The place a flag is told at: the first it names. */
export function placeOf({ places: [place] }: Pick<FlagView, 'places'>): string {
  if (!place) return ''
  if (place.kind === 'cell') return cellKey(place.key)
  return place.kind === 'part' ? partKey(place.key) : `ratio:${place.key}`
}

/** A share stands once for each base it is shown of; a flag names the share alone. */
export function flagsOfRatio(look: Pick<Look, 'flags'>, code: string): FlagView[] {
  return flagsAt(look, `ratio:${code}`)
}

export function indicatorIn({ view }: Pick<Look, 'view'>, code: string): Indicator | undefined {
  return view.form.indicators.find(indicator => indicator.code === code)
}

/** What is offered for a cell: what all below told together, else what the unit told elsewhere, else what is on record. */
export function offerFor({ view }: Pick<Look, 'view'>, code: string): Value | undefined {
  const below = view.below[code]
  return below && below.whole === below.of ? below.value : (view.elsewhere[code]?.value ?? view.counted[code])
}

/** What was asked to be mended at a place when the return came back, while it has not gone up anew. */
export function remarkAt({ view }: Pick<Look, 'view'>, key: string): { readonly text: string; readonly byName: string } | null {
  const last = view.events.at(-1)
  if (last?.type !== 'sentBack') return null
  const remark = last.remarks.find(({ at }) => (at.kind === 'cell' ? cellKey(at.key) : partKey(at.key)) === key)
  return remark ? { text: remark.text, byName: last.byName } : null
}
