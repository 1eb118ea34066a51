import { type PlainDate, plainDate } from '../calendar/plain-date.ts'
import { builtInDictionary, dictionaryNote } from './dictionary/dictionary.ts'
import {
  type FigureForm,
  type FigureFormPart,
  type FormLevel,
  type FormVersion,
  type NarrativePart,
  type TablePart,
} from './figure-form.ts'
import { dictionaryOn, indicatorOf } from './indicator.ts'

const everyLevel: readonly FormLevel[] = ['area', 'commune', 'district', 'agency', 'province']
const places: readonly FormLevel[] = ['area', 'commune', 'district']
const governed: readonly FormLevel[] = ['commune', 'district']
const firstDay = plainDate('2021-12-15')

/**
 * What each level is asked about the movement. The outline is the five parts the Ministry asks for, the columns are proposed:
 * neither is set by a text read so far.
 */
const everyPart: readonly FigureFormPart[] = [
  told('deployment', 'Tình hình triển khai', {
    asks: 'Văn bản đã ban hành, họp, phân công, tuyên truyền trong kỳ.',
    role: 'account',
    source: 'documents',
    owedBy: everyLevel,
  }),
  listed('families', 'Gia đình văn hóa', {
    codes: [
      'family.total',
      'family.registered',
      'family.reviewed',
      'family.recognised',
      'family.notReached',
      'family.excluded',
      'family.undecided',
      'family.revoked',
      'family.threeYears',
      'family.praised',
      'family.exemplary',
    ],
    ratios: [
      ['share.family.registered', 'family.total'],
      ['share.family.recognised', 'family.total'],
      ['share.family.recognised', 'family.registered'],
    ],
    owedBy: places,
  }),
  listed('areas', 'Thôn, bản, tổ dân phố', {
    codes: [
      'area.total',
      'area.registered',
      'area.recognised',
      'area.notReached',
      'area.undecided',
      'area.revoked',
      'area.fiveYears',
      'area.praised',
    ],
    ratios: [
      ['share.area.registered', 'area.total'],
      ['share.area.recognised', 'area.total'],
      ['share.area.recognised', 'area.registered'],
    ],
    owedBy: governed,
  }),
  listed('communes', 'Xã, phường', {
    codes: [
      'commune.total',
      'commune.rural',
      'commune.urban',
      'commune.zone',
      'commune.proposed',
      'commune.exemplary',
      'commune.newRural.registered',
      'commune.newRural.recognised',
      'commune.civilised.registered',
      'commune.civilised.recognised',
      'commune.comprehensive',
    ],
    ratios: [
      ['share.commune.exemplary', 'commune.total'],
      ['share.commune.newRural.registered', 'commune.rural'],
    ],
    owedBy: ['province'],
  }),
  listed('offices', 'Cơ quan, đơn vị, doanh nghiệp', {
    codes: [
      'office.total',
      'office.registered',
      'office.registered.first',
      'office.registered.again',
      'office.reached',
      'office.recognised',
      'office.recognised.first',
      'office.recognised.again',
    ],
    ratios: [
      ['share.office.registered', 'office.total'],
      ['share.office.recognised', 'office.total'],
    ],
    owedBy: [...governed, 'agency'],
  }),
  {
    kind: 'table',
    key: 'officeKinds',
    heading: 'Cơ quan, đơn vị, doanh nghiệp theo loại',
    owedBy: [...governed, 'agency'],
    layout: {
      type: 'grid',
      columns: ['Tổng số', 'Được công nhận'],
      rows: [
        { label: 'Cơ quan', codes: ['office.total.agency', 'office.recognised.agency'] },
        { label: 'Đơn vị', codes: ['office.total.unit', 'office.recognised.unit'] },
        { label: 'Doanh nghiệp', codes: ['office.total.enterprise', 'office.recognised.enterprise'] },
      ],
    },
    ratios: [],
  },
  listed('institutions', 'Thiết chế văn hóa', {
    codes: ['area.total', 'house.areas', 'house.areas.standard', 'house.count', 'house.solid', 'playground.count', 'sportsGround.areas'],
    ratios: [
      ['share.house.areas', 'area.total'],
      ['share.house.areas.standard', 'area.total'],
    ],
    owedBy: governed,
  }),
  listed('communeInstitutions', 'Thiết chế văn hóa cấp xã', {
    codes: ['commune.total', 'house.communes', 'house.communes.standard', 'playground.communes'],
    ratios: [
      ['share.house.communes', 'commune.total'],
      ['share.house.communes.standard', 'commune.total'],
    ],
    owedBy: ['province'],
  }),
  listed('movement', 'Phong trào', {
    codes: ['population.total', 'exercise.people', 'exercise.families', 'troupe.count', 'club.sport'],
    ratios: [['share.exercise.people', 'population.total']],
    owedBy: places,
  }),
  listed('areasInMovement', 'Thôn, bản, tổ dân phố trong phong trào', {
    codes: ['area.total', 'troupe.areas', 'unityDay.areas', 'convention.areas'],
    ratios: [['share.convention.areas', 'area.total']],
    owedBy: governed,
  }),
  listed('conventions', 'Hương ước, quy ước', {
    codes: [
      'convention.submitted',
      'convention.recognised',
      'convention.refused',
      'convention.amended',
      'convention.suspended',
      'convention.abolished',
    ],
    ratios: [],
    owedBy: governed,
  }),
  listed('activities', 'Hoạt động', {
    codes: [
      'activity.dissemination.events',
      'activity.dissemination.turns',
      'activity.training.events',
      'activity.training.turns',
      'activity.festival.events',
      'activity.festival.turns',
      'activity.sport.events',
      'activity.sport.turns',
      'activity.runDay.events',
      'activity.runDay.turns',
      'activity.supervision.events',
      'aid.turns',
    ],
    ratios: [],
    owedBy: everyLevel,
  }),
  listed('money', 'Kinh phí', { codes: ['money.total', 'money.budget', 'money.gifts', 'money.other'], ratios: [], owedBy: everyLevel }),
  listed('deeds', 'Người tốt, việc tốt', { codes: ['deed.people', 'deed.letters'], ratios: [], owedBy: everyLevel }),
  told('outcome', 'Kết quả thực hiện', {
    asks: 'Kết quả nổi bật của kỳ; số liệu trong bảng không cần nhắc lại.',
    role: 'account',
    source: 'answers',
    owedBy: everyLevel,
  }),
  told('goodExamples', 'Cách làm hay, điển hình', {
    asks: 'Mỗi cách làm một đoạn: ở đâu, làm gì, kết quả đo được.',
    role: 'goodExample',
    owedBy: everyLevel,
  }),
  told('difficulties', 'Khó khăn, vướng mắc', { asks: 'Mỗi khó khăn một đoạn và nguyên nhân.', role: 'difficulty', owedBy: everyLevel }),
  told('proposals', 'Kiến nghị, đề xuất', { asks: 'Mỗi kiến nghị một đoạn, gửi cơ quan nào.', role: 'proposal', owedBy: everyLevel }),
  told('ahead', 'Phương hướng, nhiệm vụ', { asks: 'Việc chính của kỳ sau.', role: 'account', source: 'tasksAhead', owedBy: everyLevel }),
]

