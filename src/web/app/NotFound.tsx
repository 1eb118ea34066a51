import { Link } from '@tanstack/react-router'
import { EmptyState } from '../kit/EmptyState.tsx'

export function NotFound() {
  return (
    <EmptyState title="Không có trang này" next={<Link to="/hom-nay">Về trang Hôm nay</Link>}>
      Địa chỉ có thể đã gõ nhầm, hoặc trang đã chuyển chỗ.
    </EmptyState>
  )
}
