import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'

// What each room may import. cli takes documents directly for `nep check`, which needs no data.
const rooms: Record<string, readonly string[]> = {
  domain: [],
  contract: ['domain'],
  documents: ['domain'],
  server: ['domain', 'contract', 'documents'],
  cli: ['domain', 'contract', 'documents', 'server'],
  web: ['domain', 'contract'],
}
// Within the domain each slice may import those before it.
const slices = [
  'kit',
  'calendar',
  'org',
  'account',
  'document',
  'plan',
  'activity',
  'evidence',
  'household',
  'title',
  'season',
  'signal',
  'posted',
  'merit',
  'certificate',
  'dossier',
  'indicator',
  'request',
  'consolidation',
  'report',
  'search',
  'notice',
  'today',
  'overview',
]
const libraries: Record<string, RegExp> = { domain: /^$/, contract: /^zod(?:\/.*)?$/, web: /^(?!node:)/ }
const mayBeLong: Record<string, string> = {
  'src/server/db/schema.ts': 'generated from the database',
}
const clocks = /^src\/(server\/context|web\/clock|domain\/calendar\/[\w-]+)\.ts$/
const namesOfTheBrowser = ['Document', 'Report', 'Event', 'Comment', 'Location', 'Range', 'Notification']

const thisFile = 'test/house.test.ts'
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8' }).split('\0')
const filesLike = (pattern: RegExp): { file: string; text: string }[] =>
  tracked
    .filter(file => pattern.test(file) && file !== thisFile && existsSync(file))
    .map(file => ({ file, text: readFileSync(file, 'utf8') }))
const isTest = (file: string): boolean => /^test\/|\.test\.tsx?$/.test(file)
const code = filesLike(/\.(ts|tsx|mjs)$/).map(({ file, text }) => ({ file, text, parsed: parseSync(file, text) }))
const sources = code.filter(({ file }) => file.startsWith('src/') && !isTest(file))
const allText = [...code, ...filesLike(/\.(md|json|html|css|sql|typ)$|^\.ci\//)]
const filesWith = (files: readonly { file: string; text: string }[], pattern: RegExp): string[] =>
  files.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

const imports = sources.flatMap(({ file, text, parsed: { module } }) => {
  const fixed = [...module.staticImports, ...module.staticExports.flatMap(one => one.entries)].map(one => one.moduleRequest?.value ?? '')
  const lazy = module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1))
  const named = [...fixed.filter(Boolean).map(name => ({ name, isLazy: false })), ...lazy.map(name => ({ name, isLazy: true }))]
  return named.map(({ name, isLazy }) => {
    const path = name.startsWith('.') ? posix.join(posix.dirname(file), name) : name.replace(/^#/, 'src/')
    return { from: file, path, isLazy, shown: `${file} imports ${name}` }
  })
})
const roomOf = (path: string): string => /^src\/(\w+)\//.exec(path)?.[1] ?? ''
const sliceOf = (path: string): number => slices.indexOf(/^src\/domain\/(\w+)\//.exec(path)?.[1] ?? '')
const shownOf = (wrong: typeof imports): string[] => wrong.map(({ shown }) => shown)

test('rooms import only the rooms they stand on', () => {
  const wrong = imports.filter(({ from, path, isLazy }) => {
    const [room, other] = [roomOf(from), roomOf(path)]
    if (!other || room === other) return false
    return !rooms[room]?.includes(other) && !(room === 'web' && other === 'documents' && isLazy)
  })
  expect(shownOf(wrong)).toEqual([])
})

test('within the domain, slices import only those before them', () => {
  expect(shownOf(imports.filter(({ from, path }) => roomOf(from) === 'domain' && sliceOf(path) > sliceOf(from)))).toEqual([])
  expect(sources.filter(({ file }) => roomOf(file) === 'domain' && sliceOf(file) < 0)).toEqual([])
})

test('the domain needs no library, the contract only zod, the web nothing of Node', () => {
  expect(shownOf(imports.filter(({ from, path }) => !roomOf(path) && libraries[roomOf(from)]?.test(path) === false))).toEqual([])
})

test('no file is longer than 300 lines without a reason', () => {
  const long = code.filter(({ text }) => text.trimEnd().split('\n').length > 300)
  expect(long.map(({ file }) => file).filter(file => !(file in mayBeLong))).toEqual([])
})

test('only the clocks ask for the time', () => {
  expect(filesWith(sources, /new Date\(|Date\.now\(/).filter(file => !clocks.test(file))).toEqual([])
})

test('only stores and the database room speak SQL', () => {
  const speakers = filesWith(sources, /\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql[`<]/)
  expect(speakers.filter(file => !file.endsWith('.store.ts') && !file.startsWith('src/server/db/'))).toEqual([])
})

test('no exported name hides one of the browser', () => {
  expect(filesWith(sources, new RegExp(`^export (type|interface|class|const|function) (${namesOfTheBrowser.join('|')})\\b`, 'm'))).toEqual(
    [],
  )
})

test('no test is skipped, and what is left to do carries a date and an issue', () => {
  expect(filesWith(code, /\b(test|it|describe)\.(skip|only|todo)\(/)).toEqual([])
  expect(filesWith(code, /\bFIXME|\bTODO(?! \d{4}-\d\d-\d\d #\d+: )/)).toEqual([])
})

test('nothing names a folder of one machine or the host of a registry', () => {
  expect(filesWith(allText, /(^|['"`\s(=])\/(work|root|home|Users)\/|\.\.\/shared\/|\/\/registry\.|"resolved":/m)).toEqual([])
})

test('identifiers are English', () => {
  const foreign: string[] = []
  for (const { file, parsed } of code) {
    const note = ({ name }: { readonly name: string }): void => {
      if (/[^\x20-\x7e]/.test(name)) foreign.push(`${file}: ${name}`)
    }
    new Visitor({ Identifier: note, JSXIdentifier: note }).visit(parsed.program)
  }
  expect(foreign).toEqual([])
})

test('the lock holds the packages of every platform', () => {
  expect(execFileSync(process.execPath, ['scripts/lock.mjs', '--check'], { encoding: 'utf8' })).toBe('')
})
