import type { FigureExplainedView, ShareExplained, ShareView } from '#contract/consolidation.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { Missing } from '../kit/Facts.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { addedAgain, coverageOf, shareAgain } from './tables.ts'

type OnOpen = (unitId: string) => void

/** What a count was added from, one level down, and the sum made once more from the rows in sight. */
export function CountParts({ view: { figure, parts }, onOpen }: { view: FigureExplainedView; onOpen: OnOpen }) {
  if (parts.length === 0) return null
  const again = addedAgain(parts)
  const isTaken = figure.source === 'below' || figure.source === 'partly'
  return (
    <>
      <Rows label={isTaken ? 'Cộng từ' : 'Các đơn vị bên dưới'}>
        {parts.map(({ unitId, unitName, figure: part }) => (
          <Row
            key={unitId}
            title={<Opens name={unitName} onOpen={() => onOpen(unitId)} />}
            second={part.source === 'partly' ? `đã có số của ${coverageOf(part)}` : undefined}
            aside={part.words ?? <Missing />}
          />
        ))}
      </Rows>
      {isTaken && again !== null && figure.value && (
        <p className="soft">
          Cộng lại các dòng trên: {formatNumber(again)}, {comparedWords(again, figure.value.count)}.
        </p>
      )}
    </>
  )
}

/** Both counts of a share by unit: the share is of their sums, never the mean of the shares below. */
export function ShareParts({ explained: { share, parts, notAdded }, onOpen }: { explained: ShareExplained; onOpen: OnOpen }) {
  const again = shareAgain(parts)
  return (
    <>
      {share && <p>{countsOf(share)}</p>}
      {notAdded && <p>{notAdded}</p>}
      {share?.leftOut && <p className="soft">{share.leftOut}</p>}
      {parts.length > 0 && (
        <Rows label="Tính từ">
          {parts.map(({ unitId, unitName, share: part }) => (
            <Row
              key={unitId}
              title={<Opens name={unitName} onOpen={() => onOpen(unitId)} />}
              second={countsOf(part)}
              aside={part.words ?? <Missing>không có mẫu số</Missing>}
            />
          ))}
        </Rows>
      )}
      {share && again && (
        <p className="soft">
          Cộng lại: tử số {formatNumber(again.numerator)}, {comparedWords(again.numerator, share.numerator.count)}; mẫu số{' '}
          {formatNumber(again.denominator)}, {comparedWords(again.denominator, share.denominator.count)}.
        </p>
      )}
    </>
  )
}

function Opens({ name, onOpen }: { name: string; onOpen: () => void }) {
  return (
    <button type="button" className="opens" onClick={onOpen}>
      {name}
    </button>
  )
}

function countsOf({ numerator, denominator, baseName }: ShareView): string {
  return `${formatNumber(numerator.count)}/${formatNumber(denominator.count)} ${baseName}`
}

/** A number that differs is told, never hidden. */
function comparedWords(again: number, kept: number): string {
  return again === kept ? 'đúng bằng số đã ghi' : `lệch ${formatNumber(Math.abs(again - kept))} so với số đã ghi`
}
