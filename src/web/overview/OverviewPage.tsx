import { SegmentedControl, Select } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OverviewView } from '#contract/overview.ts'
import { formatDay, yearOf } from '#domain/calendar/plain-date.ts'
import { type PeriodPart, periodNamed, periodParts, periodTitle } from '#domain/calendar/reporting-period.ts'
import { capitalise } from '#domain/kit/text.ts'
import { type Grouping, uncountedIn, yearTotal } from '#domain/overview/activity-tally.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { Notice } from '../kit/RefusalBanner.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { Switch } from '../kit/Switch.tsx'
import { activitiesPlot } from './activities-plot.ts'
import { BehindPanel } from './BehindPanel.tsx'
import { fromAddress } from './behind.ts'
import { comparisonPlot } from './comparison-plot.ts'
import { OverviewSheet } from './OverviewSheet.tsx'
import classes from './overview.module.css'
import { peoplePlot } from './people-plot.ts'
import { TitleRates } from './TitleRates.tsx'
import { tasksPlot } from './tasks-plot.ts'
import { titlesPlot } from './titles-plot.ts'

const route = getRouteApi('/frame/tong-quan')

/** A year of a unit where people would rather look than read; every mark opens the rows behind it. */
export function OverviewPage() {
  const unitId = useUnitId()
  const { nam, ky, mo } = route.useSearch()
  const { today } = useSession()
  const navigate = useNavigate()
  const year = nam && /^(19|20)\d\d$/u.test(nam) ? Number(nam) : yearOf(today)
  const part = periodParts.find(known => known === ky) ?? 'Y'
  const view = useAsk('overview.one', { unitId, year, part }, { keepsPrevious: true })
  const years = Array.from({ length: 6 }, (_, back) => String(yearOf(today) + 1 - back))
  const behind = fromAddress(mo)
  const close = (): void => void navigate({ to: '.', search: before => ({ ...before, mo: undefined }), replace: true, resetScroll: false })
  return (
    <Screen
      title="Tổng quan"
      parts={
        <>
          <span>
            <Switch
              label="Năm"
              value={String(year)}
              shown={`năm ${year}`}
              options={years.map(value => ({ value, label: `Năm ${value}` }))}
              onChange={chosen => void navigate({ to: '.', search: before => ({ ...before, nam: chosen, mo: undefined }) })}
            />
          </span>
          <span>tính đến ngày {formatDay(today)}</span>
        </>
      }
    >
      <Loaded of={view} rows={12}>
        {answer => <Plots view={answer} part={part} unitId={unitId} />}
      </Loaded>
      {behind && <BehindPanel key={mo} unitId={unitId} year={year} behind={behind} onClose={close} />}
    </Screen>
  )
}

