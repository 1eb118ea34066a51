import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { decodeQR } from 'qr/decode.js'

const run = promisify(execFile)

/** What a camera reads from the square on each page of a printed file, page by page, at the sharpness of a plain scanner. */
export async function readSquares(pdf: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-squares-'))
  try {
    await writeFile(join(folder, 'printed.pdf'), pdf)
    await run('pdftoppm', ['-r', '200', join(folder, 'printed.pdf'), join(folder, 'page')])
    const pages = (await readdir(folder)).filter(name => name.endsWith('.ppm')).toSorted()
    return await Promise.all(pages.map(async name => decodeQR(fromPpm(await readFile(join(folder, name))), thorough)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const thorough = { effort: Number.POSITIVE_INFINITY, timeLimit: Number.POSITIVE_INFINITY }

/** The plain picture format of poppler: a head, then three bytes for each point. */
function fromPpm(bytes: Buffer): { width: number; height: number; data: Uint8ClampedArray } {
  const [head = '', width = '', height = ''] = /^P6\s(\d+)\s(\d+)\s255\s/u.exec(bytes.subarray(0, 40).toString('latin1')) ?? []
  const points = bytes.subarray(head.length)
  const data = new Uint8ClampedArray(Number(width) * Number(height) * 4).fill(255)
  for (let at = 0; at < Number(width) * Number(height); at++)
    for (let colour = 0; colour < 3; colour++) data[at * 4 + colour] = points[at * 3 + colour] ?? 0
  return { width: Number(width), height: Number(height), data }
}
