import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type DocumentGraph, forceWords, relationWords } from '#contract/document.ts'
import { formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import { documentKinds } from '#domain/document/kinds.ts'
import { forceOn, type RegisteredDocument } from '#domain/document/registry.ts'
import classes from './graph.module.css'
import { type GraphSize, type LaidEdge, type LaidGraph, type LaidNode, layOutGraph, type Point, walkFrom } from './graph-layout.ts'

const sizes = {
  pane: { width: 136, height: 68, gapAcross: 28, gapDown: 12 },
  wide: { width: 216, height: 112, gapAcross: 88, gapDown: 20 },
} as const satisfies Record<string, GraphSize>

type DrawingParts = {
  readonly graph: DocumentGraph
  readonly openId: string
  /** The day on which a text is in force or not. */
  readonly on: PlainDate
  readonly size: keyof typeof sizes
}

/** The chain of documents: what is cited at the left, what cites it at the right. Arrow keys walk, Enter opens. */
export function GraphDrawing({ graph, openId, on, size }: DrawingParts) {
  const laid = useMemo(
    () =>
      layOutGraph(
        graph.documents.map(document => document.id),
        graph.links,
        sizes[size],
      ),
    [graph, size],
  )
  const frame = useRef<HTMLDivElement>(null)
  const [touched, setTouched] = useState(openId)
  useEffect(() => {
    const open = laid.nodes.find(node => node.id === openId)
    if (!frame.current || !open) return
    frame.current.scrollLeft = open.x - (frame.current.clientWidth - sizes[size].width) / 2
    frame.current.scrollTop = open.y - (frame.current.clientHeight - sizes[size].height) / 2
  }, [laid, openId, size])
  function walk(key: string): boolean {
    const next = walkFrom(laid, touched, key)
    if (next === undefined) return false
    frame.current?.querySelector<HTMLElement>(`[data-id="${next}"]`)?.focus()
    return true
  }
  return (
    <div
      ref={frame}
      className={classes.frame}
      data-size={size}
      role="group"
      aria-label="Sơ đồ chuỗi văn bản: mũi tên để đi, Enter để mở"
      onKeyDown={event => {
        if (walk(event.key)) event.preventDefault()
      }}
    >
      <div className={classes.drawing} style={{ width: laid.width, height: laid.height }}>
        <Lines laid={laid} touched={touched} isLabelled={size === 'wide'} />
        {laid.nodes.map(node => {
          const document = graph.documents.find(candidate => candidate.id === node.id)
          if (!document) return null
          return (
            <NodeLink
              key={node.id}
              node={node}
              size={size}
              document={document}
              on={on}
              isOpen={node.id === openId}
              isTouched={node.id === touched}
              onTouch={() => setTouched(node.id)}
            />
          )
        })}
      </div>
    </div>
  )
}

type NodeParts = {
  readonly node: LaidNode
  readonly size: keyof typeof sizes
  readonly document: RegisteredDocument
  readonly on: PlainDate
  readonly isOpen: boolean
  readonly isTouched: boolean
  readonly onTouch: () => void
}

function NodeLink({ node, size, document, on, isOpen, isTouched, onTouch }: NodeParts) {
  const { width, height } = sizes[size]
  const force = forceOn(document, on)
  return (
    <Link
      to="/van-ban/$documentId"
      params={{ documentId: node.id }}
      search={true}
      replace={false}
      className={classes.node}
      data-id={node.id}
      data-open={isOpen || undefined}
      data-force={force}
      aria-current={isOpen ? 'page' : undefined}
      tabIndex={isTouched ? 0 : -1}
      title={`${documentKinds[document.kind].name} ${document.code}: ${document.subject}`}
      onFocus={onTouch}
      style={{ left: node.x, top: node.y, width, height }}
    >
      <span className={classes.code}>{document.code}</span>
      <span className={classes.line}>
        {size === 'wide' && `${documentKinds[document.kind].name} · `}
        {formatDay(document.issuedOn)}
      </span>
      {size === 'wide' && <span className={classes.subject}>{document.subject}</span>}
      <span className={classes.force}>{forceWords[force]}</span>
    </Link>
  )
}

function Lines({ laid, touched, isLabelled }: { laid: LaidGraph; touched: string; isLabelled: boolean }) {
  return (
    <svg className={classes.lines} width={laid.width} height={laid.height} aria-hidden="true">
      {laid.edges.map(edge => {
        const { fromDocumentId, toDocumentId, relation } = edge.link
        const isTouched = fromDocumentId === touched || toDocumentId === touched
        return (
          <g key={`${fromDocumentId} ${toDocumentId}`} data-relation={relation} data-touched={isTouched || undefined}>
            <path d={pathOf(edge)} />
            <path d={headOf(edge)} className={classes.head} />
            {isLabelled && <Label edge={edge} />}
          </g>
        )
      })}
    </svg>
  )
}

/** What the citing document does with the cited one, beside the end of its line. */
function Label({ edge }: { edge: LaidEdge }) {
  const [before, last] = edge.points.slice(-2)
  if (!before || !last) return null
  return (
    <text x={before.x + (last.x - before.x) * 0.6} y={before.y + (last.y - before.y) * 0.75 - 6} textAnchor="middle">
      {relationWords[edge.link.relation]}
    </text>
  )
}

/** A soft curve between columns, straight through the columns passed. */
function pathOf({ points }: LaidEdge): string {
  return points
    .map((point, i) => {
      const previous = points[i - 1]
      if (!previous) return `M ${at(point)}`
      const bend = (previous.x + point.x) / 2
      return previous.y === point.y ? `L ${at(point)}` : `C ${bend} ${previous.y} ${bend} ${point.y} ${at(point)}`
    })
    .join(' ')
}

function headOf({ points }: LaidEdge): string {
  const end = points.at(-1)
  return end ? `M ${end.x - 6} ${end.y - 4} L ${end.x} ${end.y} L ${end.x - 6} ${end.y + 4}` : ''
}

function at({ x, y }: Point): string {
  return `${x} ${y}`
}
