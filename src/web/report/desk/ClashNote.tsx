import { Button } from '@mantine/core'
import { inlineText } from '#domain/document/official-document.ts'
import classes from './desk.module.css'
import type { Clash } from './held.ts'
import { openOf } from './nodes.ts'
import type { OpenText } from './open-text.ts'
import { useText } from './useText.ts'
import { WordChanges } from './WordChanges.tsx'

/** Two people wrote one paragraph anew: what the colleague wrote beside one's own, and the choice. */
export function ClashNote({ text, id, clash }: { text: OpenText; id: string; clash: Clash }) {
  useText(text, 'changes')
  const mine = inlineText(openOf(text.editor.state.doc).get(id) ?? [])
  const who = clash.by || 'Đồng nghiệp'
  return (
    <div className={classes.note} data-level="C" role="group" aria-label="Hai người cùng sửa đoạn này">
      <p>
        <b>{who} cũng vừa sửa đoạn này.</b> Chưa ai bị ghi đè. Gạch đi là lời chỉ có ở bản của {who}, gạch chân là lời của bạn:
      </p>
      <WordChanges was={inlineText(clash.theirs)} now={mine} />
      <div className="row">
        <Button size="compact-sm" variant="default" onClick={() => text.keepMine(id)}>
          Giữ của tôi
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => text.takeTheirs(id)}>
          Lấy của {who}
        </Button>
      </div>
    </div>
  )
}
