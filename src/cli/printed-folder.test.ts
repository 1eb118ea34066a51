import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FileToPrint } from '#server/certificate/certificate.queries.ts'
import { fillFolder } from './printed-folder.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nep-printed-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a run that was cut off goes on: what was whole stays, the rest is printed, and nothing is there twice', async () => {
  await expect(print(['Bản A', 'Bản B', 'cut off'])).rejects.toThrow('cut off')
  await writeFile(join(folder, '0003 Bản C.pdf.part'), 'half')
  expect(await print(['Bản A', 'Bản B', 'Bản C'])).toEqual({ set: ['Bản C'], printed: 10, kept: 20 })
  expect(await pdfs()).toEqual(['0001 Bản A.pdf', '0002 Bản B.pdf', '0003 Bản C.pdf'])
  expect(await print(['Bản A', 'Bản B', 'Bản C'])).toEqual({ set: [], printed: 0, kept: 30 })
})

test('a file whose pages say something else now is printed anew', async () => {
  await print(['Bản A', 'Bản B'])
  expect(await print(['Bản A', 'Bản B'], { 'Bản B': 'one was revoked' })).toEqual({ set: ['Bản B'], printed: 10, kept: 10 })
  expect(await readFile(join(folder, '0002 Bản B.pdf'), 'utf8')).toBe('Bản B one was revoked')
})

test('a file that was damaged or taken away is printed anew', async () => {
  await print(['Bản A', 'Bản B'])
  await writeFile(join(folder, '0001 Bản A.pdf'), '')
  await rm(join(folder, '0002 Bản B.pdf'))
  expect(await print(['Bản A', 'Bản B'])).toEqual({ set: ['Bản A', 'Bản B'], printed: 20, kept: 0 })
})

test('a village with nothing left to hand over leaves no file behind, and a file that is no certificate is let alone', async () => {
  await print(['Bản A', 'Bản B'])
  await writeFile(join(folder, 'ghi chú.txt'), 'của văn thư')
  await print(['Bản A'])
  expect(await readdir(folder)).toEqual(['0001 Bản A.pdf', 'da-in.jsonl', 'ghi chú.txt'])
})

test('a journal that ends in the middle of a line costs one file, no more', async () => {
  await print(['Bản A', 'Bản B'])
  const journal = join(folder, 'da-in.jsonl')
  await writeFile(journal, (await readFile(journal, 'utf8')).slice(0, -20))
  expect(await print(['Bản A', 'Bản B'])).toEqual({ set: ['Bản B'], printed: 10, kept: 10 })
})

/** Ten certificates to each area; `cut off` ends the run there. */
async function print(areas: readonly string[], changes: Readonly<Record<string, string>> = {}) {
  const set: string[] = []
  async function* files(): AsyncGenerator<FileToPrint> {
    for (const area of areas) {
      if (area === 'cut off') throw new Error('cut off')
      const says = [area, changes[area]].filter(Boolean).join(' ')
      const write = async (): Promise<Uint8Array> => {
        set.push(area)
        return Buffer.from(says)
      }
      yield { name: `${area}.pdf`, fingerprint: says, certificates: 10, of: areas.length * 10, write }
    }
  }
  const { printed, kept } = await fillFolder(folder, files(), () => {})
  return { set, printed, kept }
}

async function pdfs(): Promise<string[]> {
  return (await readdir(folder)).filter(name => name.endsWith('.pdf'))
}
