import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type DocumentGraph, forceWords, relationWords } from '#contract/document.ts'
import { formatDay, isPlainDate } from '#domain/calendar/plain-date.ts'
import { chainOf, type Way } from '#domain/document/graph.ts'
import { documentKinds } from '#domain/document/kinds.ts'
import { forceOn } from '#domain/document/registry.ts'
import { useSession } from '../app/session.tsx'
import { Chip } from '../kit/Chip.tsx'
import { DayField } from '../kit/DayField.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { GraphDrawing } from './GraphDrawing.tsx'
import classes from './graph.module.css'

const route = getRouteApi('/frame/van-ban/$documentId')

/** The day on which force is looked at: the one in the address, else today. */
function useForceDay() {
  const { today } = useSession()
  const { ngay } = route.useSearch()
  return ngay !== undefined && isPlainDate(ngay) ? ngay : today
}

/** What a document rests on and what rests on it: drawn where there is room, an indented list on a phone. */
export function DocumentChain({ graph, openId, size }: { graph: DocumentGraph; openId: string; size: 'pane' | 'wide' }) {
  const on = useForceDay()
  if (graph.links.length === 0)
    return <p className="soft">Chưa ghi viện dẫn nào: văn bản này chưa nêu căn cứ trong sổ và chưa có văn bản nào dựa trên nó.</p>
  return (
    <>
      <div className={classes.drawn}>
        <GraphDrawing key={openId} graph={graph} openId={openId} on={on} size={size} />
        <p className="soft small">
          Văn bản bên phải dựa trên văn bản bên trái; nét đứt là chỉ nhắc tới. Hiệu lực xét đến ngày {formatDay(on)}.
        </p>
      </div>
      <div className={`stack-s ${classes.listed}`}>
        <h3>Văn bản này dựa trên</h3>
        <ChainList graph={graph} openId={openId} way="up" />
        <h3>Văn bản dựa trên văn bản này</h3>
        <ChainList graph={graph} openId={openId} way="down" />
      </div>
      {graph.isCut && <p className="soft">Chuỗi còn dài hơn: mở một văn bản ở đầu mút để đi tiếp.</p>}
    </>
  )
}

function ChainList({ graph, openId, way }: { graph: DocumentGraph; openId: string; way: Way }) {
  const on = useForceDay()
  const steps = chainOf(openId, graph.links, way)
  if (steps.length === 0)
    return <p className="soft">{way === 'up' ? 'Chưa ghi văn bản nào làm căn cứ.' : 'Chưa có văn bản nào viện dẫn.'}</p>
  return (
    <Rows label={way === 'up' ? 'Văn bản này dựa trên' : 'Văn bản dựa trên văn bản này'}>
      {steps.map(({ id, relation, depth }) => {
        const document = graph.documents.find(candidate => candidate.id === id)
        if (!document) return null
        const force = forceOn(document, on)
        return (
          <Row
            key={id}
            depth={Math.min(depth, 4)}
            title={
              <Link to="/van-ban/$documentId" params={{ documentId: id }} search={true}>
                {documentKinds[document.kind].name} {document.code}
              </Link>
            }
            second={`${document.subject} · ${document.issuerName}, ${formatDay(document.issuedOn)}`}
            aside={
              <>
                <Chip>{relationWords[relation]}</Chip>
                {force !== 'inForce' && <Chip tone="soon">{forceWords[force]}</Chip>}
              </>
            }
          />
        )
      })}
    </Rows>
  )
}

/** The chain over the whole width, on a day one may choose. */
export function WideChain({ graph, openId }: { graph: DocumentGraph; openId: string }) {
  const on = useForceDay()
  const navigate = useNavigate()
  const open = graph.documents.find(document => document.id === openId)
  return (
    <Sheet
      title={open && `Chuỗi văn bản của ${open.code}`}
      actions={
        <>
          <DayField
            label="Hiệu lực xét đến ngày"
            value={on}
            onChange={day => void navigate({ to: '.', search: before => ({ ...before, ngay: day ?? undefined }), replace: true })}
          />
          <Link
            to="/van-ban/$documentId"
            params={{ documentId: openId }}
            search={before => ({ ...before, xem: undefined, ngay: undefined })}
          >
            Về trang văn bản
          </Link>
        </>
      }
    >
      <DocumentChain graph={graph} openId={openId} size="wide" />
    </Sheet>
  )
}
