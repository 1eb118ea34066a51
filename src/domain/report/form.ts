import type { Versioned } from '../calendar/date-range.ts'
import { inForce } from '../calendar/date-range.ts'
import { type PlainDate, plainDate } from '../calendar/plain-date.ts'
import type { TaskTheme } from '../plan/plan.ts'

/** The movement by its full name: capital P and curved quotation marks wherever the house writes it. */
export const movementName = 'Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”'

/** The outline of a report and what fills each place. A report keeps the form it was composed on. */
export type ReportForm = Versioned & {
  readonly name: string
  readonly title: string
  readonly subject: string
  readonly cites: string
  /** Days of documents it cites: `ngày 20 tháng 01 năm 2025`, as the decree has them; else as offices write them, 20/01/2025. */
  readonly daysInWords?: true
  readonly sections: readonly FormSection[]
}

export type FormSection = {
  readonly key: string
  readonly level: 0 | 1 | 2 | 3
  /** Null: the number stands before the text itself, as in `2.3. Chỉ đạo các phòng …`. */
  readonly heading: string | null
  readonly parts: readonly FormPart[]
}

/**
 * What a place is filled from. Words in braces are replaced: {unit}, {receiver}, {basis}, {basisIssuer}, {movement},
 * {period}, {part}, {nextPart}, {year}, {nextYear}.
 */
export type FormPart =
  | {
      readonly fill: 'sentence'
      readonly text: string
      readonly textWithoutBasis: string
      /** For days no part of the year follows; the text without a basis, where none is told. */
      readonly textOfDays?: string
    }
  | { readonly fill: 'functions' }
  | { readonly fill: 'structure' }
  | { readonly fill: 'headcount' }
  | { readonly fill: 'issuedDocuments'; readonly lead: string }
  | { readonly fill: 'theme'; readonly theme: TaskTheme }
  | { readonly fill: 'tasksAhead' }
  | { readonly fill: 'difficulties' }
  | { readonly fill: 'proposals' }
  | { readonly fill: 'coverage' }
  /** What the unit wrote under a part of its own return; where it wrote nothing, what its records tell. */
  | { readonly fill: 'ownWords'; readonly part: string; readonly otherwise: readonly FormPart[] }
  /** One table of the form figures are asked by. */
  | { readonly fill: 'figures'; readonly table: string }

const opening: FormPart = {
  fill: 'sentence',
  text: 'Thực hiện {basis}, {unit} báo cáo {receiver} kết quả thực hiện {part}, nhiệm vụ {nextPart} với các nội dung như sau:',
  textWithoutBasis: '{unit} báo cáo {receiver} kết quả thực hiện {movement} {part}, nhiệm vụ {nextPart} với các nội dung như sau:',
  textOfDays: '{unit} báo cáo {receiver} kết quả thực hiện {movement} {period} với các nội dung như sau:',
}
const closing: FormPart = { fill: 'sentence', text: '{unit} trân trọng báo cáo./.', textWithoutBasis: '{unit} trân trọng báo cáo./.' }
/** Which documents the unit issued. */
export const deployment: FormPart = {
  fill: 'issuedDocuments',
  lead: 'Để triển khai thực hiện có hiệu quả {movement}, căn cứ Kế hoạch của {basisIssuer}, hướng dẫn của {receiver}, {unit} ban hành ',
}
const theme = (name: TaskTheme): FormPart => ({ fill: 'theme', theme: name })
const ownWords = (part: string, ...otherwise: readonly FormPart[]): FormPart => ({ fill: 'ownWords', part, otherwise })
const figures = (table: string, heading: string): FormSection => ({ key: table, level: 2, heading, parts: [{ fill: 'figures', table }] })

/**
 * The outline agencies of Sơn La used in 2022 for the half-year report of the movement, and the five parts the Ministry
 * asks for. Neither outline is set by a text read so far: both are the office's choice, not a rule that blocks.
 */