type ToldAs = Pick<NarrativePart, 'asks' | 'owedBy' | 'role'> & { readonly source?: NarrativePart['source'] }
function told(key: string, heading: string, { source = null, ...part }: ToldAs): NarrativePart {
  return { kind: 'narrative', key, heading, ...part, source }
}

type ListedAs = Pick<TablePart, 'owedBy'> & {
  readonly codes: readonly string[]
  readonly ratios: readonly (readonly [code: string, baseCode: string])[]
}
function listed(key: string, heading: string, { codes, ratios, owedBy }: ListedAs): TablePart {
  const shown = ratios.map(([code, baseCode]) => ({ code, baseCode }))
  return { kind: 'table', key, heading, owedBy, layout: { type: 'list', codes }, ratios: shown }
}

/** A part asks only for what the dictionary of the day knows; a table with nothing left to ask is left out. */
function partOn(part: FigureFormPart, on: PlainDate): FigureFormPart[] {
  if (part.kind === 'narrative' || part.layout.type === 'grid') return [part]
  const dictionary = dictionaryOn(builtInDictionary, on)
  const codes = part.layout.codes.filter(code => indicatorOf(dictionary, code))
  const ratios = part.ratios.filter(({ code }) => dictionary.ratios.some(ratio => ratio.code === code))
  return codes.length === 0 ? [] : [{ ...part, layout: { type: 'list', codes }, ratios }]
}

/** A version for every range of days on which the law lets the same things be counted. */
function versionsOf(parts: readonly FigureFormPart[]): FormVersion[] {
  const entries = [...builtInDictionary.indicators, ...builtInDictionary.ratios]
  const changes = entries.flatMap(({ valid }) => [valid.from, valid.until].flatMap(day => (day !== null && day > firstDay ? [day] : [])))
  const days = [firstDay, ...new Set(changes.toSorted())]
  const versions: FormVersion[] = []
  for (const day of days) {
    const asked = parts.flatMap(part => partOn(part, day))
    const last = versions.at(-1)
    if (last && JSON.stringify(last.parts) === JSON.stringify(asked)) continue
    if (last) versions[versions.length - 1] = { ...last, valid: { from: last.valid.from, until: day } }
    versions.push({ version: versions.length + 1, valid: { from: day, until: null }, parts: asked })
  }
  return versions
}

/** One form for the whole tree: a figure told by a village is the same figure in the commune and the province. */
export const movementForm: FigureForm = {
  key: 'movement',
  name: 'Báo cáo số liệu phong trào',
  note: dictionaryNote,
  versions: versionsOf(everyPart),
}
