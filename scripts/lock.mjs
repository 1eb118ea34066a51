// Completes package-lock.json after `npm install`: npm leaves out the optional packages of platforms that the registry in use
// does not offer, and `npm ci` then refuses the lock. Each is entered under the platform its name states, so that a fresh
// clone installs on Linux, macOS and Windows alike. Run it whenever the lock changes; the house test names what is missing.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)

/** The optional packages that some package of the lock names and the lock does not hold. */
function missingOptionals(lock) {
  const missing = []
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const seenFrom = placesSeenFrom(path).map(place => `${place}node_modules/${name}`)
      if (!seenFrom.some(place => lock.packages[place])) missing.push({ name, version, dev: entry.dev === true })
    }
  }
  return missing
}

function placesSeenFrom(path) {
  const parts = path.split('node_modules/').slice(1)
  return parts
    .map((_, at) => parts.slice(0, parts.length - at).reduce((place, part) => `${place}node_modules/${part.replace(/\/?$/, '/')}`, ''))
    .concat('')
}

function entryOf({ name, version, dev }) {
  const [, os, cpu, abi] =
    /(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(\w+))?$/.exec(name) ?? []
  if (!os) throw new Error(`no platform can be read from the name ${name}`)
  const libc = abi === 'musl' ? { libc: ['musl'] } : abi === 'gnu' ? { libc: ['glibc'] } : {}
  return { version, cpu: [cpu], ...(dev ? { dev: true } : {}), ...libc, optional: true, os: [os] }
}

const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = missingOptionals(lock)
if (process.argv.includes('--check')) {
  for (const { name } of missing) console.log(`package-lock.json lacks ${name}; run node scripts/lock.mjs`)
} else {
  for (const one of missing) lock.packages[`node_modules/${one.name}`] = entryOf(one)
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}
