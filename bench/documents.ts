import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import * as docx from 'docx'
import { TemplateHandler } from 'easy-template-x'
import { checkDocx } from '#documents/check/check-docx.ts'
import { writeDocx } from '#documents/docx/write-docx.ts'
import { writeHtml } from '#documents/html/write-html.ts'
import { faces, fontFile } from '#documents/layout/measure.ts'
import { openPdfEngine } from '#documents/pdf/pdf-engine.ts'
import { inlineText } from '#domain/document/official-document.ts'
import { sampleReport } from '../test/golden/sample-report.ts'

const warmups = 5
const rounds = 25

type Runner = { readonly name: string; readonly run: () => Promise<unknown> }

/** The sample report of four pages: ours and the bare libraries on the same text, in turns, in one process. */
export async function benchDocuments(): Promise<void> {
  const texts = sampleReport.blocks.flatMap(block => ('inlines' in block ? [inlineText(block.inlines)] : []))
  const pdf = await openPdfEngine()
  const word = await writeDocx(sampleReport)
  const links = { citation: (id: string) => `/van-ban/${id}`, figure: () => null }

  console.log('The sample report, 4 pages: median of rounds taken in turns')
  await compare('DOCX', [
    { name: 'ours, whole document by Decree 30', run: () => writeDocx(sampleReport) },
    { name: 'docx 9.15, the paragraphs alone', run: () => bareDocx(texts) },
    { name: 'easy-template-x 7.2, filling a template', run: await templateFiller(word, texts) },
  ])
  await compare('PDF', [
    { name: 'ours, PDF/A-2a by Decree 30', run: () => pdf.write(sampleReport) },
    { name: 'Typst 0.14, the paragraphs alone, PDF/A-2a', run: bareTypst(texts) },
  ])
  await compare('HTML and the check', [
    { name: 'page for reading', run: async () => writeHtml(sampleReport, links) },
    { name: 'check of the Word file', run: async () => checkDocx(word, 'forSignature') },
  ])
  await compareWithLibreOffice(word, () => pdf.write(sampleReport))
}

async function compare(title: string, runners: readonly Runner[]): Promise<void> {
  const times = new Map<string, number[]>(runners.map(runner => [runner.name, []]))
  for (let round = -warmups; round < rounds; round++)
    for (const { name, run } of runners) {
      const start = performance.now()
      await run()
      if (round >= 0) times.get(name)?.push(performance.now() - start)
    }
  const medians = runners.map(({ name }) => ({ name, median: median(times.get(name) ?? []) }))
  const own = medians[0]?.median ?? 1
  console.log(`\n${title}`)
  for (const one of medians)
    console.log(
      `  ${one.name.padEnd(44)} ${one.median.toFixed(1).padStart(8)} ms  ${(1000 / one.median).toFixed(0).padStart(5)}/s  × ${(one.median / own).toFixed(2)}`,
    )
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The fastest way to ask `docx` for the same paragraphs: no letterhead, no styles, no bookmarks. */
function bareDocx(texts: readonly string[]): Promise<Buffer> {
  const children = texts.map(
    text =>
      new docx.Paragraph({
        alignment: docx.AlignmentType.JUSTIFIED,
        spacing: { line: 360, after: 120 },
        indent: { firstLine: 720 },
        children: [new docx.TextRun({ text, size: 28, font: 'Times New Roman' })],
      }),
  )
  return docx.Packer.toBuffer(new docx.Document({ sections: [{ children }] }))
}

/** Our own file as a template with one tag for each paragraph, filled with the same words. */
async function templateFiller(word: Uint8Array, texts: readonly string[]): Promise<() => Promise<unknown>> {
  const data = Object.fromEntries(texts.map((text, i) => [`p${i}`, text]))
  const tagged = {
    ...sampleReport,
    blocks: sampleReport.blocks.map((block, i) =>
      'inlines' in block ? { ...block, inlines: [{ type: 'text', text: `{p${i}}` } as const] } : block,
    ),
  }
  const template = Buffer.from(await writeDocx(tagged))
  const handler = new TemplateHandler()
  const filled = await handler.process(template, data)
  if (filled.length < word.length / 2) throw new Error('the template was not filled')
  return () => handler.process(template, data)
}

/** Typst with the same fonts and standard, and nothing of Decree 30 to lay out. */
function bareTypst(texts: readonly string[]): () => Promise<unknown> {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: faces.map(fontFile) }] })
  const mainFileContent = `#set document(title: "Báo cáo", date: datetime(year: 2022, month: 1, day: 1))
#set text(font: "Tinos", size: 14pt, lang: "vi")
#set page(paper: "a4")
#set par(justify: true)
#for line in json(bytes(sys.inputs.texts)) { par(text(line)) }`
  return async () => {
    const compiled = compiler.compile({ mainFileContent, inputs: { texts: JSON.stringify(texts) } }).result
    if (!compiled) throw new Error('the bare document was not compiled')
    const bytes = compiler.pdf(compiled, { pdfStandard: 'a-2a' })
    compiler.evictCache(2)
    return bytes
  }
}

/** A cold conversion, as a server without a listener would run it. */
async function compareWithLibreOffice(word: Uint8Array, ours: () => Promise<unknown>): Promise<void> {
  console.log('\nConversion by LibreOffice')
  if (spawnSync('soffice', ['--version'], { timeout: 30_000 }).status !== 0) {
    console.log('  LibreOffice is not on this machine')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'nep-bench-'))
  const file = join(folder, 'bao-cao.docx')
  writeFileSync(file, word)
  const convert = () => spawnSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, file], { timeout: 60_000 })
  convert()
  const times = { ours: [] as number[], theirs: [] as number[] }
  for (let round = 0; round < 3; round++) {
    let start = performance.now()
    convert()
    times.theirs.push(performance.now() - start)
    start = performance.now()
    await ours()
    times.ours.push(performance.now() - start)
  }
  rmSync(folder, { recursive: true })
  const [own, other] = [median(times.ours), median(times.theirs)]
  console.log(
    `  soffice --convert-to pdf, cold ${' '.repeat(13)} ${other.toFixed(1).padStart(8)} ms  × ${(other / own).toFixed(0)} of our PDF (${own.toFixed(1)} ms)`,
  )
}
