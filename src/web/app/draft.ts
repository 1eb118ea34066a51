import { useSession } from './session.tsx'

// What a person typed outlives a refusal, a reload and a lost session; it ends with the browser tab or when it was saved.

/** The safety copies of one person: whoever signs in next on this machine does not see them. */
export type Drafts = {
  readonly read: (name: string) => unknown
  readonly keep: (name: string, value: unknown) => void
  readonly drop: (name: string) => void
}

export function useDrafts(): Drafts {
  const { actor } = useSession()
  const keyOf = (name: string): string => `nep:${actor.accountId}:${name}`
  return {
    read: name => onStore(store => JSON.parse(store.getItem(keyOf(name)) ?? 'null')),
    keep: (name, value) => onStore(store => store.setItem(keyOf(name), JSON.stringify(value))),
    drop: name => onStore(store => store.removeItem(keyOf(name))),
  }
}

/** A full or forbidden store costs only the safety copy; the form itself still holds the text. */
function onStore(act: (store: Storage) => unknown): unknown {
  try {
    return act(sessionStorage)
  } catch {
    return null
  }
}
