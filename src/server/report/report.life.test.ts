import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { checkDocx } from '#documents/check/check-docx.ts'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { stateOf } from '#domain/report/life.ts'
import { paragraphsOf } from '#domain/report/report.ts'
import { type People, test } from '../../../test/demo.ts'
import { attach, photoOf } from '../../../test/evidence.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { bodyOf, composed, done, rewriting, steps, until, untilIssued } from '../../../test/report-steps.ts'
import { verifyChain } from '../audit/audit.store.ts'
import { unitIds } from '../demo/office.ts'
import { sha256Of } from '../files.ts'
import { draftReportFiles } from './report.files.ts'
import { listEvents } from './report.store.ts'

describe('from draft to issued', () => {
  test('each step by the one whose step it is, number and day last, files kept by hash', async ({ world, people }) => {
    const issued = await untilIssued(world, people)
    expect(issued.state).toBe('issued')
    expect(issued.code).toBe('01/BC-VPUB')
    expect(issued.issuedOn).toBe('2022-06-15')
    expect(issued.files.map(file => file.name)).toEqual(['bao-cao.docx', 'bao-cao.html', 'bao-cao.pdf'])
    expect(issued.events.map(event => [event.type, event.byName])).toEqual([
      ['composed', people.officer.fullName],
      ['contentChecked', people.head.fullName],
      ['formChecked', people.clerk.fullName],
      ['submitted', people.officer.fullName],
      ['signedOff', 'Sòi Đức Nghĩa'],
      ['numbered', people.clerk.fullName],
      ['issued', people.clerk.fullName],
    ])
    expect((await verifyChain(world.database.kysely)).isWhole).toBe(true)
  })

  test('the issued Word file passes every check that blocks, and says its number and day', async ({ world, people }) => {
    const issued = await untilIssued(world, people)
    const file = issued.files.find(candidate => candidate.name === 'bao-cao.docx')
    const checked = checkDocx(await world.files.get(file?.sha256 ?? ''), 'issued')
    expect(checked.ok && checked.value.remarks.filter(remark => remark.level === 'L')).toEqual([])
  })

  test('enters the outgoing register, where it is found without diacritics', async ({ world, people }) => {
    await untilIssued(world, people)
    const found = await ask(world, people.viewer, 'document.list', {
      unitId: unitIds.office,
      search: 'ket qua thuc hien phong trao',
      direction: 'outgoing',
    })
    expect(found.ok && found.value.map(document => document.code)).toContain('01/BC-VPUB')
  })

  test('stays as it was issued, whatever the records say afterwards, and shows the drift', async ({ world, people }) => {
    const issued = await untilIssued(world, people)
    await send(world, people.admin, 'org.setHeadcount', {
      id: randomUUID(),
      unitId: unitIds.office,
      category: 'officials',
      count: 57,
      from: '2022-05-01',
    })
    await world.database.kysely.updateTable('reportDuty').set({ archive: 'VT, khác' }).execute()
    await world.database.kysely.updateTable('signingMandate').set({ forName: 'Người khác' }).execute()
    const seen = await must(ask(world, people.officer, 'report.one', { id: issued.id }))
    expect(seen.files).toEqual(issued.files)
    expect(seen.drift).toMatchObject([{ paragraphId: 'situation/headcount' }])
    const request = { unitId: unitIds.office, periodName: '2022-H1', today: plainDate('2022-12-31') }
    const shown = await must(draftReportFiles(world, request))
    expect(Object.fromEntries(shown.files.map(({ name, bytes }) => [name, sha256Of(bytes)]))).toEqual(
      Object.fromEntries(issued.files.map(({ name, sha256 }) => [name, sha256])),
    )
  })
})

