import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps, Outlet, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SessionView } from '#contract/account.ts'
import { rights } from '#contract/index.ts'
import { signOut } from '../api.ts'
import { SendingTray } from '../evidence/SendingTray.tsx'
import classes from './frame.module.css'
import { SignInAgain } from './SignInAgain.tsx'
import { forgetEverything, SessionProvider, sessionQuery } from './session.tsx'

type Place = { readonly to: NonNullable<LinkProps['to']>; readonly word: string }

const places: readonly Place[] = [
  { to: '/hom-nay', word: 'Hôm nay' },
  { to: '/ke-hoach', word: 'Kế hoạch' },
  { to: '/hoat-dong', word: 'Hoạt động' },
  { to: '/danh-hieu', word: 'Danh hiệu' },
  { to: '/bao-cao', word: 'Báo cáo' },
  { to: '/van-ban', word: 'Văn bản' },
  { to: '/don-vi', word: 'Đơn vị' },
]

/** The four a thumb needs all day; the rest is under "Thêm". */
const inBar: readonly Place['to'][] = ['/hom-nay', '/ke-hoach', '/hoat-dong', '/bao-cao']
const barPlaces = places.filter(place => inBar.includes(place.to))

/** The rail of words on a desktop, the bar of four and "Thêm" on a phone, and the page between. */
export function Frame() {
  const { data } = useQuery(sessionQuery)
  const [session, setSession] = useState(data) // who is at work stays on the page while their session is renewed
  if (data && data !== session) setSession(data)
  if (!session) return null
  return (
    <SessionProvider value={session}>
      <a href="#noi-dung" className={classes.skip}>
        Tới nội dung
      </a>
      <div className={classes.frame}>
        <Rail session={session} />
        <main id="noi-dung" className={classes.main} tabIndex={-1}>
          <Outlet />
          <SendingTray />
        </main>
        <BottomBar session={session} />
      </div>
      {data === null && <SignInAgain session={session} />}
    </SessionProvider>
  )
}

function Rail({ session }: { session: SessionView }) {
  return (
    <nav className={classes.rail} aria-label="Các phần">
      <Link to="/hom-nay" className={classes.brand}>
        Nếp
      </Link>
      <PlaceLinks of={places} />
      <div className={classes.below}>
        <PlaceLinks of={officePlaces(session)} />
        <Link to="/tai-khoan" className={classes.place}>
          {session.actor.fullName}
        </Link>
        <SignOutButton className={classes.place} />
      </div>
    </nav>
  )
}

function PlaceLinks({ of }: { of: readonly Place[] }) {
  return (
    <>
      {of.map(place => (
        <Link
          key={place.to}
          to={place.to}
          className={classes.place}
          activeProps={{ 'data-active': true, 'aria-current': 'page' }}
          activeOptions={{ includeSearch: false }}
        >
          {place.word}
        </Link>
      ))}
    </>
  )
}

function BottomBar({ session }: { session: SessionView }) {
  const navigate = useNavigate()
  const more = [
    ...places.filter(place => !inBar.includes(place.to)),
    ...officePlaces(session),
    { to: '/tai-khoan', word: 'Tài khoản của tôi' } as const,
  ]
  return (
    <nav className={classes.bar} aria-label="Các phần chính">
      <PlaceLinks of={barPlaces} />
      <Menu position="top-end" shadow="md" transitionProps={{ duration: 80 }}>
        <Menu.Target>
          <button type="button" className={classes.place}>
            Thêm
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {more.map(place => (
            <Menu.Item key={place.to} onClick={() => void navigate({ to: place.to })}>
              {place.word}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  )
}

/** Shown to those who hold such a role anywhere; each page then asks about its unit. */
function officePlaces({ actor }: SessionView): Place[] {
  const holds = (roles: readonly string[]): boolean => actor.grants.some(grant => roles.includes(grant.role))
  return [
    ...(holds(rights['account.list'].roles) ? [{ to: '/quan-tri/tai-khoan', word: 'Tài khoản' } as const] : []),
    ...(holds(rights['audit.list'].roles) ? [{ to: '/quan-tri/nhat-ky', word: 'Nhật ký' } as const] : []),
  ]
}

export function SignOutButton({ className }: { className?: string | undefined }) {
  const navigate = useNavigate()
  async function leave(): Promise<void> {
    await signOut()
    forgetEverything()
    await navigate({ to: '/dang-nhap', search: {} })
  }
  return (
    <button type="button" className={className} onClick={() => void leave()}>
      Đăng xuất
    </button>
  )
}
