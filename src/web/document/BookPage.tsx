import { Button } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type DocumentBook, directionWords } from '#contract/document.ts'
import { formatDay, yearOf } from '#domain/calendar/plain-date.ts'
import { type BookDirection, bookDirections, type RegisteredDocument } from '#domain/document/registry.ts'
import { bookColumns } from '#domain/document/registry-columns.ts'
import { ask } from '../api.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useUnitId } from '../app/units.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListExport, ListHead } from '../kit/ListExport.tsx'
import { Switch } from '../kit/Switch.tsx'
import classes from './book.module.css'
import { registerColumns } from './document-columns.ts'
import { yearOptions } from './options.ts'

const route = getRouteApi('/frame/van-ban/so-dang-ky')
const wholeYear = 'ca-nam'
const months = [
  { value: wholeYear, label: 'cả năm' },
  ...Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: `tháng ${i + 1}` })),
]

/** The incoming or outgoing register of a unit, as it is printed and closed: Decree 30/2020/NĐ-CP, Annex IV. */
export function BookPage() {
  const unitId = useUnitId()
  const { today } = useSession()
  const search = route.useSearch()
  const navigate = useNavigate()
  const direction = bookDirections.find(known => known === search.so) ?? 'incoming'
  const year = /^(1[89]|2[01])\d\d$/u.test(search.nam ?? '') ? (search.nam ?? '') : String(yearOf(today))
  const month = months.find(({ value }) => value === search.thang && value !== wholeYear)
  const book = useAsk('document.book', { unitId, direction, year, month: month?.value }, { keepsPrevious: true })
  const look = (patch: { so?: string; nam?: string; thang?: string | undefined }): void =>
    void navigate({ to: '.', search: before => ({ ...before, ...patch }), replace: true })
  const parts = (
    <>
      <span>
        <Switch
          label="Sổ"
          value={direction}
          shown={directionWords[direction].toLocaleLowerCase('vi')}
          options={bookDirections.map(value => ({ value, label: directionWords[value] }))}
          onChange={so => look({ so })}
        />
      </span>
      <span>
        <Switch
          label="Năm"
          value={year}
          shown={`năm ${year}`}
          options={yearOptions(yearOf(today), year).map(value => ({ value, label: value }))}
          onChange={nam => look({ nam })}
        />
      </span>
      <span>
        <Switch
          label="Tháng"
          value={month?.value ?? wholeYear}
          shown={month?.label ?? 'cả năm'}
          options={months}
          onChange={value => look({ thang: value === wholeYear ? undefined : value })}
        />
      </span>
    </>
  )
  const actions = (
    <>
      <ButtonLink variant="default" to="/van-ban" search={{ so: direction }}>
        Tìm trong sổ
      </ButtonLink>
      <Button disabled={!book.data || book.data.entries.length === 0} onClick={() => window.print()}>
        In sổ
      </Button>
    </>
  )
  return (
    <Screen title={`Sổ đăng ký ${directionWords[direction].toLocaleLowerCase('vi')}`} parts={parts} actions={actions}>
      <Loaded of={book}>
        {answer =>
          answer.entries.length === 0 ? (
            <EmptyState title={`Chưa có ${directionWords[direction].toLocaleLowerCase('vi')} nào trong ${spanOf(year, month?.label)}`}>
              Văn bản vào sổ ở đơn vị này hiện ra đây theo thứ tự số, đủ cột như sổ giấy, để in và đóng sổ.
            </EmptyState>
          ) : (
            <>
              <ListHead words={`${answer.entries.length} văn bản`}>
                <ListExport
                  title={`Sổ đăng ký ${directionWords[direction].toLocaleLowerCase('vi')}`}
                  about={[answer.unitName, spanOf(year, month?.label), `ngày ${formatDay(today)}`]}
                  columns={registerColumns(direction)}
                  rows={onProgress =>
                    answer.isCut ? readByMonth({ unitId, direction, year }, onProgress) : Promise.resolve(answer.entries)
                  }
                />
              </ListHead>
              <Book book={answer} direction={direction} span={spanOf(year, month?.label)} />
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}

/** A register too long for one look is taken away month by month. */
async function readByMonth(
  book: { readonly unitId: string; readonly direction: BookDirection; readonly year: string },
  onProgress: (count: number) => void,
): Promise<readonly RegisteredDocument[]> {
  const entries: RegisteredDocument[] = []
  for (let month = 1; month <= 12; month++) {
    const answer = await ask('document.book', { ...book, month })
    entries.push(...answer.entries)
    onProgress(entries.length)
  }
  return entries
}

function spanOf(year: string, month: string | undefined): string {
  return month === undefined ? `năm ${year}` : `${month} năm ${year}`
}

function Book({ book, direction, span }: { book: DocumentBook; direction: BookDirection; span: string }) {
  const columns = bookColumns[direction]
  return (
    <section className={classes.book} aria-label="Sổ đăng ký">
      {book.isCut && <p className={classes.cut}>Sổ dài hơn mức in một lần: chọn từng tháng để in cho đủ.</p>}
      <div className={classes.scroll} role="region" aria-label="Bảng sổ đăng ký" tabIndex={0}>
        <table className={classes.table}>
          <caption>
            <span className={classes.unit}>{book.unitName}</span>
            <span className={classes.title}>Sổ đăng ký {directionWords[direction]}</span>
            <span className={classes.span}>{span}</span>
          </caption>
          <thead>
            <tr>
              {columns.map(({ head, width }) => (
                <th key={head} scope="col" data-width={width}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {book.entries.map(entry => (
              <tr key={entry.id}>
                {columns.map(({ head, width, textOf }) => (
                  <td key={head} data-width={width}>
                    {textOf(entry) === entry.code ? (
                      <Link to="/van-ban/$documentId" params={{ documentId: entry.id }}>
                        {entry.code}
                      </Link>
                    ) : (
                      textOf(entry)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
