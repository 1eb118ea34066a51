import { useUnreachedSince } from './offline.ts'
import classes from './screen.module.css'

/** One quiet line while the server does not answer; it goes by itself. */
export function OfflineLine() {
  const since = useUnreachedSince()
  return (
    <div role="status">
      {since !== null && (
        <p className={classes.offline}>Chưa nối được máy chủ; những gì đang xem là lúc {since}. Nội dung bạn nhập vẫn còn trên máy này.</p>
      )}
    </div>
  )
}
