import { getRouteApi, Link } from '@tanstack/react-router'
import type { AuditView } from '#contract/account.ts'
import { sayCommand } from '#contract/command-words.ts'
import { ask } from '../api.ts'
import { useListAbout } from '../app/all-rows.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useUnitId } from '../app/units.ts'
import { sayInstant } from '../clock.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListExport, ListHead } from '../kit/ListExport.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import classes from './account.module.css'
import { trailColumns } from './account-columns.ts'
import { changedMembers } from './trail-words.ts'

const route = getRouteApi('/frame/quan-tri/nhat-ky')

/** Who did what, newest first. Nothing here can be changed. */
export function TrailPage() {
  const unitId = useUnitId()
  const { truoc } = route.useSearch()
  const entries = useAsk('audit.list', truoc ? { unitId, before: Number(truoc) } : { unitId })
  const about = useListAbout()
  return (
    <Screen title="Nhật ký">
      <Loaded of={entries}>
        {rows =>
          rows.length === 0 ? (
            <EmptyState title="Không có mục nào">Mỗi thay đổi ở đơn vị này được ghi lại cùng người làm và thời điểm.</EmptyState>
          ) : (
            <div className="stack">
              <ListHead words={truoc ? `trước mục số ${truoc}` : 'mới nhất trước'}>
                <ListExport title="Nhật ký" about={about} columns={trailColumns} rows={onProgress => readTrail(unitId, onProgress)} />
              </ListHead>
              <Rows label="Nhật ký, mới nhất trước">
                {rows.map(entry => (
                  <Row key={entry.seq} title={<Subject entry={entry} />} second={<Change entry={entry} />} aside={<When entry={entry} />} />
                ))}
              </Rows>
              <div className="row">
                {truoc && (
                  <Link to="/quan-tri/nhat-ky" search={{}}>
                    Về mới nhất
                  </Link>
                )}
                <Link to="/quan-tri/nhat-ky" search={{ truoc: String(rows.at(-1)?.seq ?? '') }}>
                  Xem cũ hơn
                </Link>
              </div>
            </div>
          )
        }
      </Loaded>
    </Screen>
  )
}

/** As many entries as the server shows at once, and as many pages as a spreadsheet is good for. */
const entriesAtOnce = 100
const mostPages = 2000

/** The whole trail of the unit, from the newest entry back. */
async function readTrail(unitId: string, onProgress: (count: number) => void): Promise<readonly AuditView[]> {
  const entries: AuditView[] = []
  for (let page = 0; page < mostPages; page++) {
    const before = entries.at(-1)?.seq
    const answer = await ask('audit.list', before === undefined ? { unitId } : { unitId, before })
    entries.push(...answer)
    if (answer.length < entriesAtOnce) break
    onProgress(entries.length)
  }
  return entries
}

/** The change in words, leading to what was changed where that has a page. */
function Subject({ entry }: { entry: AuditView }) {
  const words = sayCommand(entry.command)
  switch (entry.subjectKind) {
    case 'activity':
      return (
        <Link to="/hoat-dong/$activityId" params={{ activityId: entry.subjectId }}>
          {words}
        </Link>
      )
    case 'document':
      return (
        <Link to="/van-ban/$documentId" params={{ documentId: entry.subjectId }}>
          {words}
        </Link>
      )
    case 'plan':
      return (
        <Link to="/ke-hoach/$planId" params={{ planId: entry.subjectId }}>
          {words}
        </Link>
      )
    case 'report':
      return (
        <Link to="/bao-cao/$reportId" params={{ reportId: entry.subjectId }}>
          {words}
        </Link>
      )
    case 'orgUnit':
      return (
        <Link to="/don-vi/$unitId" params={{ unitId: entry.subjectId }}>
          {words}
        </Link>
      )
    default:
      return words
  }
}

function When({ entry }: { entry: AuditView }) {
  return (
    <>
      <span>{entry.actorName}</span>
      <span>{sayInstant(entry.at)}</span>
      <span title="Số thứ tự trong chuỗi nhật ký">số {entry.seq}</span>
    </>
  )
}

/** What it was and what it became, member by member. */
function Change({ entry }: { entry: AuditView }) {
  const members = changedMembers(entry.before, entry.after)
  if (members.length === 0) return null
  return (
    <details>
      <summary>{entry.before === null ? 'Xem nội dung' : `Xem ${members.length} chỗ đổi`}</summary>
      <dl>
        {members.map(({ name, was, now }) => (
          <div key={name} className={classes.change}>
            <dt>{name}</dt>
            <dd>
              {was !== null && <s>{was}</s>} {now}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
