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
import type { LaidParagraph } from '#documents/layout/laid-out.ts'
import { layOut } from '#documents/layout/lay-out.ts'
import { faces, fontFile } from '#documents/layout/measure.ts'
import { openPdfEngine } from '#documents/pdf/pdf-engine.ts'
import { inlineText, type OfficialDocument, plainText } from '#domain/document/official-document.ts'
import { laidTexts } from '../test/golden/laid-text.ts'
import { sampleReport } from '../test/golden/sample-report.ts'

const warmups = 5
const rounds = 25

type Runner = { readonly name: string; readonly run: (round: number) => Promise<unknown> }

/**
 * The sample report of four pages, ours and the bare libraries on the same words, in turns, in one process. Every round
 * has words of its own: nobody sets the same document twice, and a typesetter remembers what it has set.
 */
export async function benchDocuments(): Promise<void> {
  const pdf = await openPdfEngine()
  const word = await writeDocx(sampleReport)
  const links = { citation: (id: string) => `/van-ban/${id}`, figure: () => null }

  console.log('The sample report, 4 pages: median of rounds taken in turns')
  await compare('DOCX', [
    { name: 'ours, the whole document by Decree 30', run: round => writeDocx(variant(round)) },
    { name: 'docx 9.15, the same words', run: round => bareDocx(wordsOf(round)) },
    { name: 'easy-template-x 7.2, filling a template', run: await templateFiller() },
  ])
  await compare('PDF/A-2a', [
    { name: 'ours, the whole document by Decree 30', run: round => pdf.write(variant(round)) },
    { name: 'Typst 0.14, the same words and faces', run: bareTypst() },
  ])
  await compare('HTML and the check', [
    { name: 'the page for reading', run: async round => writeHtml(variant(round), links) },
    { name: 'the check of the Word file', run: async () => checkDocx(word, 'forSignature') },
  ])
  await compareWithLibreOffice(word, round => pdf.write(variant(round)))
}

/** The report with other words in every paragraph. */
function variant(round: number): OfficialDocument {
  const suffix = plainText(` (lần ${round})`)
  const blocks = sampleReport.blocks.map(block => ('inlines' in block ? { ...block, inlines: [...block.inlines, ...suffix] } : block))
  return { ...sampleReport, blocks }
}

type Words = { readonly text: string; readonly bold: boolean; readonly italic: boolean }

/** Every line the report prints, in the face it takes. */
function prepareWords(round: number): Words[] {
  const laid = layOut(variant(round))
  const headings = laid.blocks.flatMap(block => (block.type === 'paragraph' && block.role !== 'body' ? [textOf(block)] : []))
  const bold = new Set([
    ...headings,
    ...(laid.titleBlock?.subjectLines ?? []),
    laid.closing.recipientsLabel,
    laid.closing.signature.fullName,
  ])
  const italic = new Set([laid.letterhead.placeAndDateLine, laid.closing.recipientsLabel])
  return laidTexts(laid).map(text => ({ text, bold: bold.has(text) || /^[\p{Lu}\s.]+$/u.test(text), italic: italic.has(text) }))
}

const prepared = new Map<number, Words[]>()

/** The words of a round are made before the clock starts. */
function prepare(round: number): void {
  if (!prepared.has(round)) prepared.set(round, prepareWords(round))
}

function wordsOf(round: number): Words[] {
  return prepared.get(round) ?? []
}

function textOf(block: LaidParagraph): string {
  return block.runs.map(run => run.text).join('')
}

async function compare(title: string, runners: readonly Runner[]): Promise<void> {
  const times = new Map<string, number[]>(runners.map(runner => [runner.name, []]))
  for (let round = -warmups; round < rounds; round++)
    for (const { name, run } of runners) {
      prepare(round)
      const start = performance.now()
      await run(round)
      if (round >= 0) times.get(name)?.push(performance.now() - start)
    }
  const medians = runners.map(({ name }) => ({ name, time: median(times.get(name) ?? []) }))
  const own = medians[0]?.time ?? 1
  console.log(`\n${title}`)
  for (const { name, time } of medians) {
    const perSecond = (1000 / time).toFixed(0).padStart(5)
    console.log(`  ${name.padEnd(46)} ${time.toFixed(1).padStart(8)} ms ${perSecond}/s  × ${(time / own).toFixed(2)}`)
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The least one can ask of `docx` for the same paragraphs: no letterhead, no styles, no bookmarks. */
function bareDocx(words: readonly Words[]): Promise<Buffer> {
  const children = words.map(
    ({ text, bold, italic }) =>
      new docx.Paragraph({
        alignment: docx.AlignmentType.JUSTIFIED,
        spacing: { line: 360, after: 120 },
        indent: { firstLine: 720 },
        children: [new docx.TextRun({ text, bold, italics: italic, size: 28, font: 'Times New Roman' })],
      }),
  )
  return docx.Packer.toBuffer(new docx.Document({ sections: [{ children }] }))
}

/** Our own file as a template with one tag for each paragraph, filled with the same words. */
async function templateFiller(): Promise<Runner['run']> {
  const blocks = sampleReport.blocks.map((block, i) => ('inlines' in block ? { ...block, inlines: plainText(`{p${i}}`) } : block))
  const template = Buffer.from(await writeDocx({ ...sampleReport, blocks }))
  const handler = new TemplateHandler()
  return round => {
    const texts = variant(round).blocks.map((block, i) => [`p${i}`, 'inlines' in block ? inlineText(block.inlines) : ''])
    return handler.process(template, Object.fromEntries(texts))
  }
}

/** Typst with the same faces and standard, and nothing of Decree 30 to lay out. */
function bareTypst(): Runner['run'] {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: faces.map(fontFile) }] })
  const mainFileContent = `#set document(title: "Báo cáo", date: datetime(year: 2022, month: 1, day: 1))
#set text(font: "Tinos", size: 14pt, lang: "vi")
#set page(paper: "a4")
#set par(justify: true, linebreaks: "simple")
#for line in json(bytes(sys.inputs.words)) {
  par(text(weight: if line.bold { "bold" } else { "regular" }, style: if line.italic { "italic" } else { "normal" }, line.text))
}`
  return async round => {
    const compiled = compiler.compile({ mainFileContent, inputs: { words: JSON.stringify(wordsOf(round)) } }).result
    if (!compiled) throw new Error('the bare document was not compiled')
    const bytes = compiler.pdf(compiled, { pdfStandard: 'a-2a' })
    if (round % 10 === 0) compiler.evictCache(2)
    return bytes
  }
}

/** A cold conversion, as a server without a listener would run it. */
async function compareWithLibreOffice(word: Uint8Array, ours: Runner['run']): Promise<void> {
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
  for (let round = 1000; round < 1003; round++) {
    let start = performance.now()
    convert()
    times.theirs.push(performance.now() - start)
    start = performance.now()
    await ours(round)
    times.ours.push(performance.now() - start)
  }
  rmSync(folder, { recursive: true })
  const [own, other] = [median(times.ours), median(times.theirs)]
  console.log(
    `  soffice --convert-to pdf, cold ${' '.repeat(16)}${other.toFixed(1).padStart(8)} ms  × ${(other / own).toFixed(0)} of our PDF (${own.toFixed(1)} ms)`,
  )
}
