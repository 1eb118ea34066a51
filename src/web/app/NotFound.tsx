import { Link } from '@tanstack/react-router'
import { EmptyState } from '../kit/EmptyState.tsx'
import classes from './screen.module.css'

/** Also for whoever has no account and came by a paper: there is no frame around it then. */
export function NotFound() {
  return (
    <div className={classes.page}>
      <EmptyState
        title="Không có trang này"
        next={
          <span className="row">
            <Link to="/hom-nay">Về trang Hôm nay</Link>
            <Link to="/xac-minh">Xác minh giấy công nhận</Link>
          </span>
        }
      >
        Địa chỉ có thể đã gõ nhầm, hoặc trang đã chuyển chỗ.
      </EmptyState>
    </div>
  )
}
