import { unzipSync } from 'fflate'
import { expect } from 'vitest'
import type { SumExplained } from '#contract/report.ts'
import { readDocx } from '#documents/check/read-docx.ts'
import { test as databaseTest, openTestDatabase } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'
import { readPdf } from '../../../test/golden/pdf-text.ts'
import { checksOf } from '../../../test/issued-checks.ts'
import { period, type ReportingPlaces, reportingPlaces } from '../../../test/reporting-places.ts'
import { issueByPeople, numbersIn } from '../../../test/reporting-province.ts'

// Who else reports besides the province: what a commune and an office issue, from composing to the package for the portal.

const test = databaseTest.extend('here', { scope: 'worker' }, async ({}, { onCleanup }) => {
  const database = await openTestDatabase()
  onCleanup(() => database.close())
  return reportingPlaces(worldOn(database))
})

type Issuing = {
  readonly who: string
  readonly unit: (here: ReportingPlaces) => string
  readonly code: string
  readonly says: readonly string[]
  /** Every heading in its order, where the form is the unit's own. */
  readonly headings?: readonly string[]
  /** Tables and lists that go with it, each with how it lies. */
  readonly appendices: readonly (readonly [title: string, orientation: 'landscape' | 'portrait'])[]
  /** Checks that have nothing to look at, each with why. */
  readonly notApplied: Readonly<Record<string, string>>
  /** Of the data of the portal: a unit, a code, its number. */
  readonly published: readonly [unit: string, code: string, value: number]
}

const outside = { K27: 'chữ ký số đặt vào tệp ở ngoài hệ thống; ở đây chỉ xét tệp' }
const withoutBases = { ...outside, K14: 'báo cáo không có căn cứ ban hành' }
const withoutCitation = { ...withoutBases, K15: 'không viện dẫn văn bản nào' }

const issuing: readonly Issuing[] = [
  {
    who: 'a commune that asked its villages',
    unit: here => here.asking,
    code: '01/BC-UBND',
    says: [
      'Thực hiện Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2025 của UBND tỉnh',
      'Đã nhận báo cáo số liệu của 24/26 thôn, bản, tổ dân phố.',
    ],
    appendices: [
      ['Gia đình văn hóa theo đơn vị', 'landscape'],
      ['Đơn vị chưa gửi báo cáo số liệu', 'portrait'],
    ],
    notApplied: withoutBases,
    published: ['Bản Mẫu 1', 'family.total', 60],
  },
  {
    who: 'a commune, of its part of what the province asked',
    unit: here => here.owing,
    code: '01/BC-UBND',
    says: ['Đã nhận báo cáo số liệu của 2/3 thôn, bản, tổ dân phố.', 'Một số nhà văn hóa đã xuống cấp.'],
    appendices: [
      ['Gia đình văn hóa theo đơn vị', 'landscape'],
      ['Số liệu do đơn vị tự báo cáo', 'landscape'],
      ['Đơn vị chưa gửi báo cáo số liệu', 'portrait'],
    ],
    notApplied: withoutCitation,
    published: ['Ủy ban nhân dân xã Mường Mẫu', 'house.areas', 13],
  },
  {
    who: 'an office, of its own return',
    unit: here => here.office,
    code: '01/BC-SMH',
    says: ['Số liệu theo báo cáo số liệu bản 1 của đơn vị, gửi ngày 18/6/2025', 'Tổ chức 12 buổi tuyên truyền'],
    appendices: [['Số liệu do đơn vị tự báo cáo', 'landscape']],
    notApplied: withoutCitation,
    published: ['Sở Minh Họa', 'office.total', 27],
  },
  {
    who: 'an office that asked those below it',
    unit: here => here.above,
    code: '01/BC-SM',
    says: ['Đã nhận báo cáo số liệu của 2/3 cơ quan, đơn vị.'],
    appendices: [
      ['Cơ quan, đơn vị, doanh nghiệp theo đơn vị', 'landscape'],
      ['Cơ quan, đơn vị, doanh nghiệp theo loại, từng đơn vị', 'landscape'],
      ['Hoạt động theo đơn vị (1)', 'landscape'],
      ['Hoạt động theo đơn vị (2)', 'landscape'],
      ['Kinh phí theo đơn vị', 'landscape'],
      ['Người tốt, việc tốt theo đơn vị', 'landscape'],
      ['Đơn vị chưa gửi báo cáo số liệu', 'portrait'],
    ],
    notApplied: withoutCitation,
    published: ['Trung tâm Một', 'office.total', 27],
  },
  {
    who: 'a commune that asked by a form of its own',
    unit: here => here.byOwnForm,
    code: '01/BC-UBND',
    headings: ['I. Tồn tại và nguyên nhân', 'II. Du lịch cộng đồng', 'III. Văn bản hướng dẫn'],
    says: [
      'Đã nhận báo cáo số liệu của 2/2 thôn, bản, tổ dân phố.',
      'Tổng số hộ: 160 hộ; hộ làm du lịch cộng đồng: 24 hộ (15,0% tổng số hộ).',
    ],
    appendices: [['Du lịch cộng đồng theo đơn vị', 'landscape']],
    notApplied: withoutCitation,
    published: ['Bản Suối', 'MH.01', 12],
  },
]

