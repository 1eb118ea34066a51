import { useEffect, useRef, useState } from 'react'
import type { Pulse } from '#contract/report.ts'
import { ask } from '../../api.ts'

const everySeconds = 3

/** Who else has the report open; asked again every few seconds while the page is looked at. Nobody writes in an issued one (null). */
export function usePulse(id: string | null, at: string | null, onNewer: (revision: number) => void): Pulse['here'] {
  const [here, setHere] = useState<Pulse['here']>([])
  const newest = useRef({ at, onNewer })
  useEffect(() => {
    newest.current = { at, onNewer }
  })
  useEffect(() => {
    if (id === null) return undefined
    let isGone = false
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return
      const place = newest.current.at
      const pulse = await ask('report.pulse', place === null ? { id } : { id, at: place }).catch(() => null)
      if (!pulse || isGone) return
      setHere(before => (JSON.stringify(before) === JSON.stringify(pulse.here) ? before : pulse.here))
      newest.current.onNewer(pulse.revision)
    }
    void look()
    const timer = window.setInterval(() => void look(), everySeconds * 1000)
    return () => {
      isGone = true
      window.clearInterval(timer)
    }
  }, [id])
  return here
}
