import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { PostedList } from '#contract/posted.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { askOpinionState, askPostedList, Refused } from '../api.ts'
import { Loaded } from '../app/Loaded.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Fact, Facts } from '../kit/Facts.tsx'
import { Notice } from '../kit/RefusalBanner.tsx'
import classes from './posted.module.css'
import { SayForm } from './SayForm.tsx'

const route = getRouteApi('/niem-yet/$postingId')

/** The list as it hangs on the board, for anybody who has its address; below it, a place to speak up. */
export function PostedPage() {
  const { postingId } = route.useParams()
  const { y_kien: opinionId } = route.useSearch()
  const list = useQuery({ queryKey: ['posted.list', postingId], queryFn: () => askPostedList(postingId), retry: false })
  useEffect(() => {
    document.title = 'Danh sách niêm yết · Nếp'
  }, [])
  return (
    <main className={classes.page}>
      {opinionId && <Answered opinionId={opinionId} />}
      {isNowhere(list.error) ? <NoList /> : <Loaded of={list}>{known => <Posted list={known} postingId={postingId} />}</Loaded>}
    </main>
  )
}

/** An address that was mistyped; a list not yet or no longer open, or a line that was cut, is another matter. */
function isNowhere(error: Error | null): boolean {
  return error instanceof Refused && (error.refusal.code === 'posted.unknown' || error.refusal.code === 'input.invalid')
}

function NoList() {
  return (
    <EmptyState title="Không có danh sách niêm yết ở địa chỉ này" next={<Link to="/xac-minh">Xác minh giấy công nhận</Link>}>
      Danh sách chỉ mở trong những ngày niêm yết. Quét lại mã vuông dán cạnh danh sách, hoặc hỏi trưởng bản, tổ trưởng, UBND xã.
    </EmptyState>
  )
}

function Posted({ list, postingId }: { list: PostedList; postingId: string }) {
  const { areaName, communeName, honour, year, posting, rows } = list
  return (
    <>
      <header>
        <h1>Danh sách niêm yết</h1>
        <p className="soft">
          {areaName}, {communeName} · <a href="#gop-y">Góp ý ở cuối trang</a>
        </p>
      </header>
      <section className={classes.paper}>
        <Facts>
          <Fact label="Đề nghị công nhận">
            {honour} năm {year}
          </Fact>
          <Fact label="Niêm yết">
            từ {formatDay(posting.from)} đến hết {formatDay(posting.lastOn)} tại {posting.place}
          </Fact>
        </Facts>
        <ol className={classes.names} aria-label={`${rows.length} hộ được đề nghị`}>
          {rows.map(({ candidateId, number, name, address }) => (
            <li key={candidateId}>
              <span className={classes.number}>{number}</span>
              <span>
                {name}
                {address && <span className="soft"> · {address}</span>}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <SayForm postingId={postingId} rows={rows} />
    </>
  )
}

/** What became of what one said; the address one kept brings it up, also after the posting. */
function Answered({ opinionId }: { opinionId: string }) {
  const { data, error } = useQuery({ queryKey: ['posted.answer', opinionId], queryFn: () => askOpinionState(opinionId), retry: false })
  if (error) return <Notice tone="late">Không tìm thấy ý kiến này.</Notice>
  if (!data) return null
  const { receivedOn, answer } = data
  if (!answer)
    return (
      <Notice tone="soon">Ý kiến của bạn đã nhận ngày {formatDay(receivedOn)}, chưa được trả lời. Giữ địa chỉ trang này để xem lại.</Notice>
    )
  return (
    <Notice tone="done">
      Ý kiến nhận ngày {formatDay(receivedOn)} được trả lời ngày {formatDay(answer.on)}:{' '}
      {answer.outcome === 'upheld' ? 'tiếp thu.' : 'giữ nguyên danh sách.'} {answer.reason}
    </Notice>
  )
}
