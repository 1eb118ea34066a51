import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { formatNumber } from '#domain/kit/text.ts'
import { useSession } from '../app/session.tsx'
import { RefusalBanner } from '../kit/RefusalBanner.tsx'
import classes from './evidence.module.css'
import { isHeldByLine, type SendingFile, type SendingFiles, takeUpKept, useSendingFiles } from './files-at-hand.ts'

/** Files on their way, whichever page is open. One that was held up stays here with its sentence until it is sent or given up. */
export function SendingTray() {
  const files = useSendingFiles()
  const { accountId } = useSession().actor
  useEffect(() => void takeUpKept(accountId), [accountId])
  if (files.list.length === 0) return null
  return (
    <section className={classes.tray} aria-label="Minh chứng đang gửi">
      {files.list.map(sending =>
        sending.refusal ? (
          <HeldUp key={sending.id} sending={sending} files={files} />
        ) : (
          <div key={sending.id} className={classes.sending} role="status">
            <span>
              {sending.share === null ? 'Chờ gửi' : 'Đang gửi'} {sending.file.name}
              {sending.share !== null && `, ${formatNumber(sending.share * 100)}%`} <span className="soft">· {sending.owner.name}</span>
            </span>
            <progress value={sending.share ?? 0} max={1} aria-label={sending.file.name} />
          </div>
        ),
      )}
    </section>
  )
}

function HeldUp({ sending: { id, file, owner, refusal }, files }: { sending: SendingFile; files: SendingFiles }) {
  if (!refusal) return null
  if (isHeldByLine(refusal))
    return (
      <div className={classes.waiting} role="status">
        <span>
          {file.name} ({owner.name}): Chưa gửi được, sẽ tự gửi lại khi có mạng. <span className="soft">Tệp đã giữ trên máy này.</span>
        </span>
        <HeldUpActs id={id} files={files} />
      </div>
    )
  return (
    <RefusalBanner refusal={{ ...refusal, message: `${file.name} (${owner.name}): ${refusal.message}` }}>
      <HeldUpActs id={id} files={files} isUnfit={refusal.code.startsWith('evidence.')} />
    </RefusalBanner>
  )
}

function HeldUpActs({ id, files, isUnfit = false }: { id: string; files: SendingFiles; isUnfit?: boolean }) {
  return (
    <div className="row">
      {!isUnfit && (
        <Button variant="default" onClick={() => files.again(id)}>
          Gửi lại
        </Button>
      )}
      <Button variant="subtle" onClick={() => files.giveUp(id)}>
        Thôi, không gửi
      </Button>
    </div>
  )
}
