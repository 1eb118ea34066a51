import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { findCitations } from '#domain/document/cite.ts'
import { type Block, inlineText, type OfficialDocument } from '#domain/document/official-document.ts'
import type { OrgUnitVersion } from '#domain/org/org-unit.ts'
import { paragraphsOf, type ReportContent } from '#domain/report/report.ts'
import { unitsForTitle } from '#domain/title/title-kinds.ts'
import { test } from '../../../test/demo.ts'
import { ask, must, send } from '../../../test/factories.ts'
import { sampleReport } from '../../../test/golden/sample-report.ts'
import { activityId } from '../demo/activities.ts'
import { unitIds } from '../demo/office.ts'
import { listChildrenOn } from '../org/org.store.ts'
import type { World } from '../world.ts'
import { openCase } from './report.case.ts'
import { findReport } from './report.store.ts'

// The first acceptance case: the office's recorded first half of 2022 yields the report it really sent, part by part.

describe('the report composed from recorded work', () => {
  test('has the outline of the report that was sent', async ({ world, people: { officer } }) => {
    expect(outlineOf(await composed(world, officer))).toEqual(outlineOf(sampleReport))
  })

  test('cites in each part the documents that part cited, with their days', async ({ world, people: { officer } }) => {
    const document = await composed(world, officer)
    expect(citedIn(document)).toEqual(citedIn(sampleReport))
    expect(daysOf(document)).toEqual(daysOf(sampleReport))
  })

  test('names the same numbers in each part', async ({ world, people: { officer } }) => {
    expect(numbersIn(await composed(world, officer))).toEqual(numbersIn(sampleReport))
  })

  test('says what that report said, sentence for sentence, but for the two it broke off', async ({ world, people: { officer } }) => {
    const said = wordsOf(await composed(world, officer))
    const missing = sentencesOf(sampleReport).filter(sentence => !said.includes(bare(sentence)))
    expect(missing.map(sentence => sentence.slice(0, 60))).toEqual(rewordedSentences)
  })

  test('goes to the same places and waits for the same signature, number and day open', async ({ world, people: { officer } }) => {
    const document = await composed(world, officer)
    expect(document.recipients).toEqual(sampleReport.recipients)
    expect(document.signature).toEqual(sampleReport.signature)
    expect(document.code).toEqual({ number: null, symbol: 'BC-VPUB' })
    expect(document.placeAndDate).toEqual({ place: 'Sơn La', day: null, year: 2022 })
    expect(document.issuer.nameLines).toEqual(sampleReport.issuer.nameLines)
    expect(document.subject).toBe(sampleReport.subject)
    expect(document.addressees).toEqual([])
  })

  test('raises the slips of that report as warnings and corrects none', async ({ world, people: { officer } }) => {
    const report = await compose(world, officer)
    const codes = new Set(report.remarks.map(remark => remark.code))
    for (const code of ['W-period', 'W-two-periods', 'W-law-scope', 'W-no-figure', 'W-missing', 'K15', 'K25']) expect(codes).toContain(code)
    expect(report.remarks.filter(remark => remark.level === 'L')).toEqual([])
    expect(textOf(report.report.content, 'structure')).toContain('phòng Khoa giáo- Văn xã')
    expect(textOf(report.report.content, 'dissemination')).toContain('giai đoạn 2021 - 2026 theo Kế hoạch số 23/KH-UBND')
  })

  test('never says that the goal was reached, since nobody recorded it', async ({ world, people: { officer } }) => {
    const report = await compose(world, officer)
    const outcome = report.report.content.figures.find(figure => figure.id.endsWith('.outcome'))
    expect(outcome?.value).toMatchObject({ type: 'missing' })
    expect(allText(report.report.content)).not.toMatch(/Kết quả: |đã đạt 100|đạt 100%/u)
  })
})

