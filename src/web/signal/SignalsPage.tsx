import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { SeasonView } from '#contract/season.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Switch } from '../kit/Switch.tsx'
import { CommunesBelow } from '../season/CommunesBelow.tsx'
import { Draws } from './Draws.tsx'
import { Signals } from './Signals.tsx'

const route = getRouteApi('/frame/dau-hieu')

/** Where a season asks for a look, what those who looked found, and the lots drawn for a re-check. */
export function SignalsPage() {
  const unitId = useUnitId()
  const { dot } = route.useSearch()
  const navigate = useNavigate()
  const may = useMay()
  const seasons = useAsk('season.list', { unitId })
  const ofHouseholds = (seasons.data ?? []).filter(({ arrangement }) => arrangement === 'byArea')
  const shown = ofHouseholds.find(({ id }) => id === dot) ?? ofHouseholds[0]
  return (
    <Screen
      title="Dấu hiệu và kiểm lại"
      actions={
        shown && (
          <ButtonLink variant="default" to="/binh-xet" search={{ dot: shown.id }}>
            Cả đợt
          </ButtonLink>
        )
      }
      parts={
        shown && (
          <span>
            <Switch
              label="Đợt"
              value={shown.id}
              shown={nameOf(shown)}
              options={ofHouseholds.map(season => ({ value: season.id, label: nameOf(season) }))}
              onChange={chosen => void navigate({ to: '.', search: before => ({ ...before, dot: chosen }) })}
            />
          </span>
        )
      }
    >
      <Loaded of={seasons}>
        {() => {
          if (!shown)
            return (
              <div className="stack">
                <EmptyState title="Không có đợt xét các hộ nào mở ở đây">
                  Dấu hiệu đề nghị xem lại và mẫu kiểm lại lấy từ đợt xét các hộ của một xã.
                </EmptyState>
                <CommunesBelow unitId={unitId} to="/dau-hieu" />
              </div>
            )
          if (!may('signal.ofSeason', shown.unitId))
            return <EmptyState title="Việc của xã và cấp trên">Người xem lại là công chức, lãnh đạo xã và cấp trên của xã.</EmptyState>
          return (
            <div className="stack">
              <Signals key={shown.id} seasonId={shown.id} />
              <Draws key={`${shown.id} lots`} seasonId={shown.id} />
            </div>
          )
        }}
      </Loaded>
    </Screen>
  )
}

function nameOf({ bookName, year }: SeasonView): string {
  return `${bookName} năm ${year}`
}
