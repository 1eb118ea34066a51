import { parseArgs } from 'node:util'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { demoNames, isDemoName } from './demo/which.ts'
import { readPost } from './notice/post.ts'
import { type RunningServer, type ServeSettings, startServer } from './serve.ts'
import { sayStartFault } from './start-fault.ts'
import { type DataPlace, readDataPlace } from './world.ts'

// `npm start` ends here: opens the data, serves, says where, and stops cleanly.

/** Returns once the server listens; the process then lives until it is told to stop. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const place = readDataPlace(env)
  try {
    const settings = readSettings(args, env, place)
    const server = await startServer(settings)
    say(welcome(server, place))
    stopOnSignal(server)
  } catch (error) {
    process.stderr.write(`Nếp: ${sayStartFault(error, place)}\n`)
    process.exitCode = 1
  }
}

function readSettings(args: readonly string[], env: NodeJS.ProcessEnv, place: DataPlace): ServeSettings {
  const options = { empty: { type: 'boolean', default: false }, demo: { type: 'string', default: 'van-phong' } } as const
  const { values } = parseArgs({ args: [...args], options })
  if (!isDemoName(values.demo)) throw new RangeError(`--demo là một trong: ${demoNames.join(', ')}; không có “${values.demo}”.`)
  return {
    place,
    host: env['HOST'] || '127.0.0.1',
    port: wholeNumber(env, 'PORT', { otherwise: 4000, max: 65_535 }),
    idleHours: wholeNumber(env, 'NEP_IDLE_HOURS', { otherwise: 8, max: 24 * 30 }) || 8,
    demo: values.empty ? null : values.demo,
    post: readPost(env),
    logFault: line => process.stderr.write(`${JSON.stringify(line)}\n`),
  }
}

function wholeNumber(
  env: NodeJS.ProcessEnv,
  name: string,
  { otherwise, max }: { readonly otherwise: number; readonly max: number },
): number {
  const text = env[name]
  if (!text) return otherwise
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0 && value <= max) return value
  throw new RangeError(`${name} phải là số nguyên từ 0 đến ${max}, không phải “${text}”.`)
}

function welcome(server: RunningServer, place: DataPlace): string[] {
  return [`Nếp đang chạy tại ${server.address}`, `Dữ liệu: ${wordsOf(place)}`, ...whoMaySignIn(server), 'Dừng: Ctrl-C.']
}

/** The address of a database server may hold a password. */
function wordsOf({ folder, databaseUrl }: DataPlace): string {
  if (databaseUrl === null) return folder
  const { host, pathname } = new URL(databaseUrl)
  return `PostgreSQL ${host}${pathname}; tệp đính kèm: ${folder}`
}

function whoMaySignIn({ demoAccounts, workingDay, isEmpty }: RunningServer): string[] {
  if (isEmpty) {
    return [
      'Chưa có tài khoản nào. Dừng máy chủ (Ctrl-C), nạp đơn vị và lập tài khoản quản trị đầu tiên:',
      '  npm run -s nep -- import units TỆP.csv        (các cột của tệp: npm run -s nep -- import units --help)',
      '  npm run -s nep -- user add --username TÊN --full-name "HỌ VÀ TÊN" --role admin --unit ĐƠN_VỊ --subtree',
    ]
  }
  if (demoAccounts.length === 0) return []
  const day = workingDay ? `, ngày làm việc ${formatDay(workingDay)}` : ''
  const widths = {
    username: widest(demoAccounts.map(account => account.username)),
    password: widest(demoAccounts.map(account => account.password)),
  }
  return [
    `Dữ liệu minh họa${day}. Đăng nhập bằng:`,
    ...demoAccounts.map(
      ({ username, password, fullName, does }) =>
        `  ${username.padEnd(widths.username)}  ${password.padEnd(widths.password)}  ${fullName}, ${does}`,
    ),
  ]
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(text => text.length))
}

function stopOnSignal(server: RunningServer): void {
  let askedAt: number | null = null
  const stop = (): void => {
    // A terminal tells npm, the launcher and us alike: within a second it is one wish, later it is "at once".
    if (askedAt !== null && performance.now() - askedAt < 1000) return
    if (askedAt !== null) process.exit(130)
    askedAt = performance.now()
    say(['Đang dừng …'])
    server.stop().then(
      () => process.exit(0),
      error => {
        process.stderr.write(`Nếp: dừng chưa trọn vẹn: ${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop)
  process.stdout.on('error', () => {}) // whoever read along may be gone; the data are closed in order all the same.on('SIGHUP', stop)
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

if (import.meta.main) await main(process.argv.slice(2), process.env)
