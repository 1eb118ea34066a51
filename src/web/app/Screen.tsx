import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import { Switch } from '../kit/Switch.tsx'
import { OfflineLine } from './OfflineLine.tsx'
import classes from './screen.module.css'
import { useSession } from './session.tsx'
import { useUnitId, useUnits } from './units.ts'

type ScreenParts = {
  readonly title: string
  /** Further parts of the context line, each a switch or words. */
  readonly parts?: ReactNode
  readonly actions?: ReactNode
  /** The unit cannot be switched where one thing of one unit is open. */
  readonly unitName?: string
  readonly children: ReactNode
}

/** A page: one sentence on top says what is looked at; then what it is, what can be done, and the thing itself. */
export function Screen({ title, parts, actions, unitName, children }: ScreenParts) {
  useEffect(() => {
    document.title = `${title} · Nếp`
  }, [title])
  return (
    <>
      <div className={classes.context}>
        <span>{unitName === undefined ? <UnitSwitch /> : capitalise(unitName)}</span>
        {parts}
        <WorkingDay />
      </div>
      <OfflineLine />
      <div className={classes.page}>
        <header className={classes.head}>
          <h1>{title}</h1>
          {actions && (
            <div className="row" data-page-acts>
              {actions}
            </div>
          )}
        </header>
        {children}
      </div>
    </>
  )
}

function UnitSwitch() {
  const navigate = useNavigate()
  const units = useUnits()
  const unitId = useUnitId()
  const options = units.list.map(unit => ({ value: unit.unitId, label: unit.name, depth: Math.min(unit.depth, 4) }))
  return (
    <Switch
      label="Đơn vị"
      value={unitId}
      shown={units.nameOf(unitId)}
      options={options}
      onChange={chosen => void navigate({ to: '.', search: before => ({ ...before, don_vi: chosen }) })}
    />
  )
}

function WorkingDay() {
  const { isDemonstration, today } = useSession()
  if (!isDemonstration) return null
  return <span className={classes.demo}>Dữ liệu minh họa · ngày làm việc {formatDay(today)}</span>
}
