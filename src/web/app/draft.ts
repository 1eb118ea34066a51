import { useCallback, useEffect, useState } from 'react'
import { instantNow, machineToday } from '../clock.ts'
import {
  countDrafts,
  type Draft,
  dropAllDrafts,
  dropDraft,
  dropOldDrafts,
  keepDraft,
  listLeftDrafts,
  type Owner,
  readDraft,
  type Shelf,
} from './kept-drafts.ts'
import { useSession } from './session.tsx'
import { tabName } from './tab.ts'

/** What one person typed in this tab: whoever signs in next on this machine does not see it. */
export type Drafts = {
  readonly read: (name: string) => Draft | null
  readonly keep: (name: string, value: unknown) => void
  readonly drop: (name: string) => void
  /** Lays what this tab holds aside, to be offered rather than taken up by itself. */
  readonly setAside: (name: string) => void
}

/** Grows when somebody has their words taken off the machine: whatever is still open on the page then writes no more. */
let round = 0
const watchers = new Set<() => void>()

onShelf(shelf => dropOldDrafts(shelf, machineToday()), undefined)

export function useDrafts(): Drafts {
  const { accountId } = useSession().actor
  const begun = round
  const mine = (): Owner => ({ accountId, tab: tabName() })
  return {
    read: name => onShelf(shelf => readDraft(shelf, mine(), name), null),
    keep: (name, value) => {
      if (begun === round) onShelf(shelf => keepDraft(shelf, mine(), name, { at: instantNow(), value }), undefined)
    },
    drop: name => onShelf(shelf => dropDraft(shelf, mine(), name), undefined),
    setAside: name =>
      onShelf(shelf => {
        const draft = readDraft(shelf, mine(), name)
        if (!draft) return
        keepDraft(shelf, { accountId, tab: crypto.randomUUID() }, name, draft)
        dropDraft(shelf, mine(), name)
      }, undefined),
  }
}

/** What is offered of a form: left by a tab that was closed, or held by another one. */
export type LeftDrafts = {
  readonly list: readonly Draft[]
  /** Taken over here, or not wanted any more; another tab that is still typing writes its own anew. */
  readonly letGo: (draft: Draft) => void
  /** Keeps of it what could not be taken over. */
  readonly shrink: (draft: Draft, value: unknown) => void
}

export function useLeftDrafts(name: string | undefined): LeftDrafts {
  const { accountId } = useSession().actor
  const look = useCallback(
    (): Draft[] => (name === undefined ? [] : onShelf(shelf => listLeftDrafts(shelf, { accountId, tab: tabName() }, name), [])),
    [accountId, name],
  )
  const [list, setList] = useState(look)
  useEffect(() => {
    const follow = (): void => setList(look())
    watchers.add(follow)
    window.addEventListener('storage', follow) // told of what other tabs do
    return () => {
      watchers.delete(follow)
      window.removeEventListener('storage', follow)
    }
  }, [look])
  return {
    list,
    letGo: draft => change(shelf => shelf.removeItem(draft.key)),
    shrink: (draft, value) => change(shelf => shelf.setItem(draft.key, JSON.stringify({ at: draft.at, value }))),
  }
}

function change(act: (shelf: Shelf) => void): void {
  onShelf(act, undefined)
  for (const tell of watchers) tell()
}

export function countMyDrafts(accountId: string): number {
  return onShelf(shelf => countDrafts(shelf, accountId), 0)
}

export function dropMyDrafts(accountId: string): void {
  round += 1
  onShelf(shelf => dropAllDrafts(shelf, accountId), undefined)
}

/** A full or forbidden store costs only the safety copy; the form itself still holds the text. */
function onShelf<Value>(act: (shelf: Shelf) => Value, otherwise: Value): Value {
  try {
    return act(localStorage)
  } catch {
    return otherwise
  }
}