describe('the report follows its records, there and nowhere else', () => {
  test('an activity struck out takes its clause with it', async ({ world, people: { officer } }) => {
    const before = await contentNow(world, officer)
    await send(world, officer, 'activity.remove', { id: activityId('marathon'), revision: 0, reason: 'ghi nhầm' })
    const after = await contentNow(world, officer)
    expect(changed(before, after)).toEqual([expect.stringMatching(/^sport\//u)])
    expect(allText(before)).toContain('Marathon Mộc Châu 2022')
    expect(allText(after)).not.toContain('Marathon')
  })

  test('an activity added appears in its part with its number', async ({ world, people: { officer } }) => {
    const before = await contentNow(world, officer)
    const id = randomUUID()
    const body = {
      id,
      hostUnitId: unitIds.office,
      kind: 'communeAid' as const,
      name: 'Tặng quà hộ nghèo',
      startsOn: '2022-04-20',
      endsOn: '2022-04-20',
      place: 'Chiềng Xuân',
      participants: { quality: 'estimated' as const, count: 120, qualifier: 'trên' as const },
      money: [{ source: 'donation' as const, amount: 15_000_000, note: '' }],
      campaign: 'newCountryside' as const,
      taskIds: [],
      documentIds: [],
      narrative: 'Tặng quà hộ nghèo xã Chiềng Xuân (dữ liệu minh họa)',
    }
    expect(await send(world, officer, 'activity.record', body)).toMatchObject({ ok: true })
    const after = await contentNow(world, officer)
    expect(changed(before, after)).toEqual(['communeAid/activities'])
    expect(textOf(after, 'communeAid')).toContain('với trên 120 người tham gia, kinh phí 15.000.000 đồng')
    expect(after.figures.find(figure => figure.id === `activity.${id}.participants`)?.origins).toEqual([{ kind: 'activity', id }])
  })

  test('a headcount changed changes its number and no other word', async ({ world, people: { officer, admin } }) => {
    const before = await contentNow(world, officer)
    await send(world, admin, 'org.setHeadcount', {
      id: randomUUID(),
      unitId: unitIds.office,
      category: 'officials',
      count: 57,
      from: '2022-05-01',
    })
    const after = await contentNow(world, officer)
    expect(changed(before, after)).toEqual(['situation/headcount'])
    expect(textOf(after, 'headcount')).toBe(textOf(before, 'headcount').replace('58', '57'))
  })

  test('units that register for a title add one sentence, one more unit changes it, and no other word', async ({
    world,
    people: { officer },
  }) => {
    const units = await partsOfOffice(world)
    const register = (unitId: string, round: 'first' | 'again') =>
      must(send(world, officer, 'title.register', registrationBody(unitId, round)))
    const before = await contentNow(world, officer)
    for (const [i, unit] of units.slice(0, 8).entries()) await register(unit.unitId, i < 2 ? 'first' : 'again')
    const eight = await contentNow(world, officer)
    await register(units[8]?.unitId ?? '', 'again')
    const nine = await contentNow(world, officer)
    const place = 'registration/culturalOffice-2022'
    expect([changed(before, eight), changed(eight, nine)]).toEqual([[place], [place]])
    expect(textOf(nine, place)).toBe(
      'Có 9/11 phòng, ban, đơn vị trực thuộc (81,8%) đăng ký danh hiệu “Cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa” năm 2022, trong đó 02 đăng ký lần đầu, 07 đăng ký lại.',
    )
  })

  test('the number of units that registered opens down to each unit, and adds up again', async ({ world, people: { officer } }) => {
    const units = await partsOfOffice(world)
    for (const unit of units.slice(0, 3)) await must(send(world, officer, 'title.register', registrationBody(unit.unitId, 'first')))
    const { id } = await compose(world, officer)
    const why = await must(ask(world, officer, 'report.explain', { id, figureId: 'registration.culturalOffice.2022' }))
    expect(why.total).toBe('3/11 phòng, ban, đơn vị trực thuộc (27,3%)')
    expect(why.sources.map(({ contribution }) => contribution)).toEqual([...Array(3).fill('1/1'), ...Array(8).fill('0/1')])
    expect(why.sources[0]).toMatchObject({
      words: `${units[0]?.name} đăng ký lần đầu danh hiệu năm 2022, ngày 20/1/2022`,
      enteredBy: officer.fullName,
    })
    expect(why.sources[3]?.words).toBe(`${units[3]?.name} (cây đơn vị ngày 14/6/2022): chưa đăng ký`)
  })

  test('tells which paragraphs of a draft no longer say what the records say', async ({ world, people: { officer } }) => {
    const report = await compose(world, officer)
    await send(world, officer, 'activity.remove', { id: activityId('festival'), revision: 0, reason: 'hoãn' })
    const seen = await ask(world, officer, 'report.one', { id: report.id })
    expect(seen.ok && seen.value.drift).toMatchObject([{ paragraphId: 'festival/activities', now: null }])
  })
})

/** Departments, then attached units: the order a report counts them in. */
async function partsOfOffice({ database }: World): Promise<OrgUnitVersion[]> {
  return unitsForTitle('culturalOffice', await listChildrenOn(database.kysely, unitIds.office, plainDate('2022-06-14')))
}

function registrationBody(unitId: string, round: 'first' | 'again'): BodyInput<'title.register'> {
  const units = [{ id: randomUUID(), unitId }]
  return { units, title: 'culturalOffice', year: 2022, round, registeredOn: '2022-01-20', documentId: null, note: '' }
}

async function compose(world: World, officer: Actor) {
  const answer = await send(world, officer, 'report.compose', { id: randomUUID(), unitId: unitIds.office, periodName: '2022-H1' })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}

async function composed(world: World, officer: Actor): Promise<OfficialDocument> {
  const { id } = await compose(world, officer)
  const report = await findReport(world.database.kysely, id)
  const found = report && (await openCase(world.database.kysely, report, world.workingDay ?? ('2022-06-15' as never)))
  if (!found?.ok) throw new Error('no report')
  return found.value.document
}

/** What a fresh composition says now. */
async function contentNow(world: World, officer: Actor): Promise<ReportContent> {
  const existing = await ask(world, officer, 'report.list', { unitId: unitIds.office })
  const row = existing.ok ? existing.value[0] : undefined
  if (!row) return (await compose(world, officer)).report.content
  const seen = await ask(world, officer, 'report.one', { id: row.id })
  const fresh = seen.ok && (await send(world, officer, 'report.recompose', { id: row.id, revision: seen.value.report.revision }))
  if (!fresh || !fresh.ok) throw new Error('cannot recompose')
  return fresh.value.report.content
}

function changed(before: ReportContent, after: ReportContent): string[] {
  const was = new Map(paragraphsOf(before).map(paragraph => [paragraph.id, inlineText(paragraph.inlines)]))
  const now = new Map(paragraphsOf(after).map(paragraph => [paragraph.id, inlineText(paragraph.inlines)]))
  return [...new Set([...was.keys(), ...now.keys()])].filter(id => was.get(id) !== now.get(id))
}

function allText(content: ReportContent): string {
  return paragraphsOf(content)
    .map(paragraph => inlineText(paragraph.inlines))
    .join('\n')
}

function textOf(content: ReportContent, part: string): string {
  return paragraphsOf(content)
    .filter(paragraph => paragraph.id.includes(part))
    .map(paragraph => inlineText(paragraph.inlines))
    .join('\n')
}

/** Headings with their numbers, and the numbers that stand before text. */
function outlineOf(document: OfficialDocument): string[] {
  return document.blocks.flatMap(block => {
    if (block.type === 'heading') return [`${block.label} ${inlineText(block.inlines)}`]
    return block.type === 'paragraph' && block.label !== null ? [block.label] : []
  })
}

/** Text by the part it stands in, each part under its number. */
function partsOf(document: OfficialDocument): Map<string, string> {
  const parts = new Map<string, string>()
  let main = ''
  let at = 'mở đầu'
  for (const block of document.blocks) {
    if (block.type === 'heading' && block.level === 1) main = block.label
    const label = labelOf(block)
    if (label !== null) at = label === main ? main : `${main} ${label}`
    if (block.type === 'paragraph') parts.set(at, `${parts.get(at) ?? ''} ${inlineText(block.inlines)}`)
  }
  return parts
}

function labelOf(block: Block): string | null {
  return block.type === 'heading' || block.type === 'paragraph' ? block.label : null
}

function citedIn(document: OfficialDocument): Record<string, string[]> {
  return eachPart(document, text => [...new Set(findCitations(text).map(found => found.code))].toSorted())
}

/** Each document cited with the day it is first cited with. */
function daysOf(document: OfficialDocument): Record<string, string> {
  const cited = [...partsOf(document).values()].flatMap(findCitations)
  return Object.fromEntries(cited.flatMap(({ code, day }) => (day === null ? [] : [[code, day] as const])).toReversed())
}

function numbersIn(document: OfficialDocument): Record<string, string[]> {
  return eachPart(document, text => {
    const withoutCitations = findCitations(text).reduceRight((rest, found) => rest.slice(0, found.start) + rest.slice(found.end), text)
    return [...new Set(withoutCitations.match(/\d+(?:[.,]\d+)*%?/gu) ?? [])].toSorted()
  })
}

function eachPart(document: OfficialDocument, look: (text: string) => string[]): Record<string, string[]> {
  return Object.fromEntries([...partsOf(document)].map(([part, text]) => [part, look(text)]))
}

function sentencesOf(document: OfficialDocument): string[] {
  return [...partsOf(document).values()].flatMap(text => text.trim().split(/(?<=[.;:])\s+(?=\p{Lu})/u))
}

function wordsOf(document: OfficialDocument): string {
  return bare([...partsOf(document).values()].join(' '))
}

function bare(text: string): string {
  return text
    .toLocaleLowerCase('vi')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}

/** The sent report broke the first off before it, and put "về" between issuer and subject of the plans in both. */
const rewordedSentences = [
  'Căn cứ Kế hoạch của UBND tỉnh, hướng dẫn của Sở Văn hóa, Thể',
  'Kế hoạch số 17/KH-VPUB ngày 12/02/2022 của Văn phòng UBND tỉ',
]
