import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// Nếp as somebody at a terminal meets it: real processes on a real data folder.

const patience = 90_000
const root = join(import.meta.dirname, '../..')
const unitList = ['code,name,type,parent_code,valid_from,valid_to,predecessors,source', '14,Sơn La,tỉnh,,1975-12-27,,,minh họa'].join('\n')

let folder: string
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nep-cli-'))
  env = { ...process.env, NEP_DATA: join(folder, 'data'), PORT: '0', HOST: '', DATABASE_URL: '' }
  await writeFile(join(folder, 'units.csv'), unitList)
  await writeFile(join(folder, 'no-word.docx'), 'không phải Word')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('what is typed wrongly', { timeout: patience }, () => {
  test.for([
    ['a command there is not', ['nope'], 'Không có lệnh này: nope.'],
    ['an option there is not', ['migrate', '--now'], 'Không có tùy chọn này: --now.'],
    ['a stage there is not', ['check', 'x.docx', '--stage', 'done'], 'Giá trị không dùng được: --stage <bước>.'],
    ['half an account', ['user', 'add', '--username', 'quantri'], 'Thiếu tùy chọn: --full-name <họ tên>.'],
  ] as const)('%s: one sentence and exit code 2', async ([, args, sentence]) => {
    expect(await nep(...args)).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` })
  })

  test('every command explains itself in Vietnamese', async () => {
    for (const args of [[], ['report'], ['user', 'add']]) {
      const { code, stdout } = await nep(...args, '--help')
      expect([code, stdout]).toEqual([0, expect.stringMatching(/^Cách dùng: nep/u)])
    }
  })
})

describe('checking a file', { timeout: patience }, () => {
  test('that is no Word file is refused, for people and for programs', async () => {
    const file = join(folder, 'no-word.docx')
    expect(await nep('check', file)).toMatchObject({ code: 1, stdout: '' })
    const asJson = await nep('check', file, '--json')
    expect([asJson.code, JSON.parse(asJson.stdout).code]).toEqual([1, 'document.bad-file'])
  })

  test('that is not there says so', async () => {
    expect((await nep('check', '/không/có.docx')).stderr).toBe('Không có tệp /không/có.docx.\n')
  })
})

describe('from an empty folder to work', { timeout: 3 * patience }, () => {
  test('units, the first administrator, a server, a backup, a second folder with the same', async () => {
    expect((await nep('import', 'units', join(folder, 'units.csv'))).stdout).toMatch(/^1 đơn vị/u)
    const added = await nep(...newAdmin('14'), '--json')
    const { password } = JSON.parse(added.stdout)
    expect(await nep(...newAdmin('14'))).toMatchObject({ code: 1, stderr: 'Tên đăng nhập này đã có người dùng.\n' })
    expect(await nep(...newAdmin('99'))).toMatchObject({ code: 1, stderr: 'Không có đơn vị này.\n' })

    const server = await serve()
    const session = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'quantri', password }),
    }
    expect(await (await fetch(`${server.address}/api/session`, session)).json()).toMatchObject({ mustChangePassword: true })

    const second = await nep('migrate')
    expect([second.code, second.stderr]).toEqual([1, expect.stringContaining(`pid ${server.process.pid}`)])
    expect(await nep('audit', 'verify')).toMatchObject({ code: 0, stdout: 'Nhật ký nguyên vẹn: 3 mục.\n' })
    const backup = join(folder, 'all.nep')
    expect(await nep('backup', backup)).toMatchObject({ code: 0 })
    expect(await stop(server.process)).toBe(0)

    env = { ...env, NEP_DATA: join(folder, 'other') }
    expect(await nep('restore', backup)).toMatchObject({ code: 0 })
    expect(await nep('restore', backup)).toMatchObject({ code: 1 })
    expect(await nep('restore', backup, '--force')).toMatchObject({ code: 0 })
    expect(await nep('audit', 'verify')).toMatchObject({ code: 0, stdout: 'Nhật ký nguyên vẹn: 3 mục.\n' })
  })

  test('a port in use, a folder that is none: one sentence each, and nothing is left locked', async () => {
    const server = await serve()
    const port = new URL(server.address).port
    const other = { ...env, NEP_DATA: join(folder, 'third') }
    expect(await finished(start(['src/server/main.ts', '--empty'], { ...other, PORT: port }))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`cổng 127.0.0.1:${port} đang có chương trình khác dùng`),
    })
    await expect(readFile(join(folder, 'third', 'database', '.lock'))).rejects.toThrow('ENOENT')
    expect(await stop(server.process)).toBe(0)
    const none = await finished(start(['src/server/main.ts', '--empty'], { ...env, NEP_DATA: join(folder, 'units.csv') }))
    expect([none.code, none.stderr.split('\n')]).toEqual([1, [expect.stringContaining('không phải thư mục'), '']])
  })
})

function newAdmin(unit: string): string[] {
  return ['user', 'add', '--username', 'quantri', '--full-name', 'Lò Văn Trị', '--role', 'admin', '--unit', unit, '--subtree']
}

function nep(...args: readonly string[]): Promise<Finished> {
  return finished(start(['src/cli/main.ts', ...args], env))
}

type Finished = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

function start(args: readonly string[], own: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, { cwd: root, env: own, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function finished(child: ChildProcess): Promise<Finished> {
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      said[name] += text
    })
  }
  const [code] = await once(child, 'close')
  return { code, ...said }
}

/** A server on a free port; answers once it says where it listens. */
async function serve(): Promise<{ process: ChildProcess; address: string }> {
  const child = start(['src/server/main.ts', '--empty'], env)
  let said = ''
  for await (const text of child.stdout?.setEncoding('utf8') ?? []) {
    said += String(text)
    const [address] = /http:\/\/\S+/u.exec(said) ?? []
    if (address !== undefined && said.includes('Ctrl-C')) return { process: child, address }
  }
  throw new Error(`the server did not start: ${said}`)
}

async function stop(child: ChildProcess): Promise<number | null> {
  child.kill('SIGTERM')
  const [code] = await once(child, 'close')
  return code
}
