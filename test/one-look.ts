import type { ParamsInput, QueryName } from '#contract/index.ts'
import type { Ids } from './one-of-everything.ts'
import { requestParamsOf } from './one-request.ts'
import { seasonParamsOf } from './one-season.ts'

export function paramsOf(ids: Ids, name: QueryName): Record<string, string> {
  const { office, document, plan, activity, report } = ids
  const all: { [Each in QueryName]: ParamsInput<Each> } = {
    'account.list': { unitId: office },
    'audit.list': { unitId: office },
    'org.tree': { unitId: office },
    'org.unit': { unitId: office },
    'org.changes': { unitId: office },
    'org.history': { unitId: office },
    'document.list': { unitId: office, search: '' },
    'document.one': { id: document },
    'document.graph': { id: document },
    'document.book': { unitId: office, direction: 'incoming', year: '2022' },
    'plan.list': { unitId: office },
    'plan.one': { id: plan },
    'plan.units': { id: plan },
    'plan.forYear': { id: plan, year: '2023' },
    'activity.list': { unitId: office, search: '' },
    'activity.one': { id: activity },
    'household.list': { unitId: office, search: '' },
    'household.one': { id: ids.household },
    'household.counts': { unitId: office },
    'household.lists': { unitId: ids.area },
    'household.oneList': { id: ids.list },
    'title.registrations': { unitId: office, year: '2022' },
    'title.law': { unitId: office },
    'calendar.one': { unitId: office },
    ...seasonParamsOf(ids.ofSeason),
    ...requestParamsOf(ids.ofRequest),
    'posted.one': { seasonId: ids.ofSeason.season, areaUnitId: ids.ofSeason.village },
    'merit.figures': { unitId: office, honour: 'culturalFamily', year: '2022' },
    'merit.rows': { unitId: office, honour: 'culturalFamily', year: '2022', measure: 'registered' },
    'overview.one': { unitId: office, year: 2022, part: 'Y' },
    'overview.tasks': { unitId: office, year: 2022 },
    'overview.activities': { unitId: office, from: '2022-01-01', until: '2023-01-01' },
    'overview.documents': { unitId: office, from: '2022-01-01', until: '2023-01-01' },
    'report.duties': { unitId: office },
    'report.list': { unitId: office },
    'search.everywhere': { unitId: office, text: 'văn hóa' },
    'report.one': { id: report },
    'report.explain': { id: report },
    'report.versions': { id: report },
    'report.publicDraft': { id: report },
    'report.pulse': { id: report },
    'notice.list': { unitId: office },
    'notice.count': { unitId: office },
    'notice.follows': { kind: 'report', id: report },
    'today.one': { unitId: office },
    'today.signing': { unitId: office },
  }
  return all[name] as Record<string, string>
}
