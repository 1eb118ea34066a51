import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSession } from './session.tsx'

/** A thing that was open on this machine. */
export type Recent = { readonly href: string; readonly title: string }

const kept = 8
/** Only things have an id in their address; the parts of the program are in the rail anyway. */
const isThing = (href: string): boolean => /[0-9a-f]{8}-[0-9a-f-]{27}/u.test(href)

export function useRecent(): readonly Recent[] {
  const { actor } = useSession()
  return read(keyOf(actor.accountId))
}

/** Notes what is opened, once the page has said what it is. */
export function useNotingRecent(): void {
  const router = useRouter()
  const { actor } = useSession()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const note = (): void => {
      const { href } = router.state.location
      const heading = document.querySelector('main [data-detail] h2') ?? document.querySelector('main h1')
      const title = heading?.textContent?.trim()
      if (!title || !isThing(href)) return
      const key = keyOf(actor.accountId)
      write(key, [{ href, title }, ...read(key).filter(other => other.href !== href)].slice(0, kept))
    }
    const stop = router.subscribe('onResolved', () => {
      clearTimeout(timer)
      timer = setTimeout(note, 1000)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [router, actor.accountId])
}

function keyOf(accountId: string): string {
  return `nep:${accountId}:recent`
}

/** A full or forbidden store costs only this memory. */
function read(key: string): Recent[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(value) ? value.filter(isRecent) : []
  } catch {
    return []
  }
}

function write(key: string, recent: readonly Recent[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(recent))
  } catch {
    // the palette then begins without them
  }
}

function isRecent(value: unknown): value is Recent {
  return typeof value === 'object' && value !== null && 'href' in value && 'title' in value
}
