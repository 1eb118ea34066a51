import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { SearchHit } from '#contract/search.ts'
import { ask } from '../api.ts'
import classes from './palette.module.css'
import { byKind, matching, type PaletteGroup, type PaletteLine, withLines } from './palette-lines.ts'
import { kindName, useActs, useHitLine, usePlaceLines, useRecentLines } from './palette-offers.ts'
import { queryClient, useAsk } from './queries.ts'
import { useUnitId } from './units.ts'

const shortest = 2

/** Everything from one place: type, choose with the arrows, Enter opens it. */
export function Palette({ onClose, openKeys }: { onClose: () => void; openKeys: () => void }) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { groups, isSearching, findFirst } = useGroups(typed, openKeys)
  const lines = groups.flatMap(group => group.lines)
  const chosen = lines[Math.min(at, lines.length - 1)]

  function run(line: PaletteLine): void {
    onClose()
    line.run()
  }
  /** Enter before the answer has come means the first line of what will be found. */
  async function choose(): Promise<void> {
    const line = isSearching ? await findFirst() : chosen
    if (line) run(line)
  }
  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && lines.length > 0) setAt((Math.min(at, lines.length - 1) + step + lines.length) % lines.length)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) void choose()
    else return
    event.preventDefault()
  }

  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={640}
      yOffset="10vh"
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.box ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Tìm mọi thứ, làm mọi việc">
        <input
          className={classes.input}
          type="text"
          role="combobox"
          aria-label="Tìm hoặc làm"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-autocomplete="list"
          {...(chosen && { 'aria-activedescendant': idOf(chosen) })}
          placeholder="Số văn bản, tên việc, đơn vị, người…; không cần dấu"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          data-autofocus
        />
        <div id="palette-list" role="listbox" aria-label="Tìm được" className={classes.list} data-waiting={isSearching || undefined}>
          {groups.map(group => (
            <Group key={group.name} group={group} chosen={chosen} onPoint={line => setAt(lines.indexOf(line))} onRun={run} />
          ))}
        </div>
        <p role="status" className={classes.foot}>
          {sayFound(typed, lines.length, isSearching)}
          {lines.length > 0 && <span className={classes.how}> · ↑ ↓ để chọn, Enter để mở</span>}
        </p>
      </Modal.Content>
    </Modal.Root>
  )
}

type Offered = {
  readonly groups: readonly PaletteGroup[]
  readonly isSearching: boolean
  /** The first line for what is typed now, once the answer to it has come. */
  readonly findFirst: () => Promise<PaletteLine | undefined>
}

function useGroups(typed: string, openKeys: () => void): Offered {
  const text = typed.trim()
  const unitId = useUnitId()
  const [asked] = useDebouncedValue(text, 150)
  const isLong = text.length >= shortest
  const found = useAsk('search.everywhere', { unitId, text: asked }, { enabled: isLong && asked.length >= shortest, keepsPrevious: true })
  const recent = useRecentLines()
  const acts = useActs(openKeys)
  const places = usePlaceLines()
  const lineOf = useHitLine()
  const groupsFor = (hits: readonly SearchHit[]): readonly PaletteGroup[] =>
    withLines(
      text === ''
        ? [
            { name: 'Vừa xem', lines: recent },
            { name: 'Làm ngay', lines: acts.filter(line => !line.isQuiet) },
            { name: 'Đi tới', lines: places },
          ]
        : [
            { name: 'Đi tới', lines: matching(places, text) },
            { name: 'Làm ngay', lines: matching(acts, text) },
            ...byKind(hits, kindName, lineOf),
          ],
    )
  async function findFirst(): Promise<PaletteLine | undefined> {
    const params = { unitId, text }
    const hits = await queryClient.fetchQuery({ queryKey: ['search.everywhere', params], queryFn: () => ask('search.everywhere', params) })
    return groupsFor(hits)[0]?.lines[0]
  }
  const isSearching = isLong && !found.error && (asked !== text || found.isFetching)
  return { groups: groupsFor(isLong ? (found.data ?? []) : []), isSearching, findFirst }
}

type GroupParts = {
  readonly group: PaletteGroup
  readonly chosen: PaletteLine | undefined
  readonly onPoint: (line: PaletteLine) => void
  readonly onRun: (line: PaletteLine) => void
}

function Group({ group, chosen, onPoint, onRun }: GroupParts) {
  return (
    <div role="group" aria-label={group.name}>
      <div className={classes.kind} aria-hidden="true">
        {group.name}
      </div>
      {group.lines.map(line => (
        <Line key={line.id} line={line} isChosen={line.id === chosen?.id} onPoint={() => onPoint(line)} onRun={() => onRun(line)} />
      ))}
    </div>
  )
}

type LineParts = { readonly line: PaletteLine; readonly isChosen: boolean; readonly onPoint: () => void; readonly onRun: () => void }

function Line({ line, isChosen, onPoint, onRun }: LineParts) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    // The keyboard stays in the field above, which names the chosen option.
    <div
      ref={element}
      id={idOf(line)}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      className={classes.line}
      onMouseMove={() => !isChosen && onPoint()}
      onClick={onRun}
      onKeyDown={event => event.key === 'Enter' && onRun()}
    >
      <span className={classes.what}>
        <span className={classes.title}>{line.title}</span>
        {line.second && <span className={classes.second}>{line.second}</span>}
      </span>
      {line.aside && <span className={classes.aside}>{line.aside}</span>}
      {line.keys && (
        <span className={classes.keys} aria-hidden="true">
          {line.keys.map(key => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      )}
    </div>
  )
}

function idOf(line: PaletteLine): string {
  return `palette-${line.id.replace(/[^\w-]/gu, '_')}`
}

function sayFound(typed: string, count: number, isSearching: boolean): string {
  if (isSearching) return 'Đang tìm'
  if (count > 0) return typed.trim() === '' ? 'Gõ để tìm trong mọi thứ bạn được xem' : `${count} mục`
  return 'Không thấy gì khớp. Thử ít chữ hơn, số văn bản như 41/KH, hoặc một phần của tên.'
}
