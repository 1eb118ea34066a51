import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { FigureSeriesView, FigureTableView } from '#contract/consolidation.ts'
import { formatDay, isPlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { Asked } from '#domain/indicator/asked.ts'
import { formLevels } from '#domain/indicator/figure-form.ts'
import { useListAbout } from '../app/all-rows.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { DayField } from '../kit/DayField.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Notice } from '../kit/RefusalBanner.tsx'
import { PlotSheet } from '../plot/PlotSheet.tsx'
import type { Plot } from '../plot/plot.ts'
import { ThingSwitch } from './Choices.tsx'
import { ComparedFile } from './ComparedFile.tsx'
import { periodsSheet, throughSheet } from './compare-sheet.ts'
import classes from './consolidation.module.css'
import { multiplesPlot } from './multiples-plot.ts'
import { periodsPlot } from './periods-plot.ts'
import { Reconciled } from './Reconciled.tsx'
import { type BehindPeriod, restatedPeriods } from './series.ts'
import { keyOf, type NamedThing, type Thing, thingsAsked } from './things.ts'
import type { ConsolidationLook, TabParts } from './useConsolidationLook.ts'

/** One thing from period to period: as it was told, or on the units of one day, with the table that reconciles both. */
export function SeriesTab({ view, asked, look }: TabParts) {
  const { search, set } = look
  const { today } = useSession()
  const things = thingsOf(view, asked)
  const thing = things.find(each => keyOf(each) === search.ct) ?? things[0]
  const on = search.ngay && isPlainDate(search.ngay) ? search.ngay : null
  if (!thing) return <EmptyState title="Đợt này không hỏi số liệu nào ở đây" />
  return (
    <>
      <div className={classes.choices}>
        <ThingSwitch thing={thing} things={things} onChange={ct => set({ ct })} />
        <SegmentedControl
          aria-label="Cộng theo"
          size="sm"
          value={on ? 'ngay' : 'nhu-bao-cao'}
          data={[
            { value: 'nhu-bao-cao', label: 'Như đã báo cáo' },
            { value: 'ngay', label: 'Theo đơn vị ngày' },
          ]}
          onChange={value => set({ ngay: value === 'ngay' ? today : undefined, ky: undefined, loc: undefined })}
        />
        {on && <DayField label="Ngày" value={on} onChange={day => set({ ngay: day ?? today, loc: undefined })} w={180} />}
      </div>
      <Series look={look} thing={thing} on={on} table={view} />
    </>
  )
}

/** All that is asked of the levels below; of a unit with nobody below, what it told itself. */
function thingsOf({ coverage, unit }: FigureTableView, asked: Asked): NamedThing[] {
  const levels = coverage.length > 0 ? coverage.map(({ level }) => level) : formLevels
  const each = new Map(levels.flatMap(level => thingsAsked(asked, level)).map(thing => [keyOf(thing), thing]))
  const told = new Set(unit.figures.map(({ code }) => code))
  return [...each.values()].filter(({ code, baseCode }) => coverage.length > 0 || told.has(baseCode ?? code))
}

type SeriesParts = {
  readonly look: ConsolidationLook
  readonly thing: Thing
  readonly on: PlainDate | null
  readonly table: FigureTableView
}

function Series({ look, thing, on, table }: SeriesParts) {
  const { unitId, requestId, search, set } = look
  const { code, baseCode } = thing
  const navigate = useNavigate()
  const view = useAsk('figure.series', { unitId, code, baseCode, ...(on && { on }) }, { keepsPrevious: true })
  const about = useListAbout(table.note)
  const open = (behind: BehindPeriod): void => {
    if (behind.what === 'reconciled') return set({ ky: behind.requestId, loc: behind.unitName || undefined })
    if (behind.requestId === requestId) return look.open(thing, [unitId])
    void navigate({
      to: '/bao-cao/tong-hop/$requestId',
      params: { requestId: behind.requestId },
      search: before => ({ ...before, mo: keyOf(thing), noi: unitId }),
    })
  }
  const sheet = (plot: Plot<BehindPeriod>, file: ReturnType<typeof periodsSheet>) => (
    <PlotSheet
      plot={plot}
      asFile={<ComparedFile title={plot.title} about={about} sheet={file} />}
      about={about}
      isTable={(search.la ?? '').split('.').includes(plot.key)}
      onTable={isTable => set({ la: toggled(search.la, plot.key, isTable) })}
      onOpen={open}
    />
  )
  return (
    <Loaded of={view} rows={10}>
      {answer =>
        answer.periods.length === 0 ? (
          <EmptyState title="Chưa có kỳ nào hỏi số liệu này ở đây" />
        ) : (
          <>
            {answer.periods.length === 1 && <Notice>Mới có một kỳ hỏi số liệu này, chưa có gì để đặt cạnh.</Notice>}
            {sheet(periodsPlot(answer, unitId), periodsSheet(answer))}
            {on && <OnDay view={answer} look={look} on={on} sheet={sheet} />}
          </>
        )
      }
    </Loaded>
  )
}

type OnDayParts = {
  readonly view: FigureSeriesView
  readonly look: ConsolidationLook
  readonly on: PlainDate
  readonly sheet: (plot: Plot<BehindPeriod>, file: ReturnType<typeof periodsSheet>) => ReactNode
}

function OnDay({ view, look: { search, set }, on, sheet }: OnDayParts) {
  const periods = restatedPeriods(view)
  const period = periods.find(({ requestId }) => requestId === search.ky) ?? periods[0]
  if (!period) return <Notice>Chưa kỳ nào đặt được lên các đơn vị ngày {formatDay(on)}.</Notice>
  return (
    <>
      {sheet(multiplesPlot(view, on), throughSheet(view))}
      <Reconciled
        view={view}
        on={on}
        period={period}
        periods={periods}
        toName={search.loc}
        onPeriod={ky => set({ ky, loc: undefined })}
        onWhole={() => set({ loc: undefined })}
      />
    </>
  )
}

function toggled(shown: string | undefined, key: string, isTable: boolean): string | undefined {
  const others = (shown ?? '').split('.').filter(each => each && each !== key)
  return [...others, ...(isTable ? [key] : [])].join('.') || undefined
}
