import { Button, Textarea } from '@mantine/core'
import type { NarrativePart as Narrative } from '#domain/indicator/figure-form.ts'
import { partKey } from '#domain/request/places.ts'
import { Missing } from '../kit/Facts.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { useLook } from './look.ts'
import { AskMending, PlaceNotes } from './PlaceNotes.tsx'

/** What is told in words under one part of the form. */
export function NarrativePart({ part }: { part: Narrative }) {
  const { content, view, writing } = useLook()
  const place = partKey(part.key)
  const told = content.parts[part.key] ?? ''
  const take = (words: string): void => {
    const before = writing?.state.words[place] ?? ''
    writing?.desk.type(place, before.trim() === '' ? words : `${before.trimEnd()}\n${words}`)
  }
  return (
    <Sheet title={part.heading} actions={<AskMending place={place} name={part.heading} />}>
      {writing ? (
        <Textarea
          aria-label={part.heading}
          description={part.asks}
          data-place={place}
          value={writing.state.words[place] ?? ''}
          onChange={event => writing.desk.type(place, event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={20_000}
        />
      ) : (
        <p className="prose">{told === '' ? <Missing>chưa viết</Missing> : told}</p>
      )}
      {writing && <Offered words={view.offered[part.key]} told={writing.state.words[place] ?? ''} onTake={take} />}
      <PlaceNotes place={place} />
    </Sheet>
  )
}

type OfferedParts = { readonly words: string | undefined; readonly told: string; readonly onTake: (words: string) => void }

/** What documents and answers on record say of this part; each line is taken once, and only by the writer. */
function Offered({ words, told, onTake }: OfferedParts) {
  const open = (words ?? '').split('\n').filter(line => line !== '' && !told.includes(line))
  if (open.length === 0) return null
  return (
    <div className="stack-s">
      <p className="soft small">Đã ghi trong kỳ, chưa có ở trên:</p>
      <ul className="stack-s">
        {open.map(line => (
          <li key={line} className="prose">
            {line}
          </li>
        ))}
      </ul>
      <div>
        <Button variant="default" size="compact-sm" onClick={() => onTake(open.join('\n'))}>
          Lấy {open.length} dòng này
        </Button>
      </div>
    </div>
  )
}
