import type { RemarkView, ReportView } from '#contract/report.ts'
import { RemarkNote } from '../RemarkNote.tsx'
import classes from './desk.module.css'
import type { OpenText } from './open-text.ts'
import { headedSectionOf } from './sections.ts'

const kinds = {
  'chua-tra-loi': { word: 'Chưa trả lời', holds: (remark: RemarkView) => remark.kept === null },
  chan: { word: 'Chặn', holds: (remark: RemarkView) => remark.kept === null && remark.level === 'L' },
  'canh-bao': { word: 'Cảnh báo', holds: (remark: RemarkView) => remark.kept === null && remark.level === 'C' },
  'goi-y': { word: 'Gợi ý', holds: (remark: RemarkView) => remark.kept === null && remark.level === 'G' },
  'da-tra-loi': { word: 'Đã trả lời', holds: (remark: RemarkView) => remark.kept !== null },
} as const
type Kind = keyof typeof kinds
const kindNames = Object.keys(kinds) as Kind[]

type ListParts = {
  readonly view: ReportView
  readonly text: OpenText
  readonly mayEdit: boolean
  readonly chosen: string | undefined
  readonly placeOf: (remark: RemarkView) => string | null
  readonly onChoose: (kind: string) => void
  readonly onGo: (id: string) => void
}

/** All remarks in one list; each leads to the words it is about. */
export function RemarkList({ view, text, mayEdit, chosen, placeOf, onChoose, onGo }: ListParts) {
  const kind = kindNames.find(name => name === chosen) ?? 'chua-tra-loi'
  const shown = view.remarks.filter(kinds[kind].holds)
  return (
    <section className={classes.remarks} aria-label="Nhận xét">
      <div className={classes.sides} role="group" aria-label="Lọc nhận xét">
        {kindNames.map(name => (
          <button key={name} type="button" className={classes.sideButton} aria-pressed={kind === name} onClick={() => onChoose(name)}>
            {kinds[name].word} · {view.remarks.filter(kinds[name].holds).length}
          </button>
        ))}
      </div>
      {shown.length === 0 && <p className="soft">Không có nhận xét nào ở mục này.</p>}
      <ul className={classes.remarkRows}>
        {shown.map(remark => {
          const place = placeOf(remark)
          const section = place === null ? undefined : headedSectionOf(view.report.content.sections, place)
          return (
            <li key={remark.key}>
              {place !== null && (
                <button type="button" className={classes.goTo} onClick={() => onGo(place)}>
                  {section ? `Mục ${section.label?.replace(/\.$/u, '') ?? ''} ${section.heading ?? ''}` : 'Phần mở đầu'}
                </button>
              )}
              <RemarkNote view={view} remark={remark} onEdit={mayEdit && place !== null ? () => text.goTo(place) : undefined} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
