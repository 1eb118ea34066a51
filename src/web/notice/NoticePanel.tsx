import { Button } from '@mantine/core'
import type { NoticeView } from '#contract/notice.ts'
import { dayInVietnam, formatDay } from '#domain/calendar/plain-date.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { useUnitId } from '../app/units.ts'
import { sayInstant } from '../clock.ts'
import { SidePanel } from '../kit/SidePanel.tsx'
import { NoticeLink } from './NoticeLink.tsx'
import classes from './notice.module.css'
import { readNotices } from './read-notices.ts'

/** What one was told, newest first; opening one reads it. */
export function NoticePanel({ onClose }: { onClose: () => void }) {
  const unitId = useUnitId()
  const notices = useAsk('notice.list', { unitId })
  return (
    <SidePanel title="Thông báo" onClose={onClose}>
      <Loaded of={notices}>
        {rows =>
          rows.length === 0 ? (
            <p className="soft">Việc giao cho bạn, lời đôn đốc, báo cáo bị trả lại, chờ ký hoặc đã ký sẽ hiện ở đây.</p>
          ) : (
            <>
              {rows.some(row => row.readAt === null) && (
                <div>
                  <Button variant="default" onClick={() => void readNotices(unitId, null)}>
                    Đã đọc tất cả
                  </Button>
                </div>
              )}
              <ul aria-label="Thông báo" className={classes.list}>
                {rows.map(notice => (
                  <NoticeRow key={notice.id} notice={notice} unitId={unitId} onClose={onClose} />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </SidePanel>
  )
}

function NoticeRow({ notice, unitId, onClose }: { notice: NoticeView; unitId: string; onClose: () => void }) {
  const isUnread = notice.readAt === null
  return (
    <li className={classes.notice} data-unread={isUnread || undefined}>
      <NoticeLink
        notice={notice}
        onOpen={() => {
          onClose()
          if (isUnread) void readNotices(unitId, [notice.id])
        }}
      />
      <p className="small soft">
        {isUnread && <b>Chưa đọc · </b>}
        {notice.unitName} · {sayWhenTold(notice)}
      </p>
    </li>
  )
}

/** By the clock when the working day is today's, else the working day alone. */
export function sayWhenTold({ at, on }: Pick<NoticeView, 'at' | 'on'>): string {
  return dayInVietnam(at) === on ? sayInstant(at) : formatDay(on)
}
