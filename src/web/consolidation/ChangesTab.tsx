import { NumberInput } from '@mantine/core'
import type { FigureChangesView, FigureTableView } from '#contract/consolidation.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Missing } from '../kit/Facts.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import classes from './consolidation.module.css'
import type { ConsolidationLook } from './useConsolidationLook.ts'

/** What came, was corrected or was sent back since an earlier state of the figures, and which numbers say something else now. */
export function ChangesTab({ view: { version }, look }: { view: FigureTableView; look: ConsolidationLook }) {
  const { requestId, unitId, search, set } = look
  const asked = Number(search.tu ?? 0)
  const since = Number.isInteger(asked) && asked >= 0 && asked <= version ? asked : 0
  const changes = useAsk('figure.changes', { requestId, unitId, since }, { keepsPrevious: true })
  return (
    <>
      <NumberInput
        label="Đã thay đổi từ lần tổng hợp"
        description={`Mỗi báo cáo gửi lên, đính chính hoặc bị trả lại là một lần; nay là lần ${version}. Lần 0: chưa ai gửi.`}
        value={since}
        min={0}
        max={version}
        allowDecimal={false}
        maw={360}
        onChange={value => set({ tu: String(value) })}
      />
      <Loaded of={changes} rows={8}>
        {answer => <Changed changes={answer} look={look} />}
      </Loaded>
    </>
  )
}

function Changed({ changes, look }: { changes: FigureChangesView; look: ConsolidationLook }) {
  const { sinceOn, since, returns, figures } = changes
  if (returns.length === 0) return <EmptyState title="Không có gì thay đổi từ lần ấy" />
  const from = sinceOn ? `lần ${since}, ngày ${formatDay(sinceOn)}` : 'khi chưa ai gửi'
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
                  <button type="button" className={classes.opens} onClick={() => look.open({ code }, [look.unitId])}>
                    {name}
                  </button>
                }
                second={`Do ${becauseOf.length > 6 ? `${becauseOf.length} đơn vị` : becauseOf.join(', ')}`}
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
      <Sheet title="Báo cáo đã đến hoặc đã đổi">
        <Rows label="Báo cáo đã đến hoặc đã đổi">
          {returns.map(({ unitId, words }) => (
            <Row key={unitId} title={words} />
          ))}
        </Rows>
      </Sheet>
    </>
  )
}
