/**
 * The objects of a PDF our own typesetter wrote: numbered from 1, a plain table of their places, no object streams. Another
 * program's file is refused rather than half understood.
 */
export type PdfObjects = {
  readonly rootOf: number
  readonly infoOf: number | null
  /** By number; what stands between `n 0 obj` and `endobj`. */
  readonly objects: ReadonlyMap<number, PdfObject>
}
export type PdfObject = {
  /** Dictionary, array or value, as latin-1 text. */
  readonly head: string
  /** From the word `stream` to `endstream`; null where there is none. */
  readonly stream: Uint8Array | null
}

export function readPdfObjects(bytes: Uint8Array): PdfObjects {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.toString('latin1', Math.max(0, buffer.length - 2048))
  const startsAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(end)?.[1] ?? Number.NaN)
  const table = Number.isInteger(startsAt) ? buffer.toString('latin1', startsAt) : ''
  const size = Number(/^xref\s+0 (\d+)\s/u.exec(table)?.[1] ?? Number.NaN)
  const rootOf = /\/Root (\d+) 0 R/u.exec(table)?.[1]
  if (!Number.isInteger(size) || rootOf === undefined) throw new Error('a PDF with a plain table of objects is expected')
  const places = [...table.matchAll(/^(\d{10}) \d{5} ([nf])/gmu)]
    .map(([, place, kind], number) => ({ number, place: Number(place), isUsed: kind === 'n' }))
    .filter(({ isUsed }) => isUsed)
    .toSorted((a, b) => a.place - b.place)
  const objects = new Map<number, PdfObject>()
  for (const [at, { number, place }] of places.entries())
    objects.set(number, readObject(buffer.subarray(place, places[at + 1]?.place ?? startsAt)))
  const info = /\/Info (\d+) 0 R/u.exec(table)?.[1]
  return { rootOf: Number(rootOf), infoOf: info === undefined ? null : Number(info), objects }
}

function readObject(raw: Buffer): PdfObject {
  const begins = raw.indexOf('obj') + 3
  const ends = raw.lastIndexOf('endobj')
  if (begins < 3 || ends < begins) throw new Error('an object without its end')
  const opens = /\sstream\r?\n/u.exec(raw.toString('latin1', begins, Math.min(ends, begins + 4096)))
  const streamAt = opens ? begins + opens.index : null
  return {
    head: raw.toString('latin1', begins, streamAt ?? ends).trim(),
    stream: streamAt === null ? null : raw.subarray(streamAt, ends),
  }
}

/** Strings are stepped over: what looks like a reference inside one is text. */
const token = /\((?:\\[\s\S]|\((?:\\[\s\S]|[^\\()])*\)|[^\\()])*\)|<(?!<)[0-9A-Fa-f\s]*>|\b(\d+) 0 R\b/gu

/** The same object with its references led elsewhere, and its strings as given. */
export function withReferences(head: string, lead: (number: number) => string, say: (string: string) => string = text => text): string {
  return head.replace(token, (found, number: string | undefined) => (number === undefined ? say(found) : lead(Number(number))))
}

/** `/Pages 1 0 R` → 1. */
export function referenceIn(head: string, name: string): number | null {
  const found = new RegExp(`/${name} (\\d+) 0 R`, 'u').exec(head)?.[1]
  return found === undefined ? null : Number(found)
}

export function numberIn(head: string, name: string): number | null {
  const found = new RegExp(`/${name} (\\d+)\\b(?! 0 R)`, 'u').exec(head)?.[1]
  return found === undefined ? null : Number(found)
}
