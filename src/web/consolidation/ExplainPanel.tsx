import type { FigureExplainedView } from '#contract/consolidation.ts'
import type { ParamsInput } from '#contract/index.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Fact, Facts, Missing } from '../kit/Facts.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { SidePanel } from '../kit/SidePanel.tsx'
import classes from './consolidation.module.css'
import { addedAgain, coverageOf } from './tables.ts'

type PanelParts = {
  readonly asked: ParamsInput<'figure.explain'>
  readonly onOpen: (unitId: string) => void
  readonly onClose: () => void
}

/** Why a number is what it is: what it counts, who told it, and the parts one level down, each opened in turn. */
export function ExplainPanel({ asked, onOpen, onClose }: PanelParts) {
  const view = useAsk('figure.explain', asked)
  return (
    <SidePanel title="Số này từ đâu" onClose={onClose}>
      <Loaded of={view} rows={6}>
        {answer => <Explained view={answer} onOpen={onOpen} />}
      </Loaded>
    </SidePanel>
  )
}

function Explained({ view, onOpen }: { view: FigureExplainedView; onOpen: PanelParts['onOpen'] }) {
  const { name, definition, countUnit, cutoff, figure, parts, missing, told } = view
  const coverage = coverageOf(figure)
  return (
    <div className="stack">
      <Facts>
        <Fact label={name}>{figure.words ? `${figure.words} ${countUnit}` : <Missing />}</Fact>
        <Fact label="Cách đếm">{definition}</Fact>
        <Fact label="Chốt số liệu">ngày {formatDay(cutoff)}</Fact>
        {coverage && <Fact label="Đã có số của">{coverage}</Fact>}
        {told && (
          <Fact label="Theo báo cáo">
            bản {told.version}, {told.byName} gửi ngày {formatDay(told.on)}
          </Fact>
        )}
      </Facts>
      {figure.notAdded && <p>{figure.notAdded}</p>}
      {figure.beside && <p>{figure.beside}</p>}
      {parts.length > 0 && (
        <Rows label="Cộng từ">
          {parts.map(part => (
            <Row
              key={part.unitId}
              title={
                <button type="button" className={classes.opens} onClick={() => onOpen(part.unitId)}>
                  {part.unitName}
                </button>
              }
              aside={part.figure.words ?? <Missing />}
            />
          ))}
        </Rows>
      )}
      <AddedAgain view={view} />
      {missing.length > 0 && <p className="soft">Chưa có số của: {missing.map(({ unitName }) => unitName).join(', ')}.</p>}
    </div>
  )
}

/** The sum made once more from the rows in sight; a number that differs is told, never hidden. */
function AddedAgain({ view: { figure, parts } }: { view: FigureExplainedView }) {
  const again = addedAgain(parts)
  if (again === null || !figure.value) return null
  const apart = Math.abs(again - figure.value.count)
  return (
    <p className="soft">
      Cộng lại các dòng trên: {formatNumber(again)}, {apart === 0 ? 'đúng bằng số đã ghi' : `lệch ${formatNumber(apart)} so với số đã ghi`}.
    </p>
  )
}
