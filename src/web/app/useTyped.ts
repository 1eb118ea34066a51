import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'

/** A search box: shows each key at once, and asks when the typing pauses. Follows the address when another hand changes it. */
export function useTyped(asked: string, ask: (text: string) => void): [string, (text: string) => void] {
  const [state, setState] = useState({ asked, sent: asked, typed: asked })
  const askSoon = useDebouncedCallback((text: string) => {
    setState(before => ({ ...before, sent: text }))
    ask(text)
  }, 150)
  if (state.asked !== asked) setState({ asked, sent: asked, typed: asked === state.sent ? state.typed : asked })
  return [
    state.typed,
    text => {
      setState(before => ({ ...before, typed: text }))
      askSoon(text)
    },
  ]
}
