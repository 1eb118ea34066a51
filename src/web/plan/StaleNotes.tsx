import { Fragment } from 'react'
import type { StaleField } from '#domain/plan/plan-for-year.ts'
import { moveWords, type StaleWords } from '#domain/plan/stale-words.ts'
import classes from './copy.module.css'
import { keyOf, openWords } from './copy-values.ts'
import { type CopyForm, type CopyMove, type CopyPlace, leaveOne, moveOne } from './useLooked.ts'

type NotesParts = { readonly form: CopyForm; readonly place: CopyPlace; readonly move: CopyMove }

const fieldWords: Partial<Record<StaleField, string>> = {
  name: 'Tên việc',
  instruction: 'Nội dung',
  expectedProduct: 'Sản phẩm',
  baseName: 'Mẫu số',
}

/** Like a colleague's pencil beside a field: what still speaks of the other year, and what can be done about it. */
export function StaleNotes({ form, place, move }: NotesParts) {
  const open = openWords(place.text, move.year, form.values.looked[keyOf(place.recordId, place.field)])
  if (open.length === 0) return null
  return (
    <ul className={classes.notes} aria-label="Chỗ cần xem">
      {open.map(words => {
        const moved = moveWords(words, move.years)
        return (
          <li key={words.index} data-to-look-at="">
            <span>
              {fieldWords[place.field] && `${fieldWords[place.field]}, `}“{words.text}”: {noteWords(words, move.year)}
            </span>
            {moved !== null && (
              <button type="button" className={classes.act} onClick={() => moveOne(form, place, words, move.years)}>
                Sửa thành “{moved}”
              </button>
            )}
            <button
              type="button"
              className={classes.act}
              aria-label={`Giữ nguyên “${words.text}”`}
              onClick={() => leaveOne(form, place, words)}
            >
              Giữ nguyên
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function noteWords({ kind }: StaleWords, year: number): string {
  const words: Record<StaleWords['kind'], string> = {
    pastYear: 'năm đã qua',
    comingYear: 'nói theo kế hoạch cũ, xem còn đúng không',
    endedPeriod: `giai đoạn hết trước năm ${year}`,
    runningPeriod: `giai đoạn còn gồm năm ${year}, xem còn đúng không`,
    citation: 'văn bản của kế hoạch cũ, xem còn dùng hay đã có văn bản mới',
    day: 'ngày ghi theo kế hoạch cũ',
  }
  return words[kind]
}

/** The words of a field, those to be looked at marked at their place. */
export function MarkedWords({ form, place, move }: NotesParts) {
  const open = openWords(place.text, move.year, form.values.looked[keyOf(place.recordId, place.field)])
  return (
    <>
      {open.map((words, i) => (
        <Fragment key={words.index}>
          {place.text.slice(open[i - 1]?.end ?? 0, words.start)}
          <mark className={classes.stale}>{words.text}</mark>
        </Fragment>
      ))}
      {place.text.slice(open.at(-1)?.end ?? 0)}
    </>
  )
}
