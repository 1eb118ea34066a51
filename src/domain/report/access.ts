import { type Right, readRight } from '../account/access.ts'
import type { ReportState } from './life.ts'

const before = (...states: ReportState[]): readonly ReportState[] => states

/** Who does what in which state. The subject's unit is the one that issues; drafting departments act through a grant at the office. */
export const reportRights = {
  'report.list': readRight,
  'report.one': readRight,
  'report.preview': readRight,
  'report.explain': readRight,
  'report.download': readRight,
  'report.versions': readRight,
  'report.pulse': readRight,
  'report.duties': readRight,
  'report.setDuty': { roles: ['admin', 'leader', 'unitHead'], reach: 'own' },
  'report.compose': { roles: ['officer', 'unitHead'], reach: 'own' },
  'report.recompose': { roles: ['officer', 'unitHead'], reach: 'own', states: before('draft') },
  'report.edit': { roles: ['officer', 'unitHead'], reach: 'own', states: before('draft') },
  'report.answerDrift': { roles: ['officer', 'unitHead'], reach: 'own', states: before('draft') },
  'report.take': { roles: ['officer', 'unitHead'], reach: 'own', states: before('draft') },
  'report.giveBack': { roles: ['officer', 'unitHead'], reach: 'own', states: before('draft') },
  'report.keepRemark': {
    roles: ['officer', 'unitHead', 'clerk', 'leader'],
    reach: 'own',
    states: before('draft', 'contentChecked', 'formChecked'),
  },
  /** Decree 30, Art. 12(1): the head of the drafting unit answers for the content. */
  'report.checkContent': { roles: ['unitHead'], reach: 'own', states: before('draft') },
  /** Decree 30, Art. 12(2): the person charged with form, usually the văn thư. */
  'report.checkForm': { roles: ['clerk'], reach: 'own', states: before('contentChecked') },
  'report.submit': { roles: ['officer', 'unitHead', 'clerk'], reach: 'own', states: before('formChecked') },
  /** Besides the role the signer needs a mandate in force on the day (domain/org/position). */
  'report.signOff': { roles: ['leader'], reach: 'own', states: before('submitted') },
  'report.signOffSeveral': { roles: ['leader'], reach: 'own', states: before('submitted') },
  'report.number': { roles: ['clerk'], reach: 'own', states: before('signedOff') },
  'report.issue': { roles: ['clerk'], reach: 'own', states: before('numbered') },
  /** The package for the portal: who lets the document out answers for what everybody may read. */
  'report.publicDraft': { roles: ['clerk', 'leader'], reach: 'own' },
  'report.publish': { roles: ['clerk', 'leader'], reach: 'own', states: before('issued') },
  'report.sendBack': {
    roles: ['unitHead', 'clerk', 'leader'],
    reach: 'own',
    states: before('contentChecked', 'formChecked', 'submitted', 'signedOff', 'numbered'),
  },
} as const satisfies Record<string, Right>
