import { useEffect, useState } from 'react'
import { drawReport } from '../../api.ts'
import type { OpenText } from './open-text.ts'
import { type DrawnPage, pagesOf, pictureOf } from './paper-pages.ts'

export type ShownPage = DrawnPage & { readonly address: string }
export type Picture = { readonly pages: readonly ShownPage[]; readonly message: string | null }

/** The pages with the words of this moment. */
export function usePicture(id: string, text: OpenText): Picture {
  const [picture, setPicture] = useState<Picture>({ pages: [], message: null })
  useEffect(() => keepDrawing(id, text, setPicture), [id, text])
  return picture
}

/** Milliseconds. Where painting takes longer, it would hold up the next letter: there it waits until the hand rests. */
const slowPaint = 100

/** Draws after every change, one drawing at a time; a page stays until its next can be shown. */
function keepDrawing(id: string, text: OpenText, onDrawn: (picture: Picture) => void): () => void {
  let shown: readonly ShownPage[] = []
  let drawnChanges = -1
  let isBusy = false
  let paintedIn = 0
  let isGone = false
  let timer: number | undefined

  function show(pages: readonly ShownPage[], message: string | null = null): void {
    const before = shown
    shown = pages
    onDrawn({ pages, message })
    for (const { address } of before) if (!pages.some(page => page.address === address)) URL.revokeObjectURL(address)
  }

  async function draw(): Promise<void> {
    isBusy = true
    const askedAt = performance.now()
    drawnChanges = text.state().changes
    const sent = await drawReport({ id, paragraphs: text.toDraw() })
    if (isGone) return
    if (sent.ok) await showPages(pagesOf(sent.value), askedAt)
    else if (sent.refusal.code !== 'web.unreached') show(shown, sent.refusal.message)
    isBusy = false
    soon()
  }

  async function showPages(drawn: readonly DrawnPage[], askedAt: number): Promise<void> {
    const begunAt = performance.now()
    const changed = [...drawn.entries()].filter(([i, page]) => shown[i]?.body !== page.body)
    for (const [i, page] of changed) {
      const painted = await paint(page)
      if (isGone) return URL.revokeObjectURL(painted.address)
      show([...shown.slice(0, i), painted, ...shown.slice(i + 1)])
      if (i === changed[0]?.[0]) performance.measure('report.draw', { start: askedAt, end: performance.now() })
    }
    show(shown.slice(0, drawn.length))
    paintedIn = performance.now() - begunAt
  }

  function soon(): void {
    if (isBusy || isGone || text.state().changes === drawnChanges) return
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void draw(), paintedIn < slowPaint ? 40 : Math.min(400, 2 * paintedIn))
  }

  const leave = text.whenChanged(soon)
  soon()
  return () => {
    isGone = true
    leave()
    window.clearTimeout(timer)
    for (const { address } of shown) URL.revokeObjectURL(address)
  }
}

/** Painted before it is shown, so that no white page flashes by. */
async function paint(page: DrawnPage): Promise<ShownPage> {
  const address = URL.createObjectURL(new Blob([pictureOf(page)], { type: 'image/svg+xml' }))
  const image = new Image()
  image.src = address
  await image.decode().catch(() => undefined)
  return { ...page, address }
}
