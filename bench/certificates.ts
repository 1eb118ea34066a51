import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { statementOf, textOf } from './certificate-pages.ts'
import { mergedDocument } from './merged.ts'

// Certificates per second beside an office suite: a program started cold, the files on the disk, the most memory it held.
// The office gets the merge as it leaves it, one document with every record in it, and only has to print that to PDF.

const certificates = Number(process.env['BENCH_CERTIFICATES'] ?? 1000)
const rounds = 3
const megabyte = 1024 * 1024

export async function benchCertificates(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nep-certificates-'))
  try {
    console.log(`\n${certificates.toLocaleString('en')} certificates, a page of A4 each, from a cold start, median of ${rounds}`)
    const ours = await median(() => byUs(folder))
    say('ours, signed square, PDF/A-2a, 200 to a file', ours)
    const merged = join(folder, 'merged.fodt')
    writeFileSync(merged, mergedDocument(Array.from({ length: certificates }, (_, at) => textOf(statementOf(at)))))
    if (!(await isOfficeThere(folder))) return console.log('  LibreOffice                                    not on this machine')
    for (const [what, filter] of Object.entries(filters)) say(what, await median(() => byOffice(folder, merged, filter)), ours)
    console.log('  LibreOffice: the merge itself is not timed; its pages bear no square, so nobody can verify them')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const filters = {
  'LibreOffice, merged document to PDF': 'pdf:writer_pdf_Export',
  'LibreOffice, to PDF/A-2b': 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}',
} as const

type Run = { readonly seconds: number; readonly peak: number }

function say(what: string, { seconds, peak }: Run, beside?: Run): void {
  const told = `${(certificates / seconds).toFixed(0).padStart(5)} a second   memory ${String(Math.round(peak / megabyte)).padStart(4)} MB`
  const ratio = beside === undefined ? '' : `   time × ${(seconds / beside.seconds).toFixed(2)} of ours`
  console.log(`  ${what.padEnd(46)} ${told}${ratio}`)
}

async function median(run: () => Promise<Run>): Promise<Run> {
  const runs: Run[] = []
  for (let round = 0; round < rounds; round++) runs.push(await run())
  const middle = runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(rounds / 2)]
  if (!middle) throw new Error('nothing was measured')
  return middle
}

async function byUs(folder: string): Promise<Run> {
  const start = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'certificates-run.ts'), String(certificates), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString()
  })
  await ended(child)
  return { seconds: (performance.now() - start) / 1000, peak: Number(said) }
}

/** With a profile of its own, made by a run on a single page: a profile in use or a new one would be measured too. */
async function isOfficeThere(folder: string): Promise<boolean> {
  const file = join(folder, 'one.fodt')
  writeFileSync(file, mergedDocument([textOf(statementOf(0))]))
  return byOffice(folder, file, filters['LibreOffice, merged document to PDF']).then(
    () => true,
    () => false,
  )
}

async function byOffice(folder: string, file: string, filter: string): Promise<Run> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const start = performance.now()
  const child = spawn('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file], {
    stdio: 'ignore',
    timeout: 600_000,
  })
  let peak = 0
  const look = setInterval(() => {
    peak = Math.max(peak, mostMemoryOf(profile))
  }, 100)
  try {
    await ended(child)
    const seconds = (performance.now() - start) / 1000
    const result = readFileSync(file.replace(/fodt$/u, 'pdf'))
    rmSync(file.replace(/fodt$/u, 'pdf'))
    if (result.length === 0) throw new Error('LibreOffice wrote nothing')
    return { seconds, peak }
  } finally {
    clearInterval(look)
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`ended with ${String(code)}`)
}

/** In bytes, of the process that has this word among its own; the office starts another that does the work. Linux alone tells. */
function mostMemoryOf(word: string): number {
  const peaks = globSync('/proc/[0-9]*/cmdline').map(file => {
    try {
      if (!readFileSync(file, 'utf8').includes(word)) return 0
      const [, kilobytes = '0'] = /^VmHWM:\s+(\d+)/mu.exec(readFileSync(file.replace('cmdline', 'status'), 'utf8')) ?? []
      return Number(kilobytes) * 1024
    } catch {
      return 0 // gone meanwhile
    }
  })
  return Math.max(0, ...peaks)
}
