import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useState } from 'react'
import { roleWords } from '#contract/account.ts'
import { signOutEverywhere } from '../api.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useSignOut } from '../app/sign-out.ts'
import { useUnits } from '../app/units.ts'
import { Fact, Facts } from '../kit/Facts.tsx'
import { Notice } from '../kit/RefusalBanner.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { MyEmail } from './MyEmail.tsx'

export function MyAccountPage() {
  const { actor, username } = useSession()
  const units = useUnits()
  const [isChanged, setChanged] = useState(false)
  return (
    <Screen title="Tài khoản của tôi" unitName={actor.fullName}>
      <div className="pair">
        <div className="stack">
          <Sheet title="Bạn là ai ở đây">
            <Facts>
              <Fact label="Họ và tên">{actor.fullName}</Fact>
              <Fact label="Tên đăng nhập">{username}</Fact>
              <Fact label="Vai trò">
                {actor.grants.map(grant => (
                  <div key={`${grant.unitId}${grant.role}`}>
                    {roleWords[grant.role]} · {units.nameOf(grant.unitId)}
                    {grant.withSubtree && <span className="soft"> và các đơn vị bên dưới</span>}
                  </div>
                ))}
              </Fact>
            </Facts>
          </Sheet>
          <MyEmail />
          <Brightness />
          <Leaving />
        </div>
        <Sheet title="Đổi mật khẩu">
          {isChanged && <Notice tone="done">Đã đổi mật khẩu. Các nơi khác đang đăng nhập đều đã ra.</Notice>}
          <ChangePasswordForm onDone={() => setChanged(true)} />
        </Sheet>
      </div>
    </Screen>
  )
}

function Brightness() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Sheet title="Màn hình">
      <SegmentedControl
        aria-label="Sáng hay tối"
        value={colorScheme}
        onChange={value => setColorScheme(value)}
        data={[
          { value: 'auto', label: 'Theo máy' },
          { value: 'light', label: 'Sáng' },
          { value: 'dark', label: 'Tối' },
        ]}
      />
    </Sheet>
  )
}

function Leaving() {
  const leave = useSignOut()
  return (
    <Sheet title="Đăng xuất">
      <div className="row">
        <Button variant="default" onClick={() => void leave()}>
          Đăng xuất ở máy này
        </Button>
        <Button variant="default" onClick={() => void leave(signOutEverywhere)}>
          Đăng xuất mọi nơi
        </Button>
      </div>
    </Sheet>
  )
}
