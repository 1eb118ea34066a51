import { Link } from '@tanstack/react-router'
import type { ExplainedOrigin, Explanation, ReportView } from '#contract/report.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { documentKinds } from '#domain/document/kinds.ts'
import { readSumFigureId } from '#domain/report/sum-figure.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { sayInstant } from '../clock.ts'
import { EvidenceLinks } from '../evidence/EvidenceLinks.tsx'
import { Fact, Facts, Missing } from '../kit/Facts.tsx'
import { SidePanel } from '../kit/SidePanel.tsx'
import classes from './report.module.css'
import { SumExplanation } from './SumExplanation.tsx'
import { originWords, sayFigure } from './words.ts'

/** What the panel at the right explains. */
export type Why =
  | { readonly type: 'figure'; readonly figureId: string }
  | { readonly type: 'paragraph'; readonly paragraphId: string }
  | { readonly type: 'document'; readonly documentId: string }

export const whyWords: Record<Why['type'], string> = {
  figure: 'Vì sao có số này',
  paragraph: 'Đoạn này từ đâu',
  document: 'Văn bản được dẫn',
}

export function WhyPanel({ view, why, onClose }: { view: ReportView; why: Why; onClose: () => void }) {
  return (
    <SidePanel title={whyWords[why.type]} onClose={onClose}>
      <WhyBody view={view} why={why} />
    </SidePanel>
  )
}

/** The explanation itself, in the panel or at the number. */
export function WhyBody({ view, why }: { view: ReportView; why: Why }) {
  if (why.type === 'document') return <CitedDocument documentId={why.documentId} />
  if (why.type === 'figure' && readSumFigureId(why.figureId)) return <SumExplanation view={view} figureId={why.figureId} />
  return <Explained view={view} why={why} />
}

function Explained({ view, why }: { view: ReportView; why: Exclude<Why, { type: 'document' }> }) {
  const explanation = useAsk(
    'report.explain',
    why.type === 'figure' ? { id: view.id, figureId: why.figureId } : { id: view.id, paragraphId: why.paragraphId },
  )
  const paragraph =
    why.type === 'paragraph'
      ? view.report.content.sections.flatMap(section => section.paragraphs).find(({ id }) => id === why.paragraphId)
      : undefined
  return (
    <Loaded of={explanation} rows={4}>
      {answer => (
        <>
          {answer.figure && <FigureFacts answer={answer} />}
          {paragraph?.edited && (
            <Facts>
              <Fact label="Người sửa">{paragraph.edited.by}</Fact>
              <Fact label="Bản soạn tự động">{paragraph.edited.composedText}</Fact>
            </Facts>
          )}
          <h3>{answer.sources.length > 0 ? `${answer.sources.length} nguồn đã ghi` : 'Chưa có việc nào được ghi làm nguồn'}</h3>
          <ul className={classes.sources}>
            {answer.sources.map(source => (
              <li key={`${source.kind}:${source.id}`}>
                <Source source={source} unitId={view.unitId} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  )
}

function FigureFacts({ answer }: { answer: Explanation }) {
  const { figure, total } = answer
  if (!figure) return null
  return (
    <Facts>
      <Fact label="Số này là">{figure.definition}</Fact>
      <Fact label="Giá trị">{sayFigure(figure.value) ?? <Missing />}</Fact>
      {figure.value.type === 'ratio' && <Fact label="Mẫu số">{figure.value.baseName}</Fact>}
      {total !== null && <Fact label="Cộng lại từ nguồn">{total}</Fact>}
    </Facts>
  )
}

function Source({ source, unitId }: { source: ExplainedOrigin; unitId: string }) {
  return (
    <>
      <div className="row">
        <span className="soft small">{originWords[source.kind]}</span>
        {source.contribution !== null && <b className="to-end">{source.contribution}</b>}
      </div>
      <div>
        <SourceLink source={source} unitId={unitId} />
      </div>
      <EvidenceLinks evidence={source.evidence} />
      {source.enteredBy && (
        <div className="soft small">
          {source.enteredBy}
          {source.enteredAt && `, ${sayInstant(source.enteredAt)}`}
        </div>
      )}
    </>
  )
}

/** Where a record opens; the form, the duty and a sum have no screen of their own. */
function SourceLink({ source, unitId }: { source: ExplainedOrigin; unitId: string }) {
  switch (source.kind) {
    case 'activity':
      return (
        <Link to="/hoat-dong/$activityId" params={{ activityId: source.id }}>
          {source.words}
        </Link>
      )
    case 'document':
      return (
        <Link to="/van-ban/$documentId" params={{ documentId: source.id }}>
          {source.words}
        </Link>
      )
    case 'unitVersion':
    case 'headcount':
      return (
        <Link to="/don-vi/$unitId" params={{ unitId }}>
          {source.words}
        </Link>
      )
    case 'task':
    case 'progress':
    case 'target':
      return (
        <Link to="/ke-hoach" search={{ viec: source.id }}>
          {source.words}
        </Link>
      )
    case 'registration':
      return (
        <Link to="/danh-hieu" search={before => ({ ...before, don_vi: unitId })}>
          {source.words}
        </Link>
      )
    case 'return': {
      const [requestId = '', of = ''] = source.id.split('/')
      return (
        <Link to="/bao-cao/dot/$requestId/$unitId" params={{ requestId, unitId: of }}>
          {source.words}
        </Link>
      )
    }
    case 'form':
    case 'duty':
    case 'sum':
      return source.words
  }
}

function CitedDocument({ documentId }: { documentId: string }) {
  const detail = useAsk('document.one', { id: documentId })
  return (
    <Loaded of={detail} rows={4}>
      {({ document }) => (
        <>
          <Facts>
            <Fact label="Văn bản">
              {documentKinds[document.kind].name} số {document.code}
            </Fact>
            <Fact label="Ngày">{formatDay(document.issuedOn)}</Fact>
            <Fact label="Cơ quan ban hành">{document.issuerName}</Fact>
            <Fact label="Trích yếu">{document.subject}</Fact>
          </Facts>
          <Link to="/van-ban/$documentId" params={{ documentId }}>
            Mở trong sổ văn bản
          </Link>
        </>
      )}
    </Loaded>
  )
}
