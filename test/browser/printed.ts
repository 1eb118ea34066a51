import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator, Page } from '@playwright/test'

// Files the program printed, looked at as paper.

/** What a link of the page leads to, fetched by whoever is at the page. */
export async function fileAt(page: Page, link: Locator): Promise<Buffer> {
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  if (!answer.ok()) throw new Error(`${await link.innerText()}: ${await answer.text()}`)
  return answer.body()
}

const run = promisify(execFile)

/** The words of a printed file, in the order they are read. */
export function textOf(pdf: Uint8Array): Promise<string> {
  return withFile(pdf, async file => (await run('pdftotext', ['-layout', file, '-'], { maxBuffer: 2 ** 26 })).stdout.replace(/\s+/gu, ' '))
}

export function firstPage(pdf: Uint8Array): Promise<Uint8Array> {
  return withFile(pdf, async file => {
    await run('pdfseparate', ['-l', '1', file, `${file}-%d`])
    return readFile(`${file}-1`)
  })
}

async function withFile<Value>(bytes: Uint8Array, use: (file: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-printed-'))
  try {
    await writeFile(join(folder, 'printed.pdf'), bytes)
    return await use(join(folder, 'printed.pdf'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
