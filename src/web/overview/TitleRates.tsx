import { Select } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { countedHonours } from '#domain/merit/holders.ts'
import { useAsk } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { Sheet } from '../kit/Rows.tsx'
import { honourWords } from '../title/law-lines.ts'
import { OverviewSheet } from './OverviewSheet.tsx'
import { ratesPlot } from './rates-plot.ts'

const route = getRouteApi('/frame/tong-quan')

/** Recognised beside the registered and beside all there are, for whoever may read the figures of the unit. */
export function TitleRates({ unitId, year }: { unitId: string; year: number }) {
  const { dh } = route.useSearch()
  const navigate = useNavigate()
  const mayRead = useMay()('merit.figures', unitId)
  const honour = countedHonours.find(known => known === dh) ?? 'culturalFamily'
  const figures = useAsk('merit.figures', { unitId, honour, year }, { enabled: mayRead, keepsPrevious: true })
  if (!mayRead || !figures.data) return null
  const choice = (
    <Select
      aria-label="Danh hiệu"
      w={320}
      allowDeselect={false}
      value={honour}
      data={countedHonours.map(value => ({ value, label: honourWords[value] }))}
      onChange={value =>
        void navigate({
          to: '.',
          search: before => ({ ...before, dh: value === null || value === 'culturalFamily' ? undefined : value }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  )
  const plot = ratesPlot(figures.data)
  if (plot) return <OverviewSheet plot={plot} controls={choice} />
  return (
    <Sheet title={`Công nhận “${figures.data.honourName}”`}>
      {choice}
      <p className="soft">
        Năm xét {year} và {year - 1} chưa có đợt bình xét nào ở đây. Mở đợt, ghi đăng ký và quyết định thì tỷ lệ công nhận hiện ở đây.
      </p>
      <div>
        <Link to="/danh-hieu/so-lieu" search={{ dh: honour, nam: String(year) }}>
          Tới số liệu danh hiệu
        </Link>
      </div>
    </Sheet>
  )
}
