// Running other programs from `npm start` and `npm test`. Plain JavaScript with Node's own modules only: it must work on
// Node 18, before anything is installed.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const oldestNode = 24
export const onWindows = process.platform === 'win32'
export const diskFull = 'ổ đĩa không đủ chỗ; hãy dọn ít nhất 1 GB rồi chạy lại.'

/** Ends the program with one sentence for the person at the terminal. */
export function giveUp(sentence) {
  console.error(`Nếp: ${sentence}`)
  process.exit(1)
}

/** The Node that runs the sources as they are: this one when new enough, else the one the package `node` brought. */
export function nodeToRun() {
  return isNewEnough() ? process.execPath : nodeIn(root)
}

/** Whether this very Node runs TypeScript as it is. */
export function isNewEnough() {
  return Number(process.versions.node.split('.')[0]) >= oldestNode
}

/** Where the package `node` of a folder puts its program. */
export function nodeIn(folder) {
  return join(folder, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node')
}

/** The file Node runs for a program of an installed package: `vite`, `vitest`, `tsc` …; needs no shell on any system. */
export function programOf(name, packageName = name) {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[name])
}

/** Runs a program to its end and keeps what it printed. */
export function run(program, args, options = {}) {
  return new Promise(resolve => {
    let output = ''
    const keep = chunk => {
      output += chunk
    }
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const signals = passSignalsTo(child)
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)
    child.on('error', fault => keep(`${fault.code} ${fault.message}`))
    child.on('close', (code, signal) => {
      signals.release()
      if (signal) keep(`\n(ended by ${signal})\n`)
      resolve({ code: code ?? 1, wasStopped: signals.cameThrough(), output })
    })
  })
}

/** The same, telling the person at the terminal what is done and for how long. */
export async function runWithProgress(title, program, args, options) {
  const startedAt = performance.now()
  const seconds = () => `${Math.round((performance.now() - startedAt) / 1000)} giây`
  const rewrites = process.stderr.isTTY === true // what a command prints is its answer; progress goes beside it
  if (!rewrites) console.error(`${title} …`)
  const tick = () => (rewrites ? process.stderr.write(`\r${title} … ${seconds()}`) : console.error(`  … ${seconds()}`))
  const timer = setInterval(tick, rewrites ? 1000 : 15_000)
  const done = await run(program, args, options)
  clearInterval(timer)
  if (rewrites) process.stderr.write('\r\x1b[K')
  if (done.wasStopped) process.exit(130) // the person stopped us: nothing to explain
  if (done.code === 0) console.error(`${title}: xong sau ${seconds()}`)
  return done
}

/** Hands the terminal over to a program of ours, and ends as it ends. */
export function runSource(file, args) {
  const child = spawn(nodeToRun(), [join(root, file), ...args], { stdio: 'inherit' })
  passSignalsTo(child)
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}

/** Signals that reach us reach the child too, until released. */
export function passSignalsTo(child) {
  let came = false
  const pass = signal => {
    came = true
    child.kill(signal)
  }
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const name of names) process.on(name, pass)
  // A signal sent to npm ends npm and its shell, but never comes here: their end is the signal.
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event === undefined || process.ppid === shell) return
    clearInterval(watch)
    if (!came) pass('SIGTERM')
  }, 200)
  watch.unref()
  const release = () => {
    clearInterval(watch)
    for (const name of names) process.off(name, pass)
  }
  return { cameThrough: () => came, release }
}

export function lastLinesOf(output, count = 20) {
  return output.trim().split('\n').slice(-count).join('\n')
}