test.for(issuing)(
  '$who issues a report that passes K01–K30, with its tables, who is missing, and a package for the portal',
  async (asked, { here }) => {
    const { world, officer } = here
    const unitId = asked.unit(here)
    const people = { officer, head: officer, clerk: officer, leader: officer }
    const issued = await issueByPeople(world, people, { unitId, periodName: period, on: '2025-06-18' })
    expect(issued).toMatchObject({ state: 'issued', code: asked.code })
    expect(issued.remarks.filter(({ code }) => code.startsWith('K'))).toEqual([])
    for (const [check, { found, notApplied }] of await checksOf(world, issued))
      expect([check, found, notApplied]).toEqual([check, [], asked.notApplied[check] ?? null])

    const file = async (name: string) => world.files.get(issued.files.find(each => each.name === name)?.sha256 ?? '')
    const pages = await readPdf(await file('bao-cao.pdf'))
    const text = pages.flatMap(({ lines }) => lines).join(' ')
    for (const words of asked.says) expect(text).toContain(words)
    const headings = issued.report.content.sections.flatMap(({ label, heading }) => (heading ? [`${label} ${heading}`] : []))
    if (asked.headings) {
      expect(headings).toEqual(asked.headings)
      const places = headings.map(heading => text.indexOf(heading.toLocaleUpperCase('vi')))
      expect(places).toEqual(places.filter(at => at > 0).toSorted((a, b) => a - b))
    }
    expect((issued.report.content.appendices ?? []).map(({ title, orientation }) => [title, orientation])).toEqual(asked.appendices)
    const docx = await file('bao-cao.docx')
    const read = readDocx(docx)
    const lying = asked.appendices.map(([, orientation]) => orientation === 'landscape')
    expect(read.ok && read.value.sections.map(({ landscape }) => landscape)).toEqual([false, ...lying])
    const tables = new TextDecoder().decode(unzipSync(docx)['word/document.xml']).match(/<w:tblHeader\s*\/>/gu)
    expect(tables).toHaveLength(asked.appendices.length)

    const { text: inText, cells } = await numbersIn(world, issued.id)
    for (const { figureId, text: printed } of [...inText, ...cells]) {
      const { sum, sources, total } = await must(ask(world, officer, 'report.explain', { id: issued.id, figureId }))
      if (sum) expect([figureId, readAgain(sum)]).toEqual([figureId, true])
      else expect([total, sources.map(({ kind }) => kind)]).toEqual([printed, ['return']])
    }

    const published = await must(send(world, officer, 'report.publish', { id: issued.id, revision: issued.report.revision, leaveOut: [] }))
    const zip = published.files.find(({ mediaType }) => mediaType === 'application/zip')
    const packed = unzipSync(await world.files.get(zip?.sha256 ?? ''))
    const [unit, code, value] = asked.published
    const { figures } = JSON.parse(new TextDecoder().decode(packed['so-lieu.json'])) as { figures: object[] }
    expect(figures).toContainEqual(expect.objectContaining({ unit, code, value }))
  },
)

/** Added again from its parts, or the word of the unit itself. */
function readAgain({ parts, addedAgain, words, told }: SumExplained): boolean {
  return parts.length > 0 ? addedAgain === words : told !== null || words?.startsWith('lần') === true
}

test('a table longer than a page has its head on each', async ({ here }) => {
  const [row] = await must(ask(here.world, here.officer, 'report.list', { unitId: here.asking }))
  const { files } = await must(ask(here.world, here.officer, 'report.one', { id: row?.id ?? '' }))
  const pdf = await here.world.files.get(files.find(({ name }) => name === 'bao-cao.pdf')?.sha256 ?? '')
  const withHead = (await readPdf(pdf)).filter(
    ({ lines }) => lines.some(line => line.includes('STT')) && lines.some(line => line.includes('Bản Mẫu')),
  )
  expect(withHead.length).toBeGreaterThan(1)
})