describe('what is refused', () => {
  test('every step by anyone whose step it is not, and nothing moves', async ({ world, people }) => {
    let report = await composed(world, people)
    for (const [name, who] of steps) {
      for (const [role, person] of Object.entries(people) as [keyof People, Actor][]) {
        if (role === who || (name === 'report.submit' && (role === 'head' || role === 'clerk'))) continue
        const answer = await send(world, person, name, bodyOf(name, report))
        expect([name, role, answer.ok ? 'done' : answer.code]).toEqual([name, role, 'account.not-allowed'])
      }
      report = await done(world, people[who], name, report)
    }
  })

  test('a number before the signature, issue before the number, any step out of its turn', async ({ world, people }) => {
    const report = await composed(world, people)
    expect(await send(world, people.clerk, 'report.number', bodyOf('report.number', report))).toMatchObject({ code: 'account.wrong-state' })
    expect(await send(world, people.clerk, 'report.issue', bodyOf('report.issue', report))).toMatchObject({ code: 'account.wrong-state' })
    expect(await send(world, people.leader, 'report.signOff', bodyOf('report.signOff', report))).toMatchObject({
      code: 'account.wrong-state',
    })
  })

  test('a leader without a mandate in force on the day', async ({ world, people }) => {
    const submitted = await until(world, people, 'report.submit')
    await world.database.kysely.updateTable('signingMandate').set({ valid: '[2021-12-15,2022-06-15)' }).execute()
    expect(await send(world, people.leader, 'report.signOff', bodyOf('report.signOff', submitted))).toMatchObject({
      code: 'org.no-mandate-to-sign',
    })
  })

  test('the second of two who act on the same version', async ({ world, people }) => {
    const report = await composed(world, people)
    await must(send(world, people.officer, 'report.edit', rewriting(report, 'situation/headcount', 'Có 58 người.')))
    expect(await send(world, people.head, 'report.checkContent', bodyOf('report.checkContent', report))).toMatchObject({
      code: 'report.stale',
    })
  })

  test('a second report of the same period', async ({ world, people }) => {
    await composed(world, people)
    expect(
      await send(world, people.officer, 'report.compose', { id: randomUUID(), unitId: unitIds.office, periodName: '2022-H1' }),
    ).toMatchObject({ code: 'report.already-composed' })
  })

  test('a form that breaks Decree 30 does not get past the văn thư', async ({ world, people }) => {
    const before = await composed(world, people)
    await world.database.kysely.updateTable('reportDuty').set({ symbol: 'BC VPUB' }).execute()
    const checked = await done(world, people.head, 'report.checkContent', before)
    expect(await send(world, people.clerk, 'report.checkForm', bodyOf('report.checkForm', checked))).toMatchObject({
      code: 'report.form-fails',
    })
  })

  test('a leftover "…" stops the number, which could not be taken back, and the văn thư returns it', async ({ world, people }) => {
    const report = await composed(world, people)
    const left = rewriting(report, 'situation/headcount', 'Tổng số: … cán bộ, công chức.')
    let at = await must(send(world, people.officer, 'report.edit', left))
    for (const [name, who] of steps.slice(0, -2)) at = await done(world, people[who], name, at)
    expect(await send(world, people.clerk, 'report.number', bodyOf('report.number', at))).toMatchObject({
      code: 'report.form-fails',
      details: { codes: 'K23' },
    })
    const returned = { ...bodyOf('report.submit', at), reason: 'Còn chỗ chưa điền' }
    expect(await send(world, people.clerk, 'report.sendBack', returned)).toMatchObject({ ok: true, value: { state: 'draft' } })
  })
})

describe('sending back', () => {
  test('asks for a reason, opens the draft, and after submission begins a new version', async ({ world, people }) => {
    const submitted = await until(world, people, 'report.submit')
    const body = { id: submitted.id, revision: submitted.report.revision, reason: 'Bổ sung số liệu' }
    expect(await send(world, people.leader, 'report.sendBack', { ...body, reason: ' ' })).toMatchObject({ code: 'input.invalid' })
    const back = await send(world, people.leader, 'report.sendBack', body)
    expect(back).toMatchObject({ ok: true, value: { state: 'draft', version: 2 } })
    const sealed = await world.database.kysely.selectFrom('reportVersion').select('version').where('reportId', '=', submitted.id).execute()
    expect(sealed).toEqual([{ version: 1 }])
  })

  test('an answer to a remark stands for its words and falls with them', async ({ world, people }) => {
    const report = await composed(world, people)
    const remark = report.remarks.find(candidate => candidate.code === 'W-period')
    if (!remark) throw new Error('no remark')
    const kept = await send(world, people.officer, 'report.keepRemark', {
      id: report.id,
      revision: report.report.revision,
      remarkKey: remark.key,
      reason: 'Theo Chương trình của Thủ tướng',
    })
    expect(kept.ok && kept.value.remarks.find(candidate => candidate.key === remark.key)?.kept).toEqual({
      by: people.officer.fullName,
      reason: 'Theo Chương trình của Thủ tướng',
    })
    const words = 'Mục tiêu giai đoạn 2021 - 2026 theo Kế hoạch số 23/KH-UBND.'
    const edited = await must(send(world, people.officer, 'report.edit', rewriting(report, remark.place.blockId ?? '', words)))
    expect(edited.remarks.filter(candidate => candidate.code === 'W-period').map(candidate => candidate.kept)).toEqual([null])
  })
})

