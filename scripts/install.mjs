// Brings node_modules to what package-lock.json says, on any machine with Node 18 and npm. Plain JavaScript with Node's own
// modules only.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { diskFull, giveUp, isNewEnough, lastLinesOf, nodeIn, nodeToRun, onWindows, root, runWithProgress } from './run.mjs'

const npmForOldNode = '11.19.1'
const roomNeeded = 1_000_000_000 // bytes; node_modules alone takes three quarters of it
const npmOptions = ['--include=dev', '--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error']
const patience = ['--fetch-retries=3', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000']

/** Installs what is missing or has changed; does nothing when all is in place. */
export async function install() {
  if (isInstalled()) return
  const runsFromHere = process.execPath.startsWith(join(root, 'node_modules'))
  // Windows does not replace a running program, and npm runs scripts with the Node of node_modules once there is one.
  if (onWindows && runsFromHere) giveUp('bản mới cần cài lại các gói: hãy chạy npm ci rồi chạy lại.')
  const disk = statfsSync(root)
  if (disk.bavail * disk.bsize < roomNeeded) giveUp(diskFull)
  await (isNewEnough() ? installWith(ownNpm()) : installWithNewerNode())
  if (!isInstalled()) giveUp('cài đặt xong mà vẫn thiếu gói; hãy xóa thư mục node_modules rồi chạy lại.')
}

// npm leaves out programs made for a newer Node than the one it runs on, and those are the ones we need: so first a new
// Node with its npm in a passing folder, then the installation by these.
async function installWithNewerNode() {
  const folder = mkdtempSync(join(tmpdir(), 'nep-node-'))
  const discard = () => rmSync(folder, { recursive: true, force: true })
  process.on('exit', discard)
  const dependencies = { node: readLock('package-lock.json')['node_modules/node'].version, npm: npmForOldNode }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, allowScripts: { node: true }, dependencies }))
  await runNpm('Đang tải Node 24', ownNpm(), 'install', { cwd: folder })
  const npmFile = join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const path = [join(folder, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  await installWith({ program: nodeIn(folder), args: [npmFile], options: { env: { ...process.env, PATH: path } } })
  discard()
}

function installWith(npm) {
  return runNpm('Đang cài đặt các gói, lần đầu mất vài phút', npm, 'ci', {})
}

async function runNpm(title, npm, verb, options) {
  const done = await runWithProgress(title, npm.program, [...npm.args, verb, ...npmOptions, ...patience], { ...npm.options, ...options })
  if (done.code !== 0) giveUp(whyNpmFailed(done))
}

function ownNpm() {
  const file = process.env.npm_execpath // set by npm itself; running that file needs no shell
  if (file?.endsWith('npm-cli.js')) return { program: process.execPath, args: [file], options: {} }
  return { program: 'npm', args: [], options: { shell: onWindows } }
}

// Every package of the lock is there in the version the lock names; npm keeps what it installed in a lock of its own.
function isInstalled() {
  const wanted = readLock('package-lock.json')
  const present = readLock(join('node_modules', '.package-lock.json'))
  if (!wanted || !present || Object.values(present).some(isForAnotherMachine) || !nodeWorks()) return false
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const there = present[path]
    return path === '' || (there ? there.version === version : optional === true)
  })
}

function nodeWorks() {
  return existsSync(nodeToRun()) && spawnSync(nodeToRun(), ['--version']).status === 0
}

// A folder shared between two systems, or copied from one to the other, holds programs that cannot run here.
function isForAnotherMachine({ os = [], cpu = [] }) {
  return isOtherThan(process.platform, os) || isOtherThan(process.arch, cpu)
}

function isOtherThan(own, list) {
  return list.length > 0 && list.every(one => !one.startsWith('!') && one !== own)
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages
  } catch {
    return undefined // absent, or cut short by an interrupted install
  }
}

function whyNpmFailed({ code, output }) {
  if (code === 127 || /\bENOENT\b.*\bnpm\b/.test(lastLinesOf(output)))
    return 'không tìm thấy npm; hãy cài Node.js (kèm npm) từ nodejs.org rồi chạy lại.'
  if (/ENOSPC/.test(output)) return diskFull
  if (/ENOTFOUND|EAI_AGAIN|ECONN(REFUSED|RESET)|E?TIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET/.test(output))
    return 'không tới được kho gói npm; hãy kiểm tra mạng (và proxy, nếu có) rồi chạy lại.'
  if (/EACCES|EPERM|EROFS/.test(output)) return `không ghi được vào ${root}; hãy kiểm tra quyền ghi rồi chạy lại.`
  return `npm không cài xong các gói:\n${lastLinesOf(output)}`
}
