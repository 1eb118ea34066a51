import { createRootRoute, createRoute, Outlet, redirect, retainSearchParams } from '@tanstack/react-router'
import { Frame } from './Frame.tsx'
import { Failure } from './Loaded.tsx'
import { NotFound } from './NotFound.tsx'
import { only } from './only.ts'
import { queryClient } from './queries.ts'
import { sessionQuery } from './session.tsx'

export const root = createRootRoute({
  component: Outlet,
  errorComponent: ({ error }) => <Failure error={error} />,
  notFoundComponent: NotFound,
})

// Every address below needs a person; `don_vi` names the unit looked at and stays while moving about.
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  validateSearch: only('don_vi'),
  search: { middlewares: [retainSearchParams(['don_vi'])] },
  beforeLoad: ({ location }) => askForPerson(location),
  component: Frame,
})

/** Whoever is not signed in signs in first and comes back. */
export async function askForPerson(location: { readonly pathname: string; readonly href: string }): Promise<void> {
  const session = await queryClient.ensureQueryData(sessionQuery)
  if (!session) throw redirect({ to: '/dang-nhap', search: location.pathname === '/' ? {} : { den: location.href } })
  if (session.mustChangePassword) throw redirect({ to: '/doi-mat-khau' })
}
