import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import type { MeritFiguresView } from '#contract/merit.ts'
import { formatDay, yearOf } from '#domain/calendar/plain-date.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { holdersOf } from '#domain/merit/holders.ts'
import { baseWords } from '#domain/merit/merit-words.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { DayField } from '../kit/DayField.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Notice } from '../kit/RefusalBanner.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { Switch } from '../kit/Switch.tsx'
import { FigureSheet } from './FigureSheet.tsx'
import { coverageText } from './figure-lines.ts'
import { ReasonSheet } from './ReasonSheet.tsx'
import { RowsPanel } from './RowsPanel.tsx'
import { UnitTable } from './UnitTable.tsx'
import { type FigureLook, useFigureLook } from './useFigureLook.ts'

/** Every number of a title and year of merit with what it is of; each opens the rows it counts. */
export function FiguresPage() {
  const look = useFigureLook()
  const { today } = useSession()
  const view = useAsk('merit.figures', look.asked, { keepsPrevious: true })
  const years = Array.from({ length: 8 }, (_, back) => String(yearOf(today) + 1 - back))
  return (
    <Screen
      title="Số liệu danh hiệu"
      parts={
        <>
          <span>
            <Switch
              label="Danh hiệu"
              value={look.honour}
              shown={look.honourName}
              options={look.honours.map(({ honour, name }) => ({ value: honour, label: name }))}
              onChange={dh => look.change({ dh, mo: undefined, ly_do: undefined })}
            />
          </span>
          <span>
            <Switch
              label="Năm xét"
              value={look.year}
              shown={`năm xét ${look.year}`}
              options={years.map(value => ({ value, label: `Năm xét ${value}` }))}
              onChange={nam => look.change({ nam, mo: undefined })}
            />
          </span>
        </>
      }
    >
      <div className="stack">
        <div className="row">
          <DayField label="Tính đến ngày" w={190} value={look.on ?? null} onChange={day => look.change({ ngay: day ?? undefined })} />
          <DayField
            label="Theo cây đơn vị ngày"
            w={190}
            value={look.tree ?? null}
            onChange={day => look.change({ cay: day ?? undefined })}
          />
        </div>
        <Loaded of={view} rows={12}>
          {answer => <Figures view={answer} look={look} />}
        </Loaded>
      </div>
      {look.opened && <RowsPanel key={JSON.stringify(look.opened)} look={look} opened={look.opened} />}
    </Screen>
  )
}

function Figures({ view, look }: { view: MeritFiguresView; look: FigureLook }) {
  const { total, parts, year } = view
  const { counts, everywhere } = total.sum
  if (counts.registered + counts.withdrawn === 0 && total.before.counts.registered === 0 && total.sum.communes.recorded === 0)
    return (
      <EmptyState
        title={`Năm xét ${year} chưa có đợt bình xét nào ở đây`}
        next={
          <ButtonLink variant="default" to="/binh-xet" search={{}}>
            Tới Bình xét
          </ButtonLink>
        }
      >
        {everywhere > 0 && `Ở đây có ${formatNumber(everywhere)} ${baseWords('all', view.honour)}. `}
        Đợt đã mở, có hộ hay nơi đăng ký thì số liệu hiện ở đây; số chưa ghi thì để trống, không viết là 0.
      </EmptyState>
    )
  return (
    <>
      <Coverage view={view} />
      <FigureSheet view={view} look={look} />
      {Object.keys(counts.reasons).length > 0 && <ReasonSheet view={view} look={look} />}
      {parts.length > 0 && (
        <Sheet title="Theo đơn vị">
          <SegmentedControl
            aria-label="Tỷ lệ tính trên"
            size="sm"
            w="fit-content"
            value={look.base}
            data={[
              { value: 'own', label: 'Trên mẫu số riêng' },
              { value: 'all', label: 'Trên tất cả' },
            ]}
            onChange={value => look.change({ tren: value === 'all' ? 'tat-ca' : undefined })}
          />
          <UnitTable view={view} look={look} />
        </Sheet>
      )}
    </>
  )
}

/** What the numbers are of, before any number. */
function Coverage({ view: { honour, total, on, tree } }: { view: MeritFiguresView }): ReactNode {
  const { communes, everywhere, all } = total.sum
  const covered = coverageText(total.sum)
  const missing = communes.of - communes.recorded
  return (
    <>
      <p className="soft">
        {[covered, `tính đến ngày ${formatDay(on)}`, `theo cây đơn vị ngày ${formatDay(tree)}`].filter(Boolean).join('; ')}.
      </p>
      {communes.recorded > 0 && missing > 0 && (
        <Notice>
          {formatNumber(missing)} xã, phường, thị trấn chưa có đợt bình xét
          {everywhere > all
            ? `: ${formatNumber(everywhere - all)} ${baseWords('all', honour)} ở đó không vào mẫu số nào dưới đây, vì chưa có số liệu không phải là không có.`
            : `; ở đó chưa ghi ${holdersOf(honour).word} nào.`}
        </Notice>
      )}
    </>
  )
}
