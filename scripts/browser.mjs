// Finds the browser the journeys run in: CHROME_PATH, else one of the system's, else Debian's package where it may be installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { runWithProgress } from './run.mjs'

const commands = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable']
const macPrograms = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(name => `Applications/${name}.app/Contents/MacOS/${name}`)
const windowsPrograms = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']

/** The path of a browser that works, or a sentence saying what to install. */
export async function findBrowser() {
  const chosen = process.env.CHROME_PATH
  if (chosen) return works(chosen) ? { path: chosen } : { missing: `CHROME_PATH trỏ tới ${chosen}, không chạy được.` }
  const found = candidates().find(works)
  if (found) return { path: found }
  if (mayInstall()) await installDebianPackage()
  const installed = candidates().find(works)
  return installed
    ? { path: installed }
    : { missing: 'chưa có trình duyệt: hãy cài Chromium, Chrome hoặc Edge (Debian: apt install chromium), hoặc đặt CHROME_PATH.' }
}

function candidates() {
  if (process.platform === 'darwin') return ['/', homedir()].flatMap(base => macPrograms.map(program => join(base, program)))
  if (process.platform === 'win32') {
    const bases = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map(name => process.env[name]).filter(Boolean)
    return bases.flatMap(base => windowsPrograms.map(program => join(base, program)))
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  return commands.flatMap(command => folders.map(folder => join(folder, command)))
}

// On Linux a name in PATH may be a stub that only tells where to get the program; elsewhere asking opens a window.
function works(path) {
  if (!existsSync(path)) return false
  return process.platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0
}

function mayInstall() {
  const system = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return process.getuid?.() === 0 && /^ID=debian$/m.test(system) && existsSync('/usr/bin/apt-get')
}

async function installDebianPackage() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await runWithProgress('Đang cập nhật danh sách gói của Debian', 'apt-get', ['update', '-qq'], { env })
  await runWithProgress('Đang cài Chromium', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env })
}
