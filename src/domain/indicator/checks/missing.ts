import { codesAsked, partsFor } from '../figure-form.ts'
import { cell, type Flag, flag } from '../flag.ts'
import { indicatorOf } from '../indicator.ts'
import type { CheckFacts } from './facts.ts'

/** What the form asks and nobody told: never 0 by itself. Difficulties, proposals and good examples there may be none. */
export function checkMissing({ sheet, dictionary, form, level, texts }: CheckFacts): Flag[] {
  const cells = codesAsked(form, level).flatMap(code => {
    const indicator = indicatorOf(dictionary, code)
    if (!indicator || sheet.values.has(code)) return []
    return flag('missing', {
      places: [cell(code)],
      numbers: [],
      sentence: `Chưa có số liệu: “${indicator.name}”.`,
      cause: 'Không có thì ghi 0; chưa biết thì để trống và nói vì sao. Ô trống không được tính là 0.',
    })
  })
  const parts = partsFor(form, level).flatMap(part => {
    const isTold = texts.some(({ partKey, text }) => partKey === part.key && text.trim() !== '')
    if (part.kind !== 'narrative' || part.role !== 'account' || isTold) return []
    return flag('missing', {
      places: [{ kind: 'part', key: part.key }],
      numbers: [],
      sentence: `Chưa viết phần “${part.heading}”.`,
      cause: part.asks,
    })
  })
  return [...cells, ...parts]
}
