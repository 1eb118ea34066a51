import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import type { ReturnView } from '#contract/return.ts'
import { printValue } from '#domain/indicator/read-value.ts'
import { cellKey } from '#domain/request/places.ts'
import { useDrafts } from '../app/draft.ts'
import { FormModal } from '../app/FormModal.tsx'
import { LeavingAsks } from '../app/LeavingAsks.tsx'
import { useUnreachedSince } from '../app/offline.ts'
import { keepAnswer } from '../app/queries.ts'
import { saySaving } from '../app/saving.ts'
import { sessionQuery } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { Notice } from '../kit/RefusalBanner.tsx'
import { goToPlace } from './figure-keys.ts'
import { HandInForm } from './HandInForm.tsx'
import { indicatorIn, type Look, LookProvider } from './look.ts'
import { FlagNote } from './PlaceNotes.tsx'
import { ReturnEvents } from './ReturnEvents.tsx'
import { looseFlags, ReturnForm } from './ReturnForm.tsx'
import classes from './return.module.css'
import { openReturnDesk, type ReturnDesk } from './return-desk.ts'
import type { Edits } from './return-edits.ts'
import { SheetIn } from './SheetIn.tsx'

/** Who owes it writes here: each pause keeps it on the server, and what is typed lies on this machine until then. */
export function WriteReturn({ view, head }: { view: ReturnView; head: ReactNode }) {
  const desk = useDesk(view)
  const state = useSyncExternalStore(desk.whenChanged, desk.state)
  const may = useMay()
  const [isHandingIn, setHandingIn] = useState(false)
  const [isFromFile, setFromFile] = useState(false)
  const look: Look = {
    view,
    content: state.content,
    flags: state.flags,
    writing: { desk, state, mayKeep: may('return.keepFlag', view.unitId) },
    asking: null,
  }
  const mayHandIn = may('return.handIn', view.unitId)
  const isCorrection = view.state === 'accepted'

  async function openHandIn(): Promise<void> {
    await desk.flush()
    setHandingIn(true)
  }

  return (
    <LookProvider value={look}>
      <LeavingAsks hasUnsent={() => Object.keys(desk.state().unread).length > 0 && desk.state().unsent > 0} keepsDraft />
      <div className="stack">
        {head}
        <div className={classes.bar}>
          <TakeCounted look={look} />
          <Button variant="default" onClick={() => void desk.flush().then(() => setFromFile(true))}>
            Từ tệp…
          </Button>
          {mayHandIn && <Button onClick={() => void openHandIn()}>{isCorrection ? 'Gửi đính chính…' : `Gửi ${view.toUnitName}…`}</Button>}
          <span role="status" className={classes.saving} data-phase={state.saving.phase}>
            {saySaving(state.saving)}
            {state.unsent > 0 && state.saving.phase === 'rest' && ` · ${state.unsent} chỗ chờ bạn xem lại`}
          </span>
        </div>
        <FromOthers look={look} />
        {looseFlags(look).map(flag => (
          <FlagNote key={flag.key} flag={flag} />
        ))}
        <ReturnForm />
        <ReturnEvents view={view} />
      </div>
      <FormModal
        title={isCorrection ? 'Gửi đính chính' : `Gửi báo cáo cho ${view.toUnitName}`}
        isOpen={isHandingIn}
        onClose={() => setHandingIn(false)}
      >
        <HandInForm look={look} onClose={() => setHandingIn(false)} />
      </FormModal>
      <FormModal title="Lấy số từ tệp" isOpen={isFromFile} onClose={() => setFromFile(false)}>
        <SheetIn look={look} onClose={() => setFromFile(false)} />
      </FormModal>
    </LookProvider>
  )
}

/** The return open for writing, with what this tab left of it on this machine; it lives as long as the page. */
function useDesk(view: ReturnView): ReturnDesk {
  const drafts = useDrafts()
  const name = `return:${view.request.id}:${view.unitId}`
  const [desk] = useState(() =>
    openReturnDesk({
      view,
      copy: toEdits(drafts.read(name)?.value),
      keepCopy: edits => (Object.keys(edits).length > 0 ? drafts.keep(name, edits) : drafts.drop(name)),
      onRead: newest => keepAnswer('return.one', { requestId: view.request.id, unitId: view.unitId }, newest),
    }),
  )
  useEffect(() => desk.mount(), [desk])
  useEffect(() => desk.take(view), [desk, view])
  const { data: session } = useQuery(sessionQuery)
  const unreachedSince = useUnreachedSince()
  useEffect(() => {
    if (session && unreachedSince === null) desk.wake()
  }, [desk, session, unreachedSince])
  return desk
}

/** What lies on the machine may be of an older release: what is no edit is left out. */
function toEdits(value: unknown): Edits {
  if (typeof value !== 'object' || value === null) return {}
  const edits = Object.entries(value).filter(([, edit]) => {
    const { typed, was } = (edit ?? {}) as { typed?: unknown; was?: unknown }
    return typeof typed === 'string' && typeof was === 'string'
  })
  return Object.fromEntries(edits) as Edits
}

/** All that is on record, or was told elsewhere, at once into cells that are empty; what was typed is never written over. */
function TakeCounted({ look: { view, content, writing } }: { look: Look }) {
  if (!writing) return null
  const elsewhere = Object.entries(view.elsewhere).map(([code, { value }]) => [code, value] as const)
  const kinds = [
    { words: 'số đã báo ở đợt khác', offered: elsewhere },
    { words: 'số đã ghi sổ', offered: Object.entries(view.counted) },
  ]
  return kinds.map(({ words, offered }) => {
    const open = offered.filter(([code]) => content.values[code] === undefined)
    const take = (): void => writing.desk.typeMany(Object.fromEntries(open.map(([code, value]) => [cellKey(code), printValue(value)])))
    return (
      open.length > 0 && (
        <Button key={words} variant="default" onClick={take}>
          Lấy {open.length} {words}
        </Button>
      )
    )
  })
}

/** A colleague at the same return: what they wrote is here already. */
function FromOthers({ look }: { look: Look }) {
  const { writing } = look
  const places = writing?.state.fromOthers ?? []
  if (!writing || places.length === 0) return null
  const names = places.map(place => indicatorIn(look, place.replace('cell:', ''))?.name ?? 'một phần lời')
  return (
    <Notice>
      <p>Đồng nghiệp cùng sửa báo cáo này, vừa ghi: {[...new Set(names)].join(', ')}.</p>
      <div className="row">
        <Button size="compact-sm" variant="default" onClick={() => goToPlace(places[0] ?? '')}>
          Tới chỗ ấy
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={writing.desk.forgetOthers}>
          Đã xem
        </Button>
      </div>
    </Notice>
  )
}
