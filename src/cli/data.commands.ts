import { resolve } from 'node:path'
import { type ChainVerdict, verifyChain } from '#server/audit/audit.store.ts'
import { backup } from '#server/db/backup.ts'
import type { BackupSummary } from '#server/db/backup-format.ts'
import type { Database } from '#server/db/connect.ts'
import { isDatabaseFault } from '#server/db/fault.ts'
import { migrate } from '#server/db/migrate.ts'
import { restore } from '#server/db/restore.ts'
import type { DemoName } from '#server/demo/which.ts'
import { type DigestRun, sendDigests } from '#server/notice/digest.ts'
import { readPost } from '#server/notice/post.ts'
import { askRunningServer } from '#server/operator.ts'
import { loadDemoInto } from '#server/serve.ts'
import { type DataPlace, filesFolderOf, openDatabaseAt } from '#server/world.ts'
import { type Told, tell, tellFailedCheck } from './outcome.ts'
import { withWorld } from './terminal.ts'

export function migrateData(place: DataPlace): Promise<Told> {
  return withDatabase(place, async database => {
    const applied = await migrate(database)
    if (applied.length === 0) return tell(['Cơ sở dữ liệu đã ở bản mới nhất.'], { applied })
    return tell([`Đã nâng cấp ${applied.length} bước:`, ...applied.map(name => `  ${name}`)], { applied })
  })
}

export function fillWithDemo(place: DataPlace, name: DemoName): Promise<Told> {
  return withWorld(place, async world => {
    const accounts = await loadDemoInto(world, name)
    if (accounts === null) return tellFailedCheck(['Đã có dữ liệu: chỉ nạp dữ liệu minh họa vào nơi còn trống.'], { loaded: false })
    return tell(
      [
        'Đã nạp dữ liệu minh họa. Đăng nhập bằng:',
        ...accounts.map(({ username, password, does }) => `  ${username}  ${password}  ${does}`),
      ],
      { loaded: true, accounts },
    )
  })
}

export function verifyTrail(place: DataPlace): Promise<Told> {
  return hereOrByServer(place, {
    what: 'verify-trail',
    body: {},
    itself: () => withWorld(place, ({ database }) => verifyChain(database.kysely)),
    tell: answer => tellVerdict(answer as ChainVerdict),
  })
}

function tellVerdict(verdict: ChainVerdict): Told {
  if (verdict.isWhole) return tell([`Nhật ký nguyên vẹn: ${verdict.entries} mục.`], verdict)
  return tellFailedCheck([`Nhật ký đứt ở mục ${verdict.brokenAt}: ${verdict.reason}.`], verdict)
}

/** The morning's letters at once, whatever the hour: still one a day and person. */
export async function sendLetters(place: DataPlace, env: NodeJS.ProcessEnv): Promise<Told> {
  const post = readPost(env)
  return hereOrByServer(place, {
    what: 'digest',
    body: {},
    itself: () => withWorld(place, async world => (post === null ? null : sendDigests(world, post, { isEarly: true }))),
    tell: answer => tellRun(answer as DigestRun | null),
  })
}

function tellRun(run: DigestRun | null): Told {
  if (run === null) return tellFailedCheck(['Chưa đặt hòm thư gửi: đặt SMTP_URL và NEP_MAIL_FROM.'], { sent: 0 })
  const { sent, nothingToSay, failed, notDue } = run
  const lines = [`Đã gửi ${sent} thư; ${nothingToSay} người không có việc chờ; ${notDue} người đã nhận hôm nay.`]
  return failed > 0 ? tellFailedCheck([...lines, `${failed} thư chưa gửi được, sẽ thử lại.`], run) : tell(lines, run)
}

export function backUp(place: DataPlace, name: string): Promise<Told> {
  const file = resolve(name)
  return hereOrByServer(place, {
    what: 'backup',
    body: { file },
    itself: () => withDatabase(place, database => backup(database, filesFolderOf(place), file)),
    tell: answer => tell([`Đã sao lưu ra ${file}: ${wordsOf(answer as BackupSummary)}.`], { file, ...(answer as BackupSummary) }),
  })
}

type Errand<Value> = {
  readonly what: string
  readonly body: object
  readonly itself: () => Promise<Value>
  readonly tell: (answer: unknown) => Told
}

/** Done here, or by the server that holds the embedded database just now. */
async function hereOrByServer<Value>(place: DataPlace, { what, body, itself, tell: say }: Errand<Value>): Promise<Told> {
  try {
    return say(await itself())
  } catch (error) {
    const asked = isDatabaseFault(error) && error.code === 'database.busy' ? await askRunningServer(place.folder, what, body) : null
    if (asked === null) throw error
    return asked.isDone ? say(asked.answer) : { exitCode: 3, lines: [messageOf(asked.answer)], json: asked.answer }
  }
}

function messageOf(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'message' in answer
    ? String(answer.message)
    : 'Máy chủ đang chạy không làm được việc này.'
}

export function restoreFrom(place: DataPlace, name: string, { force = false }: { readonly force?: boolean }): Promise<Told> {
  const file = resolve(name)
  return withDatabase(place, async database => {
    const summary = await restore(database, filesFolderOf(place), file, { force })
    return tell([`Đã khôi phục từ ${file}: ${wordsOf(summary)}. Mọi người đăng nhập lại.`], { file, ...summary })
  })
}

/** As it is: a backup leaves the tables alone, a restore brings its own. */
async function withDatabase<Value>(place: DataPlace, work: (database: Database) => Promise<Value>): Promise<Value> {
  const database = await openDatabaseAt(place)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

function wordsOf({ madeAt, tables, rows, files }: BackupSummary): string {
  return `${tables} bảng, ${rows} dòng, ${files} tệp, lập lúc ${madeAt}`
}
