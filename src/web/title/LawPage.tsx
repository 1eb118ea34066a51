import { Select } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { contains } from '#domain/calendar/date-range.ts'
import { addDays, formatDay, isPlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { byFact } from '#domain/title/confirmation.ts'
import { honours, type LawHonour, type RuleBook } from '#domain/title/rule-book.ts'
import { gapOn, ruleBookNamed, ruleBookOn, ruleBooksOf } from '#domain/title/rule-books.ts'
import { type Confirmations, factsOf, unverified } from '#domain/title/sourced.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useUnitId } from '../app/units.ts'
import { Chip } from '../kit/Chip.tsx'
import { DayField } from '../kit/DayField.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListDetail } from '../kit/ListDetail.tsx'
import { PaneBack } from '../kit/PaneBack.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { ComparedBooks } from './ComparedBooks.tsx'
import { honourWords } from './law-lines.ts'
import { OpenPoints } from './OpenPoints.tsx'
import { RuleBookSheet } from './RuleBookSheet.tsx'
import { RulesList } from './RulesList.tsx'
import { RulesSheet } from './RulesSheet.tsx'

const route = getRouteApi('/frame/danh-hieu/quy-dinh')

/** The law of titles by date: every rule book there was, what is verified in it, and who answers for the rest. */
export function LawPage() {
  const unitId = useUnitId()
  const { today } = useSession()
  const navigate = useNavigate()
  const { bo, voi, ngay, tinh } = route.useSearch()
  const on = ngay && isPlainDate(ngay) ? ngay : today
  const law = useAsk('title.law', { unitId })
  const open = bo ? ruleBookNamed(bo) : undefined
  const other = voi && voi !== bo ? ruleBookNamed(voi) : undefined
  return (
    <Screen
      title="Quy định về danh hiệu"
      parts={<span>quy định ngày {formatDay(on)}</span>}
      actions={
        <ButtonLink variant="default" to="/lich-nghi">
          Lịch nghỉ
        </ButtonLink>
      }
    >
      <Loaded of={law}>
        {view => {
          const confirmations = byFact(view.standing)
          const adopted = open ? undefined : view.rules.find(({ id }) => id === tinh)
          return (
            <ListDetail
              opened={open?.id ?? tinh}
              list={
                <div className="stack">
                  <DayField
                    label="Quy định của ngày"
                    value={on}
                    w={180}
                    onChange={day => day && void navigate({ to: '.', search: before => ({ ...before, ngay: day }), replace: true })}
                  />
                  <RulesList rules={view.rules} unitId={unitId} on={on} openId={adopted?.id} />
                  {honours.map(honour => (
                    <HonourList key={honour} honour={honour} on={on} openId={open?.id} confirmations={confirmations} />
                  ))}
                  <OpenPoints />
                </div>
              }
              detail={
                open || adopted ? (
                  <div className="stack">
                    <PaneBack>
                      <Link to="/danh-hieu/quy-dinh" search={({ ngay: day }) => ({ ngay: day })}>
                        Tất cả quy định
                      </Link>
                    </PaneBack>
                    {open && <Beside book={open} />}
                    {open && !other && <RuleBookSheet key={open.id} book={open} law={view} unitId={unitId} />}
                    {open && other && <ComparedBooks before={open} after={other} />}
                    {adopted && <RulesSheet key={adopted.id} adopted={adopted} />}
                  </div>
                ) : null
              }
            />
          )
        }}
      </Loaded>
    </Screen>
  )
}

type HonourParts = { honour: LawHonour; on: PlainDate; openId: string | undefined; confirmations: Confirmations }

/** One title through the texts that governed it, oldest first; on the day looked at one counts, or the gap says why none. */
function HonourList({ honour, on, openId, confirmations }: HonourParts) {
  const gap = gapOn(honour, on)
  const counts = ruleBookOn(honour, on)
  return (
    <section className="stack-s" aria-label={honourWords[honour]}>
      <h2>{honourWords[honour]}</h2>
      {!counts && gap && (
        <EmptyState title={`Ngày ${formatDay(on)} chưa có bộ quy định dùng được`}>
          {gap.why}. Xem mục “Điểm chưa rõ của luật” ở cuối.
        </EmptyState>
      )}
      <Rows label={`Các bộ quy định: ${honourWords[honour]}`}>
        {ruleBooksOf(honour).map(book => (
          <Row
            key={book.id}
            isSelected={book.id === openId}
            title={
              <Link to="/danh-hieu/quy-dinh" search={before => ({ ...before, bo: book.id, voi: undefined, tinh: undefined })}>
                {book.cites.join(' · ')}
              </Link>
            }
            second={sayDays(book)}
            aside={<BookState book={book} on={on} confirmations={confirmations} />}
          />
        ))}
      </Rows>
    </section>
  )
}

function BookState({ book, on, confirmations }: { book: RuleBook; on: PlainDate; confirmations: Confirmations }) {
  const count = unverified(factsOf(book), confirmations).length
  return (
    <>
      {contains(book.valid, on) && <Chip tone="done">đang dùng</Chip>}
      {count > 0 && <Chip tone="soon">{count} chưa xác minh</Chip>}
    </>
  )
}

function sayDays({ valid: { from, until } }: RuleBook): string {
  return until === null ? `từ ${formatDay(from)}` : `${formatDay(from)} – ${formatDay(addDays(until, -1))}`
}

/** The other rule books of the same title, one of which may stand beside this one. */
function Beside({ book }: { book: RuleBook }) {
  const navigate = useNavigate()
  const { voi } = route.useSearch()
  const others = ruleBooksOf(book.honour).filter(other => other.id !== book.id)
  if (others.length === 0) return null
  return (
    <Select
      label="Đặt cạnh"
      placeholder="chọn bộ quy định khác để so"
      clearable
      w={320}
      maw="100%"
      value={voi ?? null}
      data={others.map(other => ({ value: other.id, label: `${other.cites.at(-1)} (${sayDays(other)})` }))}
      onChange={id =>
        void navigate({ to: '.', search: before => ({ ...before, voi: id ?? undefined }), replace: true, resetScroll: false })
      }
    />
  )
}
