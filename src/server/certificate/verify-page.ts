import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CertificateKeys } from '#contract/certificate.ts'
import { codeOf } from '../db/fault.ts'

/** What the page is called when it is taken away. */
export const verifyPageName = 'xac-minh-giay-cong-nhan.html'

/** Built beside the web application, without keys; a name with a dot is handed out by nobody. */
const templateName = '.verify-page.html'
const place = '<!-- keys -->'

/** One file that checks certificates where there is no network: the page with the keys inside. Null where nothing is built. */
export async function makeVerifyPage(webFolder: string, keys: CertificateKeys): Promise<string | null> {
  const template = await readTemplate(join(webFolder, templateName))
  const inside = JSON.stringify(keys).replaceAll('<', '\\u003c')
  return template && template.replace(place, () => `<script type="application/json" id="keys">${inside}</script>`)
}

async function readTemplate(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