describe('a number explains itself', () => {
  test('08 departments: eight units, each with who entered it, adding up to the number', async ({ world, people }) => {
    const report = await composed(world, people)
    const answer = await ask(world, people.viewer, 'report.explain', { id: report.id, figureId: 'structure.departments' })
    expect(answer.ok && answer.value.total).toBe('8 tổ chức')
    expect(answer.ok && answer.value.sources.reduce((sum, source) => sum + Number(source.contribution), 0)).toBe(8)
    expect(answer.ok && answer.value.sources.map(source => source.enteredBy)).not.toContain(null)
  })

  test('every record behind every paragraph says who entered it and when', async ({ world, people }) => {
    const report = await composed(world, people)
    const unnamed: string[] = []
    for (const paragraph of paragraphsOf(report.report.content)) {
      const answer = await must(ask(world, people.viewer, 'report.explain', { id: report.id, paragraphId: paragraph.id }))
      const silent = answer.sources.filter(source => source.kind !== 'form' && (!source.enteredBy || !source.enteredAt))
      unnamed.push(...silent.map(source => `${paragraph.id}: ${source.words}`))
    }
    expect(unnamed).toEqual([])
  })

  test('an activity and an answer open down to the files that show them', async ({ world, people }) => {
    const report = await composed(world, people)
    for (const kind of ['activity', 'progress'] as const) {
      const paragraph = paragraphsOf(report.report.content).find(candidate => candidate.origins.some(origin => origin.kind === kind))
      const origin = paragraph?.origins.find(candidate => candidate.kind === kind)
      const { id } = await must(attach(world, people.officer, photoOf({ kind, id: origin?.id ?? '' })))
      const answer = await must(ask(world, people.viewer, 'report.explain', { id: report.id, paragraphId: paragraph?.id ?? '' }))
      expect(answer.sources.filter(source => source.evidence.length > 0)).toMatchObject([
        { kind, id: origin?.id, evidence: [{ id, fileName: 'ảnh đẹp.jpg', mediaType: 'image/jpeg' }] },
      ])
    }
  })

  test('files are listed to those who may open them: not to a department beside the one that did it', async ({ world, people }) => {
    const report = await composed(world, people)
    const paragraph = paragraphsOf(report.report.content).find(({ origins }) => origins.some(origin => origin.kind === 'activity'))
    const activityId = paragraph?.origins.find(origin => origin.kind === 'activity')?.id ?? ''
    const { administration, scienceEducation, office } = unitIds
    const host = { hostUnitId: administration }
    await world.database.kysely.updateTable('activity').set(host).where('id', '=', activityId).execute()
    await must(attach(world, people.officer, photoOf({ kind: 'activity', id: activityId })))
    const listedTo = async (unitId: string) => {
      const reader = someone('viewer', [unitId, office])
      const answer = await must(ask(world, reader, 'report.explain', { id: report.id, paragraphId: paragraph?.id ?? '' }))
      return answer.sources.flatMap(source => source.evidence.map(file => file.fileName))
    }
    expect(await listedTo(administration)).toEqual(['ảnh đẹp.jpg'])
    expect(await listedTo(scienceEducation)).toEqual([])
  })

  test('a struck-out source says so', async ({ world, people }) => {
    const report = await composed(world, people)
    const sport = report.report.content.sections.find(section => section.key === 'sport')?.paragraphs[0]
    const activity = sport?.origins.find(origin => origin.kind === 'activity')
    await send(world, people.officer, 'activity.remove', { id: activity?.id ?? '', revision: 0, reason: 'ghi nhầm' })
    const answer = await ask(world, people.officer, 'report.explain', { id: report.id, paragraphId: sport?.id ?? '' })
    expect(answer.ok && answer.value.sources.find(source => source.id === activity?.id)?.words).toContain('đã được bỏ')
  })
})

test('the state kept for lists is the state the events tell', async ({ world, people }) => {
  let report = await composed(world, people)
  for (const [name, who] of steps) {
    report = await done(world, people[who], name, report)
    const row = await world.database.kysely
      .selectFrom('periodicReport')
      .select('state')
      .where('id', '=', report.id)
      .executeTakeFirstOrThrow()
    expect(row.state).toBe(stateOf(await listEvents(world.database.kysely, report.id)))
  }
})
