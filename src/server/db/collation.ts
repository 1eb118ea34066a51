import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { databaseFault } from './fault.ts'

/** Every tone and every letter of its own, capitals, numbers and names of places, out of order on purpose. */
const words = [
  'Ấu', 'ạ', 'ả', 'ã', 'á', 'à', 'a', 'ặ', 'ă', 'ẩ', 'ấ', 'â', 'bạn', 'bán', 'bàn', 'ban', 'bản 10', 'bản 2', 'Bản 2',
  'Đa', 'đa', 'da', 'dz', 'ể', 'ế', 'ê', 'e', 'hoà', 'hòa', 'hoa', 'họa', 'Mường La', 'Mường Ảng', 'Mai Sơn', 'Mộc Châu',
  'ợ', 'ơ', 'ộ', 'ô', 'o', 'Tô Hiệu', 'Tổ 12', 'Tổ 3', 'Tổ 1', 'ự', 'ư', 'ứng', 'ưng', 'u', 'Vân Hồ', 'ỹ', 'Ý', 'Y Tý', 'Xã A', 'xã A',
] // biome-ignore format: a list of words
const vietnamese = new Intl.Collator('vi', { numeric: true })

/** Lists sorted here and lists sorted in a browser must agree; some builds accept `vi` and sort it wrongly. */
export async function checkCollation(db: Db): Promise<void> {
  const { rows } = await sql<{ word: string }>`
    select word from unnest(${words}::text[]) as list(word) order by word collate vi`.execute(db)
  const sorted = rows.map(row => row.word)
  const wrong = sorted.findIndex((word, i) => word !== undefined && i > 0 && vietnamese.compare(sorted[i - 1] ?? '', word) > 0)
  if (sorted.length === words.length && wrong < 0) return
  const pair = { before: sorted[wrong - 1] ?? '', after: sorted[wrong] ?? '' }
  const sentence = `Cơ sở dữ liệu sắp xếp sai tiếng Việt: “${pair.before}” đứng trước “${pair.after}”.`
  throw databaseFault('database.collation', sentence, pair)
}
