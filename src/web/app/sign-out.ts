import { useNavigate } from '@tanstack/react-router'
import { signOut } from '../api.ts'
import { forgetEverything } from './session.tsx'

/** Leaves this machine: nothing read for one person is shown to the next. */
export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate()
  return async () => {
    await signOut()
    forgetEverything()
    await navigate({ to: '/dang-nhap', search: {} })
  }
}
