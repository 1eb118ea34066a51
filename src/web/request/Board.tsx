import { Button, Select, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ParamsInput } from '#contract/index.ts'
import type { BoardLine, BoardView } from '#contract/request.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { capitalise, formatNumber } from '#domain/kit/text.ts'
import { boardSets, standingOf } from '#domain/request/board.ts'
import { levelNouns } from '#domain/request/request.ts'
import { ask } from '../api.ts'
import { readAllRows, useListAbout } from '../app/all-rows.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { useTyped } from '../app/useTyped.ts'
import { Chip } from '../kit/Chip.tsx'
import { DayField } from '../kit/DayField.tsx'
import { DueText } from '../kit/DayText.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Found } from '../kit/Found.tsx'
import { ListExport, ListHead } from '../kit/ListExport.tsx'
import { MoreRows } from '../kit/MoreRows.tsx'
import { Notice } from '../kit/RefusalBanner.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { AddUnitForm } from './AddUnitForm.tsx'
import { BoardCountsTable } from './BoardCounts.tsx'
import { boardColumns } from './board-columns.ts'
import { Letters } from './Letters.tsx'
import { RemindForm } from './RemindForm.tsx'
import { boardSetWords, sayFound, standingWords } from './request-words.ts'
import { SinceTaken } from './SinceTaken.tsx'
import { type BoardLook, useBoardLook } from './useBoardLook.ts'
import { WaitingSheet } from './WaitingSheet.tsx'

/** Who has sent, who has not, what came back and what waits, on any day. */
export function Board({ requestId, unitId }: { requestId: string; unitId: string }) {
  const look = useBoardLook()
  const { on, isToday, level, set, search } = look
  const asked = { id: requestId, unitId, level, set, search, ...(isToday ? {} : { on }) }
  const board = useAsk('request.board', asked, { keepsPrevious: true })
  return <Loaded of={board}>{view => <Boarded view={view} look={look} asked={asked} />}</Loaded>
}

const bothKinds = ['asks', 'reminds'] as const
const reminders = ['reminds'] as const

type Asked = ParamsInput<'request.board'>

function Boarded({ view, look, asked }: { view: BoardView; look: BoardLook; asked: Asked }) {
  const may = useMay()
  const at = { requestId: view.id, unitId: view.unitId }
  const since = useAsk('figure.sinceTaken', at, { enabled: look.isToday && may('figure.acknowledge', view.unitId) }).data
  if (view.byLevel.length === 0)
    return (
      <EmptyState title="Không có đơn vị nào gửi về đây trong đợt này" next={<Link to="/bao-cao/dot">Về các đợt báo cáo</Link>}>
        Đơn vị phải gửi thì mở báo cáo của mình ở trang các đợt báo cáo.
      </EmptyState>
    )
  const waiting = view.byLevel.reduce((sum, { counts }) => sum + counts.sent + counts.corrected, 0)
  const mayAnswer = look.isToday && may('request.waiting', view.unitId)
  return (
    <div className="stack">
      <p className="soft">
        {capitalise(view.askedBy.unitName)} yêu cầu{view.placeName && ` thay mặt ${view.placeName}`} ngày {formatDay(view.sentOn)} · chốt số
        liệu ngày {formatDay(view.cutoff)} · gửi về {view.unitName}
        {view.regimeName && ` · theo chế độ “${view.regimeName}”`}
      </p>
      <div className="row">
        <ButtonLink
          variant="default"
          to="/bao-cao/tong-hop/$requestId"
          params={{ requestId: view.id }}
          search={before => ({ ...before, don_vi: view.unitId })}
        >
          Xem số tổng hợp
        </ButtonLink>
        {mayAnswer && waiting > 0 && !look.isAnswering && (
          <Button onClick={() => look.change({ xem: 'cho' })}>Xem và nhận báo cáo đã gửi</Button>
        )}
        {since && since.rows.length > 0 && !look.isLookingAgain && (
          <Button variant="default" onClick={() => look.change({ xem: 'khac' })}>
            Xem {since.rows.length} đơn vị khác sau khi nhận
          </Button>
        )}
      </div>
      {!look.isToday && <Notice>Như đến hết ngày {formatDay(look.on)}: việc xảy ra sau ngày ấy chưa tính ở đây.</Notice>}
      <BoardCountsTable view={view} look={look} />
      {look.isLookingAgain && since ? (
        <SinceTaken key={since.version} view={since} {...at} onClose={() => look.change({ xem: undefined })} />
      ) : look.isAnswering && mayAnswer ? (
        <WaitingSheet requestId={view.id} unitId={view.unitId} onClose={() => look.change({ xem: undefined })} />
      ) : (
        <>
          <Letters
            requestId={view.id}
            title={view.title}
            unitId={view.unitId}
            kinds={view.unitId === view.askedBy.unitId ? bothKinds : reminders}
          />
          <BoardRows view={view} look={look} asked={asked} differing={new Set(since?.rows.map(({ unitId }) => unitId))} />
        </>
      )}
    </div>
  )
}

