import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { FigureTableView } from '#contract/consolidation.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useUnitId } from '../app/units.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Notice } from '../kit/RefusalBanner.tsx'
import { Switch } from '../kit/Switch.tsx'
import { ExplainPanel } from './ExplainPanel.tsx'
import { silentUnits, tablesOf } from './tables.ts'
import { UnitTable } from './UnitTable.tsx'

const route = getRouteApi('/frame/bao-cao/tong-hop/$requestId')

/** What was handed in for one request, unit by unit; every number is laid open down to the return it came from. */
export function ConsolidationPage() {
  const { requestId } = route.useParams()
  const { bang, mo, noi } = route.useSearch()
  const unitId = useUnitId()
  const navigate = useNavigate()
  const view = useAsk('figure.table', { requestId, unitId }, { keepsPrevious: true })
  const open = (code: string | undefined, at: string | undefined): void =>
    void navigate({ to: '.', search: before => ({ ...before, mo: code, noi: at }), resetScroll: false })
  return (
    <Screen title="Tổng hợp số liệu">
      <Loaded of={view} rows={12}>
        {answer => (
          <Figures
            view={answer}
            tableKey={bang}
            onOpen={open}
            onTable={key =>
              void navigate({ to: '.', search: before => ({ ...before, bang: key, mo: undefined, noi: undefined }), replace: true })
            }
          />
        )}
      </Loaded>
      {mo && (
        <ExplainPanel
          key={`${mo} ${noi ?? unitId}`}
          asked={{ requestId, unitId: noi ?? unitId, code: mo }}
          onOpen={at => open(mo, at)}
          onClose={() => open(undefined, undefined)}
        />
      )}
    </Screen>
  )
}

type FiguresParts = {
  readonly view: FigureTableView
  readonly tableKey: string | undefined
  readonly onTable: (key: string) => void
  readonly onOpen: (code: string, unitId: string) => void
}

function Figures({ view, tableKey, onTable, onOpen }: FiguresParts) {
  const tables = tablesOf(view)
  const table = tables.find(({ key }) => key === tableKey) ?? tables[0]
  if (!table)
    return <EmptyState title="Đợt này không hỏi số liệu nào ở đây">Số liệu chỉ có ở đơn vị được hỏi và đơn vị nhận báo cáo.</EmptyState>
  return (
    <div className="stack">
      <p className="soft">
        {view.title} · chốt số liệu ngày {formatDay(view.cutoff)} · {view.note}
      </p>
      <Coverage view={view} />
      <Switch
        label="Bảng số liệu"
        value={table.key}
        shown={table.heading}
        options={tables.map(({ key, heading }) => ({ value: key, label: heading }))}
        onChange={onTable}
      />
      <UnitTable view={view} table={table} onOpen={onOpen} />
    </div>
  )
}

/** Who has told and who has not, before any number. */
function Coverage({ view: { parts } }: { view: FigureTableView }) {
  if (parts.length === 0) return null
  const silent = silentUnits(parts)
  const told = `${formatNumber(parts.length - silent.length)}/${formatNumber(parts.length)} đơn vị đã có số liệu`
  if (silent.length === 0) return <p>{told}.</p>
  return (
    <Notice>
      {told}; chưa có số liệu của: {silent.map(({ unitName }) => unitName).join(', ')}.
    </Notice>
  )
}