export const reportForms: readonly ReportForm[] = [
  {
    name: 'agency-half-year',
    title: 'Báo cáo phong trào của cơ quan',
    subject: 'Kết quả thực hiện {movement}, {period}',
    cites: 'Theo bố cục báo cáo 6 tháng năm 2022 của Văn phòng UBND tỉnh Sơn La',
    valid: { from: plainDate('2021-12-15'), until: null },
    sections: [
      { key: 'opening', level: 0, heading: null, parts: [opening] },
      {
        key: 'situation',
        level: 1,
        heading: 'ĐẶC ĐIỂM, TÌNH HÌNH',
        parts: [{ fill: 'functions' }, { fill: 'structure' }, { fill: 'headcount' }],
      },
      { key: 'results', level: 1, heading: 'KẾT QUẢ THỰC HIỆN', parts: [] },
      { key: 'deployment', level: 2, heading: 'Công tác triển khai thực hiện', parts: [deployment] },
      { key: 'outcome', level: 2, heading: 'Kết quả thực hiện', parts: [] },
      { key: 'advice', level: 3, heading: 'Công tác phối hợp với sở, ngành tham mưu với UBND tỉnh', parts: [theme('advice')] },
      { key: 'dissemination', level: 3, heading: 'Công tác tuyên truyền, lãnh đạo thực hiện {movement}', parts: [theme('dissemination')] },
      { key: 'supervision', level: 3, heading: null, parts: [theme('supervision')] },
      { key: 'registration', level: 3, heading: null, parts: [theme('registration')] },
      { key: 'sport', level: 3, heading: null, parts: [theme('sport')] },
      { key: 'festival', level: 3, heading: null, parts: [theme('festival')] },
      { key: 'communeAid', level: 3, heading: null, parts: [theme('communeAid')] },
      { key: 'leadership', level: 3, heading: null, parts: [theme('leadership')] },
      { key: 'support', level: 3, heading: null, parts: [theme('support')] },
      { key: 'reporting', level: 3, heading: null, parts: [theme('reporting')] },
      { key: 'ahead', level: 1, heading: 'NHIỆM VỤ TRỌNG TÂM {nextPartCapitals}', parts: [{ fill: 'tasksAhead' }] },
      { key: 'closing', level: 0, heading: null, parts: [closing] },
    ],
  },
  {
    name: 'ministry-five-parts',
    title: 'Báo cáo phong trào theo năm phần',
    subject: 'Kết quả thực hiện {movement}, {period}',
    cites:
      'Năm phần Bộ Văn hóa, Thể thao và Du lịch đề nghị: tình hình triển khai; kết quả; khó khăn, vướng mắc; kiến nghị, đề xuất; phương hướng',
    valid: { from: plainDate('2021-12-15'), until: null },
    sections: [
      { key: 'opening', level: 0, heading: null, parts: [opening] },
      {
        key: 'deployment',
        level: 1,
        heading: 'TÌNH HÌNH TRIỂN KHAI',
        parts: [{ fill: 'structure' }, { fill: 'headcount' }, deployment, theme('advice')],
      },
      { key: 'outcome', level: 1, heading: 'KẾT QUẢ THỰC HIỆN', parts: [] },
      { key: 'dissemination', level: 2, heading: 'Tuyên truyền, lãnh đạo thực hiện', parts: [theme('dissemination'), theme('leadership')] },
      {
        key: 'titles',
        level: 2,
        heading: 'Đăng ký, giám sát bình xét và công nhận danh hiệu',
        parts: [theme('registration'), theme('supervision')],
      },
      { key: 'movementActivities', level: 2, heading: 'Hoạt động văn hóa, thể thao', parts: [theme('sport'), theme('festival')] },
      { key: 'communeAid', level: 2, heading: 'Giúp đỡ cơ sở, nhân rộng điển hình', parts: [theme('communeAid'), theme('support')] },
      { key: 'reporting', level: 2, heading: 'Tổng hợp, báo cáo', parts: [theme('reporting')] },
      { key: 'difficulties', level: 1, heading: 'KHÓ KHĂN, VƯỚNG MẮC', parts: [{ fill: 'difficulties' }] },
      { key: 'proposals', level: 1, heading: 'KIẾN NGHỊ, ĐỀ XUẤT', parts: [{ fill: 'proposals' }] },
      { key: 'ahead', level: 1, heading: 'PHƯƠNG HƯỚNG, NHIỆM VỤ {nextPartCapitals}', parts: [{ fill: 'tasksAhead' }] },
      { key: 'closing', level: 0, heading: null, parts: [closing] },
    ],
  },
  {
    name: 'consolidated-figures',
    title: 'Báo cáo tổng hợp số liệu các đơn vị',
    subject: 'Kết quả thực hiện {movement}, {period}',
    cites:
      'Năm phần Bộ Văn hóa, Thể thao và Du lịch đề nghị, với số liệu cộng từ báo cáo các đơn vị; bộ chỉ tiêu đề xuất, không phải biểu của Nhà nước',
    daysInWords: true,
    valid: { from: plainDate('2021-12-15'), until: null },
    sections: [
      { key: 'opening', level: 0, heading: null, parts: [opening] },
      { key: 'deployment', level: 1, heading: 'TÌNH HÌNH TRIỂN KHAI', parts: [ownWords('deployment', deployment), { fill: 'coverage' }] },
      { key: 'outcome', level: 1, heading: 'KẾT QUẢ THỰC HIỆN', parts: [ownWords('outcome')] },
      figures('families', 'Gia đình văn hóa'),
      figures('areas', 'Thôn, bản, tổ dân phố'),
      figures('offices', 'Cơ quan, đơn vị, doanh nghiệp'),
      figures('institutions', 'Thiết chế văn hóa'),
      figures('movement', 'Văn nghệ, thể dục, thể thao quần chúng'),
      figures('areasInMovement', 'Phong trào ở thôn, bản, tổ dân phố'),
      figures('conventions', 'Hương ước, quy ước'),
      figures('activities', 'Hoạt động trong kỳ'),
      figures('money', 'Kinh phí'),
      figures('deeds', 'Người tốt, việc tốt'),
      { key: 'goodExamples', level: 2, heading: 'Cách làm hay, điển hình', parts: [ownWords('goodExamples')] },
      { key: 'difficulties', level: 1, heading: 'KHÓ KHĂN, VƯỚNG MẮC', parts: [ownWords('difficulties', { fill: 'difficulties' })] },
      { key: 'proposals', level: 1, heading: 'KIẾN NGHỊ, ĐỀ XUẤT', parts: [ownWords('proposals', { fill: 'proposals' })] },
      {
        key: 'ahead',
        level: 1,
        heading: 'PHƯƠNG HƯỚNG, NHIỆM VỤ {nextPartCapitals}',
        parts: [ownWords('ahead', { fill: 'tasksAhead' })],
      },
      { key: 'closing', level: 0, heading: null, parts: [closing] },
    ],
  },
]

/** Whether a form tells figures that were asked for by a request. */
export function tellsFigures({ sections }: Pick<ReportForm, 'sections'>): boolean {
  return sections.some(({ parts }) => parts.some(({ fill }) => fill === 'figures'))
}

/** The form of a name as it stood on a day. */
export function reportFormOn(name: string, on: PlainDate): ReportForm | undefined {
  return inForce(
    reportForms.filter(form => form.name === name),
    on,
  )
}