type RowsParts = {
  readonly view: BoardView
  readonly look: BoardLook
  readonly asked: Asked
  /** Whose figures say something else than when they were taken. */
  readonly differing: ReadonlySet<string>
}

function BoardRows({ view, look, asked, differing }: RowsParts) {
  const may = useMay()
  const [isReminding, setReminding] = useState(false)
  const [isAdding, setAdding] = useState(false)
  const { rows } = view
  const owing = rows.filter(row => ['notYet', 'overdue', 'sentBack'].includes(standingOf(row)))
  const about = useListAbout(view.title, `gửi về ${view.unitName}`, !look.isToday && `như ngày ${formatDay(look.on)}`)
  return (
    <>
      <Filters look={look} view={view} />
      <ListHead words={sayFound(view)}>
        {look.isToday && owing.length > 0 && may('request.remind', view.unitId) && (
          <Button size="compact-sm" variant="default" onClick={() => setReminding(true)}>
            Nhắc {formatNumber(owing.length)} nơi chưa gửi{rows.length < view.found && ' dưới đây'}…
          </Button>
        )}
        {look.isToday && view.unitId === view.askedBy.unitId && may('request.addUnit', view.unitId) && (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            Thêm nơi phải gửi…
          </Button>
        )}
        <ListExport
          title={view.title}
          about={about}
          columns={boardColumns}
          rows={onProgress => readAllRows(async skip => (await ask('request.board', { ...asked, skip })).rows.map(withId), onProgress)}
        />
      </ListHead>
      {rows.length === 0 ? (
        <EmptyState title="Không có đơn vị nào khớp">Thử bỏ bớt chữ, cấp hay tình trạng.</EmptyState>
      ) : (
        <MoreRows key={`${look.level} ${look.set} ${look.search}`} rows={rows}>
          {shown => (
            <Rows label="Đơn vị phải gửi">
              {shown.map(row => (
                <UnitRow key={row.unitId} row={row} view={view} look={look} isDiffering={differing.has(row.unitId)} />
              ))}
            </Rows>
          )}
        </MoreRows>
      )}
      <FormModal title="Nhắc gửi báo cáo" isOpen={isReminding} onClose={() => setReminding(false)}>
        <RemindForm requestId={view.id} rows={owing} onClose={() => setReminding(false)} />
      </FormModal>
      <FormModal title="Thêm nơi phải gửi" isOpen={isAdding} onClose={() => setAdding(false)}>
        <AddUnitForm view={view} onClose={() => setAdding(false)} />
      </FormModal>
    </>
  )
}

function withId(row: BoardLine): BoardLine & { readonly id: string } {
  return { ...row, id: row.unitId }
}

function Filters({ look, view }: { look: BoardLook; view: BoardView }) {
  const [typed, type] = useTyped(look.search ?? '', value => look.change({ tim: value || undefined }))
  return (
    <div className="filters" role="search">
      <TextInput label="Tìm đơn vị" placeholder="không cần dấu" value={typed} onChange={event => type(event.currentTarget.value)} />
      <Select
        label="Cấp"
        placeholder="gửi thẳng"
        data={view.byLevel.map(({ level }) => ({ value: level, label: capitalise(levelNouns[level]) }))}
        value={look.level ?? null}
        onChange={value => look.change({ cap: value ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': 'Bỏ lọc theo cấp' }}
      />
      <Select
        label="Tình trạng"
        placeholder="tất cả"
        data={boardSets.map(value => ({ value, label: capitalise(boardSetWords[value]) }))}
        value={look.set ?? null}
        onChange={value => look.change({ la: value ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': 'Bỏ lọc theo tình trạng' }}
      />
      <DayField label="Xem ngày" value={look.on} onChange={day => look.change({ ngay: day ?? undefined })} />
    </div>
  )
}

type UnitParts = { readonly row: BoardLine; readonly view: BoardView; readonly look: BoardLook; readonly isDiffering: boolean }

function UnitRow({ row, view, look, isDiffering }: UnitParts) {
  const { today } = useSession()
  const standing = standingOf(row)
  const { word, tone } = standingWords[standing]
  const isOwed = standing === 'notYet' || standing === 'overdue'
  return (
    <Row
      title={
        <Link to="/bao-cao/dot/$requestId/$unitId" params={{ requestId: view.id, unitId: row.unitId }}>
          <Found text={capitalise(row.unitName)} search={look.search} />
        </Link>
      }
      second={
        [
          row.toUnitId !== view.unitId && `gửi ${row.toUnitName}`,
          row.sentOn && `gửi lần đầu ngày ${formatDay(row.sentOn)}${row.isLate ? ', muộn' : ''}`,
          row.version !== null && row.version > 1 && `bản ${row.version}`,
          row.remindedOn && `nhắc ngày ${formatDay(row.remindedOn)}`,
        ]
          .filter(Boolean)
          .join(' · ') || undefined
      }
      aside={
        <>
          {isOwed && <DueText dueOn={row.dueOn} today={look.isToday ? today : look.on} />}
          {isDiffering && <Chip tone="soon">khác sau khi nhận</Chip>}
          {standing !== 'overdue' && <Chip tone={tone}>{word}</Chip>}
        </>
      }
    />
  )
}
