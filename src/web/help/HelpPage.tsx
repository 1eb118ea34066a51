import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useLocation, useNavigate } from '@tanstack/react-router'
import { type MouseEvent, useEffect, useRef } from 'react'
import { Loaded } from '../app/Loaded.tsx'
import { Screen } from '../app/Screen.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import classes from './help.module.css'
import { readManual } from './manual.ts'

const route = getRouteApi('/frame/tro-giup/$page')

/** The manual, a page of it, opened at the heading that speaks of where the person came from. */
export function HelpPage() {
  const { page } = route.useParams()
  const manual = useQuery({ queryKey: ['manual', page], queryFn: async () => (await readManual(page)) ?? null, staleTime: Infinity })
  return (
    <Screen title="Trợ giúp">
      <Loaded of={manual}>
        {html =>
          html === null ? (
            <EmptyState title="Không có trang này trong sổ tay">Chọn một trang ở mục lục.</EmptyState>
          ) : (
            <Sheet key={page} html={html} />
          )
        }
      </Loaded>
    </Screen>
  )
}

function Sheet({ html }: { html: string }) {
  const element = useRef<HTMLElement>(null)
  const navigate = useNavigate()
  const { hash } = useLocation()
  useEffect(() => {
    const heading = hash === '' ? null : element.current?.querySelector(`[id="${CSS.escape(hash)}"]`)
    heading?.scrollIntoView()
  }, [hash])

  /** Links between pages of the manual stay within the program. */
  function follow(event: MouseEvent): void {
    const address = (event.target as Element).closest('a')?.getAttribute('href')
    const page = address && /^\/tro-giup\/([\w-]+)$/u.exec(address)?.[1]
    if (!page || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    void navigate({ to: '/tro-giup/$page', params: { page } })
  }

  return (
    <div className={classes.help}>
      <nav aria-label="Mục lục sổ tay">
        <a className={classes.back} href="/tro-giup/README" onClick={follow}>
          Mục lục sổ tay
        </a>
      </nav>
      {/* oxlint-disable-next-line react/no-danger -- the manual is text of our own, turned into HTML from the build */}
      <article ref={element} className={classes.sheet} onClick={follow} dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  )
}
