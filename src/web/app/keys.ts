import { useLocalStorage } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { placesOf } from './places.ts'
import { useSession } from './session.tsx'

/** How long `g` waits for the letter of a place. */
const secondLetterMs = 1500

/** Whether keys of one letter act on this machine: who uses speech input turns them off (WCAG 2.1.4). */
export function useLetterKeys(): [boolean, (isOn: boolean) => void] {
  const [value, setValue] = useLocalStorage<'on' | 'off'>({ key: 'nep:keys', defaultValue: 'on' })
  return [value === 'on', isOn => setValue(isOn ? 'on' : 'off')]
}

type Acts = { readonly openPalette: () => void; readonly openKeys: () => void }

/** The keyboard of the house. Letters act only where nobody is typing and nothing lies over the page. */
export function useKeys({ openPalette, openKeys }: Acts): void {
  const session = useSession()
  const navigate = useNavigate()
  const [lettersAct] = useLetterKeys()
  const leaderUntil = useRef(0)

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || isCovered()) return
      if (isPaletteKey(event)) return take(event, openPalette)
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (isArrow(event.key) && isOnRow()) return moveInList(event, event.key === 'ArrowDown' ? 1 : -1)
      if (!lettersAct) return
      if (event.timeStamp < leaderUntil.current) {
        leaderUntil.current = 0
        const place = placesOf(session).find(({ letter }) => letter === event.key.toLowerCase())
        if (place) take(event, () => void navigate({ to: place.to }))
        return
      }
      pressLetter(event)
    }

    function pressLetter(event: KeyboardEvent): void {
      switch (event.key) {
        case 'g':
          leaderUntil.current = event.timeStamp + secondLetterMs
          return
        case 'j':
          return moveInList(event, 1)
        case 'k':
          return moveInList(event, -1)
        case 'n':
          return takeFirst(event, 'main [data-page-acts] [data-variant="filled"]', act => act.click())
        case '/':
          return takeFirst(event, 'main :is([role="search"] input, [data-list-search])', field => field.focus())
        case '?':
          return take(event, openKeys)
        default:
          return undefined
      }
    }

    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [session, navigate, lettersAct, openPalette, openKeys])
}

const rowLinks = 'main [data-rows] [data-row-title] > a'

function moveInList(event: KeyboardEvent, step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(rowLinks)].filter(link => link.checkVisibility())
  const at = links.findIndex(link => link === document.activeElement)
  const open = links.findIndex(link => link.closest('[data-selected]') !== null)
  const from = at >= 0 ? at : open
  const next = links[from < 0 ? (step === 1 ? 0 : links.length - 1) : from + step]
  if (next) take(event, () => next.focus())
}

function isOnRow(): boolean {
  return document.activeElement?.matches(rowLinks) ?? false
}

function isArrow(key: string): boolean {
  return key === 'ArrowDown' || key === 'ArrowUp'
}

function isPaletteKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])')
}

/** A dialog or an open menu has the keyboard to itself. */
function isCovered(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null
}

function takeFirst(event: KeyboardEvent, selector: string, act: (element: HTMLElement) => void): void {
  const element = [...document.querySelectorAll<HTMLElement>(selector)].find(candidate => candidate.checkVisibility())
  if (element) take(event, () => act(element))
}

function take(event: KeyboardEvent, act: () => void): void {
  event.preventDefault()
  act()
}
