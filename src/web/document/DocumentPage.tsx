import { Button, Select } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type DocumentDetail, directionWords, relationWords } from '#contract/document.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { documentKinds } from '#domain/document/kinds.ts'
import { addCitation, type CitationLink, isInForce, type RegisteredDocument } from '#domain/document/registry.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { choice, useCommand } from '../app/useCommand.ts'
import { Chip } from '../kit/Chip.tsx'
import { Fact, Facts } from '../kit/Facts.tsx'
import { PaneBack } from '../kit/PaneBack.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { chainOf, type Way } from './chain.ts'
import { useDocumentOptions } from './useDocumentOptions.ts'

const route = getRouteApi('/frame/van-ban/$documentId')

export function DocumentPage() {
  const { documentId } = route.useParams()
  const detail = useAsk('document.one', { id: documentId })
  return <Loaded of={detail}>{answer => <OpenDocument key={answer.document.id} detail={answer} />}</Loaded>
}

function OpenDocument({ detail }: { detail: DocumentDetail }) {
  const { document, links, linked } = detail
  const may = useMay()
  const [isCiting, setCiting] = useState(false)
  const { name } = documentKinds[document.kind]
  return (
    <div className="stack">
      <PaneBack>
        <Link to="/van-ban" search={true}>
          Tất cả văn bản
        </Link>
      </PaneBack>
      <Sheet
        title={`${name} số ${document.code}`}
        actions={
          may('document.amend', document.ownerUnitId) && (
            <ButtonLink variant="default" to="/van-ban/$documentId/sua" params={{ documentId: document.id }} search={true}>
              Sửa
            </ButtonLink>
          )
        }
      >
        <DocumentFacts document={document} />
      </Sheet>
      <Sheet
        title="Văn bản này dựa trên"
        actions={
          may('document.cite', document.ownerUnitId) && (
            <Button variant="subtle" onClick={() => setCiting(true)}>
              Thêm viện dẫn
            </Button>
          )
        }
      >
        <Chain from={document.id} links={links} linked={linked} way="up" empty="Chưa ghi văn bản nào làm căn cứ." />
      </Sheet>
      <Sheet title="Văn bản dựa trên văn bản này">
        <Chain from={document.id} links={links} linked={linked} way="down" empty="Chưa có văn bản nào viện dẫn." />
      </Sheet>
      <FormModal title="Thêm viện dẫn" isOpen={isCiting} onClose={() => setCiting(false)}>
        <CiteForm detail={detail} onClose={() => setCiting(false)} />
      </FormModal>
    </div>
  )
}

function DocumentFacts({ document }: { document: RegisteredDocument }) {
  const { today } = useSession()
  const { valid, years } = document
  return (
    <Facts>
      <Fact label="Trích yếu">{document.subject}</Fact>
      <Fact label="Ngày văn bản">{formatDay(document.issuedOn)}</Fact>
      <Fact label="Cơ quan ban hành">{document.issuerName}</Fact>
      <Fact label="Sổ">{directionWords[document.direction]}</Fact>
      {document.arrivedOn && (
        <Fact label="Đến ngày">
          {formatDay(document.arrivedOn)}
          {document.arrivalNumber !== null && `, số đến ${document.arrivalNumber}`}
        </Fact>
      )}
      <Fact label="Hiệu lực">
        {valid.from ? `từ ${formatDay(valid.from)}` : 'chưa ghi ngày bắt đầu'}
        {valid.until && ` đến trước ${formatDay(valid.until)}`}{' '}
        {!isInForce(document, today) && <Chip tone="soon">không còn hiệu lực hôm nay</Chip>}
      </Fact>
      {years && (
        <Fact label="Giai đoạn">
          {years.from}–{years.until}
        </Fact>
      )}
      {document.note && <Fact label="Ghi chú">{document.note}</Fact>}
    </Facts>
  )
}

type ChainParts = { from: string; links: readonly CitationLink[]; linked: readonly RegisteredDocument[]; way: Way; empty: string }

/** The graph of citations as an indented list: each document under the one that leads to it, shown once. */
function Chain({ from, links, linked, way, empty }: ChainParts) {
  const steps = chainOf(from, links, way)
  if (steps.length === 0) return <p className="soft">{empty}</p>
  return (
    <Rows label={way === 'up' ? 'Văn bản này dựa trên' : 'Văn bản dựa trên văn bản này'}>
      {steps.map(({ id, relation, depth }) => {
        const document = linked.find(candidate => candidate.id === id)
        return (
          <Row
            key={id}
            depth={depth}
            title={
              document ? (
                <Link to="/van-ban/$documentId" params={{ documentId: id }} search={true}>
                  {documentKinds[document.kind].name} {document.code}
                </Link>
              ) : (
                'Văn bản ở sổ khác'
              )
            }
            second={document && `${document.subject} · ${document.issuerName}, ${formatDay(document.issuedOn)}`}
            aside={<Chip>{relationWords[relation]}</Chip>}
          />
        )
      })}
    </Rows>
  )
}

function CiteForm({ detail, onClose }: { detail: DocumentDetail; onClose: () => void }) {
  const { document, links } = detail
  const options = useDocumentOptions(document.ownerUnitId).filter(({ value }) => value !== document.id)
  const form = useCommand({
    name: 'document.cite',
    start: { toDocumentId: null as string | null, relation: 'restsOn' },
    toBody: values => ({ ...values, fromDocumentId: document.id }),
    rule: body => addCitation(body, links),
    onDone: async () => {
      onClose()
      await readAnew('document', 'report')
    },
  })
  return (
    <FormView form={form} submitLabel="Ghi viện dẫn" onCancel={onClose}>
      <Select
        label={`${document.code} quan hệ thế nào`}
        {...choice(form, 'relation')}
        data={Object.entries(relationWords).map(([value, label]) => ({ value, label }))}
        allowDeselect={false}
      />
      <Select label="với văn bản" {...choice(form, 'toDocumentId')} data={options} searchable data-autofocus />
    </FormView>
  )
}
