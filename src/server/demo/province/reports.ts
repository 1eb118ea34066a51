import type { BodyInput, CommandName } from '#contract/index.ts'
import type { ReportView } from '#contract/report.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { inlineText } from '#domain/document/official-document.ts'
import { paragraphsOf } from '#domain/report/report.ts'
import type { World } from '../../world.ts'
import { demoId } from '../ids.ts'
import { actorOfDemo, type Recorder, recordAs } from '../record.ts'

export const reportIds = { firstHalf: demoId('report/2025-H1'), year: demoId('report/2025-Y') } as const

/** Each step of the first half's report by whose it is, on its day. */
const steps = [
  ['report.checkContent', 'truongphong', '2025-06-24'],
  ['report.checkForm', 'vanthu', '2025-06-24'],
  ['report.submit', 'sovanhoa', '2025-06-24'],
  ['report.signOff', 'lanhdao', '2025-06-25'],
  ['report.number', 'vanthu', '2025-06-25'],
  ['report.issue', 'vanthu', '2025-06-25'],
] as const satisfies readonly (readonly [CommandName, string, string])[]

/** What no figure tells, in the words of whoever writes; every gap of the outline has its sentence. */
const written = [
  'Các xã, phường, thị trấn đã triển khai phong trào theo kế hoạch từ đầu năm; nội dung này viết để minh họa.',
  'Công tác tuyên truyền được lồng ghép trong các buổi sinh hoạt bản, tổ dân phố; nội dung này viết để minh họa.',
  'Tiếp tục rà soát hộ đăng ký, hướng dẫn cơ sở chuẩn bị cho việc sắp xếp đơn vị hành chính từ 01/7/2025.',
] as const

/** The report of the first half goes out by the people whose steps these are; the year's is begun and has its gaps. */
export async function loadReports(world: World, unitId: string): Promise<void> {
  const begun = await composed(world, { id: reportIds.firstHalf, unitId, periodName: '2025-H1', on: plainDate('2025-06-23') })
  let { revision } = (await withWords(world, begun)).report
  for (const [name, who, day] of steps) {
    const on = plainDate(day)
    const body = { id: begun.id, revision, ...(name === 'report.number' && { on }) }
    const view = await (await person(world, who, on))(on, name as CommandName, body as never)
    revision = (view as ReportView).report.revision
  }
  await composed(world, { id: reportIds.year, unitId, periodName: '2025-Y', on: plainDate('2025-12-22') })
}

async function composed(world: World, { on, ...asked }: BodyInput<'report.compose'> & { readonly on: PlainDate }): Promise<ReportView> {
  return (await person(world, 'sovanhoa', on))(on, 'report.compose', asked)
}

async function withWords(world: World, { id, report }: ReportView): Promise<ReportView> {
  const on = plainDate('2025-06-23')
  const gaps = paragraphsOf(report.content).filter(paragraph => paragraph.id.endsWith('/gap'))
  const paragraphs = gaps.map((gap, at) => ({
    id: gap.id,
    was: inlineText(gap.inlines),
    pieces: [{ type: 'text' as const, text: written[at % written.length] ?? '' }],
  }))
  return (await person(world, 'sovanhoa', on))(on, 'report.edit', { id, paragraphs })
}

async function person(world: World, username: string, on: PlainDate): Promise<Recorder> {
  return recordAs(world, await actorOfDemo(world, username, on))
}
