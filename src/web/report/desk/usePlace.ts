import { useEffect, useState } from 'react'
import type { OpenText } from './open-text.ts'
import { useText } from './useText.ts'

/** Where in the text one is: the paragraph with the caret while it is in sight, else the first one in sight. */
export function usePlace(text: OpenText): { readonly id: string | null; readonly share: number | null } {
  const at = useText(text, 'at')
  const [place, setPlace] = useState<{ id: string | null; share: number | null }>({ id: null, share: null })
  useEffect(() => {
    let frame = 0
    const look = (): void => {
      frame = 0
      const lines = [...text.places.all()]
        .map(([id, { line }]) => ({ id, rect: line.getBoundingClientRect() }))
        .sort((a, b) => a.rect.top - b.rect.top)
      const here = lines.find(line => line.id === at && isInSight(line)) ?? lines.find(isInSight)
      const [first, last] = [lines[0], lines.at(-1)]
      if (!here || !first || !last) return
      const share = (here.rect.top - first.rect.top) / Math.max(1, last.rect.bottom - first.rect.top)
      setPlace(before => (before.id === here.id ? before : { id: here.id, share }))
    }
    const soon = (): void => {
      frame ||= requestAnimationFrame(look)
    }
    soon()
    window.addEventListener('scroll', soon, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', soon)
    }
  }, [text, at])
  return place
}

/** Below what stays on top of the page while it scrolls. */
function isInSight({ rect }: { rect: DOMRect }): boolean {
  return rect.height > 0 && rect.bottom > 140 && rect.top < window.innerHeight
}
