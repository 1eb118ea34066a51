import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frame } from './base-routes.tsx'
import { only } from './only.ts'

/** Forms: `bieu` is the one opened, `ban` the version looked at, `sua` its draft. */
const forms = createRoute({
  getParentRoute: () => frame,
  path: 'bao-cao/bieu',
  validateSearch: only('bieu', 'ban', 'sua', 'moi'),
  component: lazyRouteComponent(() => import('../indicator/FormsPage.tsx'), 'FormsPage'),
})

const indicators = createRoute({
  getParentRoute: () => frame,
  path: 'bao-cao/chi-tieu',
  validateSearch: only('tim', 'ngay'),
  component: lazyRouteComponent(() => import('../indicator/IndicatorsPage.tsx'), 'IndicatorsPage'),
})

export const indicatorRoutes = [forms, indicators] as const
