import { SegmentedControl } from '@mantine/core'
import { formatDay, yearOf } from '#domain/calendar/plain-date.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { type Level, levels } from '#domain/request/request.ts'
import { useListAbout } from '../app/all-rows.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { useUnits } from '../app/units.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Switch } from '../kit/Switch.tsx'
import { PlotSheet } from '../plot/PlotSheet.tsx'
import { levelWords, ThingSwitch } from './Choices.tsx'
import { ComparedFile } from './ComparedFile.tsx'
import { extremesOf, figureText, goalNote, inOrder, orders, orderWords } from './compare.ts'
import { unitsSheet } from './compare-sheet.ts'
import classes from './consolidation.module.css'
import { keyOf, type NamedThing, thingsAsked } from './things.ts'
import { tilesPlot } from './tiles-plot.ts'
import { titleOf, unitsPlot } from './units-plot.ts'
import type { TabParts } from './useConsolidationLook.ts'

/** One thing over all units of a level, beside an earlier period and beside what the plan in force set out to reach. */
export function CompareTab({ view, asked: askedForm, look }: TabParts) {
  const asked = levels.filter(level => view.coverage.some(each => each.level === level))
  const level = asked.find(each => each === look.search.cap) ?? (asked.includes('commune') ? 'commune' : asked[0])
  const things = level ? thingsAsked(askedForm, level) : []
  const thing = things.find(each => keyOf(each) === look.search.ct) ?? things[0]
  if (!level || !thing) return <EmptyState title="Chưa có gì để so sánh">Đợt này không hỏi số liệu của đơn vị nào bên dưới.</EmptyState>
  return (
    <>
      <div className={classes.choices}>
        <Switch
          label="Cấp"
          value={level}
          shown={levelWords[level]}
          options={asked.map(each => ({ value: each, label: levelWords[each] }))}
          onChange={cap => look.set({ cap, ct: undefined })}
        />
        <ThingSwitch thing={thing} things={things} onChange={ct => look.set({ ct })} />
      </div>
      <Compared view={view} look={look} level={level} thing={thing} />
    </>
  )
}

function Compared({ view: table, look, level, thing }: Omit<TabParts, 'asked'> & { level: Level; thing: NamedThing }) {
  const { requestId, unitId, search } = look
  const { code, baseCode } = thing
  const view = useAsk('figure.compare', { requestId, unitId, level, code, baseCode, besideId: search.canh }, { keepsPrevious: true })
  const requests = useAsk('request.list', { unitId })
  const { list } = useUnits(table.cutoff)
  const about = useListAbout(table.title, `chốt số liệu ngày ${formatDay(table.cutoff)}`, table.note)
  const order = orders.find(each => each === search.xep) ?? 'cao'
  const periods = (requests.data ?? []).filter(
    ({ id, sentOn, owed, cutoff }) => id !== requestId && sentOn && !owed && cutoff < table.cutoff,
  )
  return (
    <Loaded of={view} rows={12}>
      {answer => {
        if (answer.units.length === 0) return <EmptyState title="Chưa có đơn vị nào ở cấp này" />
        const units = inOrder(answer.units, order, answer)
        const extremes = extremesOf(answer.units, answer)
        const told = answer.units.filter(unit => figureText(unit, answer) !== null).length
        if (told === 0)
          return <EmptyState title="Chưa đơn vị nào gửi số liệu này">Có báo cáo đầu tiên thì các đơn vị hiện cạnh nhau ở đây.</EmptyState>
        const note = [
          `${formatNumber(told)}/${formatNumber(units.length)} đơn vị đã có số liệu.`,
          extremes && `Cao nhất: ${extremes.highest}. Thấp nhất: ${extremes.lowest}.`,
          goalNote(answer, yearOf(table.cutoff)),
        ]
          .filter(Boolean)
          .join(' ')
        const shown = { view: answer, units, note }
        const isTiles = search.hinh === 'o' && level === 'commune'
        const codes = new Map(list.map(({ unitId: id, code: ofUnit }) => [id, ofUnit]))
        return (
          <>
            <PlotSheet
              plot={isTiles ? tilesPlot({ ...shown, units: inOrder(units, 'ten', answer) }, id => codes.get(id) ?? null) : unitsPlot(shown)}
              about={about}
              asFile={<ComparedFile title={titleOf(answer)} about={about} sheet={unitsSheet(shown)} />}
              isTable={search.la === 'bang'}
              onTable={isTable => look.set({ la: isTable ? 'bang' : undefined })}
              onOpen={opened => look.open({ code, baseCode }, opened === unitId ? [unitId] : [unitId, opened])}
              controls={
                <div className={classes.choices}>
                  {level === 'commune' && (
                    <SegmentedControl
                      aria-label="Cách vẽ"
                      size="sm"
                      value={isTiles ? 'o' : 'vach'}
                      data={[
                        { value: 'vach', label: 'Vạch' },
                        { value: 'o', label: 'Ô theo vị trí' },
                      ]}
                      onChange={hinh => look.set({ hinh: hinh === 'o' ? 'o' : undefined })}
                    />
                  )}
                  {!isTiles && (
                    <Switch
                      label="Xếp"
                      value={order}
                      shown={`Xếp ${orderWords[order]}`}
                      options={orders.map(each => ({ value: each, label: `Xếp ${orderWords[each]}` }))}
                      onChange={xep => look.set({ xep })}
                    />
                  )}
                  {periods.length > 0 && (
                    <Switch
                      label="Kỳ đặt cạnh"
                      value={answer.beside?.requestId ?? ''}
                      shown={answer.beside ? `cạnh ${answer.beside.title}` : 'Đặt cạnh kỳ khác'}
                      options={[
                        { value: '', label: 'Cùng kỳ năm trước' },
                        ...periods.map(({ id, title }) => ({ value: id, label: title })),
                      ]}
                      onChange={canh => look.set({ canh: canh || undefined })}
                    />
                  )}
                </div>
              }
            />
          </>
        )
      }}
    </Loaded>
  )
}
