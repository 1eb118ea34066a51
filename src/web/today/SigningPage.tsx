import { Button, Checkbox } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { SigningPage as Page } from '#contract/today.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useUnitId } from '../app/units.ts'
import { useCommand } from '../app/useCommand.ts'
import { DueText } from '../kit/DayText.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListDetail } from '../kit/ListDetail.tsx'
import { PaneBack } from '../kit/PaneBack.tsx'
import { Notice } from '../kit/RefusalBanner.tsx'
import { SigningSheet } from './SigningSheet.tsx'
import { sayFindings, textKey } from './signing-words.ts'
import classes from './today.module.css'

const route = getRouteApi('/frame/ky-duyet')

/** The reports submitted to me: each looked at on a page of its own, those looked at signed in one act. */
export function SigningPage() {
  const unitId = useUnitId()
  const pages = useAsk('today.signing', { unitId })
  const [signed, setSigned] = useState(0)
  return (
    <Screen title="Ký duyệt">
      {signed > 0 && <Notice tone="done">Đã ký duyệt {signed} báo cáo. Văn thư cấp số tiếp theo.</Notice>}
      <Loaded of={pages}>
        {rows =>
          rows.length === 0 ? (
            <EmptyState title="Không có báo cáo nào chờ bạn ký" next={<Link to="/hom-nay">Về Hôm nay</Link>}>
              Báo cáo được trình ký sẽ hiện ở đây, mỗi báo cáo một trang.
            </EmptyState>
          ) : (
            <Desk pages={rows} onSigned={setSigned} />
          )
        }
      </Loaded>
    </Screen>
  )
}

function Desk({ pages, onSigned }: { pages: readonly Page[]; onSigned: (count: number) => void }) {
  const { actor } = useSession()
  const { bao_cao: openId } = route.useSearch()
  const navigate = route.useNavigate()
  // What was looked at is one text: a report that changed since must be looked at again.
  const [seen, setSeen] = useSessionStorage<readonly string[]>({ key: `nep:ky-duyet:${actor.accountId}`, defaultValue: [] })
  const [left, setLeft] = useState<readonly string[]>([])
  const [isAsking, setAsking] = useState(false)
  const open = pages.find(page => page.id === openId)
  const looked = pages.filter(page => seen.includes(textKey(page)))
  const chosen = looked.filter(page => !left.includes(page.id))
  const next = pages.find(page => !seen.includes(textKey(page)) && page.id !== openId)

  function lookedAt(page: Page): void {
    setSeen([...seen, textKey(page)])
    void navigate({ search: before => ({ ...before, bao_cao: next?.id }) })
  }

  const list = (
    <div className={classes.pages}>
      <p className="soft">Xem từng báo cáo rồi ký cùng một lần: chỉ báo cáo đã xem mới chọn được.</p>
      <ul className={classes.list} aria-label="Báo cáo chờ ký" data-rows>
        {pages.map(page => (
          <PickRow
            key={page.id}
            page={page}
            isOpen={page.id === openId}
            isSeen={looked.includes(page)}
            isChosen={chosen.includes(page)}
            onChoose={isChosen => setLeft(isChosen ? left.filter(id => id !== page.id) : [...left, page.id])}
          />
        ))}
      </ul>
      <div className={classes.signBar}>
        <Button disabled={chosen.length === 0} onClick={() => setAsking(true)}>
          {chosen.length === 0 ? 'Ký duyệt' : `Ký duyệt ${chosen.length} báo cáo…`}
        </Button>
        <span className="soft">
          đã xem {looked.length}/{pages.length}
        </span>
      </div>
    </div>
  )
  const detail = open && (
    <div className="stack-s">
      <PaneBack>
        <Link to="/ky-duyet" search={before => ({ ...before, bao_cao: undefined })}>
          Các báo cáo chờ ký
        </Link>
      </PaneBack>
      <SigningSheet key={textKey(open)} page={open} isSeen={looked.includes(open)} onSeen={() => lookedAt(open)} />
    </div>
  )
  return (
    <>
      <ListDetail opened={openId} list={list} detail={detail ?? null} />
      <FormModal title={`Ký duyệt ${chosen.length} báo cáo`} isOpen={isAsking} onClose={() => setAsking(false)}>
        <SignForm chosen={chosen} onSigned={onSigned} onClose={() => setAsking(false)} />
      </FormModal>
    </>
  )
}

type PickParts = { page: Page; isOpen: boolean; isSeen: boolean; isChosen: boolean; onChoose: (isChosen: boolean) => void }

function PickRow({ page, isOpen, isSeen, isChosen, onChoose }: PickParts) {
  const { today } = useSession()
  return (
    <li className={classes.pick} data-selected={isOpen || undefined}>
      <Checkbox
        aria-label={isSeen ? `Ký ${page.title}` : `Chưa xem: ${page.title}`}
        disabled={!isSeen}
        checked={isChosen}
        onChange={event => onChoose(event.currentTarget.checked)}
      />
      <div className={classes.pickWords} data-row-title>
        <Link to="/ky-duyet" search={before => ({ ...before, bao_cao: page.id })} aria-current={isOpen || undefined}>
          {page.title}
        </Link>
        <p className="soft small">
          {page.unitName} · {isSeen ? 'đã xem' : 'chưa xem'} · {sayFindings(page)}
        </p>
        {page.dueOn && <DueText dueOn={page.dueOn} today={today} />}
      </div>
    </li>
  )
}

function SignForm({ chosen, onSigned, onClose }: { chosen: readonly Page[]; onSigned: (count: number) => void; onClose: () => void }) {
  const form = useCommand({
    name: 'report.signOffSeveral',
    start: {},
    toBody: () => ({ reports: chosen.map(({ id, revision }) => ({ id, revision })) }),
    onDone: async ({ signed }) => {
      onClose()
      onSigned(signed.length)
      await readAnew('today', 'report', 'notice')
    },
  })
  return (
    <FormView form={form} submitLabel="Ký duyệt" onCancel={onClose}>
      <p>Bạn ký đúng nội dung đã xem. Ký tất cả hoặc không báo cáo nào; sau đó văn thư cấp số.</p>
      <ul className={classes.points}>
        {chosen.map(page => (
          <li key={page.id}>
            {page.title} <span className="soft">· {page.unitName}</span>
          </li>
        ))}
      </ul>
    </FormView>
  )
}
