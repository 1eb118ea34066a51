import type { RemarkView } from '#contract/report.ts'
import type { ReportSection } from '#domain/report/report.ts'
import classes from './desk.module.css'
import { headedSectionOf } from './sections.ts'

type OutlineParts = {
  readonly sections: readonly ReportSection[]
  readonly place: string | null
  readonly at: (blockId: string) => readonly RemarkView[]
  readonly onGo: (id: string) => void
}

/** The headings, the place one is at, and how many remarks wait for an answer in each. */
export function Outline({ sections, place, at, onGo }: OutlineParts) {
  const present = place === null ? undefined : headedSectionOf(sections, place)
  const counts = new Map<ReportSection | undefined, number>()
  for (const section of sections) {
    const open = [section.key, ...section.paragraphs.map(({ id }) => id)].flatMap(at).filter(remark => remark.kept === null).length
    const headed = headedSectionOf(sections, section.key)
    counts.set(headed, (counts.get(headed) ?? 0) + open)
  }
  return (
    <nav className={classes.outline} aria-label="Đề cương">
      <ol>
        {sections
          .filter(section => section.heading)
          .map(section => (
            <li key={section.key} data-level={section.level}>
              <a
                href={`#${section.key}`}
                aria-current={present === section ? 'location' : undefined}
                onClick={event => {
                  event.preventDefault()
                  onGo(section.key)
                }}
              >
                {section.label} {section.heading}
              </a>
              <Count of={counts.get(section) ?? 0} />
            </li>
          ))}
      </ol>
    </nav>
  )
}

function Count({ of }: { of: number }) {
  if (of === 0) return null
  return (
    <span className={classes.count} title={`${of} nhận xét chưa trả lời`}>
      {of}
    </span>
  )
}
