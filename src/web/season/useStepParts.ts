import { useState } from 'react'
import type { SeasonAreaView } from '#contract/season.ts'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'

/** What every step of a file says of itself, and what is read anew once it is taken. */
export function useStepParts(view: SeasonAreaView, onClose: () => void) {
  const { today } = useSession()
  const [id] = useState(() => crypto.randomUUID())
  const body = { id, seasonId: view.season.id, areaUnitId: view.areaUnitId }
  const onDone = async (): Promise<void> => {
    onClose()
    await readAnew('season', 'posted')
  }
  return { today, body, onDone }
}
