import { Button, Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { WaitingLine, WaitingView } from '#contract/request.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { capitalise, formatNumber } from '#domain/kit/text.ts'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { choices, useCommand } from '../app/useCommand.ts'
import { Chip } from '../kit/Chip.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Sheet } from '../kit/Rows.tsx'
import classes from './board.module.css'

type Parts = { readonly requestId: string; readonly unitId: string; readonly onClose: () => void }

/** Everything that waits, read through once: what is asked about, what was explained, what a correction changes; then taken, many at once. */
export function WaitingSheet(parts: Parts) {
  const waiting = useAsk('request.waiting', { id: parts.requestId, unitId: parts.unitId })
  return (
    <Loaded of={waiting}>
      {view => <Answering key={view.rows.map(({ unitId, version }) => `${unitId}${version}`).join()} view={view} {...parts} />}
    </Loaded>
  )
}

function Answering({ view, requestId, onClose }: Parts & { readonly view: WaitingView }) {
  const { rows, left } = view
  const form = useCommand({
    name: 'return.accept',
    start: { taken: [] as string[] },
    toBody: ({ taken }) => ({
      requestId,
      returns: rows.filter(({ unitId }) => taken.includes(unitId)).map(({ unitId, version }) => ({ unitId, version })),
    }),
    onDone: () => readAnew('request', 'return', 'figure', 'today'),
  })
  if (rows.length === 0)
    return (
      <EmptyState
        title="Không còn báo cáo nào chờ xem"
        next={
          <Button variant="default" onClick={onClose}>
            Về danh sách đơn vị
          </Button>
        }
      />
    )
  const plain = rows.filter(({ open, changes }) => open.length === 0 && changes.length === 0)
  return (
    <Sheet
      title={`${rows.length} báo cáo chờ xem`}
      actions={
        <Button variant="subtle" onClick={onClose}>
          Về danh sách đơn vị
        </Button>
      }
    >
      <p>
        Đọc qua từng báo cáo, đánh dấu rồi nhận một lần. {plain.length}/{rows.length} báo cáo không có chỗ nào được nhắc mà chưa giải thích.
        {left > 0 && ` Còn ${formatNumber(left)} báo cáo nữa sẽ hiện sau khi nhận những báo cáo này.`}
      </p>
      <FormView
        form={form}
        submitLabel={form.values.taken.length > 0 ? `Nhận ${form.values.taken.length} báo cáo` : 'Nhận báo cáo đã chọn'}
      >
        {plain.length > 0 && (
          <div>
            <Button size="compact-sm" variant="default" onClick={() => form.set({ taken: plain.map(({ unitId }) => unitId) })}>
              Chọn {plain.length} báo cáo không bị nhắc
            </Button>
          </div>
        )}
        <Checkbox.Group aria-label="Báo cáo chờ xem" {...choices(form, 'taken')}>
          {rows.map(row => (
            <WaitingRow key={row.unitId} row={row} requestId={requestId} />
          ))}
        </Checkbox.Group>
      </FormView>
    </Sheet>
  )
}

function WaitingRow({ row, requestId }: { row: WaitingLine; requestId: string }) {
  const { unitId, unitName, version, sentOn, isLate, reason, open, explained, missing, changes } = row
  return (
    <div className={classes.look}>
      <div className="row">
        <Checkbox value={unitId} label={capitalise(unitName)} />
        <span className="soft">
          bản {version}, gửi ngày {formatDay(sentOn)}
        </span>
        {isLate && <Chip tone="late">muộn</Chip>}
        {open.length > 0 && <Chip tone="soon">{open.length} chỗ được nhắc</Chip>}
        {missing > 0 && (
          <Link className="opens" to="/bao-cao/dot/$requestId/$unitId" params={{ requestId, unitId }}>
            {missing} ô chưa có số liệu
          </Link>
        )}
        <Link className="to-end" to="/bao-cao/dot/$requestId/$unitId" params={{ requestId, unitId }}>
          Mở báo cáo
        </Link>
      </div>
      {(reason || changes.length + open.length + explained.length > 0) && (
        <ul className={classes.points}>
          {reason && <li>Đính chính: {reason}</li>}
          {changes.map(change => (
            <li key={change.key}>
              <Changed change={change} />
            </li>
          ))}
          {open.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
          {explained.map(({ sentence, reason: why }) => (
            <li key={sentence} className="soft">
              {sentence} Giữ nguyên vì: {why}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** A number beside what it was; words are opened, before and now. */
function Changed({ change: { name, isNarrative, before, after } }: { change: WaitingLine['changes'][number] }) {
  if (!isNarrative)
    return (
      <>
        {name}: {before ?? 'chưa có số liệu'} → <b>{after ?? 'chưa có số liệu'}</b>
      </>
    )
  return (
    <details>
      <summary>{name}: lời đã viết lại</summary>
      <p className="soft prose">Trước: {before ?? 'chưa viết'}</p>
      <p className="prose">Nay: {after ?? 'bỏ trống'}</p>
    </details>
  )
}
