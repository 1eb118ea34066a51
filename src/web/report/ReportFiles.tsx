import type { ReportView } from '#contract/report.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { downloadAddress } from '../api.ts'
import { Row, Rows } from '../kit/Rows.tsx'

const formatWords: Readonly<Record<string, string>> = { docx: 'Word', pdf: 'PDF/A', html: 'Xem trên màn hình', zip: 'Gói công khai' }

/** The issued files as they were stored, each with the beginning of its fingerprint. */
export function ReportFiles({ view }: { view: ReportView }) {
  if (view.files.length === 0) return null
  return (
    <Rows label="Tệp đã ban hành">
      {view.files.map(file => (
        <Row
          key={file.name}
          title={
            <a href={downloadAddress(view.id, file.name)} download={file.name}>
              {file.name}
            </a>
          }
          aside={
            <>
              <span>{formatWords[file.name.split('.').at(-1) ?? ''] ?? file.mediaType}</span>
              <span>{formatNumber(Math.ceil(file.bytes / 1024))} KB</span>
              <span title={file.sha256}>dấu vân {file.sha256.slice(0, 8)}</span>
            </>
          }
        />
      ))}
    </Rows>
  )
}
