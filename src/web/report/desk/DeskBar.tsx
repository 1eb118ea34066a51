import { Button, Menu } from '@mantine/core'
import type { Reader } from '#contract/report.ts'
import type { ReportSection } from '#domain/report/report.ts'
import { saySaving } from '../../app/saving.ts'
import classes from './desk.module.css'
import type { OpenText } from './open-text.ts'
import { sectionOf } from './sections.ts'
import { useText } from './useText.ts'

export type Side = 'trang' | 'nhan-xet' | 'an'

type BarParts = {
  readonly text: OpenText
  readonly mayEdit: boolean
  readonly sections: readonly ReportSection[]
  readonly here: readonly Reader[]
  readonly side: Side
  readonly openRemarks: number
  readonly isWide: boolean
  readonly onSide: (side: Side) => void
  readonly onGo: (id: string) => void
}

/** Above the text: whether it is saved, who else is here, what can be done, and what stands beside it. */
export function DeskBar({ text, mayEdit, sections, here, side, openRemarks, isWide, onSide, onGo }: BarParts) {
  return (
    <div className={classes.bar}>
      <Menu position="bottom-start" shadow="md" transitionProps={{ duration: 80 }}>
        <Menu.Target>
          <Button variant="default" size="compact-md" className={classes.outlineMenu ?? ''}>
            Đề cương
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.outlineItems ?? ''}>
          {sections.map(section => (
            <Menu.Item key={section.key} onClick={() => onGo(section.key)}>
              {section.label} {section.heading}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {mayEdit && (
        <>
          <Button variant="default" size="compact-md" onClick={() => text.undo()}>
            Hoàn tác
          </Button>
          <Button variant="default" size="compact-md" onClick={() => text.redo()}>
            Làm lại
          </Button>
          <Button variant="default" size="compact-md" onClick={() => text.askFigure()} title="Hoặc gõ # ngay trong đoạn">
            Chèn số liệu…
          </Button>
          <SaveState text={text} />
        </>
      )}
      <Present here={here} sections={sections} />
      <div className={classes.sides} role="group" aria-label="Xem">
        {(isWide ? sidesWide : sidesNarrow).map(({ name, word }) => (
          <button key={name} type="button" className={classes.sideButton} aria-pressed={side === name} onClick={() => onSide(name)}>
            {word}
            {name === 'nhan-xet' && openRemarks > 0 && ` · ${openRemarks}`}
          </button>
        ))}
      </div>
    </div>
  )
}

const sidesWide: readonly { name: Side; word: string }[] = [
  { name: 'trang', word: 'Trang in' },
  { name: 'nhan-xet', word: 'Nhận xét' },
  { name: 'an', word: 'Chỉ chữ' },
]
const sidesNarrow: readonly { name: Side; word: string }[] = [
  { name: 'an', word: 'Chữ' },
  { name: 'trang', word: 'Trang in' },
  { name: 'nhan-xet', word: 'Nhận xét' },
]

function SaveState({ text }: { text: OpenText }) {
  const saving = useText(text, 'saving')
  const unsaved = useText(text, 'unsaved')
  const isWaitingForPerson = saving.phase === 'rest' && unsaved.length > 0
  return (
    <span role="status" className={classes.saving} data-phase={isWaitingForPerson ? 'refused' : saving.phase}>
      {isWaitingForPerson ? `Còn ${unsaved.length} đoạn chờ bạn: để trống hoặc trùng với người khác` : saySaving(saving)}
    </span>
  )
}

function Present({ here, sections }: { here: readonly Reader[]; sections: readonly ReportSection[] }) {
  if (here.length === 0) return null
  return (
    <ul className={classes.present} aria-label="Đang cùng mở báo cáo">
      {here.map(({ accountId, fullName, paragraphId }) => {
        const section = paragraphId === null ? undefined : sectionOf(sections, paragraphId)
        return (
          <li key={accountId}>
            {fullName}
            {section?.label && <span className="soft"> ở mục {section.label.replace(/\.$/u, '')}</span>}
          </li>
        )
      })}
    </ul>
  )
}
