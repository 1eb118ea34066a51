// Builds the web app when the files it is made of have changed. Plain JavaScript with Node's own modules only.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nodeToRun } from './install.mjs'
import { diskFull, giveUp, lastLinesOf, programOf, root, runWithProgress } from './run.mjs'

const madeOf = ['src/web', 'src/contract', 'src/domain', 'src/documents', 'vite.config.ts', 'package-lock.json']
const stamp = join(root, 'dist', 'web.stamp')

/** Leaves a web app in dist/web that is made of the sources as they are now. */
export async function buildWeb() {
  const fingerprint = fingerprintOf(madeOf.flatMap(filesUnder))
  const isBuilt = existsSync(join(root, 'dist', 'web', 'index.html')) && existsSync(stamp)
  if (isBuilt && readFileSync(stamp, 'utf8') === fingerprint) return
  const done = await runWithProgress('Đang dựng giao diện web', nodeToRun(), [programOf('vite'), 'build'])
  if (done.code !== 0) giveUp(/ENOSPC/.test(done.output) ? diskFull : `không dựng được giao diện web:\n${lastLinesOf(done.output)}`)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, fingerprint)
}

function filesUnder(path) {
  if (!statSync(join(root, path)).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap(entry => filesUnder(`${path}/${entry}`))
}

function fingerprintOf(files) {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(root, file)))
      .update('\n')
  return hash.digest('hex')
}
