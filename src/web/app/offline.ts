import { useSyncExternalStore } from 'react'
import { askSession, whenAnswered } from '../api.ts'
import { timeNow } from '../clock.ts'
import { queryClient } from './queries.ts'

// Whether the server answers, and since when it does not. What is on the screen stays; it is asked anew when it answers again.

const askAgainMs = 5000

let lastAnswerAt = timeNow()
let unreachedSince: string | null = null
let timer: ReturnType<typeof setInterval> | undefined
const watchers = new Set<() => void>()

whenAnswered(hasAnswered => {
  if (hasAnswered) lastAnswerAt = timeNow()
  if (hasAnswered === (unreachedSince === null)) return
  unreachedSince = hasAnswered ? null : lastAnswerAt
  clearInterval(timer)
  if (hasAnswered) void queryClient.invalidateQueries()
  else timer = setInterval(askAgain, askAgainMs)
  for (const tell of watchers) tell()
})

// The browser knows first that the line is gone or back.
for (const change of ['online', 'offline']) window.addEventListener(change, askAgain)

function askAgain(): void {
  askSession().catch(() => undefined) // what came back, or did not, is told above
}

/** The hour of what is on the screen while the server does not answer; null while it does. */
export function useUnreachedSince(): string | null {
  return useSyncExternalStore(
    tell => {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
    () => unreachedSince,
  )
}
