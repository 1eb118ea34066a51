import { useComputedColorScheme } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type { EChartsType } from './engine.ts'
import { paletteAt } from './palette.ts'
import classes from './plot.module.css'
import type { Drawing, Plot, PlotMark } from './plot.ts'

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

type ChartParts<Behind> = {
  readonly plot: Plot<Behind>
  readonly drawing: Drawing
  readonly onOpen: (mark: PlotMark<Behind>) => void
}

/** The drawing. A pointer or the arrow keys go from mark to mark, the line above says each; a click or Enter opens its rows. */
export function Chart<Behind>({ plot, drawing, onOpen }: ChartParts<Behind>) {
  const place = useRef<HTMLDivElement>(null)
  const { ref: sized, width } = useElementSize()
  const scheme = useComputedColorScheme('light')
  const [chart, setChart] = useState<EChartsType | null>(null)
  const [active, setActive] = useState<PlotMark<Behind> | null>(null)
  const readoutId = useId()
  const height = width > 0 ? drawing.heightAt(width) : 0

  const point = useEffectEvent((at: unknown) => setActive(markAt(plot, at)))
  const open = useEffectEvent((at: unknown) => {
    const mark = markAt(plot, at)
    if (mark) onOpen(mark)
  })

  useEffect(() => {
    const held: { chart?: EChartsType; isGone?: boolean } = {}
    async function begin(): Promise<void> {
      const { init } = await import('./engine.ts')
      if (held.isGone || !place.current) return
      held.chart = init(place.current, null, { renderer: 'svg' })
      held.chart.on('mouseover', point)
      held.chart.on('mouseout', () => point({}))
      held.chart.on('click', open)
      setChart(held.chart)
    }
    void begin()
    return () => {
      held.isGone = true
      held.chart?.dispose()
    }
  }, [])

  useEffect(() => {
    if (!chart || !place.current || width === 0) return
    const description = `${plot.title}. ${plot.note} Số liệu đầy đủ ở bảng ngay sau hình.`
    const aria = { enabled: true, label: { description } }
    chart.resize({ width, height })
    chart.setOption({ ...drawing.optionAt(width, paletteAt(place.current)), aria, darkMode: scheme === 'dark' }, { notMerge: true })
  }, [chart, plot, drawing, width, height, scheme])

  useEffect(() => {
    if (!chart || !active) return undefined
    const { seriesIndex, dataIndex } = active
    chart.dispatchAction({ type: 'highlight', seriesIndex, dataIndex })
    return () => {
      if (!chart.isDisposed()) chart.dispatchAction({ type: 'downplay', seriesIndex, dataIndex })
    }
  }, [chart, active])

  function walk(event: KeyboardEvent): void {
    if (event.key === 'Enter' && active) return onOpen(active)
    if (event.key === 'Escape') return setActive(null)
    const step = steps[event.key]
    if (step === undefined || plot.marks.length === 0) return
    event.preventDefault()
    const at = active ? plot.marks.indexOf(active) : step > 0 ? -1 : plot.marks.length
    setActive(plot.marks[(at + step + plot.marks.length) % plot.marks.length] ?? null)
  }

  return (
    <div ref={sized} className={classes.chart}>
      <p id={readoutId} className={classes.readout} aria-live="polite">
        {active?.says}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- one stop for the keys; the marks are walked with arrows */}
      <div
        className={classes.walk}
        role="group"
        tabIndex={0}
        aria-label={`Hình: ${plot.title}. Mũi tên để đi qua từng phần, Enter để mở.`}
        aria-describedby={readoutId}
        onKeyDown={walk}
        onBlur={() => setActive(null)}
      >
        <div ref={place} style={{ height }} />
      </div>
    </div>
  )
}

function markAt<Behind>(plot: Plot<Behind>, at: unknown): PlotMark<Behind> | null {
  const { seriesIndex, dataIndex } = at as { seriesIndex?: number; dataIndex?: number }
  return plot.marks.find(mark => mark.seriesIndex === seriesIndex && mark.dataIndex === dataIndex) ?? null
}
