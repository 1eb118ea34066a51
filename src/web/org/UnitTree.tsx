import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { type OrgChangesView, type OrgTreeRow, orgUnitKindWords } from '#contract/org.ts'
import { addDays, formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import { Chip } from '../kit/Chip.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Found } from '../kit/Found.tsx'
import { ListExport, ListHead } from '../kit/ListExport.tsx'
import { foldedAtFirst, type ShownRow, shownRows } from './tree-rows.ts'
import { unitColumns } from './unit-columns.ts'
import classes from './unit-tree.module.css'
import { sayChange } from './words.ts'

type TreeParts = {
  readonly units: readonly OrgTreeRow[]
  readonly search: string
  readonly openId: string | undefined
  readonly on: PlainDate
  /** What the day brought, when the day looked at is one on which something changed. */
  readonly brought: OrgChangesView['last']
}

/** The tree as of a day. Branches fold; a search keeps the way to what it found; what the day changed is said beside it. */
export function UnitTree({ units, search, openId, on, brought }: TreeParts) {
  const [folded, setFolded] = useState(() => foldedAtFirst(units, openId))
  const rows = useMemo(() => shownRows(units, { folded, search }), [units, folded, search])
  const changes = useMemo(() => new Map(brought?.changes.map(change => [change.unitId, change])), [brought])
  const isSearching = search !== ''
  const found = isSearching ? rows.filter(row => !row.isWay).map(row => row.unit) : units
  const nameOf = (unitId: string): string | undefined => units.find(unit => unit.unitId === unitId)?.name ?? changes.get(unitId)?.was?.name
  const fold = (unitId: string, isFolded: boolean): void => {
    const next = new Set(folded)
    if (isFolded) next.add(unitId)
    else next.delete(unitId)
    setFolded(next)
  }
  const parents = new Set(units.map(unit => unit.parentUnitId))
  const branches = units.filter(unit => unit.depth > 0 && parents.has(unit.unitId)).map(unit => unit.unitId)
  if (rows.length === 0) return <EmptyState title="Không có đơn vị nào khớp">Thử bỏ bớt chữ, hoặc xem ngày khác.</EmptyState>
  return (
    <div className="stack-s">
      <ListHead words={isSearching ? `${found.length} đơn vị khớp trong ${units.length}` : `${units.length} đơn vị`}>
        {!isSearching && branches.length > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => setFolded(new Set(branches.some(id => folded.has(id)) ? [] : branches))}
          >
            {branches.some(id => folded.has(id)) ? 'Mở hết' : 'Thu gọn'}
          </Button>
        )}
        <ListExport
          title="Đơn vị"
          about={[`Cây đơn vị ngày ${formatDay(on)}`, ...(isSearching ? [`Tìm: ${search}`] : [])]}
          columns={unitColumns(units)}
          rows={() => Promise.resolve(found)}
        />
      </ListHead>
      <ul className={classes.tree} aria-label="Cây đơn vị" data-rows onKeyDown={event => foldByKey(event, fold)}>
        {rows.map(row => {
          const change = changes.get(row.unit.unitId)
          return (
            <TreeRow
              key={row.unit.unitId}
              row={row}
              search={search}
              isOpen={row.unit.unitId === openId}
              fold={fold}
              change={change ? sayChange(change, nameOf) : null}
            />
          )
        })}
      </ul>
      {brought && <Ended brought={brought} />}
    </div>
  )
}

type RowParts = {
  readonly row: ShownRow
  readonly search: string
  readonly isOpen: boolean
  readonly change: string | null
  readonly fold: (unitId: string, isFolded: boolean) => void
}

function TreeRow({ row: { unit, fold: standing, isWay }, search, isOpen, change, fold }: RowParts) {
  return (
    <li
      className={classes.row}
      data-selected={isOpen || undefined}
      data-way={isWay || undefined}
      data-unit={standing === 'none' ? undefined : unit.unitId}
      style={{ paddingInlineStart: 8 + Math.min(unit.depth, 6) * 20 }}
    >
      {standing === 'none' ? (
        <span className={classes.noFold} />
      ) : (
        <button
          type="button"
          className={classes.fold}
          aria-expanded={standing === 'open'}
          aria-label={`${standing === 'open' ? 'Thu gọn' : 'Mở'} ${unit.name}`}
          onClick={() => fold(unit.unitId, standing === 'open')}
        >
          <span aria-hidden="true">›</span>
        </button>
      )}
      <div className={classes.name} data-row-title>
        <Link to="/don-vi/$unitId" params={{ unitId: unit.unitId }} search={true}>
          <Found text={unit.name} search={isWay ? undefined : search} />
        </Link>
      </div>
      <div className={classes.aside}>
        {change && <Chip tone="cham">{change}</Chip>}
        <span>
          {capitalise(orgUnitKindWords[unit.kind])}
          {unit.namedAfterPerson && ' · đặt theo tên danh nhân'}
          {unit.code && ` · ${unit.code}`}
        </span>
      </div>
    </li>
  )
}

/** Left folds, right opens, as in any tree; up and down go from row to row everywhere in the house. */
function foldByKey(event: KeyboardEvent, fold: (unitId: string, isFolded: boolean) => void): void {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
  const unitId = (event.target as HTMLElement).closest('li')?.dataset['unit']
  if (unitId === undefined) return
  event.preventDefault()
  fold(unitId, event.key === 'ArrowLeft')
}

/** What ended on the day is not in the tree any more; each leads to its last day. */
function Ended({ brought }: { brought: NonNullable<OrgChangesView['last']> }) {
  const ended = brought.changes.filter(change => change.kinds.includes('ended'))
  if (ended.length === 0) return null
  return (
    <details className={classes.ended}>
      <summary>
        {ended.length} đơn vị kết thúc từ {formatDay(brought.on)}
      </summary>
      <ul aria-label={`Kết thúc từ ${formatDay(brought.on)}`}>
        {ended.map(({ unitId, name, was }) => (
          <li key={unitId}>
            <Link to="/don-vi/$unitId" params={{ unitId }} search={before => ({ ...before, ngay: addDays(brought.on, -1) })}>
              {name}
            </Link>{' '}
            <span className="soft">{was && orgUnitKindWords[was.kind]}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
