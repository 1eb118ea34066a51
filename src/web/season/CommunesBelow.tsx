import { Link } from '@tanstack/react-router'
import { communeKinds } from '#domain/org/org-unit.ts'
import { useUnits } from '../app/units.ts'
import { MoreRows } from '../kit/MoreRows.tsx'
import { Row, Rows } from '../kit/Rows.tsx'

/** Households are reviewed commune by commune: from above, one of them is gone to. */
export function CommunesBelow({ unitId, to }: { unitId: string; to: '/binh-xet' | '/dau-hieu' }) {
  const units = useUnits()
  const communes = units.list.filter(
    unit => communeKinds.includes(unit.kind) && unit.unitId !== unitId && units.pathOf(unit.unitId).includes(unitId),
  )
  if (communes.length === 0) return null
  return (
    <section className="stack-s" aria-labelledby="cac-xa">
      <h2 id="cac-xa">Đợt của các xã, phường, thị trấn</h2>
      <MoreRows rows={communes}>
        {shown => (
          <Rows label="Xã, phường, thị trấn">
            {shown.map(commune => (
              <Row
                key={commune.unitId}
                title={
                  <Link to={to} search={before => ({ ...before, dot: undefined, don_vi: commune.unitId })}>
                    {commune.name}
                  </Link>
                }
              />
            ))}
          </Rows>
        )}
      </MoreRows>
    </section>
  )
}
