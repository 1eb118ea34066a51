import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { SignInPage } from '../account/SignInPage.tsx'
import { TodayPage } from '../today/TodayPage.tsx'
import { askForPerson, frame, root } from './base-routes.tsx'
import { consolidationRoutes } from './consolidation-routes.ts'
import { indicatorRoutes } from './indicator-routes.ts'
import { Failure } from './Loaded.tsx'
import { NotFound } from './NotFound.tsx'
import { only } from './only.ts'
import { requestRoutes } from './request-routes.ts'
import { titleRoutes } from './title-routes.ts'

const signIn = createRoute({ getParentRoute: () => root, path: 'dang-nhap', validateSearch: only('den'), component: SignInPage })

/** Whoever holds a certificate, without an account; the code stands behind # and goes to no server. */
const verify = createRoute({
  getParentRoute: () => root,
  path: 'xac-minh',
  component: lazyRouteComponent(() => import('../certificate/VerifyPage.tsx'), 'VerifyPage'),
})

/** Whoever stands before the board a list is posted on; `y_kien` is the number of an opinion they left. */
const posted = createRoute({
  getParentRoute: () => root,
  path: 'niem-yet/$postingId',
  validateSearch: only('y_kien'),
  component: lazyRouteComponent(() => import('../posted/PostedPage.tsx'), 'PostedPage'),
})

/** A meeting on the wall of the hall: nothing of the program around it. */
const projector = createRoute({
  getParentRoute: () => root,
  path: 'binh-xet/$seasonId/$areaUnitId/chieu',
  beforeLoad: ({ location }) => askForPerson(location),
  component: lazyRouteComponent(() => import('../projector/ProjectorPage.tsx'), 'ProjectorPage'),
})

/** For those who write other programs. */
const api = createRoute({
  getParentRoute: () => root,
  path: 'giao-dien-lap-trinh',
  component: lazyRouteComponent(() => import('../help/ApiPage.tsx'), 'ApiPage'),
})

const firstPassword = createRoute({
  getParentRoute: () => root,
  path: 'doi-mat-khau',
  component: lazyRouteComponent(() => import('../account/FirstPasswordPage.tsx'), 'FirstPasswordPage'),
})

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/hom-nay' })
  },
})
const today = createRoute({ getParentRoute: () => frame, path: 'hom-nay', component: TodayPage })
const signing = createRoute({
  getParentRoute: () => frame,
  path: 'ky-duyet',
  validateSearch: only('bao_cao'),
  component: lazyRouteComponent(() => import('../today/SigningPage.tsx'), 'SigningPage'),
})

const reports = createRoute({
  getParentRoute: () => frame,
  path: 'bao-cao',
  validateSearch: only('moi'),
  component: lazyRouteComponent(() => import('../report/ReportsPage.tsx'), 'ReportsPage'),
})
const report = createRoute({
  getParentRoute: () => frame,
  path: 'bao-cao/$reportId',
  validateSearch: only('xem', 'so', 'ben', 'loc', 'tu', 'den'),
  component: lazyRouteComponent(() => import('../report/ReportPage.tsx'), 'ReportPage'),
})

const activities = createRoute({
  getParentRoute: () => frame,
  path: 'hoat-dong',
  validateSearch: only('tim', 'tu', 'den', 'loai', 'phong_trao', 'xem', 'thang', 'anh'),
  component: lazyRouteComponent(() => import('../activity/ActivitiesPage.tsx'), 'ActivitiesPage'),
})
const recordActivity = createRoute({
  getParentRoute: () => activities,
  path: 'ghi',
  validateSearch: only('nhiem_vu'),
  component: lazyRouteComponent(() => import('../activity/RecordActivityPage.tsx'), 'RecordActivityPage'),
})
const activity = createRoute({
  getParentRoute: () => activities,
  path: '$activityId',
  component: lazyRouteComponent(() => import('../activity/ActivityPage.tsx'), 'ActivityPage'),
})
const amendActivity = createRoute({
  getParentRoute: () => activities,
  path: '$activityId/sua',
  component: lazyRouteComponent(() => import('../activity/AmendActivityPage.tsx'), 'AmendActivityPage'),
})

