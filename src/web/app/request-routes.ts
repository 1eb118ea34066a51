import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frame } from './base-routes.tsx'
import { only } from './only.ts'

/** What one unit tells for one request; `ban` opens a version as it was handed in, `sua` begins a correction. */
const unitReturn = createRoute({
  getParentRoute: () => frame,
  path: 'bao-cao/dot/$requestId/$unitId',
  validateSearch: only('ban', 'sua'),
  component: lazyRouteComponent(() => import('../request/ReturnPage.tsx'), 'ReturnPage'),
})

export const requestRoutes = [unitReturn] as const
