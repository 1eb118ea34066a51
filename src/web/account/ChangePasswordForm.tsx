import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { changePassword, type WebRefusal } from '../api.ts'
import { RefusalBanner } from '../kit/RefusalBanner.tsx'

const shortest = 14

/** The same form for the first sign-in and for later changes. */
export function ChangePasswordForm({ onDone }: { onDone: () => void | Promise<void> }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [isTried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<WebRefusal | null>(null)
  const [isSending, setSending] = useState(false)
  const isShort = next.length < shortest
  const isUnlike = next !== again

  async function change(): Promise<void> {
    setTried(true)
    setRefusal(null)
    if (current === '' || isShort || isUnlike) return
    setSending(true)
    const sent = await changePassword(current, next)
    setSending(false)
    if (!sent.ok) return setRefusal(sent.refusal)
    setCurrent('')
    setNext('')
    setAgain('')
    setTried(false)
    await onDone()
  }

  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault()
        void change()
      }}
    >
      <PasswordInput
        label="Mật khẩu đang dùng"
        autoComplete="current-password"
        value={current}
        onChange={event => setCurrent(event.currentTarget.value)}
        error={isTried && current === '' && 'Mật khẩu đang dùng: chưa nhập'}
      />
      <PasswordInput
        label="Mật khẩu mới"
        description={`Từ ${shortest} ký tự; một câu dễ nhớ tốt hơn một từ khó`}
        autoComplete="new-password"
        value={next}
        onChange={event => setNext(event.currentTarget.value)}
        error={isTried && isShort && `Mật khẩu mới: cần từ ${shortest} ký tự`}
      />
      <PasswordInput
        label="Nhập lại mật khẩu mới"
        autoComplete="new-password"
        value={again}
        onChange={event => setAgain(event.currentTarget.value)}
        error={isTried && isUnlike && 'Hai lần nhập không giống nhau'}
      />
      <RefusalBanner refusal={refusal} />
      <div>
        <Button type="submit" loading={isSending}>
          Đổi mật khẩu
        </Button>
      </div>
    </form>
  )
}
