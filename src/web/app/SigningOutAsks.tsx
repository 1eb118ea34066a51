import { Button, Modal } from '@mantine/core'
import { RefusalBanner } from '../kit/RefusalBanner.tsx'
import { longestDays } from './kept-drafts.ts'
import { useHeldAtTheDoor } from './sign-out.ts'

/** Somebody signs out with words unsent: they stay for the same person, or are taken off a machine that others use. */
export function SigningOutAsks() {
  const held = useHeldAtTheDoor()
  if (held?.by === 'refusal')
    return (
      <Modal opened onClose={held.answer} title="Chưa đăng xuất được" yOffset="16vh">
        <RefusalBanner refusal={held.refusal} />
      </Modal>
    )
  return (
    <Modal opened={held !== null} onClose={() => held?.answer('stay')} title="Còn nội dung chưa gửi" yOffset="16vh">
      {held && (
        <div className="stack">
          <p>
            Bạn nhập dở ở {held.count} chỗ trên máy này. Giữ lại thì lần sau bạn đăng nhập ở máy này sẽ thấy, trong {longestDays} ngày. Máy
            nhiều người dùng chung thì nên xóa.
          </p>
          <div className="row">
            <Button onClick={() => held.answer('stay')} data-autofocus>
              Ở lại
            </Button>
            <Button variant="default" onClick={() => held.answer('keep')}>
              Giữ và đăng xuất
            </Button>
            <Button variant="default" onClick={() => held.answer('drop')}>
              Xóa và đăng xuất
            </Button>
          </div>
        </div>
      )}
    </Modal>
  )
}
