import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import type { Reader, RemarkView, ReportView } from '#contract/report.ts'
import { inlineText } from '#domain/document/official-document.ts'
import { Notice } from '../../kit/RefusalBanner.tsx'
import { placeRemarks } from '../place-remarks.ts'
import { RemarkNote } from '../RemarkNote.tsx'
import type { Why } from '../WhyPanel.tsx'
import { Beside } from './Beside.tsx'
import { ChipPopover } from './ChipPopover.tsx'
import { DeskBar, type Side } from './DeskBar.tsx'
import { RecomposeNotice } from './DriftNote.tsx'
import classes from './desk.module.css'
import { FigureMenu } from './FigureMenu.tsx'
import { LeftWords } from './LeftWords.tsx'
import { Outline } from './Outline.tsx'
import type { OpenText } from './open-text.ts'
import { PaperPage } from './PaperPage.tsx'
import { RemarkList } from './RemarkList.tsx'
import { usePlace } from './usePlace.ts'
import { useText } from './useText.ts'

type DeskParts = {
  readonly view: ReportView
  readonly text: OpenText
  readonly mayEdit: boolean
  readonly here: readonly Reader[]
  readonly isOpen: boolean
  readonly side: string | undefined
  readonly remarkKind: string | undefined
  readonly onSide: (side: Side) => void
  readonly onRemarkKind: (kind: string) => void
  readonly onWhy: (why: Why) => void
}

/** The desk: the outline at the left, the text in the middle, the page as it will print or the remarks at the right. */
export function ReportDesk({ view, text, mayEdit, here, isOpen, side, remarkKind, onSide, onRemarkKind, onWhy }: DeskParts) {
  const { sections } = view.report.content
  const isWide = useMediaQuery('(min-width: 1100px)', true, { getInitialValueInEffect: false })
  const shown: Side = side === 'nhan-xet' || side === 'an' || side === 'trang' ? side : isWide ? 'trang' : 'an'
  const place = usePlace(text)
  const remarks = placeRemarks(view.remarks, sections)
  const at = (blockId: string): readonly RemarkView[] => remarks.get(blockId) ?? []
  const loose = remarks.get(null) ?? []
  const go = (id: string): void => {
    if (!isWide && shown !== 'an') onSide('an')
    requestAnimationFrame(() => text.places.all().get(id)?.line.scrollIntoView({ block: 'start' }))
  }
  return (
    <div className={classes.desk} data-side={shown}>
      <DeskBar
        text={text}
        mayEdit={mayEdit}
        sections={sections.filter(section => section.heading)}
        here={here}
        side={shown}
        openRemarks={view.remarks.filter(remark => remark.kept === null).length}
        isWide={isWide}
        onSide={onSide}
        onGo={go}
      />
      <Outline sections={sections} place={place.id} at={at} onGo={go} />
      <div className={classes.middle}>
        <LeftWords view={view} text={text} mayEdit={mayEdit} />
        <Homeless text={text} />
        <RecomposeNotice view={view} text={text} mayEdit={mayEdit} />
        {loose.map(remark => (
          <RemarkNote key={remark.key} view={view} remark={remark} />
        ))}
        <Sheet text={text} mayEdit={mayEdit} />
        <Beside view={view} text={text} mayEdit={mayEdit} here={here} at={at} onWhy={onWhy} />
      </div>
      {isOpen && shown !== 'an' && (
        <div className={classes.side}>
          {shown === 'trang' ? (
            <PaperPage view={view} text={text} share={place.share} />
          ) : (
            <RemarkList
              view={view}
              text={text}
              mayEdit={mayEdit}
              chosen={remarkKind}
              placeOf={remark => [...remarks].find(([, placed]) => placed.includes(remark))?.[0] ?? null}
              onChoose={onRemarkKind}
              onGo={go}
            />
          )}
        </div>
      )}
      <ChipPopover view={view} text={text} onBeside={onWhy} />
      {mayEdit && <FigureMenu view={view} text={text} />}
    </div>
  )
}

/** Where the editor lives. It stays the same while all around it is drawn anew. */
function Sheet({ text, mayEdit }: { text: OpenText; mayEdit: boolean }) {
  const home = useRef<HTMLDivElement>(null)
  useEffect(() => (home.current ? text.mount(home.current) : undefined), [text])
  useEffect(() => text.setEditable(mayEdit), [text, mayEdit])
  return <div className={classes.sheet} ref={home} />
}

/** Words for a paragraph that a colleague's act took away: kept in sight until the person has put them elsewhere. */
function Homeless({ text }: { text: OpenText }) {
  const homeless = useText(text, 'homeless')
  if (homeless.length === 0) return null
  return (
    <Notice tone="soon">
      <p>Đoạn bạn đang sửa không còn trong báo cáo. Lời của bạn ở đây, chép vào chỗ khác nếu cần:</p>
      {homeless.map(runs => (
        <p key={inlineText(runs)} className={classes.come}>
          {inlineText(runs)}
        </p>
      ))}
      <div className="row">
        <Button size="compact-md" variant="default" onClick={text.forgetHomeless}>
          Đã chép xong
        </Button>
      </div>
    </Notice>
  )
}