const plans = createRoute({
  getParentRoute: () => frame,
  path: 'ke-hoach',
  validateSearch: only('viec', 'moi'),
  component: lazyRouteComponent(() => import('../plan/PlansPage.tsx'), 'PlansPage'),
})
const plan = createRoute({
  getParentRoute: () => frame,
  path: 'ke-hoach/$planId',
  validateSearch: only('nhiem_vu', 'moi', 'xem', 'tim', 'dv', 'mang', 'tinh', 'gap', 'tra_loi', 'nhap'),
  component: lazyRouteComponent(() => import('../plan/PlanPage.tsx'), 'PlanPage'),
})
const copyPlan = createRoute({
  getParentRoute: () => frame,
  path: 'ke-hoach/$planId/chep',
  validateSearch: only('nam'),
  component: lazyRouteComponent(() => import('../plan/CopyPlanPage.tsx'), 'CopyPlanPage'),
})

const documents = createRoute({
  getParentRoute: () => frame,
  path: 'van-ban',
  validateSearch: only('tim', 'so', 'loai', 'nam'),
  component: lazyRouteComponent(() => import('../document/DocumentsPage.tsx'), 'DocumentsPage'),
})
const documentBook = createRoute({
  getParentRoute: () => frame,
  path: 'van-ban/so-dang-ky',
  validateSearch: only('so', 'nam', 'thang'),
  component: lazyRouteComponent(() => import('../document/BookPage.tsx'), 'BookPage'),
})
const registerDocument = createRoute({
  getParentRoute: () => documents,
  path: 'vao-so',
  component: lazyRouteComponent(() => import('../document/RegisterDocumentPage.tsx'), 'RegisterDocumentPage'),
})
const document = createRoute({
  getParentRoute: () => documents,
  path: '$documentId',
  validateSearch: only('xem', 'ngay'),
  component: lazyRouteComponent(() => import('../document/DocumentPage.tsx'), 'DocumentPage'),
})
const amendDocument = createRoute({
  getParentRoute: () => documents,
  path: '$documentId/sua',
  component: lazyRouteComponent(() => import('../document/AmendDocumentPage.tsx'), 'AmendDocumentPage'),
})

const units = createRoute({
  getParentRoute: () => frame,
  path: 'don-vi',
  validateSearch: only('ngay', 'tim'),
  component: lazyRouteComponent(() => import('../org/UnitsPage.tsx'), 'UnitsPage'),
})
const unit = createRoute({
  getParentRoute: () => units,
  path: '$unitId',
  component: lazyRouteComponent(() => import('../org/UnitPage.tsx'), 'UnitPage'),
})

const overview = createRoute({
  getParentRoute: () => frame,
  path: 'tong-quan',
  validateSearch: only('nam', 'theo', 'ky', 'bang', 'mo', 'dh'),
  component: lazyRouteComponent(() => import('../overview/OverviewPage.tsx'), 'OverviewPage'),
})

const accounts = createRoute({
  getParentRoute: () => frame,
  path: 'quan-tri/tai-khoan',
  component: lazyRouteComponent(() => import('../account/AccountsPage.tsx'), 'AccountsPage'),
})
const trail = createRoute({
  getParentRoute: () => frame,
  path: 'quan-tri/nhat-ky',
  validateSearch: only('truoc'),
  component: lazyRouteComponent(() => import('../account/TrailPage.tsx'), 'TrailPage'),
})
/** For those who build the screens: reached by its address. */
const kit = createRoute({
  getParentRoute: () => frame,
  path: 'bo-phan',
  component: lazyRouteComponent(() => import('../kit/KitPage.tsx'), 'KitPage'),
})
const help = createRoute({
  getParentRoute: () => frame,
  path: 'tro-giup/$page',
  component: lazyRouteComponent(() => import('../help/HelpPage.tsx'), 'HelpPage'),
})
const helpHome = createRoute({
  getParentRoute: () => frame,
  path: 'tro-giup',
  beforeLoad: () => {
    throw redirect({ to: '/tro-giup/$page', params: { page: 'README' } })
  },
})
const myAccount = createRoute({
  getParentRoute: () => frame,
  path: 'tai-khoan',
  component: lazyRouteComponent(() => import('../account/MyAccountPage.tsx'), 'MyAccountPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    firstPassword,
    verify,
    posted,
    projector,
    api,
    frame.addChildren([
      home,
      today,
      signing,
      reports,
      report,
      activities.addChildren([recordActivity, activity, amendActivity]),
      plans,
      plan,
      copyPlan,
      ...titleRoutes,
      ...consolidationRoutes,
      ...indicatorRoutes,
      ...requestRoutes,
      documentBook,
      documents.addChildren([registerDocument, document, amendDocument]),
      units.addChildren([unit]),
      overview,
      accounts,
      trail,
      help,
      helpHome,
      kit,
      myAccount,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 400,
  defaultErrorComponent: ({ error }) => <Failure error={error} />,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
  scrollToTopSelectors: ['[data-detail]'], // else the pane beside a list is carried over from one thing to the next
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
