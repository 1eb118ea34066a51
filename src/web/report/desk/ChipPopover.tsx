import { Button, CloseButton, Popover } from '@mantine/core'
import type { ReportView } from '#contract/report.ts'
import { type Why, WhyBody, whyWords } from '../WhyPanel.tsx'
import { Anchor } from './Anchor.tsx'
import classes from './desk.module.css'
import type { OpenText } from './open-text.ts'
import { useText } from './useText.ts'

/** The evidence of a number or a citation, opened where it stands. */
export function ChipPopover({ view, text, onBeside }: { view: ReportView; text: OpenText; onBeside: (why: Why) => void }) {
  const chip = useText(text, 'chip')
  if (!chip) return null
  const close = (): void => {
    text.closeChip()
    if (text.editor.isEditable) text.editor.view.focus()
    else chip.element.focus()
  }
  return (
    <Popover key={JSON.stringify(chip.why)} opened onChange={close} position="bottom-start" shadow="md" trapFocus width={380} withinPortal>
      <Popover.Target>
        <Anchor rect={chip.element.getClientRects()[0] ?? chip.element.getBoundingClientRect()} />
      </Popover.Target>
      <Popover.Dropdown className={classes.popover ?? ''} aria-label={whyWords[chip.why.type]}>
        <header className={classes.popoverHead}>
          <h2>{whyWords[chip.why.type]}</h2>
          <CloseButton aria-label="Đóng" onClick={close} data-autofocus />
        </header>
        <div className={classes.popoverBody} tabIndex={0} role="group" aria-label="Giải thích, cuộn được">
          <WhyBody view={view} why={chip.why} />
        </div>
        <Button
          variant="default"
          size="compact-md"
          onClick={() => {
            onBeside(chip.why)
            text.closeChip()
          }}
        >
          Mở bên cạnh
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
