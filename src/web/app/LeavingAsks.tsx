import { Button, Modal } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { longestDays } from './kept-drafts.ts'

/** Asks before leaving a page on which something was typed and not sent. Signing out asks by itself (SigningOutAsks). */
export function LeavingAsks({ hasUnsent, keepsDraft }: { hasUnsent: () => boolean; keepsDraft: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => hasUnsent() && current.pathname !== next.pathname && next.pathname !== '/dang-nhap',
    enableBeforeUnload: hasUnsent,
    withResolver: true,
  })
  return (
    <Modal opened={status === 'blocked'} onClose={() => reset?.()} title="Nội dung vừa nhập chưa gửi" yOffset="16vh">
      <div className="stack">
        <p>
          {keepsDraft
            ? `Rời trang này thì nội dung còn giữ trên máy này ${longestDays} ngày; quay lại sẽ thấy.`
            : 'Rời trang này thì nội dung vừa nhập mất.'}
        </p>
        <div className="row">
          <Button onClick={() => reset?.()} data-autofocus>
            Ở lại
          </Button>
          <Button variant="default" onClick={() => proceed?.()}>
            Rời trang
          </Button>
        </div>
      </div>
    </Modal>
  )
}
