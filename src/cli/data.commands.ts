import { resolve } from 'node:path'
import { verifyChain } from '#server/audit/audit.store.ts'
import { backup } from '#server/db/backup.ts'
import type { BackupSummary } from '#server/db/backup-format.ts'
import { migrate } from '#server/db/migrate.ts'
import { restore } from '#server/db/restore.ts'
import { loadDemoInto } from '#server/serve.ts'
import { type DataPlace, filesFolderOf, openDatabaseAt } from '#server/world.ts'
import { type Told, tell, tellFailedCheck } from './outcome.ts'
import { withWorld } from './terminal.ts'

export async function migrateData(place: DataPlace): Promise<Told> {
  const database = await openDatabaseAt(place)
  try {
    const applied = await migrate(database)
    const said =
      applied.length === 0
        ? ['Cơ sở dữ liệu đã ở bản mới nhất.']
        : [`Đã nâng cấp ${applied.length} bước:`, ...applied.map(name => `  ${name}`)]
    return tell(said, { applied })
  } finally {
    await database.close()
  }
}

export function fillWithDemo(place: DataPlace): Promise<Told> {
  return withWorld(place, async world => {
    const accounts = await loadDemoInto(world)
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
  return withWorld(place, async ({ database }) => {
    const verdict = await verifyChain(database.kysely)
    if (verdict.isWhole) return tell([`Nhật ký nguyên vẹn: ${verdict.entries} mục.`], verdict)
    return tellFailedCheck([`Nhật ký đứt ở mục ${verdict.brokenAt}: ${verdict.reason}.`], verdict)
  })
}

export async function backUp(place: DataPlace, file: string): Promise<Told> {
  const database = await openDatabaseAt(place)
  try {
    const summary = await backup(database, filesFolderOf(place), resolve(file))
    return tell([`Đã sao lưu ra ${resolve(file)}: ${wordsOf(summary)}.`], { file: resolve(file), ...summary })
  } finally {
    await database.close()
  }
}

export async function restoreFrom(place: DataPlace, file: string, { force = false }: { readonly force?: boolean }): Promise<Told> {
  const database = await openDatabaseAt(place)
  try {
    const summary = await restore(database, filesFolderOf(place), resolve(file), { force })
    return tell([`Đã khôi phục từ ${resolve(file)}: ${wordsOf(summary)}. Mọi người đăng nhập lại.`], { file: resolve(file), ...summary })
  } finally {
    await database.close()
  }
}

function wordsOf({ madeAt, tables, rows, files }: BackupSummary): string {
  return `${tables} bảng, ${rows} dòng, ${files} tệp, lập lúc ${madeAt}`
}
