import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { sayNotice } from '#contract/notice-words.ts'
import type { ReportView } from '#contract/report.ts'
import type { TodayView } from '#contract/today.ts'
import type { Actor } from '#domain/account/access.ts'
import { compareText } from '#domain/kit/text.ts'
import { type People, test } from '../../../test/demo.ts'
import { ask, must, send } from '../../../test/factories.ts'
import { bodyOf, composed, done, rewriting, steps, until, untilIssued } from '../../../test/report-steps.ts'
import { unitIds } from '../demo/office.ts'
import type { World } from '../world.ts'

describe('what waits on the demonstration’s day', () => {
  test('each role finds its own, in one answer', async ({ world, people }) => {
    await until(world, people, 'report.submit')
    const rows = await Promise.all(
      (['officer', 'head', 'clerk', 'leader', 'viewer'] as const).map(async who => {
        const { steps: mine, late, lateOfOthers } = await todayOf(world, people[who])
        return [who, mine.map(row => row.step), late.length > 0, lateOfOthers.length > 0]
      }),
    )
    expect(rows).toEqual([
      ['officer', [], true, false],
      ['head', [], false, true],
      ['clerk', [], false, true],
      ['leader', ['report.signOff'], false, true],
      ['viewer', [], false, true],
    ])
  })

  test('the officer of one department sees what that department owes, and no other', async ({ world, people }) => {
    const { late, open } = await todayOf(world, people.stranger, unitIds.economy)
    const units = [...late, ...open].flatMap(task => [...task.mine, ...task.others].map(({ unitId }) => unitId))
    expect(new Set(units)).toEqual(new Set([unitIds.economy]))
  })

  test('the units that owe an answer stand in the order of a dictionary, the leading one first', async ({ world, people }) => {
    const [task] = (await todayOf(world, people.officer)).late
    const owed = [...(task?.mine ?? []), ...(task?.others ?? [])]
    expect(owed.map(({ part }) => part)).toEqual(owed.map(({ part }) => part).toSorted())
    const names = owed.filter(({ part }) => part === 'support').map(({ unitName }) => unitName)
    expect(names.length).toBeGreaterThan(3)
    expect(names).toEqual(names.toSorted(compareText))
  })

  test('a report nobody has begun waits for those who may compose it, until somebody does', async ({ world, people }) => {
    expect((await todayOf(world, people.officer)).unbegun.map(({ periodName }) => periodName)).toEqual(['2022-H1'])
    expect((await todayOf(world, people.viewer)).unbegun).toEqual([])
    await composed(world, people)
    const { unbegun, drafts } = await todayOf(world, people.officer)
    expect([unbegun.length, drafts.map(row => row.state)]).toEqual([0, ['draft']])
  })

  test('a report that came back says why and by whom, until its content is checked anew', async ({ world, people }) => {
    const report = await until(world, people, 'report.submit')
    const back = { id: report.id, revision: report.report.revision, reason: 'thiếu số liệu phòng Kinh tế' }
    const returned = await must(send(world, people.leader, 'report.sendBack', back))
    const why = { byName: people.leader.fullName, reason: 'thiếu số liệu phòng Kinh tế', on: '2022-06-15' }
    expect((await todayOf(world, people.officer)).returned.map(row => row.returned)).toEqual([why])
    expect((await todayOf(world, people.head)).returned.map(row => [row.returned, row.step])).toEqual([[why, 'report.checkContent']])
    await done(world, people.head, 'report.checkContent', returned)
    expect((await todayOf(world, people.officer)).returned).toEqual([])
  })

  test('whoever may not read the unit is told nothing', async ({ world, people }) => {
    const elsewhere: Actor = {
      ...people.officer,
      grants: [{ role: 'leader', unitId: unitIds.culture, withSubtree: true, unitPath: [unitIds.culture] }],
    }
    expect(await ask(world, elsewhere, 'today.one', { unitId: unitIds.office })).toMatchObject({ code: 'account.not-allowed' })
  })
})

describe('who hears of a report on its way', () => {
  test('the leader of its submission; those who wrote and checked it of the signature or the return, with the reason', async ({
    world,
    people,
  }) => {
    const report = await until(world, people, 'report.submit')
    const title = report.title
    expect(await heard(world, people.leader)).toEqual([`Lò Minh Họa trình ký ${title}`])
    const back = { id: report.id, revision: report.report.revision, reason: 'thiếu số liệu' }
    await must(send(world, people.leader, 'report.sendBack', back))
    for (const who of ['officer', 'head', 'clerk'] as const)
      expect(await heard(world, people[who])).toEqual([`Sòi Đức Nghĩa trả lại ${title}: thiếu số liệu`])
    expect(await heard(world, people.viewer)).toEqual([])
  })

  test('the văn thư when it is signed and waits for its number', async ({ world, people }) => {
    const { title } = await until(world, people, 'report.signOff')
    expect(await heard(world, people.clerk)).toEqual([`Sòi Đức Nghĩa đã ký duyệt ${title}`])
  })
})

