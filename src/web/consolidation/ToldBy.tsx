import { Link } from '@tanstack/react-router'
import type { ToldBy as Told, ToldFigure } from '#contract/figure-evidence.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { sayInstant } from '../clock.ts'

type Handed = { readonly told: Told | ToldFigure; readonly requestId: string; readonly unitId: string }

/** Whose word a number is: the version, who handed it in, who had written it and from what, and what was said to it. */
export function ToldBy({ told, requestId, unitId }: Handed) {
  const { version, byName, on } = told
  return (
    <>
      {'words' in told && `${told.words}, `}
      <Link to="/bao-cao/dot/$requestId/$unitId" params={{ requestId, unitId }} search={{ ban: String(version) }} className="opens">
        bản {version}
      </Link>
      , {byName} gửi ngày {formatDay(on)}
      {'entered' in told && told.entered && (
        <div className="soft small">
          {told.entered.byName} ghi số này {sayInstant(told.entered.at)}
          {told.entered.fileName && `, từ tệp ${told.entered.fileName}`}
        </div>
      )}
      {'remarks' in told &&
        told.remarks.map(remark => (
          <div key={remark} className="soft small">
            {remark}
          </div>
        ))}
    </>
  )
}
