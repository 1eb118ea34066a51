import { appendFile, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileToPrint } from '#server/certificate/certificate.queries.ts'

/** Beside the files: a line for each that is whole, with what its pages say. */
const journalName = 'da-in.jsonl'

type Line = { readonly name: string; readonly fingerprint: string; readonly size: number }

export type PrintedFolder = { readonly files: readonly string[]; readonly printed: number; readonly kept: number }

/**
 * Prints file after file into a folder. A run that was cut off goes on where it was: a file whose pages would say the same
 * stays as it is. One that an earlier run left and this one has no more is taken away, so that nobody hands over its papers.
 */
export async function fillFolder(
  folder: string,
  wanted: AsyncIterable<FileToPrint>,
  onProgress: (done: number, of: number) => void,
): Promise<PrintedFolder> {
  const journal = join(folder, journalName)
  const before = await readJournal(journal)
  const lines: Line[] = []
  let printed = 0
  let kept = 0
  for await (const { name: areaName, fingerprint, certificates, of, write } of wanted) {
    const name = `${String(lines.length + 1).padStart(4, '0')} ${areaName}`
    const there = before.get(name)
    if (there?.fingerprint === fingerprint && (await sizeOf(join(folder, name))) === there.size) {
      lines.push(there)
      kept += certificates
    } else {
      const bytes = await write()
      await writeFile(join(folder, `${name}.part`), bytes)
      await rename(join(folder, `${name}.part`), join(folder, name))
      const line = { name, fingerprint, size: bytes.length }
      await appendFile(journal, sayLine(line))
      lines.push(line)
      printed += certificates
    }
    onProgress(printed + kept, of)
  }
  const files = lines.map(({ name }) => name)
  const current = new Set(files)
  for (const name of before.keys()) if (!current.has(name)) await rm(join(folder, name), { force: true })
  await writeFile(journal, lines.map(sayLine).join(''))
  return { files, printed, kept }
}

/** The last line of a run that was cut off may be half a line. */
async function readJournal(path: string): Promise<Map<string, Line>> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return new Map(text.split('\n').flatMap(readLine))
}

function readLine(text: string): [string, Line][] {
  try {
    const line = JSON.parse(text) as Line
    return [[line.name, line]]
  } catch {
    return []
  }
}

function sayLine(line: Line): string {
  return `${JSON.stringify(line)}\n`
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  )
}
