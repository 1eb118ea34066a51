import { expect } from 'vitest'
import type { ReportView } from '#contract/report.ts'
import { paragraphsOf } from '#domain/report/report.ts'
import { type People, test } from '../../../test/demo.ts'
import { must, send } from '../../../test/factories.ts'
import { bodyOf, composed, done, rewriting } from '../../../test/report-steps.ts'
import { runFileQuery } from '../http/run.ts'
import type { World } from '../world.ts'
import { reportFiles } from './report.routes.ts'

test('a sign no type has is named at its paragraph, stops the check of form, and hides no other format', async ({ world, people }) => {
  const { paragraphId, report } = await withParagraph(world, people, 'Hội thi rất vui 🎉, có tiếng Thái ꪼꪕ.')
  expect(report.remarks.filter(remark => remark.level === 'L')).toMatchObject([
    { code: 'K02', place: { blockId: paragraphId }, message: 'Phông chữ của văn bản không có ký tự 🎉 ꪼ ꪕ: bỏ đi hoặc thay bằng chữ.' },
  ])
  expect(await preview(world, people, report.id, 'pdf')).toEqual({
    ok: false,
    code: 'report.unprintable',
    details: { signs: '🎉 ꪼ ꪕ' },
  })
  for (const format of ['docx', 'html']) expect(await preview(world, people, report.id, format)).toMatchObject({ ok: true })
  const checked = await done(world, people.head, 'report.checkContent', report)
  expect(await send(world, people.clerk, 'report.checkForm', bodyOf('report.checkForm', checked))).toMatchObject({
    code: 'report.form-fails',
    details: { codes: 'K02' },
  })
})

test('a word without end is refused by its form: it cannot be set in type', async ({ world, people }) => {
  const report = await composed(world, people)
  const [first] = paragraphsOf(report.report.content)
  const answer = await send(world, people.officer, 'report.edit', rewriting(report, first?.id ?? '', 'ơ'.repeat(1001)))
  expect(answer).toMatchObject({ ok: false, code: 'input.invalid' })
})

async function withParagraph(
  world: World,
  people: People,
  text: string,
): Promise<{ readonly paragraphId: string; readonly report: ReportView }> {
  const view = await composed(world, people)
  const paragraphId = paragraphsOf(view.report.content)[5]?.id ?? ''
  return { paragraphId, report: await must(send(world, people.officer, 'report.edit', rewriting(view, paragraphId, text))) }
}

async function preview(world: World, people: People, id: string, format: string): Promise<unknown> {
  const definition = reportFiles.find(file => file.path === 'report.preview')
  if (!definition) throw new Error('no preview')
  return runFileQuery(world, people.officer, definition, { id, format })
}
