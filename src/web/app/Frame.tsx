import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { Fragment, lazy, Suspense, useCallback, useState } from 'react'
import type { SessionView } from '#contract/account.ts'
import { SendingTray } from '../evidence/SendingTray.tsx'
import { anchorOf, helpFor } from '../help/where.ts'
import { Bell } from '../notice/Bell.tsx'
import classes from './frame.module.css'
import { useKeys } from './keys.ts'
import { barOf, isWithin, officePlaces, type Place, places, placesOf } from './places.ts'
import { useNotingRecent } from './recent.ts'
import { SignInAgain } from './SignInAgain.tsx'
import { SigningOutAsks } from './SigningOutAsks.tsx'
import { SessionProvider, sessionQuery } from './session.tsx'
import { useSignOut } from './sign-out.ts'
import { useUnits } from './units.ts'

/** Both are loaded when first asked for. */
const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }))
const KeysSheet = lazy(async () => ({ default: (await import('./KeysSheet.tsx')).KeysSheet }))

/** The rail of words on a desktop, the bar of four and "Thêm" on a phone, and the page between. */
export function Frame() {
  const { data } = useQuery(sessionQuery)
  const [session, setSession] = useState(data) // who is at work stays on the page while their session is renewed
  if (data && data !== session) setSession(data)
  if (!session) return null
  return (
    <SessionProvider value={session}>
      <Room session={session} />
      {data === null && <SignInAgain session={session} />}
    </SessionProvider>
  )
}

function Room({ session }: { session: SessionView }) {
  const [over, setOver] = useState<'palette' | 'keys' | null>(null)
  const openPalette = useCallback(() => setOver('palette'), [])
  const openKeys = useCallback(() => setOver('keys'), [])
  const close = useCallback(() => setOver(null), [])
  useKeys({ openPalette, openKeys })
  useNotingRecent()
  return (
    <>
      <a href="#noi-dung" className={classes.skip}>
        Tới nội dung
      </a>
      <div className={classes.frame}>
        <Rail session={session} openPalette={openPalette} />
        <main id="noi-dung" className={classes.main} tabIndex={-1}>
          <Bell shape="bell" />
          <Outlet />
          <SendingTray />
        </main>
        <BottomBar session={session} openPalette={openPalette} />
      </div>
      <SigningOutAsks />
      <Suspense fallback={null}>
        {over === 'palette' && <Palette onClose={close} openKeys={openKeys} />}
        {over === 'keys' && <KeysSheet onClose={close} />}
      </Suspense>
    </>
  )
}

type BarParts = { readonly session: SessionView; readonly openPalette: () => void }

function Rail({ session, openPalette }: BarParts) {
  return (
    <nav className={classes.rail} aria-label="Các phần">
      <Link to="/hom-nay" className={classes.brand}>
        Nếp
      </Link>
      <button type="button" className={classes.search} onClick={openPalette} aria-keyshortcuts="Control+K">
        <span>Tìm, làm</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Bell className={classes.place} shape="word" />
      <PlaceLinks of={places} />
      <div className={classes.below}>
        <PlaceLinks of={officePlaces(session)} />
        <HelpLink session={session} />
        <Link to="/tai-khoan" className={classes.place}>
          {session.actor.fullName}
        </Link>
        <SignOutButton className={classes.place} />
      </div>
    </nav>
  )
}

/** To what the manual says of the screen one is on. */
function HelpLink({ session }: { session: SessionView }) {
  const { page, hash } = useHelp(session)
  return (
    <Link to="/tro-giup/$page" params={{ page }} hash={hash} className={classes.place}>
      Trợ giúp
    </Link>
  )
}

function useHelp({ actor }: SessionView): { readonly page: string; readonly hash: string } {
  const { pathname } = useLocation()
  const { page, heading } = helpFor(
    pathname,
    actor.grants.map(grant => grant.role),
  )
  return { page, hash: heading === null ? '' : anchorOf(heading) }
}

function PlaceLinks({ of }: { of: readonly Place[] }) {
  const { pathname } = useLocation()
  return of.map(place => (
    <Fragment key={place.to}>
      <PlaceLink place={place} isExact={place.under !== undefined} />
      {place.under && isWithin(pathname, place) && (
        <div className={classes.under}>
          <PlaceLinks of={place.under} />
        </div>
      )}
    </Fragment>
  ))
}

function PlaceLink({ place, isExact }: { place: Place; isExact: boolean }) {
  return (
    <Link
      to={place.to}
      className={classes.place}
      activeProps={{ 'data-active': true, 'aria-current': 'page' }}
      activeOptions={{ includeSearch: false, exact: isExact }}
    >
      {place.word}
    </Link>
  )
}

function BottomBar({ session, openPalette }: BarParts) {
  const navigate = useNavigate()
  const help = useHelp(session)
  const { list, isReady } = useUnits()
  const bar = isReady ? barOf(session, unitId => list.find(unit => unit.unitId === unitId)?.kind) : []
  const more = placesOf(session).filter(place => !bar.some(({ to }) => to === place.to))
  return (
    <nav className={classes.bar} aria-label="Các phần chính">
      <BarLinks of={bar} />
      <Menu position="top-end" shadow="md" transitionProps={{ duration: 80 }}>
        <Menu.Target>
          <button type="button" className={classes.place}>
            Thêm
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={openPalette}>Tìm mọi thứ</Menu.Item>
          <Menu.Item onClick={() => void navigate({ to: '/tro-giup/$page', params: { page: help.page }, hash: help.hash })}>
            Trợ giúp
          </Menu.Item>
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

/** Each place by itself: what lies beneath it is under "Thêm". */
function BarLinks({ of }: { of: readonly Place[] }) {
  return of.map(place => <PlaceLink key={place.to} place={place} isExact={false} />)
}

export function SignOutButton({ className }: { className?: string | undefined }) {
  const signOut = useSignOut()
  return (
    <button type="button" className={className} onClick={() => void signOut()}>
      Đăng xuất
    </button>
  )
}
