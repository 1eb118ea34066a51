import { Button, PasswordInput, TextInput } from '@mantine/core'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { signIn, type WebRefusal } from '../api.ts'
import { queryClient } from '../app/queries.ts'
import { forgetEverything, sessionQuery } from '../app/session.tsx'
import { RefusalBanner } from '../kit/RefusalBanner.tsx'
import classes from './gate.module.css'

const route = getRouteApi('/dang-nhap')

export function SignInPage() {
  const router = useRouter()
  const { den } = route.useSearch()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [refusal, setRefusal] = useState<WebRefusal | null>(null)
  const [isSending, setSending] = useState(false)
  useEffect(() => {
    document.title = 'Đăng nhập · Nếp'
  }, [])

  async function enter(): Promise<void> {
    setSending(true)
    const sent = await signIn(username.trim(), password)
    setSending(false)
    if (!sent.ok) return setRefusal(sent.refusal)
    forgetEverything()
    await queryClient.fetchQuery(sessionQuery)
    router.history.push(isOwnAddress(den) ? den : '/')
  }

  return (
    <main className={classes.gate}>
      <form
        className={classes.card}
        onSubmit={event => {
          event.preventDefault()
          void enter()
        }}
      >
        <div>
          <h1 className={classes.brand}>Nếp</h1>
          <p className="soft">Bàn làm việc của phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”</p>
        </div>
        <TextInput
          label="Tên đăng nhập"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
          value={username}
          onChange={event => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          label="Mật khẩu"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
        />
        <RefusalBanner refusal={refusal} />
        <Button type="submit" loading={isSending} fullWidth>
          Đăng nhập
        </Button>
      </form>
    </main>
  )
}

/** Only back to a page of this program, never elsewhere. */
function isOwnAddress(address: string | undefined): address is string {
  return address !== undefined && address.startsWith('/') && !address.startsWith('//') && !address.startsWith('/\\')
}
