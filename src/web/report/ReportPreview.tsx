import { useMediaQuery } from '@mantine/hooks'
import type { ReportView } from '#contract/report.ts'
import { previewAddress } from '../api.ts'
import { Notice } from '../kit/RefusalBanner.tsx'
import { RemarkNote } from './RemarkNote.tsx'
import classes from './report.module.css'

/** The very PDF that will be issued, and what the checks say about it. */
export function ReportPreview({ view }: { view: ReportView }) {
  const unprintable = view.remarks.find(remark => remark.code === 'K02' && remark.message.includes('không có ký tự'))
  const isWide = useMediaQuery('(min-width: 900px)') // phones show a PDF in their own viewer only
  // The fragment speaks to the browser's viewer: no thumbnails, the page as wide as the frame; the revision makes it load anew.
  const address = `${previewAddress(view.id, 'pdf')}#navpanes=0&view=FitH&revision=${view.report.revision}`
  return (
    <div className={classes.previewBoth}>
      <div className="stack-s">
        <div className="row">
          <a href={address} target="_blank" rel="noreferrer">
            Mở bản PDF ở cửa sổ khác
          </a>
          <a href={previewAddress(view.id, 'docx')} download>
            Tải bản Word
          </a>
          <a href={previewAddress(view.id, 'html')} target="_blank" rel="noreferrer">
            Bản đọc trên màn hình
          </a>
        </div>
        {unprintable && <Notice tone="soon">{unprintable.message} Chưa có bản PDF; bản Word và bản đọc vẫn mở được.</Notice>}
        {isWide && !unprintable && (
          // oxlint-disable-next-line react/iframe-missing-sandbox -- browsers show no PDF inside a sandbox
          <iframe key={address} src={address} title={`Bản in: ${view.title}`} className={classes.preview} />
        )}
      </div>
      <section className="stack-s" aria-label="Kiểm thể thức và nội dung">
        <h2>Kiểm thể thức, nội dung</h2>
        {view.remarks.length === 0 && <p className="soft">Không có nhận xét nào.</p>}
        {view.remarks.map(remark => (
          <RemarkNote key={remark.key} view={view} remark={remark} />
        ))}
      </section>
    </div>
  )
}
