import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { decodeQR } from 'qr/decode.js'

const run = promisify(execFile)

/**
 * What a camera reads from the square on each certificate of a printed file, page by page. It is held over the lower left
 * corner, where the square stands, first at the sharpness of a plain scanner; where it reads nothing, nearer or farther, as
 * a hand does.
 */
export async function readSquares(pdf: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-squares-'))
  try {
    await writeFile(join(folder, 'printed.pdf'), pdf)
    const looks = [200, 260, 320, 170].map(async (sharpness, at) => {
      await run('pdftoppm', ['-r', `${sharpness}`, join(folder, 'printed.pdf'), join(folder, `look${at}`)])
    })
    await Promise.all(looks)
    const pictures = (await readdir(folder)).filter(name => name.endsWith('.ppm')).toSorted()
    const looksOf = Map.groupBy(pictures, name => name.split('-').at(-1))
    return await Promise.all([...looksOf.values()].map(names => readOne(folder, names)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The first of these pictures of a page that can be read. */
async function readOne(folder: string, [name, ...others]: readonly string[]): Promise<string> {
  const picture = fromPpm(await readFile(join(folder, name ?? '')))
  try {
    return decodeQR(picture, thorough)
  } catch (unread) {
    if (others.length === 0) throw unread
    return readOne(folder, others)
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
