import { useQueries } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { FigureExplainedView } from '#contract/consolidation.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { ask } from '../api.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Fact, Facts, Missing } from '../kit/Facts.tsx'
import { SidePanel } from '../kit/SidePanel.tsx'
import classes from './consolidation.module.css'
import { CountParts, ShareParts } from './ExplainParts.tsx'
import { ManyNames } from './ManyNames.tsx'
import { Recorded } from './Recorded.tsx'
import { ToldBy } from './ToldBy.tsx'
import type { Thing } from './things.ts'

type OnOpen = (thing: Thing, steps: readonly string[]) => void
type PanelParts = {
  readonly requestId: string
  readonly opened: { readonly thing: Thing; readonly steps: readonly string[] }
  readonly onOpen: OnOpen
  readonly onClose: () => void
}

/** Why a number is what it is: what it counts, who told it, and the parts one level down, each opened in turn. */
export function ExplainPanel({ requestId, opened, onOpen, onClose }: PanelParts) {
  const { thing, steps } = opened
  const unitId = steps.at(-1) ?? ''
  const view = useAsk('figure.explain', { requestId, unitId, ...thing })
  return (
    <SidePanel title="Số này từ đâu" onClose={onClose}>
      <Trail requestId={requestId} opened={opened} onOpen={onOpen} />
      <Loaded of={view} rows={6}>
        {answer => (
          <Explained key={unitId} view={answer} requestId={requestId} unitId={unitId} onOpen={next => onOpen(thing, [...steps, next])} />
        )}
      </Loaded>
    </SidePanel>
  )
}

/** The units one came through; each leads back up. */
function Trail({ requestId, opened: { thing, steps }, onOpen }: Pick<PanelParts, 'requestId' | 'opened' | 'onOpen'>) {
  const above = steps.slice(0, -1)
  const names = useQueries({
    queries: above.map(unitId => {
      const params = { requestId, unitId, ...thing }
      return { queryKey: ['figure.explain', params], queryFn: () => ask('figure.explain', params) }
    }),
    combine: results => results.map(({ data }) => data?.unitName ?? '…'),
  })
  if (above.length === 0) return null
  return (
    <nav aria-label="Lên cấp trên" className={classes.trail}>
      {above.map((unitId, at) => (
        <button key={unitId} type="button" className="opens" onClick={() => onOpen(thing, steps.slice(0, at + 1))}>
          {names[at]}
        </button>
      ))}
    </nav>
  )
}

type ExplainedParts = {
  readonly view: FigureExplainedView
  readonly requestId: string
  readonly unitId: string
  readonly onOpen: (unitId: string) => void
}

function Explained({ view, requestId, unitId, onOpen }: ExplainedParts) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { unitName, cutoff, figure, share, told, missing, partly, coverageWords, evidence } = view
  return (
    <div className="stack">
      <h3 ref={heading} tabIndex={-1} className={classes.explained}>
        {unitName}:{' '}
        {share ? (share.share?.words ?? 'chưa có số liệu') : (figure.words ?? (figure.notAdded ? 'không cộng' : 'chưa có số liệu'))}
      </h3>
      <Facts>
        {share ? (
          <>
            <Fact label={`Tử số: ${share.numerator.name}`}>{share.numerator.definition}</Fact>
            <Fact label={`Mẫu số: ${share.denominator.name}`}>{share.denominator.definition}</Fact>
          </>
        ) : (
          <Fact label={`${view.name} (${view.countUnit})`}>{view.definition}</Fact>
        )}
        <Fact label="Chốt số liệu">ngày {formatDay(cutoff)}</Fact>
        {coverageWords && (
          <Fact label={figure.source === 'own' ? 'Bên dưới đã có đủ số của' : 'Đã có đủ số của'}>
            {coverageWords}. <ManyNames lead="Chưa có số của" names={missing.map(each => each.unitName)} />{' '}
            <ManyNames lead="Mới có một phần số của" names={partly.map(each => each.unitName)} />
          </Fact>
        )}
        {told && (
          <Fact label="Đơn vị tự báo">
            <ToldBy told={told} requestId={requestId} unitId={unitId} />
          </Fact>
        )}
      </Facts>
      {figure.notAdded && <p>{figure.notAdded}</p>}
      {figure.beside && <p>{figure.beside}</p>}
      {share ? <ShareParts explained={share} onOpen={onOpen} /> : <CountParts view={view} onOpen={onOpen} />}
      {evidence && <Recorded evidence={evidence} unitId={unitId} />}
      {!told && figure.source === 'nothing' && !share && (
        <p>
          <Missing>Đơn vị chưa gửi số này.</Missing>
        </p>
      )}
    </div>
  )
}
