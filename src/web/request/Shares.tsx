import { percentWords } from '#domain/consolidation/words.ts'
import type { TablePart } from '#domain/indicator/figure-form.ts'
import { printValue } from '#domain/indicator/read-value.ts'
import { ratioKey } from '#domain/request/places.ts'
import { Missing } from '../kit/Facts.tsx'
import { operatorWords } from '../plan/words.ts'
import { sayUnread } from './FigureCell.tsx'
import { flagsOfRatio, type Look, useLook } from './look.ts'
import { FlagNote } from './PlaceNotes.tsx'
import classes from './return.module.css'

/** The shares of a table, reckoned as one types, each with the base it is of; beside them what the unit printed elsewhere. */
export function Shares({ part }: { part: TablePart }) {
  const look = useLook()
  if (part.ratios.length === 0) return null
  const codes = [...new Set(part.ratios.map(({ code }) => code))]
  return (
    <div className="stack-s">
      <h3>Tỷ lệ</h3>
      <ul className={classes.shares} data-read-only={look.writing === null || undefined}>
        {part.ratios.map(ratio => (
          <ShareLine key={ratioKey(ratio.code, ratio.baseCode)} {...ratio} />
        ))}
      </ul>
      {codes
        .flatMap(code => flagsOfRatio(look, code))
        .map(flag => (
          <FlagNote key={flag.key} flag={flag} />
        ))}
    </div>
  )
}

function ShareLine({ code, baseCode }: TablePart['ratios'][number]) {
  const look = useLook()
  const ratio = look.view.form.ratios.find(known => known.code === code)
  if (!ratio) return null
  const base = ratio.bases.find(known => known.code === baseCode)?.name ?? ''
  const goal = look.view.goals.find(({ share }) => share.code === code && share.baseCode === baseCode)
  return (
    <li>
      <span>
        {ratio.name}, trên {base}
        {goal && (
          <span className="soft small">
            {' '}
            · chỉ tiêu của {goal.ownerName}: {operatorWords[goal.operator]} {goal.goalPercent.toLocaleString('vi')}%
          </span>
        )}
      </span>
      <span className={classes.share}>{sayShare(look, ratio.numerator, baseCode) ?? <Missing />}</span>
      <Printed code={code} baseCode={baseCode} name={`${ratio.name}, trên ${base}`} />
    </li>
  )
}

function sayShare({ content: { values } }: Pick<Look, 'content'>, numeratorCode: string, baseCode: string): string | null {
  const [numerator, base] = [values[numeratorCode], values[baseCode]]
  if (!numerator || !base || base.count === 0) return null
  return `${printValue(numerator)}/${printValue(base)} (${percentWords({ numerator, denominator: base })})`
}

/** Kept beside what the counts give, digit for digit, and asked about where the two differ. */
function Printed({ code, baseCode, name }: { code: string; baseCode: string; name: string }) {
  const { view, content, writing } = useLook()
  const key = ratioKey(code, baseCode)
  const printed = content.printed.find(each => ratioKey(each.ratioCode, each.baseCode) === key)
  if (!writing) return printed ? <span className="soft">đơn vị đã in {printed.percent}%</span> : null
  const why = writing.state.unread.get(key)
  return (
    <span className={classes.printed}>
      <input
        className={classes.cell}
        data-place={key}
        inputMode="decimal"
        autoComplete="off"
        placeholder="đã in %"
        title="Nếu văn bản của đơn vị đã in tỷ lệ này, ghi đúng như đã in"
        aria-label={`${name}: tỷ lệ đã in ở ${view.unitName}, nếu có`}
        aria-invalid={why !== undefined || undefined}
        value={writing.state.words[key] ?? ''}
        onChange={event => writing.desk.type(key, event.currentTarget.value)}
      />
      {why && (
        <span role="alert" className={classes.why}>
          {sayUnread(why)}
        </span>
      )}
    </span>
  )
}
