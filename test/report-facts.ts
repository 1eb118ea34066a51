import type { Activity } from '#domain/activity/activity.ts'
import { always } from '#domain/calendar/date-range.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { periodNamed } from '#domain/calendar/reporting-period.ts'
import type { RegisteredDocument } from '#domain/document/registry.ts'
import type { OrgUnitVersion } from '#domain/org/org-unit.ts'
import type { Task } from '#domain/plan/plan.ts'
import type { ReportFacts } from '#domain/report/facts.ts'
import { reportForms } from '#domain/report/form.ts'

// An invented office with work of its own: "dữ liệu minh họa". Rules of reports are tried on it, apart from the real case.

const period = periodNamed('2022-H1')
const [form] = reportForms
if (!period || !form) throw new Error('no period or form')

export function unitVersion(name: string, changes: Partial<OrgUnitVersion> = {}): OrgUnitVersion {
  return {
    id: `version-${name}`,
    unitId: `unit-${name}`,
    name,
    kind: 'agency',
    parentUnitId: null,
    code: null,
    namedAfterPerson: false,
    position: 0,
    letterhead: { parentLines: ['UBND TỈNH MINH HỌA'], nameLines: ['SỞ MINH HỌA'], place: 'Minh Họa' },
    functions: null,
    calledInText: name,
    valid: always,
    source: 'dữ liệu minh họa',
    ...changes,
  }
}

export function registered(code: string, changes: Partial<RegisteredDocument> = {}): RegisteredDocument {
  const issuedOn = plainDate('2022-02-01')
  return {
    id: `document-${code}`,
    ownerUnitId: 'unit-Sở Minh họa',
    direction: 'incoming',
    kind: 'plan',
    code,
    issuedOn,
    issuerName: 'UBND tỉnh',
    issuerUnitId: null,
    subject: 'Thực hiện Phong trào năm 2022',
    valid: { from: issuedOn, until: null },
    years: null,
    arrivedOn: null,
    arrivalNumber: null,
    signerName: '',
    recipients: '',
    archivedWith: '',
    copies: null,
    forwardedOn: null,
    note: '',
    revision: 0,
    ...changes,
  }
}

export function activity(name: string, changes: Partial<Activity> = {}): Activity {
  return {
    id: `activity-${name}`,
    hostUnitId: 'unit-Sở Minh họa',
    kind: 'sport',
    name,
    startsOn: plainDate('2022-03-01'),
    endsOn: plainDate('2022-03-01'),
    place: '',
    participants: null,
    money: [],
    campaign: 'whole',
    taskIds: [],
    documentIds: [],
    narrative: '',
    revision: 0,
    ...changes,
  }
}

export function task(name: string, changes: Partial<Task> = {}): Task {
  return {
    id: `task-${name}`,
    planId: 'plan',
    parentTaskId: null,
    position: 1,
    name,
    instruction: name,
    theme: 'dissemination',
    leadUnitId: 'unit-Sở Minh họa',
    supportingUnitIds: [],
    startsOn: plainDate('2022-02-01'),
    dueOn: plainDate('2022-06-01'),
    expectedProduct: '',
    targetId: null,
    revision: 0,
    ...changes,
  }
}

/** A task with the lead unit's answer on a day. */
export function answered(of: Task, narrative: string, on = '2022-05-01'): Pick<ReportFacts, 'tasks' | 'assignments' | 'progress'> {
  return {
    tasks: [of],
    assignments: [{ id: `assignment-${of.id}`, taskId: of.id, unitId: of.leadUnitId, part: 'lead', assignedOn: of.startsOn }],
    progress: [
      {
        id: `progress-${of.id}`,
        assignmentId: `assignment-${of.id}`,
        reportedOn: plainDate(on),
        state: 'done',
        percent: null,
        narrative,
        difficulty: '',
        proposal: '',
        documentIds: [],
        reportedBy: 'Lò Minh Họa',
        sequence: 1,
      },
    ],
  }
}

export function factsOf(changes: Partial<ReportFacts> = {}): ReportFacts {
  return {
    duty: {
      id: 'duty',
      unitId: 'unit-Sở Minh họa',
      formName: 'agency-half-year',
      receiverName: 'Sở Văn hóa, Thể thao và Du lịch',
      isReceiverSuperior: false,
      basisDocumentId: null,
      symbol: 'BC-SMH',
      draftingUnitId: 'unit-Sở Minh họa',
      recipientLines: ['Sở VHTTDL'],
      archive: 'VT',
      dueDaysAfterCutoff: null,
      valid: always,
    },
    form: form as ReportFacts['form'],
    period: period as ReportFacts['period'],
    unit: unitVersion('Sở Minh họa'),
    children: [],
    headcounts: [],
    documents: [],
    targets: [],
    tasks: [],
    assignments: [],
    progress: [],
    activities: [],
    registrations: [],
    candidates: [],
    consolidated: null,
    taken: [],
    ...changes,
  }
}
