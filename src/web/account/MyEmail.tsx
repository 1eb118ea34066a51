import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askMyEmail, setMyEmail, type WebRefusal } from '../api.ts'
import { Loaded } from '../app/Loaded.tsx'
import { queryClient } from '../app/queries.ts'
import { Notice, RefusalBanner } from '../kit/RefusalBanner.tsx'
import { Sheet } from '../kit/Rows.tsx'

const queryKey = ['my-email']

/** Where one's morning letter goes: told by oneself, taken back by emptying it. */
export function MyEmail() {
  const email = useQuery({ queryKey, queryFn: askMyEmail })
  return (
    <Sheet title="Thư tóm tắt buổi sáng">
      <p className="soft">Việc chờ, việc trễ và báo cáo bị trả lại, gửi lúc 7 giờ những ngày có việc. Để trống thì không gửi.</p>
      <Loaded of={email} rows={1}>
        {address => <EmailField start={address} />}
      </Loaded>
    </Sheet>
  )
}

function EmailField({ start }: { start: string }) {
  const [email, setEmail] = useState(start)
  const [refusal, setRefusal] = useState<WebRefusal | null>(null)
  const [isSaved, setSaved] = useState(false)
  const error = refusal?.fields?.['email']

  async function save(): Promise<void> {
    const sent = await setMyEmail(email)
    setRefusal(sent.ok ? null : sent.refusal)
    setSaved(sent.ok)
    if (sent.ok) queryClient.setQueryData(queryKey, email.trim())
  }

  return (
    <form
      noValidate
      className="stack-s"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <TextInput
        label="Thư điện tử"
        type="email"
        autoComplete="email"
        placeholder="ten@coquan.gov.vn"
        value={email}
        error={error}
        onChange={event => {
          setEmail(event.currentTarget.value)
          setSaved(false)
        }}
      />
      {!error && <RefusalBanner refusal={refusal} />}
      {isSaved && <Notice tone="done">{email.trim() === '' ? 'Không gửi thư nữa.' : 'Đã lưu nơi nhận thư.'}</Notice>}
      <div>
        <Button type="submit" variant="default" disabled={email === start && !isSaved && !error}>
          Lưu nơi nhận
        </Button>
      </div>
    </form>
  )
}