describe('the pages of whoever signs', () => {
  test('say who answers for the text and what is missing from it', async ({ world, people }) => {
    await until(world, people, 'report.submit')
    const [page] = await pagesOf(world, people.leader)
    expect(page?.answers.map(({ type, byName }) => [type, byName])).toEqual([
      ['composed', 'Lò Minh Họa'],
      ['contentChecked', 'Cà Minh Họa'],
      ['formChecked', 'Quàng Minh Họa'],
      ['submitted', 'Lò Minh Họa'],
    ])
    expect(page?.against).toBeNull()
    expect(page?.remarks.length).toBeGreaterThan(0)
  })

  test('show what is new against the last report that was issued', async ({ world, people }) => {
    const first = await untilIssued(world, people)
    const second = await submitted(world, people, '2022-Q2', 'Lời mới của quý hai (dữ liệu minh họa).')
    const [page] = await pagesOf(world, people.leader)
    expect([page?.id, page?.against?.id]).toEqual([second.id, first.id])
    expect(page?.changes.map(({ now }) => now)).toContain('Lời mới của quý hai (dữ liệu minh họa).')
  })

  test('are shown to nobody who may not sign', async ({ world, people }) => {
    await until(world, people, 'report.submit')
    for (const who of ['officer', 'head', 'clerk', 'admin', 'viewer'] as const) expect(await pagesOf(world, people[who])).toEqual([])
  })
})

describe('several signed in one act', () => {
  test('are all signed, and the trail and the văn thư know each', async ({ world, people }) => {
    const reports = [await until(world, people, 'report.submit'), await submitted(world, people, '2022-Q2')]
    await must(send(world, people.leader, 'report.signOffSeveral', { reports: reports.map(toSigned) }))
    expect((await todayOf(world, people.clerk)).steps.map(row => row.step)).toEqual(['report.number', 'report.number'])
    expect(await pagesOf(world, people.leader)).toEqual([])
  })

  test('are none signed when one of them was changed since, and the refusal names it', async ({ world, people }) => {
    const [first, second] = [await until(world, people, 'report.submit'), await submitted(world, people, '2022-Q2')]
    const stale = { id: second.id, revision: second.report.revision - 1 }
    const refused = await send(world, people.leader, 'report.signOffSeveral', { reports: [toSigned(first), stale] })
    expect(refused).toMatchObject({ ok: false, code: 'today.one-not-signed' })
    expect(refused.ok ? '' : String(refused.details['title'])).toContain('quý II năm 2022')
  })

  test('are refused to those who may not sign', async ({ world, people }) => {
    const report = await until(world, people, 'report.submit')
    for (const who of ['officer', 'head', 'clerk', 'admin', 'viewer'] as const)
      expect(await send(world, people[who], 'report.signOffSeveral', { reports: [toSigned(report)] })).toMatchObject({
        code: 'account.not-allowed',
      })
  })
})

/** Another report of the office, written by hand where asked, brought to the leader. */
async function submitted(world: World, people: People, periodName: string, words?: string): Promise<ReportView> {
  let report = await must(send(world, people.officer, 'report.compose', { id: randomUUID(), unitId: unitIds.office, periodName }))
  const paragraph = report.report.content.sections.find(section => section.key === 'closing')?.paragraphs[0]
  if (words !== undefined && paragraph)
    report = await must(send(world, people.officer, 'report.edit', rewriting(report, paragraph.id, words)))
  for (const [name, who] of steps.slice(0, 3)) report = await must(send(world, people[who], name, bodyOf(name, report)))
  return report
}

const toSigned = (report: ReportView) => ({ id: report.id, revision: report.report.revision })

async function todayOf(world: World, actor: Actor, unitId: string = unitIds.office): Promise<TodayView> {
  return must(ask(world, actor, 'today.one', { unitId }))
}

async function pagesOf(world: World, actor: Actor) {
  return must(ask(world, actor, 'today.signing', { unitId: unitIds.office }))
}

async function heard(world: World, actor: Actor): Promise<string[]> {
  return (await must(ask(world, actor, 'notice.list', { unitId: unitIds.office }))).map(sayNotice)
}
