/** A paragraph as the checkers of text see it. */
export type TextBlock = { readonly blockId: string | null; readonly text: string; readonly isHeading: boolean }

/** The words round a place, by which a person finds it: `… theo Kế hoạch số 41/KH-UBND ngày …`. */
export function excerpt(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const reach = 24
  const from = start <= reach ? 0 : text.indexOf(' ', start - reach) + 1
  const behind = text.lastIndexOf(' ', end + reach)
  const until = text.length - end <= reach || behind < end ? text.length : behind
  const shown = text.slice(Math.min(from, start), Math.min(until, end + 2 * reach))
  return `${from > 0 ? '…' : ''}${shown}${until < text.length ? '…' : ''}`
}
