/** A paragraph as the checkers of text see it. */
export type TextBlock = { readonly blockId: string | null; readonly text: string; readonly isHeading: boolean }

/** The words round a place, by which a person finds it: `… theo Kế hoạch số 41/KH-UBND ngày …`. */
export function excerpt(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const reach = 24
  const before = text.slice(Math.max(0, start - reach), start).indexOf(' ')
  const from = start <= reach ? 0 : before < 0 ? start : start - reach + before + 1
  const behind = text.slice(end, end + reach + 1).lastIndexOf(' ')
  const until = text.length - end <= reach || behind < 0 ? text.length : end + behind
  const shown = text.slice(from, Math.min(until, end + 2 * reach))
  return `${from > 0 ? '…' : ''}${shown}${until < text.length ? '…' : ''}`
}
