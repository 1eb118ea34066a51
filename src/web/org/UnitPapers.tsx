import { Link } from '@tanstack/react-router'
import type { OrgUnitView } from '#contract/org.ts'
import { reportStateWords } from '#contract/report-words.ts'
import { rights } from '#contract/rights.ts'
import { may } from '#domain/account/access.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { documentKinds } from '#domain/document/kinds.ts'
import { useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'

/** So many papers stand on the page of a unit; the register has them all. */
const shownPapers = 5

/** What the unit issued and what it reported, newest first, as far as the reader may see. */
export function UnitPapers({ view }: { view: OrgUnitView }) {
  const { actor } = useSession()
  const unitPath = view.path.map(unit => unit.unitId)
  const { unitId } = view
  const documents = useAsk(
    'document.list',
    { unitId, search: undefined, direction: 'outgoing' },
    { enabled: may(actor, rights['document.list'], { unitPath }) },
  )
  const reports = useAsk('report.list', { unitId }, { enabled: may(actor, rights['report.list'], { unitPath }) })
  const issued = (documents.data ?? []).filter(document => (document.issuerUnitId ?? document.ownerUnitId) === unitId)
  const own = (reports.data ?? []).filter(report => report.unitId === unitId).toSorted((a, b) => (a.periodName < b.periodName ? 1 : -1))
  return (
    <>
      {issued.length > 0 && (
        <Sheet
          title="Văn bản đã ban hành"
          actions={
            <Link to="/van-ban" search={before => ({ ...before, don_vi: unitId, so: 'outgoing', ngay: undefined, tim: undefined })}>
              {issued.length > shownPapers ? `Cả ${issued.length} văn bản` : 'Mở sổ văn bản đi'}
            </Link>
          }
        >
          <Rows label="Văn bản đã ban hành">
            {issued.slice(0, shownPapers).map(document => (
              <Row
                key={document.id}
                title={
                  <Link to="/van-ban/$documentId" params={{ documentId: document.id }}>
                    {documentKinds[document.kind].name} {document.code}
                  </Link>
                }
                second={document.subject}
                aside={<span>{formatDay(document.issuedOn)}</span>}
              />
            ))}
          </Rows>
        </Sheet>
      )}
      {own.length > 0 && (
        <Sheet title="Báo cáo">
          <Rows label="Báo cáo của đơn vị">
            {own.map(report => (
              <Row
                key={report.id}
                title={
                  <Link to="/bao-cao/$reportId" params={{ reportId: report.id }}>
                    {report.title}
                  </Link>
                }
                second={report.code}
                aside={<span>{reportStateWords[report.state]}</span>}
              />
            ))}
          </Rows>
        </Sheet>
      )}
    </>
  )
}
