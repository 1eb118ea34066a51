import { type Face, measureText } from './measure.ts'

/** How a centred text is set, for its lines to be broken: points. */
export type LineBox = { readonly face: Face; readonly size: number; readonly width: number }

/**
 * Lines of a centred text: as few as fit, of like length, broken after punctuation rather than inside quotation marks,
 * before a number or before a dash. A word wider than the box stands alone.
 */
export function breakLines(text: string, box: LineBox): string[] {
  const words = text.split(' ').filter(word => word !== '')
  if (words.length === 0) return []
  const space = measureText(' ', box.face, box.size)
  const widths = words.map(word => measureText(word, box.face, box.size))
  const widthOf = (from: number, to: number) => widths.slice(from, to).reduce((sum, width) => sum + width, space * (to - from - 1))
  const count = greedyCount(widths, space, box.width)
  const target = widthOf(0, words.length) / count
  const penalties = words.map((_, i) => breakPenalty(words, i) * box.width)
  return cheapest(words, count, (from, to) => {
    const width = widthOf(from, to)
    if (width > box.width && to - from > 1) return Number.POSITIVE_INFINITY
    return (width - target) ** 2 / 2 + (to < words.length ? (penalties[to] ?? 0) ** 2 : 0)
  })
}

function greedyCount(widths: readonly number[], space: number, limit: number): number {
  let [count, line] = [1, 0]
  for (const width of widths) {
    if (line > 0 && line + space + width > limit) {
      count++
      line = width
    } else line += (line > 0 ? space : 0) + width
  }
  return count
}

/** Displeasure, as a share of the box's width, at a break before the word at `index`. */
function breakPenalty(words: readonly string[], index: number): number {
  const before = words.slice(0, index).join(' ')
  const word = words[index] ?? ''
  const inQuotes = before.split('“').length > before.split('”').length
  const joint = /[;:.”)]$/u.test(before) ? 0 : before.endsWith(',') ? 0.14 : /^(?:và|của|về|tại)$/iu.test(word) ? 0.08 : 0.2
  return joint + (inQuotes ? 0.2 : 0) + (/^[\d–-]/u.test(word) ? 0.25 : 0)
}

/** Cheapest split of words into exactly `count` lines. */
function cheapest(words: readonly string[], count: number, cost: (from: number, to: number) => number): string[] {
  let best = new Map<number, { cost: number; lines: string[] }>([[0, { cost: 0, lines: [] }]])
  for (let line = 0; line < count; line++) {
    const next = new Map<number, { cost: number; lines: string[] }>()
    for (const [from, so] of best)
      for (let to = from + 1; to <= words.length; to++) {
        const total = so.cost + cost(from, to)
        if (total < (next.get(to)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(to, { cost: total, lines: [...so.lines, words.slice(from, to).join(' ')] })
      }
    best = next
  }
  return best.get(words.length)?.lines ?? [words.join(' ')]
}
