import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { endCauseWords, type HouseholdView, povertyWords } from '#contract/household.ts'
import type { RightName } from '#contract/rights.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { type HouseholdVersion, lastStanding, type VersionCause } from '#domain/household/household.ts'
import { capitalise } from '#domain/kit/text.ts'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { Chip } from '../kit/Chip.tsx'
import { Fact, Facts, Missing } from '../kit/Facts.tsx'
import { PaneBack } from '../kit/PaneBack.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { AmendForm, EndForm, MergeForm, MoveForm, SplitForm } from './ChangeForms.tsx'
import { Grounds } from './Grounds.tsx'

const route = getRouteApi('/frame/so-ho/$householdId')

export function HouseholdPage() {
  const { householdId } = route.useParams()
  const household = useAsk('household.one', { id: householdId })
  return <Loaded of={household}>{view => <OpenHousehold key={view.id} household={view} />}</Loaded>
}

const changes = [
  ['household.amend', 'Sửa', AmendForm],
  ['household.move', 'Chuyển đi', MoveForm],
  ['household.split', 'Tách hộ', SplitForm],
  ['household.merge', 'Nhập hộ', MergeForm],
  ['household.end', 'Đưa ra khỏi sổ', EndForm],
] as const
type ChangeName = (typeof changes)[number][0]

function OpenHousehold({ household }: { household: HouseholdView }) {
  const may = useMay()
  const [asking, setAsking] = useState<ChangeName | null>(null)
  const last = lastStanding(household.versions) ?? household.versions[0]
  if (!last) return null
  const goesOn = last.valid.until === null && !last.isStruck
  const mayDo = (name: RightName): boolean => may(name, last.areaUnitId)
  return (
    <div className="stack">
      <PaneBack>
        <Link to="/so-ho" search={true}>
          Sổ hộ
        </Link>
      </PaneBack>
      <Sheet
        title={last.headName}
        actions={
          goesOn &&
          changes
            .filter(([name]) => mayDo(name))
            .map(([name, words]) => (
              <Button key={name} variant={name === 'household.amend' ? 'default' : 'subtle'} onClick={() => setAsking(name)}>
                {words}
              </Button>
            ))
        }
      >
        <HouseholdFacts household={household} last={last} />
        {mayDo('season.yearsOfHousehold') && (
          <div>
            <Link to="/danh-hieu/qua-cac-nam/ho/$householdId" params={{ householdId: household.id }}>
              Danh hiệu qua các năm
            </Link>
          </div>
        )}
      </Sheet>
      {mayDo('household.lookAtGrounds') && <Grounds householdId={household.id} />}
      <HouseholdHistory household={household} />
      {changes.map(([name, words, Form]) => (
        <FormModal key={name} title={`${words}: ${last.headName}`} isOpen={asking === name} onClose={() => setAsking(null)}>
          <Form household={household} last={last} onClose={() => setAsking(null)} />
        </FormModal>
      ))}
    </div>
  )
}

type Last = HouseholdView['versions'][number]

function HouseholdFacts({ household: { code }, last }: { household: HouseholdView; last: Last }) {
  return (
    <Facts>
      <Fact label="Nơi ở">{[capitalise(last.areaName), last.address].filter(Boolean).join(', ')}</Fact>
      <Fact label="Nhân khẩu">{last.memberCount ?? <Missing>chưa rõ</Missing>}</Fact>
      <Fact label="Diện hộ">{last.poverty === null ? <Missing>chưa rõ</Missing> : povertyWords[last.poverty]}</Fact>
      {code && <Fact label="Mã hộ">{code}</Fact>}
      {last.endCause && <Fact label="Ra khỏi sổ">{sayEnd(last)}</Fact>}
    </Facts>
  )
}

function sayEnd({ endCause, valid, isStruck }: HouseholdVersion): ReactNode {
  if (!endCause) return null
  return isStruck || valid.until === null ? endCauseWords[endCause] : `từ ${formatDay(valid.until)}: ${endCauseWords[endCause]}`
}

const causeWords: Record<VersionCause, string> = {
  entered: 'Ghi vào sổ',
  imported: 'Nạp từ danh sách',
  amended: 'Sửa',
  moved: 'Chuyển đến',
  split: 'Tách hộ',
  merged: 'Nhập hộ',
}

/** Everything that was ever recorded, the latest first; what was wrong stays to be seen. */
function HouseholdHistory({ household: { id, versions, successions } }: { household: HouseholdView }) {
  return (
    <Sheet title="Lịch sử">
      <Rows label="Lịch sử của hộ, mới nhất trước">
        {versions.map(version => (
          <Row
            key={version.id}
            title={`${causeWords[version.cause]}: ${version.headName}, ${version.areaName}`}
            second={[
              version.memberCount === null ? 'chưa rõ số khẩu' : `${version.memberCount} khẩu`,
              version.poverty && povertyWords[version.poverty],
              version.reason,
              version.recordedBy,
            ]
              .filter(Boolean)
              .join(' · ')}
            aside={
              <>
                {version.isStruck && <Chip>ghi nhầm, đã thay</Chip>}
                <span>{sayDays(version)}</span>
              </>
            }
          />
        ))}
        {successions.map(succession => (
          <Row
            key={`${succession.fromHouseholdId}${succession.toHouseholdId}`}
            title={`${succession.fromHouseholdId === id ? 'Sang' : 'Từ'} hộ ${succession.otherHeadName ?? 'ở nơi khác'}`}
            second={succession.kind === 'split' ? 'tách hộ' : 'nhập hộ'}
            aside={formatDay(succession.on)}
          />
        ))}
      </Rows>
    </Sheet>
  )
}

function sayDays({ valid: { from, until } }: HouseholdVersion): string {
  const begin = from ? `từ ${formatDay(from)}` : ''
  return until === null ? begin : `${begin} đến trước ${formatDay(until)}`
}
