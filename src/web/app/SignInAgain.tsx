import { Anchor, Button, Modal, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import type { SessionView } from '#contract/account.ts'
import { signIn, type WebRefusal } from '../api.ts'
import { RefusalBanner } from '../kit/RefusalBanner.tsx'
import { queryClient } from './queries.ts'
import { sessionQuery } from './session.tsx'

/** The session ended while somebody was at work: they sign in over the page they are on, and nothing on it moves. */
export function SignInAgain({ session }: { session: SessionView }) {
  const [password, setPassword] = useState('')
  const [refusal, setRefusal] = useState<WebRefusal | null>(null)
  const [isSending, setSending] = useState(false)

  async function enter(): Promise<void> {
    setSending(true)
    const sent = await signIn(session.username, password)
    setSending(false)
    if (!sent.ok) return setRefusal(sent.refusal)
    queryClient.setQueryData(sessionQuery.queryKey, sent.value)
    await queryClient.invalidateQueries()
  }

  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} title="Phiên làm việc đã hết" yOffset="16vh">
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault()
          void enter()
        }}
      >
        <p>Đăng nhập lại để làm tiếp. Nội dung đang nhập còn nguyên trên trang.</p>
        <input type="text" name="username" autoComplete="username" value={session.username} readOnly hidden />
        <PasswordInput
          label={`Mật khẩu của ${session.actor.fullName}`}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
          data-autofocus
        />
        <RefusalBanner refusal={refusal} />
        <div className="row">
          <Button type="submit" loading={isSending}>
            Đăng nhập lại
          </Button>
          <Anchor href="/dang-nhap">Tài khoản khác</Anchor>
        </div>
      </form>
    </Modal>
  )
}