function Plots({ view, part, unitId }: { view: OverviewView; part: PeriodPart; unitId: string }) {
  const { year, tasks, activities, comparison, isWhole } = view
  const navigate = useNavigate()
  const { theo } = route.useSearch()
  const mayRecord = useMay()('activity.record', unitId)
  const grouping: Grouping = theo === 'phong-trao' ? 'campaign' : 'kind'
  const titles = titlesPlot(view)
  const look = (patch: { theo?: string | undefined; ky?: string | undefined }): void =>
    void navigate({ to: '.', search: before => ({ ...before, ...patch }), replace: true, resetScroll: false })
  const people = uncountedIn(activities, year)
  const compared = comparison && comparisonPlot(view, comparison, part)
  const parts = <PartSelect year={year} part={part} onChange={ky => look({ ky })} />
  return (
    <div className={classes.plots}>
      <p className="soft">Bấm vào một phần của hình, hoặc dùng mũi tên rồi Enter, để mở các dòng phía sau nó.</p>
      {!isWhole && <Notice>Bạn thấy số liệu trong phạm vi của mình; số chung của cả đơn vị do cấp trên xem.</Notice>}
      {tasks.length > 0 ? (
        <OverviewSheet plot={tasksPlot(view)} />
      ) : (
        <NothingYet title={`Tiến độ theo đơn vị, năm ${year}`} next={<Link to="/ke-hoach">Tới Kế hoạch</Link>}>
          Năm {year} chưa giao việc nào cho đơn vị này và bên dưới. Giao việc ở kế hoạch thì tiến độ từng đơn vị hiện ở đây.
        </NothingYet>
      )}
      {yearTotal(activities, year) !== null || yearTotal(activities, year - 1) !== null ? (
        <OverviewSheet
          plot={activitiesPlot(view, grouping)}
          controls={
            <SegmentedControl
              aria-label="Xếp theo"
              size="sm"
              value={grouping}
              data={[
                { value: 'kind', label: 'Theo loại' },
                { value: 'campaign', label: 'Theo phong trào' },
              ]}
              onChange={value => look({ theo: value === 'campaign' ? 'phong-trao' : undefined })}
            />
          }
        />
      ) : (
        <NothingYet title={`Hoạt động trong năm ${year}`} next={mayRecord && <ButtonLink to="/hoat-dong/ghi">Ghi hoạt động</ButtonLink>}>
          Năm {year} và năm {year - 1} chưa có số liệu: chưa ghi hoạt động nào. Ghi rồi thì thấy ở đây việc làm đều hay dồn, theo loại và
          theo phong trào.
        </NothingYet>
      )}
      <div className={classes.pair}>
        {people.of > people.uncounted ? (
          <OverviewSheet plot={peoplePlot(view)} />
        ) : (
          <NothingYet
            title={`Lượt người tham gia, năm ${year}`}
            next={
              people.of > 0 && (
                <Link
                  to="."
                  search={before => ({ ...before, mo: `hoat-dong.${year}-01-01.${year + 1}-01-01.participants.unknown` })}
                  resetScroll={false}
                >
                  Mở {people.of} hoạt động chưa ghi số người
                </Link>
              )
            }
          >
            Năm {year} chưa có số liệu:{' '}
            {people.of > 0 ? `${people.of} hoạt động đã ghi nhưng chưa hoạt động nào ghi số người` : 'chưa ghi hoạt động nào'}. Số đếm được
            và số ước sẽ để riêng.
          </NothingYet>
        )}
        {titles ? <OverviewSheet plot={titles} /> : <NoTitles view={view} />}
      </div>
      <TitleRates unitId={unitId} year={year} />
      {compared ? (
        <OverviewSheet plot={compared} controls={parts} />
      ) : (
        <NothingYet title="So với cùng kỳ" next={parts}>
          {comparison ? 'Kỳ này và cùng kỳ năm trước chưa có số liệu nào.' : 'Kỳ này chưa bắt đầu, nên chưa có gì để so.'}
        </NothingYet>
      )}
    </div>
  )
}

function PartSelect({ year, part, onChange }: { year: number; part: PeriodPart; onChange: (ky: string | undefined) => void }) {
  return (
    <Select
      aria-label="Kỳ"
      w={220}
      allowDeselect={false}
      value={part}
      data={['Y', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'].map(value => {
        const period = periodNamed(`${year}-${value}`)
        return { value, label: capitalise(period ? periodTitle(period) : value) }
      })}
      onChange={value => onChange(value === null || value === 'Y' ? undefined : value)}
    />
  )
}

function NoTitles({ view: { titles, titleName, year, on, isWhole } }: { view: OverviewView }) {
  const words = titles.now
    ? `Đến ngày ${formatDay(titles.now.on)} chưa đơn vị nào được ghi đăng ký, trong ${titles.now.of} ${titles.now.baseName}.`
    : isWhole
      ? `Ngày ${formatDay(on)} không có đơn vị trực thuộc nào đăng ký được danh hiệu này.`
      : 'Tỷ lệ cần đủ các đơn vị trong mẫu số; số chung xem ở đơn vị cấp trên.'
  return (
    <NothingYet
      title={`Đăng ký “${titleName}”`}
      next={
        titles.now && (
          <Link to="/danh-hieu" search={{ nam: String(year) }}>
            Tới Danh hiệu năm {year}
          </Link>
        )
      }
    >
      {words}
    </NothingYet>
  )
}

/** Says what will appear and the one next step. */
function NothingYet({ title, children, next }: { title: string; children: ReactNode; next?: ReactNode }) {
  return (
    <Sheet title={title}>
      <p className="soft">{children}</p>
      {next && <div>{next}</div>}
    </Sheet>
  )
}
