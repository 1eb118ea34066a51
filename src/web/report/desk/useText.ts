import { useSyncExternalStore } from 'react'
import type { OpenText, TextState } from './open-text.ts'
import type { Place } from './places.ts'

/** One part of what the open text tells; the screen is drawn anew only when that part changes. */
export function useText<Key extends keyof TextState>(text: OpenText, key: Key): TextState[Key] {
  return useSyncExternalStore(text.whenChanged, () => text.state()[key])
}

/** The places beside headings and paragraphs that stand now. */
export function usePlaces(text: OpenText): ReadonlyMap<string, Place> {
  return useSyncExternalStore(text.places.whenChanged, text.places.all)
}
