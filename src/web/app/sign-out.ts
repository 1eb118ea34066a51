import { useNavigate } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { signOut, type WebRefusal } from '../api.ts'
import { countMyDrafts, dropMyDrafts } from './draft.ts'
import { forgetEverything, useSession } from './session.tsx'

/** What becomes of words typed on this machine and not sent, when their person leaves it. */
export type Leaving = 'stay' | 'keep' | 'drop'

/** What stands between somebody and the door. */
type Held =
  | { readonly by: 'unsent'; readonly count: number; readonly answer: (leaving: Leaving) => void }
  | { readonly by: 'refusal'; readonly refusal: WebRefusal; readonly answer: () => void }

let held: Held | null = null
const watchers = new Set<() => void>()

/** Leaves this machine, or every one: nothing read for one person is shown to the next. */
export function useSignOut(): (how?: typeof signOut) => Promise<void> {
  const navigate = useNavigate()
  const { accountId } = useSession().actor
  return async (how = signOut) => {
    const count = countMyDrafts(accountId)
    const leaving = count === 0 ? 'keep' : await askAboutUnsent(count)
    if (leaving === 'stay') return
    if (leaving === 'drop') dropMyDrafts(accountId) // at once: whoever closes the browser now wanted them gone
    const sent = await how()
    if (!sent.ok) return show({ by: 'refusal', refusal: sent.refusal, answer: () => show(null) })
    forgetEverything()
    await navigate({ to: '/dang-nhap', search: {} })
  }
}

/** What waits for an answer before somebody is out; the frame shows it. */
export function useHeldAtTheDoor(): Held | null {
  return useSyncExternalStore(
    tell => {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
    () => held,
  )
}

function askAboutUnsent(count: number): Promise<Leaving> {
  return new Promise(resolve => {
    show({
      by: 'unsent',
      count,
      answer: leaving => {
        show(null)
        resolve(leaving)
      },
    })
  })
}

function show(next: Held | null): void {
  held = next
  for (const tell of watchers) tell()
}
