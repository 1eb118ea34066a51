import { randomUUID } from 'node:crypto'
import type { CommandName } from '#contract/index.ts'
import type { ReportView } from '#contract/report.ts'
import type { Actor } from '#domain/account/access.ts'
import { inlineText } from '#domain/document/official-document.ts'
import { paragraphsOf } from '#domain/report/report.ts'
import { readSumFigureId } from '#domain/report/sum-figure.ts'
import { findIssuedDocument } from '#server/report/report.store.ts'
import type { World } from '#server/world.ts'
import type { AskedProvince } from './asked-province.ts'
import { must, send } from './factories.ts'
import { givenIssuer, givenSigner } from './reporting-unit.ts'

// The province that asked its communes reports in its turn: with a letterhead, somebody who signs, and a duty.

export async function setUpReporting({ world, officer, province }: AskedProvince): Promise<void> {
  await givenSigner(world, officer, province)
  await givenIssuer(world, officer, {
    unitId: province,
    letterhead: { parentLines: [], nameLines: ['ỦY BAN NHÂN DÂN', 'TỈNH MINH HỌA'], place: 'Minh Họa' },
    calledInText: 'tỉnh Minh Họa',
    symbol: 'BC-UBND',
    receiverName: 'Bộ Văn hóa, Thể thao và Du lịch',
    recipientLines: ['Sở Văn hóa, Thể thao và Du lịch'],
    signsFor: 'Ủy ban nhân dân',
    head: 'Chủ tịch',
  })
}

export async function composeReport({ world, officer, province }: AskedProvince): Promise<ReportView> {
  return must(send(world, officer, 'report.compose', { id: randomUUID(), unitId: province, periodName: '2025-H1' }))
}

type Roles = { readonly officer: Actor; readonly head: Actor; readonly clerk: Actor; readonly leader: Actor }
const steps = [
  ['report.checkContent', 'head'],
  ['report.checkForm', 'clerk'],
  ['report.submit', 'officer'],
  ['report.signOff', 'leader'],
  ['report.number', 'clerk'],
  ['report.issue', 'clerk'],
] as const satisfies readonly (readonly [CommandName, keyof Roles])[]

/** Through all its steps, out of the house, once somebody has written what no figure tells. */
export async function issue({ world, officer }: AskedProvince, report: ReportView): Promise<ReportView> {
  return goOut(world, { officer, head: officer, clerk: officer, leader: officer }, { report, on: '2025-06-16' })
}

/** The same, from composing on, each step by whose it is. */
export async function issueByPeople(
  world: World,
  people: Roles,
  { on, ...asked }: { readonly id?: string; readonly unitId: string; readonly periodName: string; readonly on: string },
): Promise<ReportView> {
  const report = await must(send(world, people.officer, 'report.compose', { id: randomUUID(), ...asked }))
  return goOut(world, people, { report, on })
}

async function goOut(
  world: World,
  people: Roles,
  { report, on }: { readonly report: ReportView; readonly on: string },
): Promise<ReportView> {
  let view = await withoutGaps(world, people.officer, report)
  for (const [name, who] of steps) {
    const body = { id: view.id, revision: view.report.revision, ...(name === 'report.number' && { on }) }
    view = (await must(send(world, people[who], name as CommandName, body as never))) as ReportView
  }
  return view
}

async function withoutGaps(world: World, officer: Actor, { id, report }: ReportView): Promise<ReportView> {
  const gaps = paragraphsOf(report.content).filter(paragraph => paragraph.id.endsWith('/gap') && paragraph.edited === null)
  const paragraphs = gaps.map(gap => ({ id: gap.id, was: inlineText(gap.inlines), pieces: [{ type: 'text' as const, text: 'Không có.' }] }))
  return must(send(world, officer, 'report.edit', { id, paragraphs }))
}

type PrintedNumber = { readonly figureId: string; readonly text: string }

/** Digits that count nothing: days, years, and the names of units. */
const notCounted = /\d{1,2}\/\d{1,2}\/\d{4}|năm \d{4}|Cơ quan minh họa \d+/giu

/** Every number of the issued document that can be opened: in its text, and in the cells of its tables; and what cannot. */
export async function numbersIn(
  world: World,
  reportId: string,
): Promise<{
  readonly text: PrintedNumber[]
  readonly cells: (PrintedNumber & { readonly table: string; readonly code: string; readonly unitId: string | null })[]
  /** Words with digits in them that no number stands behind; the first cell of a row counts the rows. */
  readonly unopened: string[]
}> {
  const document = await findIssuedDocument(world.database.kysely, reportId)
  if (!document) throw new Error('not issued')
  const blocks = [...document.blocks, ...document.appendices.flatMap(appendix => appendix.blocks)]
  const text = blocks.flatMap(block =>
    'inlines' in block ? block.inlines.flatMap(inline => (inline.type === 'figure' ? [inline] : [])) : [],
  )
  const cells = blocks.flatMap(block =>
    block.type === 'table' ? block.rows.flat().flatMap(cell => (typeof cell === 'string' ? [] : [{ ...cell, table: block.id }])) : [],
  )
  const plain = blocks.flatMap(block => [
    ...('inlines' in block ? block.inlines.flatMap(inline => (inline.type === 'text' ? [inline.text] : [])) : []),
    ...(block.type === 'table' && block.id !== 'absent'
      ? block.rows.flatMap(row => row.slice(1).flatMap(cell => (typeof cell === 'string' ? [cell] : [])))
      : []),
  ])
  return {
    text,
    unopened: plain.filter(words => /\d/u.test(words.replace(notCounted, ''))),
    cells: cells.map(cell => {
      const read = readSumFigureId(cell.figureId)
      return { ...cell, code: read?.measure.type === 'sum' ? read.measure.code : '', unitId: read?.unitId ?? null }
    }),
  }
}
