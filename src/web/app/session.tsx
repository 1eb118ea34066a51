import { queryOptions } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { SessionView } from '#contract/account.ts'
import { askSession, whenSignedOut } from '../api.ts'
import { queryClient } from './queries.ts'

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: askSession, staleTime: 60_000 })

/** Null: the session is gone, and whoever is at work signs in again over the page they are on. */
whenSignedOut(() => queryClient.setQueryData(sessionQuery.queryKey, null))

const SessionContext = createContext<SessionView | null>(null)
export const SessionProvider = SessionContext.Provider

/** Who is signed in and which day they work on. Only inside the frame, where somebody always is. */
export function useSession(): SessionView {
  const session = useContext(SessionContext)
  if (!session) throw new Error('outside the frame nobody is signed in')
  return session
}

/** After signing in or out: nothing read for one person is shown to another. */
export function forgetEverything(): void {
  queryClient.clear()
}
