// `npm test`: everything that must hold before a commit, on a fresh clone too; its last line counts what passed and failed.
//   npm test                          all of it, on the embedded database
//   npm test -- --only unit,browser   some steps only
//   npm run test:pg                   the tests that use a database, on a PostgreSQL server
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findBrowser } from './browser.mjs'
import { buildWeb } from './build-web.mjs'
import { install } from './install.mjs'
import { giveUp, nodeToRun, programOf, root, run } from './run.mjs'

const results = join(root, 'test-results')
const longest = 15 * 60_000 // a step that hangs must not hang for ever
const { values: options } = parseArgs({ options: { only: { type: 'string' }, postgres: { type: 'boolean', default: false } } })

await install()
if (options.postgres && !process.env.NEP_TEST_DATABASE_URL) await besidePostgres()

// `npm test` has killed and cut off the embedded engine already; what is left names the server.
const steps = options.postgres
  ? {
      integration: () => vitest('integration', ['--project', 'unit', 'src/server']),
      durability: () => vitest('durability', ['--project', 'durability', '-t', 'PostgreSQL server']),
    }
  : {
      types: () => program(['tsc', 'typescript']),
      lint: () => program(['oxlint'], ['--type-aware', '--deny-warnings']),
      format: () => program(['biome', '@biomejs/biome'], ['check']),
      unused: () => program(['knip']),
      unit: () => vitest('unit'),
      golden: () => vitest('golden'),
      durability: () => vitest('durability'),
      web: () => buildWeb((_title, ...command) => run(...command)).then(asOneCheck),
      browser: journeys,
    }

const wanted = options.only ? options.only.split(',') : Object.keys(steps)
const unknown = wanted.filter(name => !(name in steps))
if (unknown.length > 0) giveUp(`không có bước ${unknown.join(', ')}; các bước: ${Object.keys(steps).join(', ')}.`)
if (wanted.includes('browser') && !wanted.includes('web')) wanted.unshift('web')

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const total = { passed: 0, failed: 0 }
for (const name of wanted) await runStep(name)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

async function runStep(name) {
  if (process.stdout.isTTY) process.stdout.write(`  ${name} …`)
  const startedAt = performance.now()
  const { passed, failed, skipped = 0, output } = await steps[name]()
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const counts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`].filter(Boolean).join(', ')
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K')
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(12)}${`${seconds} s`.padStart(8)}   ${counts}`)
  if (failed > 0) console.log(`\n${output.trim()}\n`)
  total.passed += passed
  total.failed += failed
}

/** A step that is one check: it holds or it does not. */
function asOneCheck({ code, output }) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output }
}

async function program([name, packageName], args = []) {
  return asOneCheck(await runNode([programOf(name, packageName), ...args]))
}

async function vitest(name, args = ['--project', name]) {
  const report = join(results, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const done = await runNode([programOf('vitest'), 'run', ...args, ...reporters])
  return countsFrom(done, report, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => ({
    passed: numPassedTests,
    failed: numFailedTests + testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length,
    skipped: numPendingTests + numTodoTests,
  }))
}

async function journeys() {
  const browser = await findBrowser()
  if (browser.missing) return { passed: 0, failed: 1, output: `Nếp: ${browser.missing}` }
  const done = await runNode([programOf('playwright', '@playwright/test'), 'test'], { CHROME_PATH: browser.path })
  return countsFrom(done, join(results, 'browser.json'), ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }))
}

/** A runner that ends badly, or has run no test at all, counts as a failure though no single test failed. */
function countsFrom({ code, output }, report, count) {
  const counts = readReport(report, count)
  const isSound = code === 0 && counts.passed > 0
  return { ...counts, failed: counts.failed || (isSound ? 0 : 1), output }
}

function readReport(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return { passed: 0, failed: 0 }
  }
}

async function runNode(args, env = {}) {
  const done = await run(nodeToRun(), args, { env: { ...process.env, ...env }, timeout: longest })
  if (done.wasStopped) process.exit(130)
  return done
}

/** Starts this program once more, with a throw-away PostgreSQL server beside it, and ends as it ends. */
async function besidePostgres() {
  const node = nodeToRun()
  const again = [join(root, 'scripts', 'with-postgres.mjs'), node, ...process.argv.slice(1)]
  const done = await run(node, again, { stdio: 'inherit' })
  process.exit(done.code)
}
