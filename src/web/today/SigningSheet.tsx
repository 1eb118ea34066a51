import { Button, Textarea } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { reportEventWords } from '#contract/report-words.ts'
import type { SigningPage } from '#contract/today.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { periodNamed, periodTitle } from '#domain/calendar/reporting-period.ts'
import { previewAddress } from '../api.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { text, useCommand } from '../app/useCommand.ts'
import { Chip } from '../kit/Chip.tsx'
import { Fact, Facts } from '../kit/Facts.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { WordChanges } from '../report/desk/WordChanges.tsx'
import { levelWords, sayWhen } from '../report/words.ts'
import { sayFindings } from './signing-words.ts'
import classes from './today.module.css'

/** One report before it is signed, on one page: what is new, what deviates, who answers for it, and the page itself. */
export function SigningSheet({ page, isSeen, onSeen }: { page: SigningPage; isSeen: boolean; onSeen: () => void }) {
  const [isReturning, setReturning] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    top.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={top} tabIndex={-1} className={`stack ${classes.opened}`}>
      <Sheet title={page.title}>
        <p className="soft">{page.unitName}</p>
        <Facts>
          {page.answers.map(answer => (
            <Fact key={answer.type} label={reportEventWords[answer.type]}>
              {answer.byName} <span className="soft">· {sayWhen(answer)}</span>
              {answer.reason && <p className="soft small">{answer.reason}</p>}
            </Fact>
          ))}
        </Facts>
      </Sheet>
      <News page={page} />
      <Deviations page={page} />
      <PrintedPage page={page} />
      <div className="row">
        {isSeen ? (
          <Chip tone="done">Đã xem</Chip>
        ) : (
          <Button onClick={onSeen} variant="light">
            Đã xem, xem báo cáo tiếp theo
          </Button>
        )}
        <Button variant="default" onClick={() => setReturning(true)}>
          Trả lại…
        </Button>
        <ButtonLink variant="subtle" to="/bao-cao/$reportId" params={{ reportId: page.id }}>
          Mở báo cáo
        </ButtonLink>
      </div>
      <FormModal title="Trả lại" isOpen={isReturning} onClose={() => setReturning(false)}>
        <ReturnForm page={page} onClose={() => setReturning(false)} />
      </FormModal>
    </div>
  )
}

function News({ page }: { page: SigningPage }) {
  const { against, changes } = page
  if (!against)
    return (
      <Sheet title="Có gì mới">
        <p className="soft">Đơn vị chưa có báo cáo nào theo mẫu này được ban hành nên không có bản trước để so: mọi đoạn đều mới.</p>
      </Sheet>
    )
  const period = periodNamed(against.periodName)
  return (
    <Sheet title="Có gì mới">
      <p className="soft">
        So với báo cáo số {against.code} ngày {formatDay(against.issuedOn)}
        {period && ` (${periodTitle(period)})`}: {changes.length === 0 ? 'không đoạn nào khác.' : `${changes.length} đoạn khác.`}
      </p>
      <div>
        {changes.map(change => (
          <div key={`${change.paragraphId}:${change.now === null}`} className={classes.change}>
            <div className={classes.changeHead}>
              <Chip tone={change.was === null ? 'done' : change.now === null ? 'soon' : 'cham'}>
                {change.was === null ? 'Mới' : change.now === null ? 'Không còn' : 'Viết lại'}
              </Chip>
              <span className="soft">{change.section}</span>
            </div>
            <WordChanges was={change.was ?? ''} now={change.now ?? ''} />
          </div>
        ))}
      </div>
    </Sheet>
  )
}

function Deviations({ page }: { page: SigningPage }) {
  const { remarks, missing, drift } = page
  return (
    <Sheet title="Có gì khác thường">
      <p className="soft">{sayFindings(page)}.</p>
      <Points of={remarks.filter(remark => remark.kept === null)}>
        {remark => (
          <>
            <b>{levelWords[remark.level]}.</b> {remark.message} <span className="soft small">{remark.rule}</span>
          </>
        )}
      </Points>
      <Points of={remarks.filter(remark => remark.kept !== null)}>
        {remark => (
          <>
            {remark.message}
            <br />
            <b>Giữ nguyên:</b> {remark.kept?.reason} <span className="soft">({remark.kept?.by})</span>
          </>
        )}
      </Points>
      <Points of={missing.map(what => ({ what }))}>{({ what }) => <>Chưa có số liệu: {what}</>}</Points>
      <Points of={drift}>
        {({ was, now }) => (
          <>
            <b>Nguồn đã đổi từ khi soạn.</b> {now === null ? 'Đoạn này nay không còn nguồn.' : ''}
            <WordChanges was={was} now={now ?? ''} />
          </>
        )}
      </Points>
    </Sheet>
  )
}

function Points<Point extends object>({ of, children }: { of: readonly Point[]; children: (point: Point) => ReactNode }) {
  if (of.length === 0) return null
  return (
    <ul className={classes.points}>
      {of.map((point, i) => (
        <li key={i}>{children(point)}</li>
      ))}
    </ul>
  )
}

/** The very PDF that is signed; phones show a PDF in their own viewer only. */
function PrintedPage({ page }: { page: SigningPage }) {
  const isWide = useMediaQuery('(min-width: 900px)')
  const address = `${previewAddress(page.id, 'pdf')}#navpanes=0&view=FitH&revision=${page.revision}`
  return (
    <Sheet title="Trang sẽ ký">
      <div>
        <a href={address} target="_blank" rel="noreferrer">
          Mở bản PDF ở cửa sổ khác
        </a>
      </div>
      {isWide && (
        // oxlint-disable-next-line react/iframe-missing-sandbox -- browsers show no PDF inside a sandbox
        <iframe src={address} title={`Trang sẽ ký: ${page.title}`} className={classes.preview} loading="lazy" />
      )}
    </Sheet>
  )
}

function ReturnForm({ page, onClose }: { page: SigningPage; onClose: () => void }) {
  const form = useCommand({
    name: 'report.sendBack',
    start: { reason: '' },
    toBody: ({ reason }) => ({ id: page.id, revision: page.revision, reason }),
    draft: `report.sendBack:${page.id}`,
    onDone: async () => {
      onClose()
      await readAnew('today', 'report')
    },
  })
  return (
    <FormView form={form} submitLabel="Trả lại" onCancel={onClose}>
      <Textarea
        label="Lý do trả lại"
        description="Người soạn và những người đã kiểm thấy lý do này"
        {...text(form, 'reason')}
        data-autofocus
      />
    </FormView>
  )
}
