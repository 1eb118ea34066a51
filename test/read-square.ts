import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { decodeQR } from 'qr/decode.js'

const run = promisify(execFile)

/**
 * What a camera reads from the square on each certificate of a printed file, page by page, at the sharpness of a plain
 * scanner. It is held over the lower left corner, where the square stands.
 */
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

/** The corner of a plain picture of poppler: a head, then three bytes for each point. */
function fromPpm(bytes: Buffer): { width: number; height: number; data: Uint8ClampedArray } {
  const [head = '', wide = '', high = ''] = /^P6\s(\d+)\s(\d+)\s255\s/u.exec(bytes.subarray(0, 40).toString('latin1')) ?? []
  const points = bytes.subarray(head.length)
  const [width, height] = [Math.round(Number(wide) * 0.3), Math.round(Number(high) * 0.4)]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const from = ((Number(high) - height + row) * Number(wide) + column) * 3
      data.set(points.subarray(from, from + 3), (row * width + column) * 4)
    }
  return { width, height, data }
}
