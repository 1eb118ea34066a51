import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frame } from './base-routes.tsx'
import { only } from './only.ts'

// Everything that stands under Danh hiệu: registrations, the law, the register, seasons.

const titles = createRoute({
  getParentRoute: () => frame,
  path: 'danh-hieu',
  validateSearch: only('nam'),
  component: lazyRouteComponent(() => import('../title/RegistrationsPage.tsx'), 'RegistrationsPage'),
})

const law = createRoute({
  getParentRoute: () => frame,
  path: 'danh-hieu/quy-dinh',
  validateSearch: only('bo', 'voi', 'ngay', 'tinh'),
  component: lazyRouteComponent(() => import('../title/LawPage.tsx'), 'LawPage'),
})

const calendar = createRoute({
  getParentRoute: () => frame,
  path: 'lich-nghi',
  validateSearch: only('moi'),
  component: lazyRouteComponent(() => import('../calendar/CalendarPage.tsx'), 'CalendarPage'),
})

const figures = createRoute({
  getParentRoute: () => frame,
  path: 'danh-hieu/so-lieu',
  validateSearch: only('dh', 'nam', 'ngay', 'cay', 'tren', 'mo', 'noi', 'ly_do'),
  component: lazyRouteComponent(() => import('../merit/FiguresPage.tsx'), 'FiguresPage'),
})

const householdYears = createRoute({
  getParentRoute: () => frame,
  path: 'danh-hieu/qua-cac-nam/ho/$householdId',
  component: lazyRouteComponent(() => import('../merit/YearsPage.tsx'), 'HouseholdYearsPage'),
})
const unitYears = createRoute({
  getParentRoute: () => frame,
  path: 'danh-hieu/qua-cac-nam/don-vi/$unitId',
  component: lazyRouteComponent(() => import('../merit/YearsPage.tsx'), 'UnitYearsPage'),
})

const households = createRoute({
  getParentRoute: () => frame,
  path: 'so-ho',
  validateSearch: only('tim', 'dien', 'ngay'),
  component: lazyRouteComponent(() => import('../household/HouseholdsPage.tsx'), 'HouseholdsPage'),
})
const enterHousehold = createRoute({
  getParentRoute: () => households,
  path: 'ghi',
  component: lazyRouteComponent(() => import('../household/EnterHouseholdPage.tsx'), 'EnterHouseholdPage'),
})
const importHouseholds = createRoute({
  getParentRoute: () => frame,
  path: 'so-ho/nhap',
  validateSearch: only('danh_sach'),
  component: lazyRouteComponent(() => import('../household/ImportPage.tsx'), 'ImportPage'),
})
const household = createRoute({
  getParentRoute: () => households,
  path: '$householdId',
  component: lazyRouteComponent(() => import('../household/HouseholdPage.tsx'), 'HouseholdPage'),
})

const seasons = createRoute({
  getParentRoute: () => frame,
  path: 'binh-xet',
  validateSearch: only('dot'),
  component: lazyRouteComponent(() => import('../season/SeasonsPage.tsx'), 'SeasonsPage'),
})
const seasonArea = createRoute({
  getParentRoute: () => frame,
  path: 'binh-xet/$seasonId/$areaUnitId',
  component: lazyRouteComponent(() => import('../season/AreaPage.tsx'), 'AreaPage'),
})

const signals = createRoute({
  getParentRoute: () => frame,
  path: 'dau-hieu',
  validateSearch: only('dot'),
  component: lazyRouteComponent(() => import('../signal/SignalsPage.tsx'), 'SignalsPage'),
})
const drawnLot = createRoute({
  getParentRoute: () => frame,
  path: 'dau-hieu/mau/$drawId',
  component: lazyRouteComponent(() => import('../signal/DrawnPage.tsx'), 'DrawnPage'),
})

export const titleRoutes = [
  titles,
  law,
  calendar,
  figures,
  householdYears,
  unitYears,
  households.addChildren([enterHousehold, household]),
  importHouseholds,
  seasons,
  seasonArea,
  signals,
  drawnLot,
] as const
