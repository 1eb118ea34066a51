import { send } from '../api.ts'
import { readAnew } from '../app/queries.ts'

/** Those named are read, or all when none is; a line that fails is tried again with the next look. */
export async function readNotices(unitId: string, ids: readonly string[] | null): Promise<void> {
  const sent = await send('notice.read', { unitId, ids: ids && [...ids] })
  if (sent.ok) await readAnew('notice', 'today')
}
