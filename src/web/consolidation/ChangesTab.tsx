import { Link } from '@tanstack/react-router'
import type { FigureChangesView, FigureTableView } from '#contract/consolidation.ts'
import { formatDay, isPlainDate } from '#domain/calendar/plain-date.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { DayField } from '../kit/DayField.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Missing } from '../kit/Facts.tsx'
import { MoreRows } from '../kit/MoreRows.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { ManyNames } from './ManyNames.tsx'
import type { ConsolidationLook } from './useConsolidationLook.ts'

/** What came, was corrected or was sent back since an earlier state of the figures, and which numbers say something else now. */
export function ChangesTab({ view: { version }, look }: { view: FigureTableView; look: ConsolidationLook }) {
  const { requestId, unitId, search, set } = look
  const sinceDay = search.tu && isPlainDate(search.tu) ? search.tu : null
  const changes = useAsk('figure.changes', { requestId, unitId, ...(sinceDay && { sinceDay }) }, { keepsPrevious: true })
  return (
    <>
      <DayField
        label="Đã thay đổi từ hết ngày"
        description={`Mỗi báo cáo gửi lên, đính chính hoặc bị trả lại là một lần tổng hợp; nay là lần ${formatNumber(version)}. Để trống: từ khi chưa ai gửi.`}
        value={sinceDay}
        w={360}
        onChange={day => set({ tu: day ?? undefined })}
      />
      <Loaded of={changes} rows={8}>
        {answer => <Changed changes={answer} look={look} />}
      </Loaded>
    </>
  )
}

function Changed({ changes, look }: { changes: FigureChangesView; look: ConsolidationLook }) {
  const { sinceOn, since, returns, figures } = changes
  if (returns.length === 0) return <EmptyState title="Không có gì thay đổi từ ngày ấy" />
  const from = sinceOn ? `lần tổng hợp ${formatNumber(since)}, ngày ${formatDay(sinceOn)}` : 'khi chưa ai gửi'
  return (
    <>
      <p className="soft">So với {from}.</p>
      {figures.length > 0 && (
        <Sheet title="Số đã khác">
          <Rows label="Số đã khác">
            {figures.map(({ code, name, countUnit, before, after, becauseOf }) => (
              <Row
                key={code}
                title={
                  <button type="button" className="opens" onClick={() => look.open({ code }, [look.unitId])}>
                    {name}
                  </button>
                }
                second={<ManyNames lead="Do" names={becauseOf} />}
                aside={
                  <>
                    {before ?? <Missing />} → {after ?? <Missing />} {countUnit}
                  </>
                }
              />
            ))}
          </Rows>
        </Sheet>
      )}
      <Sheet title={`Báo cáo đã đến hoặc đã đổi: ${formatNumber(returns.length)}`}>
        <MoreRows key={since} rows={returns}>
          {shown => (
            <Rows label="Báo cáo đã đến hoặc đã đổi">
              {shown.map(({ unitId, words }) => (
                <Row
                  key={unitId}
                  title={
                    <Link to="/bao-cao/dot/$requestId/$unitId" params={{ requestId: look.requestId, unitId }}>
                      {words}
                    </Link>
                  }
                />
              ))}
            </Rows>
          )}
        </MoreRows>
      </Sheet>
    </>
  )
}
