import type { ReactNode } from 'react'
import { EmptyState } from '../kit/EmptyState.tsx'
import { CommunesBelow } from './CommunesBelow.tsx'

/** Nothing is held at this unit: what may be opened here, and where the seasons below it are. */
export function NoSeason({ unitId, open }: { unitId: string; open: ReactNode }) {
  return (
    <div className="stack">
      <EmptyState title="Chưa mở đợt bình xét nào ở đây" next={open}>
        {open
          ? 'Mỗi danh hiệu của mỗi năm mở một đợt: gia đình và khu dân cư mở ở xã; xã, phường, cơ quan mở ở cấp trên.'
          : 'Công chức của xã hoặc cấp trên mở đợt; đợt mở rồi thì hiện ở đây.'}
      </EmptyState>
      <CommunesBelow unitId={unitId} to="/binh-xet" />
    </div>
  )
}
