import type { RemarkView, ReportView } from '#contract/report.ts'
import type { ReportSection } from '#domain/report/report.ts'
import { Notice } from '../kit/RefusalBanner.tsx'
import { ParagraphCard } from './ParagraphCard.tsx'
import { placeRemarks } from './place-remarks.ts'
import { RemarkNote } from './RemarkNote.tsx'
import classes from './report.module.css'
import type { Why } from './WhyPanel.tsx'

type TextParts = { view: ReportView; onWhy: (why: Why) => void; onUnsaved: (paragraphId: string, isUnsaved: boolean) => void }

/** Outline at the left, the text in the middle, remarks in the margin beside what they are about. */
export function ReportText({ view, onWhy, onUnsaved }: TextParts) {
  const { sections } = view.report.content
  const remarks = placeRemarks(view.remarks, sections)
  const at = (blockId: string): readonly RemarkView[] => remarks.get(blockId) ?? []
  const loose = remarks.get(null) ?? []
  return (
    <div className={classes.desk}>
      <Outline sections={sections} at={at} />
      <div className={classes.text}>
        {view.drift.length > 0 && (
          <Notice tone="soon">
            Nguồn của {view.drift.length} đoạn đã đổi sau khi soạn: từng chỗ ghi rõ trước và nay. Nội dung báo cáo không tự đổi.
          </Notice>
        )}
        {loose.length > 0 && (
          <div className={classes.loose}>
            {loose.map(remark => (
              <RemarkNote key={remark.key} view={view} remark={remark} />
            ))}
          </div>
        )}
        <article className={classes.sheet} lang="vi">
          {sections.map(section => (
            <section key={section.key} id={section.key} className={classes.section}>
              {section.heading && (
                <div className={classes.line}>
                  <Heading section={section} />
                  <Margin remarks={at(section.key)} view={view} />
                </div>
              )}
              {section.paragraphs.map(paragraph => (
                <ParagraphCard
                  key={paragraph.id}
                  view={view}
                  paragraph={paragraph}
                  remarks={at(paragraph.id)}
                  onWhy={onWhy}
                  onUnsaved={isUnsaved => onUnsaved(paragraph.id, isUnsaved)}
                />
              ))}
            </section>
          ))}
        </article>
      </div>
    </div>
  )
}

function Margin({ remarks, view }: { remarks: readonly RemarkView[]; view: ReportView }) {
  if (remarks.length === 0) return null
  return (
    <div className={classes.margin}>
      {remarks.map(remark => (
        <RemarkNote key={remark.key} view={view} remark={remark} />
      ))}
    </div>
  )
}

function Heading({ section }: { section: ReportSection }) {
  const words = [section.label, section.heading].filter(Boolean).join(' ')
  return section.level <= 1 ? <h2 className={classes.heading}>{words}</h2> : <h3 className={classes.heading}>{words}</h3>
}

function Outline({ sections, at }: { sections: readonly ReportSection[]; at: (blockId: string) => readonly RemarkView[] }) {
  const open = (section: ReportSection): number =>
    [section.key, ...section.paragraphs.map(({ id }) => id)].flatMap(at).filter(remark => remark.kept === null).length
  return (
    <nav className={classes.outline} aria-label="Đề cương">
      <ol>
        {sections
          .filter(section => section.heading)
          .map(section => (
            <li key={section.key} data-level={section.level}>
              <a href={`#${section.key}`}>
                {section.label} {section.heading}
              </a>
              {open(section) > 0 && (
                <span className={classes.count} title={`${open(section)} nhận xét chưa trả lời`}>
                  {open(section)}
                </span>
              )}
            </li>
          ))}
      </ol>
    </nav>
  )
}
