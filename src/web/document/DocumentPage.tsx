import { Button, Select } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { directionWords, forceWords, relationWords } from '#contract/document.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { documentKinds } from '#domain/document/kinds.ts'
import { addCitation, type CitationLink, forceOn, type RegisteredDocument } from '#domain/document/registry.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { type Asked, readAnew, useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { choice, useCommand } from '../app/useCommand.ts'
import { Chip } from '../kit/Chip.tsx'
import { Fact, Facts } from '../kit/Facts.tsx'
import { PaneBack } from '../kit/PaneBack.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { FollowButton } from '../notice/FollowButton.tsx'
import { DocumentChain, WideChain } from './DocumentChain.tsx'
import { useDocumentOptions } from './useDocumentOptions.ts'

const route = getRouteApi('/frame/van-ban/$documentId')

/** A document as registered and its chain; or, with `xem=so-do` in the address, the chain alone over the whole width. */
export function DocumentPage() {
  const { documentId } = route.useParams()
  const { xem } = route.useSearch()
  const detail = useAsk('document.one', { id: documentId })
  const graph = useAsk('document.graph', { id: documentId })
  if (xem === 'so-do') return <Loaded of={graph}>{answer => <WideChain graph={answer} openId={documentId} />}</Loaded>
  return <Loaded of={detail}>{({ document }) => <OpenDocument key={document.id} document={document} graph={graph} />}</Loaded>
}

function OpenDocument({ document, graph }: { document: RegisteredDocument; graph: Asked<'document.graph'> }) {
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
          <>
            <FollowButton kind="document" id={document.id} />
            {may('document.amend', document.ownerUnitId) && (
              <ButtonLink variant="default" to="/van-ban/$documentId/sua" params={{ documentId: document.id }} search={true}>
                Sửa
              </ButtonLink>
            )}
          </>
        }
      >
        <DocumentFacts document={document} />
      </Sheet>
      <Sheet
        title="Chuỗi văn bản"
        actions={
          <>
            {graph.data && graph.data.links.length > 0 && (
              <span className="wide-only">
                <ButtonLink
                  variant="subtle"
                  to="/van-ban/$documentId"
                  params={{ documentId: document.id }}
                  search={before => ({ ...before, xem: 'so-do' })}
                >
                  Xem rộng
                </ButtonLink>
              </span>
            )}
            {may('document.cite', document.ownerUnitId) && (
              <Button variant="subtle" onClick={() => setCiting(true)}>
                Thêm viện dẫn
              </Button>
            )}
          </>
        }
      >
        <Loaded of={graph} rows={3}>
          {answer => <DocumentChain graph={answer} openId={document.id} size="pane" />}
        </Loaded>
      </Sheet>
      <FormModal title="Thêm viện dẫn" isOpen={isCiting} onClose={() => setCiting(false)}>
        <CiteForm document={document} links={graph.data?.links ?? []} onClose={() => setCiting(false)} />
      </FormModal>
    </div>
  )
}

function DocumentFacts({ document }: { document: RegisteredDocument }) {
  const { today } = useSession()
  const { valid, years } = document
  const force = forceOn(document, today)
  const isIncoming = document.direction === 'incoming'
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
      {document.signerName && <Fact label="Người ký">{document.signerName}</Fact>}
      {document.recipients && <Fact label={isIncoming ? 'Đơn vị, người nhận' : 'Nơi nhận'}>{document.recipients}</Fact>}
      {document.forwardedOn && <Fact label="Ngày chuyển">{formatDay(document.forwardedOn)}</Fact>}
      {document.archivedWith && <Fact label="Bản lưu">{document.archivedWith}</Fact>}
      {document.copies !== null && <Fact label="Số lượng bản">{document.copies}</Fact>}
      <Fact label="Hiệu lực">
        {valid.from ? `từ ${formatDay(valid.from)}` : 'chưa ghi ngày bắt đầu'}
        {valid.until && ` đến trước ${formatDay(valid.until)}`} {force !== 'inForce' && <Chip tone="soon">{forceWords[force]}</Chip>}
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

type CiteParts = { readonly document: RegisteredDocument; readonly links: readonly CitationLink[]; readonly onClose: () => void }

function CiteForm({ document, links, onClose }: CiteParts) {
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
