// Builds the web app when the files it is made of have changed. Plain JavaScript with Node's own modules only.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskFull, lastLinesOf, nodeToRun, programOf, root, runWithProgress } from './run.mjs'

const madeOf = ['src/web', 'src/contract', 'src/domain', 'src/documents', 'docs/manual', 'vite.config.ts', 'package-lock.json']
const stamp = join(root, 'dist', 'web.stamp')

/** Leaves a web app in dist/web that is made of the sources as they are now; does nothing when it is one already. */
export async function buildWeb(runProgram = runWithProgress) {
  const fingerprint = fingerprintOf(madeOf.flatMap(filesUnder))
  if (existsSync(join(root, 'dist', 'web', 'index.html')) && readStamp() === fingerprint) return { code: 0, output: '' }
  rmSync(stamp, { force: true })
  const done = await runProgram('Đang dựng giao diện web', nodeToRun(), [programOf('vite'), 'build'])
  if (done.code === 0) writeFileSync(stamp, fingerprint)
  return done
}

function readStamp() {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined
}

/** Why there is no web app to serve, for the person at the terminal. */
export function whyBuildFailed({ output }) {
  return /ENOSPC/.test(output) ? diskFull : `không dựng được giao diện web:\n${lastLinesOf(output)}`
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
