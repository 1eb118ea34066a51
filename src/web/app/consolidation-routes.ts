import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frame } from './base-routes.tsx'
import { only } from './only.ts'

const consolidation = createRoute({
  getParentRoute: () => frame,
  path: 'bao-cao/tong-hop/$requestId',
  validateSearch: only('xem', 'bang', 'mo', 'noi', 'ct', 'cap', 'canh', 'hinh', 'xep', 'dich', 'la', 'ngay', 'ky', 'loc', 'danh', 'tu'),
  component: lazyRouteComponent(() => import('../consolidation/ConsolidationPage.tsx'), 'ConsolidationPage'),
})

export const consolidationRoutes = [consolidation] as const
