import type { ReactNode } from 'react'
import { useUnits } from '../app/units.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { CommunesBelow } from './CommunesBelow.tsx'

/** Nothing is held at this unit: what may be opened here, and where the seasons below it are. */
export function NoSeason({ unitId, open }: { unitId: string; open: ReactNode }) {
  const { nameOf } = useUnits()
  return (
    <div className="stack">
      <EmptyState title={`${nameOf(unitId)} chưa mở đợt bình xét nào`} next={open}>
        {open
          ? 'Mỗi danh hiệu của mỗi năm mở một đợt: gia đình và khu dân cư mở ở xã; xã, phường, cơ quan mở ở cấp trên.'
          : 'Công chức của xã hoặc cấp trên mở đợt; đợt mở rồi thì hiện ở đây.'}
      </EmptyState>
      <CommunesBelow unitId={unitId} to="/binh-xet" />
    </div>
  )
}
