import { Link } from '@tanstack/react-router'
import { themeWords } from '#contract/plan.ts'
import { reportStateWords } from '#contract/report-words.ts'
import { periodTitle } from '#domain/calendar/reporting-period.ts'
import { isSealed } from '#domain/report/life.ts'
import { Missing } from '../kit/Facts.tsx'
import type { ActivityValues } from './activity-values.ts'
import classes from './entry.module.css'
import { type Telling, useTelling } from './useTelling.ts'

/** What of it will stand in the report, in the very words, while it is typed. */
export function TellingNote({ values }: { values: ActivityValues }) {
  const telling = useTelling(values)
  return (
    <section className={classes.telling} aria-label="Sẽ vào báo cáo">
      {telling ? <Told telling={telling} /> : <p className="soft">Có tên, loại và ngày thì hiện ở đây câu sẽ vào báo cáo.</p>}
    </section>
  )
}

function Told({ telling }: { telling: Telling }) {
  const { period, unitName, told, label, theme, report } = telling
  if (!told)
    return (
      <p className="soft">
        Không vào báo cáo {periodTitle(period)} của {unitName}: đơn vị không nợ báo cáo kỳ này, hoặc mẫu báo cáo không có chỗ cho việc này.
      </p>
    )
  return (
    <>
      <p>
        Sẽ vào báo cáo <b>{periodTitle(period)}</b> của {unitName}, {label ? `mục ${label.replace(/\.$/u, '')}` : 'phần'} “
        {themeWords[theme]}”:
      </p>
      <p className={classes.sentence}>
        {told.inlines.map((inline, i) =>
          inline.type === 'figure' ? (
            <b key={i}>{inline.text}</b>
          ) : (
            <span key={i}>{inline.type === 'missing' ? inline.what : inline.text}</span>
          ),
        )}
      </p>
      {!told.figures.some(figure => figure.id.endsWith('.participants')) && (
        <p>
          Số người tham gia: <Missing>chưa có số liệu, báo cáo sẽ không nêu</Missing>
        </p>
      )}
      {report && (
        <p>
          <Link to="/bao-cao/$reportId" params={{ reportId: report.id }}>
            Báo cáo kỳ này
          </Link>{' '}
          {isSealed(report.state)
            ? `ở bước “${reportStateWords[report.state]}”: lời trong đó giữ nguyên, hoạt động ghi thêm chỉ hiện là nguồn đã đổi.`
            : 'đang là dự thảo: ghi xong, mở dự thảo và soạn lại để đưa vào.'}
        </p>
      )}
    </>
  )
}
