import type { MeritFiguresView } from '#contract/merit.ts'
import { capitalise, formatNumber } from '#domain/kit/text.ts'
import { holdersOf } from '#domain/merit/holders.ts'
import { ratioText } from '#domain/report/from-tasks.ts'
import type { ReasonCode } from '#domain/season/decision.ts'
import { reasonWords } from '#domain/season/season-words.ts'
import { useListAbout } from '../app/all-rows.ts'
import { useMay } from '../app/units.ts'
import { ListExport } from '../kit/ListExport.tsx'
import { numberColumn, textColumn } from '../kit/list-sheet.ts'
import { Sheet } from '../kit/Rows.tsx'
import classes from './merit.module.css'
import type { FigureLook } from './useFigureLook.ts'

type ReasonRow = { readonly code: ReasonCode; readonly count: number }

const columns = [
  textColumn<ReasonRow>('Lý do', 48, ({ code }) => capitalise(reasonWords[code])),
  numberColumn<ReasonRow>('Số', 12, ({ count }) => count),
]

/** Why some did not reach it, the most frequent reason first. */
export function ReasonSheet({ view: { total, honour, year }, look }: { view: MeritFiguresView; look: FigureLook }) {
  const { reasons, notReached } = total.sum.counts
  const { kind, word } = holdersOf(honour)
  const mayOpen = useMay()('household.list', total.unitId) || kind === 'unit'
  const rows = (Object.entries(reasons) as [ReasonCode, number][])
    .map(([code, count]) => ({ code, count }))
    .toSorted((a, b) => b.count - a.count)
  const about = useListAbout(`năm xét ${year}`)
  return (
    <Sheet
      title="Không đạt vì sao"
      actions={<ListExport title="Không đạt vì sao" about={about} columns={columns} rows={() => Promise.resolve(rows)} />}
    >
      <p className="soft">
        Trên {formatNumber(notReached)} {word} không đạt. Có {word} không đạt vì nhiều lý do, nên cộng các dòng có thể hơn số ấy.
      </p>
      <ul className={classes.figures} aria-label="Lý do không đạt">
        {rows.map(({ code, count }) => (
          <li key={code} className={classes.reason}>
            <span>{capitalise(reasonWords[code])}</span>
            {mayOpen ? (
              <button
                type="button"
                className="opens"
                aria-label={`${reasonWords[code]}: ${count}. Mở`}
                onClick={() => look.open({ measure: 'notReached', unitId: total.unitId, reason: code })}
              >
                {ratioText({ numerator: count, denominator: notReached, baseName: `${word} không đạt` })}
              </button>
            ) : (
              <span>{ratioText({ numerator: count, denominator: notReached, baseName: `${word} không đạt` })}</span>
            )}
            <div className={classes.bars} aria-hidden>
              <div className={classes.bar} style={{ inlineSize: `${(count / notReached) * 100}%` }} />
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
