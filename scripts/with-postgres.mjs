// Runs a command beside a throw-away PostgreSQL server:  node scripts/with-postgres.mjs npx vitest run
// The server lives in a temporary folder, speaks on a loopback port of its own, trusts everybody there,
// and is stopped and removed afterwards. NEP_TEST_DATABASE_URL names it to the command.
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [command, ...args] = process.argv.slice(2)
if (!command) stop('usage: node scripts/with-postgres.mjs <command> [arguments]')

const bin = findPrograms()
const folder = mkdtempSync(join(tmpdir(), 'nep-postgres-'))
const cluster = join(folder, 'data')
const owner = findOwner()
if (owner) chownSync(folder, owner.uid, owner.gid)
const port = await freePort()

process.on('exit', cleanUp)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))

run('initdb', ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'])
const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='${folder}' -c max_connections=200`
run('pg_ctl', ['-D', cluster, '-w', '-t', '60', '-l', join(folder, 'log'), '-o', settings, 'start'])

const env = { ...process.env, NEP_TEST_DATABASE_URL: `postgres://postgres@127.0.0.1:${port}/postgres`, NEP_TEST_CLUSTER: cluster }
const child = spawn(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' })
child.on('error', error => stop(error.message))
child.on('exit', code => process.exit(code ?? 1))

/** Debian keeps the programs out of PATH, one folder per version. */
function findPrograms() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Number.isFinite) : []
  const folders = versions.sort((a, b) => b - a).map(version => join(debian, String(version), 'bin'))
  const found = [...folders, ...(process.env.PATH ?? '').split(':')].find(path => existsSync(join(path, 'initdb')))
  return found ?? stop('PostgreSQL is not installed; on Debian: apt-get install postgresql')
}

/** PostgreSQL refuses to run as root, so root lends it to the account the package made. */
function findOwner() {
  if (process.getuid?.() !== 0) return null
  return { uid: idOfPostgres('-u'), gid: idOfPostgres('-g') }
}

function idOfPostgres(flag) {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
}

function run(program, programArgs) {
  const options = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], timeout: 120_000, ...owner }
  execFileSync(join(bin, program), programArgs, options)
}

function cleanUp() {
  try {
    if (existsSync(join(cluster, 'postmaster.pid'))) run('pg_ctl', ['-D', cluster, '-m', 'immediate', 'stop'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port: free } = server.address()
      server.close(() => resolve(free))
    })
  })
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
