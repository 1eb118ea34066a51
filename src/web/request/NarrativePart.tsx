import { Textarea } from '@mantine/core'
import type { NarrativePart as Narrative } from '#domain/indicator/figure-form.ts'
import { partKey } from '#domain/request/places.ts'
import { Missing } from '../kit/Facts.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { useLook } from './look.ts'
import { AskMending, PlaceNotes } from './PlaceNotes.tsx'

/** What is told in words under one part of the form. */
export function NarrativePart({ part }: { part: Narrative }) {
  const { content, writing } = useLook()
  const place = partKey(part.key)
  const told = content.parts[part.key] ?? ''
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
      <PlaceNotes place={place} />
    </Sheet>
  )
}
