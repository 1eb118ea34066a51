import { useNavigate, useSearch } from '@tanstack/react-router'

/** Whether the form for something new lies over the page. It stands in the address, so the palette opens it from anywhere. */
export function useOpening(): [boolean, (isOpen: boolean) => void] {
  const navigate = useNavigate()
  const search: { moi?: string } = useSearch({ strict: false })
  return [
    search.moi !== undefined,
    isOpen => void navigate({ to: '.', search: before => ({ ...before, moi: isOpen ? 'co' : undefined }), replace: true }),
  ]
}
