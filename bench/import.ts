import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeXlsxStream } from 'hucre/xlsx'
import { nameOf } from './province-register.ts'

// A province's list of households from .xlsx into an empty register, embedded or on the server of DATABASE_URL, beside the reader alone on the same file in
// the same run. Each runs in a process of its own, so that its peak of memory is its own. The budget is 300,000 rows,
// at most twice the reader's time, under 512 MB.

const households = Number(process.env['BENCH_HOUSEHOLDS'] ?? 300_000)
const villages = 2000
const megabyte = 1024 * 1024

export async function benchImport(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-bench-'))
  try {
    const file = join(folder, 'households.xlsx')
    await writeList(file)
    console.log(
      `\nImport of ${households.toLocaleString('en')} households from .xlsx, ${process.env['DATABASE_URL'] ? 'server' : 'embedded'} engine`,
    )
    const reader = await run('read', file, folder)
    const empty = await run('open', file, folder)
    const ours = await run('import', file, folder)
    const again = await run('import', file, folder)
    for (const [what, { seconds, peak }] of Object.entries({ 'reader alone': reader, import: ours, 'the same list again': again }))
      console.log(`  ${what.padEnd(20)} ${seconds.toFixed(1).padStart(6)} s   peak ${Math.round(peak / megabyte)} MB`)
    console.log(`  an open register that does nothing: peak ${Math.round(empty.peak / megabyte)} MB`)
    console.log(`  import/reader: ${(ours.seconds / reader.seconds).toFixed(2)} (budget 2)`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Measured = { readonly seconds: number; readonly peak: number }

async function run(what: 'read' | 'open' | 'import', file: string, folder: string): Promise<Measured> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import-run.ts'), what, file, folder, String(villages)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => said.push(piece))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${what} ended with ${String(code)}`)
  return JSON.parse(Buffer.concat(said).toString()) as Measured
}

/** Invented households, as a commune would list them. */
async function writeList(file: string): Promise<void> {
  await pipeline(Readable.fromWeb(writeXlsxStream(rows(), { name: 'Hộ' }) as never), createWriteStream(file))
}

function* rows() {
  yield ['STT', 'Mã hộ', 'Họ và tên chủ hộ', 'Số nhân khẩu', 'Xã', 'Bản', 'Địa chỉ', 'Diện hộ']
  for (let i = 0; i < households; i++) {
    const village = Math.floor((i * villages) / households) // a province's list is put together village by village
    const standing = ['không', 'không', 'nghèo', 'cận nghèo'][i % 4] ?? ''
    yield [i + 1, `HO-${i + 1}`, nameOf(i), (i % 7) + 1, `Xã ${village % 75}`, `Bản ${village}`, `Số ${i % 90}, bản ${village}`, standing]
  }
}
