import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { queryClient } from '../app/queries.ts'
import { sessionQuery } from '../app/session.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import classes from './gate.module.css'

/** An account an administrator made is opened with a password of one's own before anything else. */
export function FirstPasswordPage() {
  const navigate = useNavigate()
  useEffect(() => {
    document.title = 'Đổi mật khẩu · Nếp'
  }, [])
  return (
    <main className={classes.gate}>
      <div className={classes.card}>
        <div>
          <h1 className={classes.brand}>Đổi mật khẩu</h1>
          <p className="soft">Đây là lần đăng nhập đầu. Đặt mật khẩu của riêng bạn rồi bắt đầu làm việc.</p>
        </div>
        <ChangePasswordForm
          onDone={async () => {
            await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
            await navigate({ to: '/hom-nay' })
          }}
        />
      </div>
    </main>
  )
}
