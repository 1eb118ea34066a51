import type { ParagraphOrigin } from './gather.ts'
import { figuresIn } from './gather.ts'

/**
 * A piece of text taken from children. `live`: a figure of the consolidation, which changes with it. `quoted`: a number as
 * its origin wrote it, which stays. `typed`: the writer's own number, which nothing stands behind.
 */
export type TakenPiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'quoted'; readonly written: string; readonly origin: ParagraphOrigin }
  | { readonly type: 'live'; readonly written: string; readonly unitId: string; readonly code: string }
  | { readonly type: 'typed'; readonly written: string }
type NumberPiece = Exclude<TakenPiece, { readonly type: 'text' }>

/** Text of the upper report that came from below, however it was shortened since: it knows all it came from. */
export type TakenText = { readonly pieces: readonly TakenPiece[]; readonly origins: readonly ParagraphOrigin[] }

/** Takes a paragraph word for word: every number in it is quoted. */
export function takeParagraph({ text, ...rest }: ParagraphOrigin & { readonly text: string }): TakenText {
  const { unitId, returnId, version, paragraphId } = rest
  const origin = { unitId, returnId, version, paragraphId }
  return { pieces: cut(text, written => ({ type: 'quoted', written, origin })), origins: [origin] }
}

/** Rewrites taken text: numbers that are still there stay what they were, each once; others are the writer's own. */
export function rewriteTaken(taken: TakenText, text: string): TakenText {
  const left = taken.pieces.filter(piece => piece.type !== 'text')
  const pieces = cut(text, written => {
    const at = left.findIndex(piece => piece.written === written)
    const [kept] = at === -1 ? [] : left.splice(at, 1)
    return kept ?? { type: 'typed', written }
  })
  return { pieces, origins: taken.origins }
}

/** One text of two, with the origins of both, each once. */
export function joinTaken(first: TakenText, second: TakenText): TakenText {
  const known = new Set(first.origins.map(keyOf))
  const origins = [...first.origins, ...second.origins.filter(origin => !known.has(keyOf(origin)))]
  return { pieces: [...first.pieces, { type: 'text', text: ' ' }, ...second.pieces], origins }
}

/** Lets a number follow the consolidation. Which figure it is only a person can say: equal numbers are no proof. */
export function makeLive(taken: TakenText, at: number, figure: { readonly unitId: string; readonly code: string }): TakenText {
  const pieces = taken.pieces.map((piece, i) =>
    i === at && piece.type !== 'text' ? { type: 'live' as const, written: piece.written, unitId: figure.unitId, code: figure.code } : piece,
  )
  return { pieces, origins: taken.origins }
}

/** The text as it reads; live figures as the consolidation says them now. Missing keeps what was written. */
export function takenWords({ pieces }: TakenText, printed: (unitId: string, code: string) => string | null): string {
  return pieces
    .map(piece => {
      if (piece.type === 'text') return piece.text
      return piece.type === 'live' ? (printed(piece.unitId, piece.code) ?? piece.written) : piece.written
    })
    .join('')
}

function cut(text: string, pieceOf: (written: string) => NumberPiece): TakenPiece[] {
  const pieces: TakenPiece[] = []
  let done = 0
  for (const { from, until, written } of figuresIn(text)) {
    if (from > done) pieces.push({ type: 'text', text: text.slice(done, from) })
    pieces.push(pieceOf(written))
    done = until
  }
  if (done < text.length) pieces.push({ type: 'text', text: text.slice(done) })
  return pieces
}

function keyOf({ returnId, version, paragraphId }: ParagraphOrigin): string {
  return `${returnId} ${version} ${paragraphId}`
}
