import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { HouseholdView } from '#contract/household.ts'
import type { YearsView } from '#contract/season-years.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { Chip } from '../kit/Chip.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { UnitHistory } from '../org/UnitHistory.tsx'
import { YearsDrawing } from './YearsDrawing.tsx'
import { causesOf, chainText, followsText, honourNameIn, rulesText, statusTones, statusWords } from './years-lanes.ts'

const ofHousehold = getRouteApi('/frame/danh-hieu/qua-cac-nam/ho/$householdId')
const ofUnit = getRouteApi('/frame/danh-hieu/qua-cac-nam/don-vi/$unitId')

/** The titles of one household through the years, with its moves, splits and mergers. */
export function HouseholdYearsPage() {
  const { householdId } = ofHousehold.useParams()
  const years = useAsk('season.yearsOfHousehold', { householdId })
  const household = useAsk('household.one', { id: householdId })
  const name = years.data?.name ?? ''
  return (
    <Screen title="Danh hiệu qua các năm" unitName={name && `Hộ ${name}`}>
      <Loaded of={years}>
        {view => (
          <Years
            view={view}
            heading={
              <Link to="/so-ho/$householdId" params={{ householdId }}>
                Hộ {view.name}
              </Link>
            }
          >
            {household.data && <Moves household={household.data} />}
          </Years>
        )}
      </Loaded>
    </Screen>
  )
}

/** The same of one village, commune or office. */
export function UnitYearsPage() {
  const { unitId } = ofUnit.useParams()
  const { today } = useSession()
  const years = useAsk('season.yearsOfUnit', { unitId })
  return (
    <Screen title="Danh hiệu qua các năm" unitName={years.data?.name ?? ''}>
      <Loaded of={years}>
        {view => (
          <Years
            view={view}
            heading={
              <Link to="/don-vi/$unitId" params={{ unitId }}>
                {view.name}
              </Link>
            }
          >
            <UnitHistory unitId={unitId} on={today} />
          </Years>
        )}
      </Loaded>
    </Screen>
  )
}

function Years({ view, heading, children }: { view: YearsView; heading: ReactNode; children: ReactNode }) {
  if (view.years.length === 0)
    return (
      <div className="stack">
        <h2>{heading}</h2>
        <EmptyState title="Chưa có năm nào được ghi">
          Đăng ký trong một đợt bình xét thì năm ấy hiện ở đây với kết quả và quyết định.
        </EmptyState>
        {children}
      </div>
    )
  return (
    <div className="stack">
      <h2>{heading}</h2>
      <Sheet title="Chuỗi năm">
        <YearsDrawing view={view} />
        <Rows label="Chuỗi năm liên tục">
          {view.honours.map(honour => (
            <Row
              key={honour.honour}
              title={honourNameIn(view, honour.honour)}
              second={[chainText(honour), ...followsText(honour)].join('. ')}
            />
          ))}
        </Rows>
        {rulesText(view).map(rule => (
          <p key={rule} className="soft">
            {rule}.
          </p>
        ))}
      </Sheet>
      <Sheet title="Từng năm">
        <Rows label="Kết quả từng năm, mới nhất trước">
          {view.years.map(entry => (
            <Row
              key={`${entry.candidateId}${entry.subjectId}`}
              title={`${entry.year}: ${honourNameIn(view, entry.honour)}`}
              second={causesOf(entry).join(' · ')}
              aside={<Chip tone={statusTones[entry.status]}>{statusWords[entry.status]}</Chip>}
            />
          ))}
        </Rows>
      </Sheet>
      {children}
    </div>
  )
}

/** Where it lived and what it came from: a move changes no year, a split or a merger may. */
function Moves({ household: { id, versions, successions } }: { household: HouseholdView }) {
  const moved = versions.filter(({ cause, isStruck }) => !isStruck && (cause === 'moved' || cause === 'entered' || cause === 'imported'))
  return (
    <Sheet title="Chuyển, tách, nhập">
      <Rows label="Chuyển, tách, nhập hộ">
        {moved.map(({ id: versionId, cause, areaName, valid, endCause }) => (
          <Row
            key={versionId}
            title={`${cause === 'moved' ? 'Chuyển đến' : 'Ở'} ${areaName}`}
            second={endCause && valid.until ? `đến trước ${formatDay(valid.until)}` : undefined}
            aside={valid.from && formatDay(valid.from)}
          />
        ))}
        {successions.map(({ fromHouseholdId, toHouseholdId, kind, on, otherHeadName }) => {
          const isLeaving = fromHouseholdId === id
          const words = `${kind === 'split' ? 'Tách' : 'Nhập'}: ${isLeaving ? 'sang' : 'từ'} hộ ${otherHeadName ?? 'ở nơi khác'}`
          const householdId = isLeaving ? toHouseholdId : fromHouseholdId
          return (
            <Row
              key={`${fromHouseholdId}${toHouseholdId}`}
              title={
                otherHeadName === null ? (
                  words
                ) : (
                  <Link to="/danh-hieu/qua-cac-nam/ho/$householdId" params={{ householdId }}>
                    {words}
                  </Link>
                )
              }
              aside={formatDay(on)}
            />
          )
        })}
      </Rows>
    </Sheet>
  )
}
