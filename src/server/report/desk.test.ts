import { gunzipSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { inlineText } from '#domain/document/official-document.ts'
import { paragraphsOf } from '#domain/report/report.ts'
import { test } from '../../../test/demo.ts'
import { ask, must, send } from '../../../test/factories.ts'
import { composed, rewriting, until } from '../../../test/report-steps.ts'
import { runFileQuery } from '../http/run.ts'
import type { World } from '../world.ts'
import { meet } from './presence.ts'
import { reportFiles } from './report.routes.ts'

describe('two who write one report at once', () => {
  test('in two paragraphs both are kept, and neither has to look at the version of the other', async ({ world, people }) => {
    const report = await composed(world, people)
    await must(send(world, people.officer, 'report.edit', rewriting(report, 'situation/headcount', 'Có 58 người.')))
    const both = await must(send(world, people.head, 'report.edit', rewriting(report, 'opening/form', 'Văn phòng báo cáo như sau.')))
    const texts = paragraphsOf(both.report.content).map(paragraph => inlineText(paragraph.inlines))
    expect(texts).toContain('Có 58 người.')
    expect(texts).toContain('Văn phòng báo cáo như sau.')
  })

  test('in one paragraph the second is shown the words of the first, and they stand', async ({ world, people }) => {
    const report = await composed(world, people)
    await must(send(world, people.officer, 'report.edit', rewriting(report, 'situation/headcount', 'Có 58 người.')))
    const answer = await send(world, people.head, 'report.edit', rewriting(report, 'situation/headcount', 'Có năm mươi tám người.'))
    expect(answer).toMatchObject({ code: 'report.paragraph-changed', details: { by: people.officer.fullName, now: 'Có 58 người.' } })
  })

  test('what is sent twice is kept once', async ({ world, people }) => {
    const report = await composed(world, people)
    const body = rewriting(report, 'situation/headcount', 'Có 58 người.')
    const first = await must(send(world, people.officer, 'report.edit', body))
    const second = await must(send(world, people.officer, 'report.edit', body))
    expect(second.report.revision).toBe(first.report.revision)
    expect(second.events).toEqual(first.events)
  })

  test('each learns that the other is there, and where, for as long as they are', async ({ world, people }) => {
    const { id, report } = await composed(world, people)
    await must(ask(world, people.officer, 'report.pulse', { id, at: 'situation/headcount' }))
    const seen = await must(ask(world, people.head, 'report.pulse', { id }))
    expect(seen).toMatchObject({
      revision: report.revision,
      here: [{ fullName: people.officer.fullName, paragraphId: 'situation/headcount' }],
    })
    const self = { accountId: 'a', fullName: 'Lò Minh Họa', paragraphId: null }
    const at = Date.parse('2022-06-15T00:00:00Z')
    meet('another report', { ...self, accountId: 'b' }, at)
    expect(meet('another report', self, at + 9000)).toHaveLength(1)
    expect(meet('another report', self, at + 11_000)).toEqual([])
  })
})

describe('the page beside the text', () => {
  test('shows words that are not saved, as they will print, and saves nothing', async ({ world, people }) => {
    const view = await composed(world, people)
    const { paragraphs } = rewriting(view, 'situation/headcount', 'Có năm mươi tám người.')
    const [before, after, again] = [
      await draw(world, people.officer, view.id, []),
      await draw(world, people.officer, view.id, paragraphs),
      await draw(world, people.officer, view.id, []),
    ]
    expect(before).toMatch(/^<svg[^>]*viewBox="0 0 595\.\d+ /u) // A4, 210 mm wide
    expect(after).not.toBe(before)
    expect(again).toBe(before)
    expect((await must(ask(world, people.officer, 'report.one', { id: view.id }))).report.revision).toBe(view.report.revision)
  })

  test('after submission shows the text that was submitted, whatever is typed', async ({ world, people }) => {
    const view = await until(world, people, 'report.submit')
    const { paragraphs } = rewriting(view, 'situation/headcount', 'Có năm mươi tám người.')
    expect(await draw(world, people.officer, view.id, paragraphs)).toBe(await draw(world, people.officer, view.id, []))
  })
})

test('every text that was submitted is kept, to be held against the one before', async ({ world, people }) => {
  const { id, report, version } = await until(world, people, 'report.submit')
  const reason = { id, revision: report.revision, reason: 'thiếu số liệu' }
  const returned = await must(send(world, people.leader, 'report.sendBack', reason))
  await must(send(world, people.officer, 'report.edit', rewriting(returned, 'situation/headcount', 'Có 58 người.')))
  const sealed = await must(ask(world, people.viewer, 'report.versions', { id }))
  expect(sealed).toMatchObject([{ version, byName: people.officer.fullName }])
  expect(sealed[0]?.content).toEqual(report.content)
})

async function draw(world: World, actor: Actor, id: string, paragraphs: unknown): Promise<string> {
  const definition = reportFiles.find(file => file.path === 'report.draw')
  const answer = definition && (await runFileQuery(world, actor, definition, { id, paragraphs }))
  if (!answer?.ok || !(answer.value.bytes instanceof Uint8Array)) throw new Error('not drawn')
  return gunzipSync(answer.value.bytes).toString()
}
