import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'

/** A small form over the page. It mounts anew each time it opens, so that it starts from the facts of that moment. */
export function FormModal({
  title,
  isOpen,
  onClose,
  children,
}: {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
}) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} size="lg" yOffset="8vh">
      {isOpen ? children : null}
    </Modal>
  )
}
