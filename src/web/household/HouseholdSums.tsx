import type { HouseholdCount, HouseholdCountsView } from '#contract/household.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Fact, Facts } from '../kit/Facts.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import type { HouseholdLook } from './useHouseholdLook.ts'

/** How many there are, and of how many of them something is not known; folded away where the households themselves follow. */
export function HouseholdSums({ look: { unitId, on }, isBesideList }: { look: HouseholdLook; isBesideList: boolean }) {
  const counts = useAsk('household.counts', { unitId, ...(on && { on }) }, { keepsPrevious: true })
  return (
    <Loaded of={counts} rows={1}>
      {view => {
        const { total } = view
        if (total.households === 0)
          return isBesideList ? null : (
            <EmptyState title="Sổ chưa có hộ nào">Hộ được ghi ở bản, thôn, tổ dân phố bên dưới xã, phường.</EmptyState>
          )
        if (!isBesideList) return <Sums view={view} />
        return (
          <details>
            <summary>
              {count(total.households)} hộ, {count(total.members)} nhân khẩu, {count(total.poor)} hộ nghèo, {count(total.nearPoor)} hộ cận
              nghèo
            </summary>
            <Sums view={view} />
          </details>
        )
      }}
    </Loaded>
  )
}

function Sums({ view: { total, parts } }: { view: HouseholdCountsView }) {
  return (
    <Sheet>
      <Facts>
        <Fact label="Hộ">{count(total.households)}</Fact>
        <Fact label="Nhân khẩu">
          {count(total.members)}
          {total.uncounted > 0 && <span className="soft"> · {count(total.uncounted)} hộ chưa rõ số khẩu, không tính vào</span>}
        </Fact>
        <Fact label="Hộ nghèo">{ofKnown(total, total.poor)}</Fact>
        <Fact label="Hộ cận nghèo">{ofKnown(total, total.nearPoor)}</Fact>
      </Facts>
      {parts.length > 1 && (
        <Rows label="Số hộ theo nơi trực thuộc">
          {parts.map(part => (
            <Row
              key={part.unitId}
              title={part.unitName}
              aside={
                <>
                  <span>{count(part.households)} hộ</span>
                  <span>{count(part.poor)} nghèo</span>
                  <span>{count(part.nearPoor)} cận nghèo</span>
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Sheet>
  )
}

/** A number with what it is of: households whose standing nobody knows are in no share. */
function ofKnown({ households, povertyUnknown }: HouseholdCount, number: number) {
  const known = households - povertyUnknown
  return (
    <>
      {count(number)}
      <span className="soft">
        {' '}
        trên {count(known)} hộ đã rõ diện{povertyUnknown > 0 && `; ${count(povertyUnknown)} hộ chưa rõ`}
      </span>
    </>
  )
}

function count(value: number): string {
  return value.toLocaleString('vi')
}
