import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cost } from './hand.ts'

// The table of docs/ten-jobs.md: what each job may cost at most.

export type JobRow = Cost & { readonly job: string; readonly who: string }

const page = join(import.meta.dirname, '../../docs/ten-jobs.md')
const line = /^\| (?<job>[^|]+) \| (?<who>[^|]+) \| (?<clicks>\d+) \| (?<keys>\d+) \| (?<seconds>\d+(?:,\d)?) \|$/gmu

export async function readTable(): Promise<readonly JobRow[]> {
  const text = await readFile(page, 'utf8')
  return [...text.matchAll(line)].map(({ groups }) => ({
    job: groups?.['job'] ?? '',
    who: groups?.['who'] ?? '',
    clicks: Number(groups?.['clicks']),
    keys: Number(groups?.['keys']),
    seconds: Number(groups?.['seconds']?.replace(',', '.')),
  }))
}

export async function writeTable(rows: readonly JobRow[]): Promise<void> {
  const text = (await readFile(page, 'utf8')).replace(line, '').replace(/^(\|-.*\|\n)\n*/mu, '$1\n')
  const lines = rows.map(
    ({ job, who, clicks, keys, seconds }) => `| ${job} | ${who} | ${clicks} | ${keys} | ${String(seconds).replace('.', ',')} |\n`,
  )
  await writeFile(page, text.replace(/^(\|-.*\|\n)/mu, `$1${lines.join('')}`))
}
