import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ReturnView } from '#contract/return.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { Chip } from '../kit/Chip.tsx'
import { DueText } from '../kit/DayText.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Notice } from '../kit/RefusalBanner.tsx'
import { ReportOfRequest } from '../report/ReportOfRequest.tsx'
import { AnswerReturn } from './AnswerReturn.tsx'
import { LookProvider } from './look.ts'
import { ReturnEvents } from './ReturnEvents.tsx'
import { ReturnForm } from './ReturnForm.tsx'
import { TakeAway } from './TakeAway.tsx'
import { WriteReturn } from './WriteReturn.tsx'
import { returnStateWords, sayTurn } from './words.ts'

const route = getRouteApi('/frame/bao-cao/dot/$requestId/$unitId')

/** What one unit tells for one request: written here, handed in, looked at from above, sent back or accepted. */
export function ReturnPage() {
  const { requestId, unitId } = route.useParams()
  const view = useAsk('return.one', { requestId, unitId })
  return (
    <Screen
      title={view.data?.request.title ?? 'Báo cáo số liệu'}
      unitName={view.data?.unitName ?? '…'}
      parts={view.data && <span>gửi {view.data.toUnitName}</span>}
      actions={view.data && view.data.standing !== null && <ReportOfRequest requestId={requestId} unitId={unitId} />}
    >
      <Loaded of={view} rows={12}>
        {answer => <OpenReturn key={`${requestId} ${unitId}`} view={answer} />}
      </Loaded>
    </Screen>
  )
}

function OpenReturn({ view }: { view: ReturnView }) {
  const { ban, sua } = route.useSearch()
  const may = useMay()
  const isWaiting = view.state === 'sent' || view.state === 'corrected'
  const mayWrite = may('return.save', view.unitId) && !isWaiting
  const mayAnswer = may('return.accept', view.toUnitId) && isWaiting
  if (ban !== undefined) return <SealedReturn view={view} version={Number(ban)} />
  if (mayWrite && (view.state !== 'accepted' || sua !== undefined)) return <WriteReturn view={view} head={<Head view={view} />} />
  return (
    <div className="stack">
      <Head view={view} />
      {mayAnswer ? (
        <AnswerReturn view={view} />
      ) : (
        <LookProvider value={{ view, content: view.content, flags: view.flags, writing: null, asking: null }}>
          {mayWrite && <Correct />}
          <ReturnForm />
        </LookProvider>
      )}
      <ReturnEvents view={view} />
      {view.standing !== null && <TakeAway requestId={view.request.id} unitId={view.unitId} />}
    </div>
  )
}

/** Where it stands, until when it is due, and whose turn it is. */
function Head({ view }: { view: ReturnView }) {
  const { today } = useSession()
  const { word, tone } = returnStateWords[view.state]
  return (
    <div className="stack-s">
      <div className="row">
        <Chip tone={tone}>{word}</Chip>
        <DueText dueOn={view.dueOn} today={today} isDone={view.state !== 'open' && view.state !== 'sentBack'} />
        <span className="soft">
          Số liệu {formatDay(view.request.covers.from)} – {formatDay(view.request.cutoff)} · {view.form.name}
        </span>
      </div>
      <p>{sayTurn(view)}</p>
    </div>
  )
}

function Correct() {
  const navigate = route.useNavigate()
  return (
    <div className="row">
      <Button variant="default" onClick={() => void navigate({ search: before => ({ ...before, sua: 'co' }) })}>
        Đính chính…
      </Button>
    </div>
  )
}

/** A version as it was handed in. */
function SealedReturn({ view, version }: { view: ReturnView; version: number }) {
  const sealed = useAsk('return.version', { requestId: view.request.id, unitId: view.unitId, version })
  return (
    <div className="stack">
      <Notice>
        <div className="row">
          <span>Bản {version}, như đã gửi.</span>
          <ButtonLink
            variant="default"
            to="/bao-cao/dot/$requestId/$unitId"
            params={{ requestId: view.request.id, unitId: view.unitId }}
            search={before => ({ ...before, ban: undefined })}
          >
            Về báo cáo
          </ButtonLink>
        </div>
      </Notice>
      <Loaded of={sealed} rows={12}>
        {answer =>
          answer === null ? (
            <EmptyState title="Không có bản này">Đơn vị chưa gửi bản mang số ấy.</EmptyState>
          ) : (
            <LookProvider value={{ view, content: answer.content, flags: [], writing: null, asking: null }}>
              <ReturnForm />
            </LookProvider>
          )
        }
      </Loaded>
    </div>
  )
}
