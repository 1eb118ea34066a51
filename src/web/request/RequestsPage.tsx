import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { RequestLine } from '#contract/request.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { useOpening } from '../app/useOpening.ts'
import { Chip } from '../kit/Chip.tsx'
import { DueText } from '../kit/DayText.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { OpenRequestForm } from './RequestForm.tsx'
import { sayReceived, sayRequest, standingWords } from './request-words.ts'

/** What a unit owes to those above it, and what it asked of those below. */
export function RequestsPage() {
  const unitId = useUnitId()
  const mayOpen = useMay()('request.open', unitId)
  const lines = useAsk('request.list', { unitId })
  const [isOpening, setOpening] = useOpening()
  const open = mayOpen && <Button onClick={() => setOpening(true)}>Soạn đợt báo cáo</Button>
  return (
    <Screen title="Đợt báo cáo" actions={lines.data && lines.data.length > 0 && open}>
      <Loaded of={lines}>
        {all =>
          all.length === 0 ? (
            <EmptyState title="Chưa có đợt báo cáo nào" next={open}>
              Cấp trên yêu cầu báo cáo số liệu thì đợt ấy hiện ở đây với hạn gửi. Đơn vị yêu cầu cấp dưới báo cáo thì soạn một đợt: kỳ, biểu
              mẫu, ai phải gửi, hạn gửi.
            </EmptyState>
          ) : (
            <Lines lines={all} />
          )
        }
      </Loaded>
      <FormModal title="Soạn đợt báo cáo" isOpen={isOpening && mayOpen} onClose={() => setOpening(false)}>
        <OpenRequestForm unitId={unitId} onClose={() => setOpening(false)} />
      </FormModal>
    </Screen>
  )
}

function Lines({ lines }: { lines: readonly RequestLine[] }) {
  const owed = lines.filter(line => line.owed !== null)
  const asked = lines.filter(line => line.owed === null)
  return (
    <div className="stack">
      {owed.length > 0 && (
        <section className="stack-s">
          <h2>
            Phải gửi <span className="soft">{owed.length}</span>
          </h2>
          <Rows label="Phải gửi">
            {owed.map(line => (
              <OwedRow key={line.id} line={line} />
            ))}
          </Rows>
        </section>
      )}
      {asked.length > 0 && (
        <section className="stack-s">
          <h2>
            Đã yêu cầu <span className="soft">{asked.length}</span>
          </h2>
          <Rows label="Đã yêu cầu">
            {asked.map(line => (
              <AskedRow key={line.id} line={line} />
            ))}
          </Rows>
        </section>
      )}
    </div>
  )
}

function OwedRow({ line }: { line: RequestLine }) {
  const { today } = useSession()
  const unitId = useUnitId()
  const { id, owed, counts } = line
  if (!owed) return null
  const isOpen = owed.standing === 'notYet' || owed.standing === 'overdue' || owed.standing === 'sentBack'
  const { word, tone } = standingWords[owed.standing]
  return (
    <Row
      title={
        <Link to="/bao-cao/dot/$requestId/$unitId" params={{ requestId: id, unitId: owed.unitId }} search={true}>
          {line.title}
        </Link>
      }
      second={[sayRequest(line, unitId), sayReceived(counts)].filter(Boolean).join(' · ')}
      aside={
        <>
          {isOpen && <DueText dueOn={owed.dueOn} today={today} />}
          {owed.standing !== 'overdue' && <Chip tone={tone}>{word}</Chip>}
          {counts.length > 0 && (
            <ButtonLink
              size="compact-sm"
              variant="default"
              to="/bao-cao/dot/$requestId"
              params={{ requestId: id }}
              search={before => ({ ...before, cua: owed.unitId })}
              aria-label={`Theo dõi cấp dưới: ${line.title}`}
            >
              Theo dõi cấp dưới
            </ButtonLink>
          )}
        </>
      }
    />
  )
}

function AskedRow({ line }: { line: RequestLine }) {
  const { today } = useSession()
  const unitId = useUnitId()
  const { id, title, sentOn, counts, asked } = line
  const isAllIn = counts.every(({ of, handedIn }) => of === handedIn)
  const lastDue = asked
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1)
  return (
    <Row
      title={
        <Link to="/bao-cao/dot/$requestId" params={{ requestId: id }} search={true}>
          {title}
        </Link>
      }
      second={[sayRequest(line, unitId), sayReceived(counts)].filter(Boolean).join(' · ')}
      aside={
        <>
          {sentOn === null && <Chip tone="soon">chưa gửi đi</Chip>}
          {lastDue && <DueText dueOn={lastDue} today={today} isDone={isAllIn && sentOn !== null} />}
        </>
      }
    />
  )
}
