import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frame } from './base-routes.tsx'
import { only } from './only.ts'

const requests = createRoute({
  getParentRoute: () => frame,
  path: 'bao-cao/dot',
  validateSearch: only('moi'),
  component: lazyRouteComponent(() => import('../request/RequestsPage.tsx'), 'RequestsPage'),
})

/** `mo` is the regime that is open. */
const regimes = createRoute({
  getParentRoute: () => frame,
  path: 'bao-cao/che-do',
  validateSearch: only('mo', 'moi'),
  component: lazyRouteComponent(() => import('../request/RegimesPage.tsx'), 'RegimesPage'),
})

/** `cua` is the unit that receives, `ngay` the day looked at, `xem=cho` what waits to be accepted. */
const request = createRoute({
  getParentRoute: () => frame,
  path: 'bao-cao/dot/$requestId',
  validateSearch: only('cua', 'ngay', 'cap', 'la', 'tim', 'xem'),
  component: lazyRouteComponent(() => import('../request/RequestPage.tsx'), 'RequestPage'),
})

/** What one unit tells for one request; `ban` opens a version as it was handed in, `sua` begins a correction. */
const unitReturn = createRoute({
  getParentRoute: () => frame,
  path: 'bao-cao/dot/$requestId/$unitId',
  validateSearch: only('ban', 'sua'),
  component: lazyRouteComponent(() => import('../request/ReturnPage.tsx'), 'ReturnPage'),
})

export const requestRoutes = [regimes, requests, request, unitReturn] as const
