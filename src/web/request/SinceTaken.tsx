import { Button, Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { PartSinceTaken, ReturnSinceTaken, SinceTakenView } from '#contract/since-taken.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { capitalise, formatNumber } from '#domain/kit/text.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { choices, useCommand } from '../app/useCommand.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Missing } from '../kit/Facts.tsx'
import { Sheet } from '../kit/Rows.tsx'
import classes from './board.module.css'

type Parts = { readonly view: SinceTakenView; readonly requestId: string; readonly unitId: string; readonly onClose: () => void }

/** What came out another way below after it was taken: looked through, then ticked off, many at once. It holds nobody up. */
export function SinceTaken({ view, requestId, unitId, onClose }: Parts) {
  const { rows, version, acknowledged } = view
  const form = useCommand({
    name: 'figure.acknowledge',
    start: { looked: [] as string[] },
    toBody: ({ looked }) => ({ requestId, unitId, version, unitIds: looked }),
    onDone: () => readAnew('figure', 'today'),
  })
  const back = (
    <Button variant="subtle" onClick={onClose}>
      Về danh sách đơn vị
    </Button>
  )
  const all = rows.map(row => row.unitId)
  return (
    <Sheet title="Khác sau khi nhận" actions={back}>
      {rows.length === 0 ? (
        <EmptyState title="Không có số nào khác so với lúc đã nhận" />
      ) : (
        <>
          <p>
            Báo cáo đã nhận rồi mà bên dưới gửi muộn, đính chính hoặc bị trả lại, nên số cộng lên đã khác. Số mới đã được tính; đọc qua rồi
            ghi là đã xem.
          </p>
          <FormView
            form={form}
            submitLabel={form.values.looked.length > 0 ? `Đã xem ${form.values.looked.length} đơn vị` : 'Đã xem đơn vị đã chọn'}
          >
            {rows.length > 1 && (
              <div>
                <Button size="compact-sm" variant="default" onClick={() => form.set({ looked: all })}>
                  Chọn cả {rows.length} đơn vị
                </Button>
              </div>
            )}
            <Checkbox.Group aria-label="Đơn vị có số khác" {...choices(form, 'looked')}>
              {rows.map(row => (
                <PartRow key={row.unitId} row={row} requestId={requestId} />
              ))}
            </Checkbox.Group>
          </FormView>
        </>
      )}
      {acknowledged.length > 0 && (
        <ul className={classes.points}>
          {acknowledged.map(one => (
            <li key={`${one.unitId} ${one.version}`} className="soft">
              {capitalise(one.unitName)}: {one.byName} đã xem ngày {formatDay(one.on)}, lần tổng hợp {formatNumber(one.version)}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

const takenWords = { accepted: 'nhận', handedIn: 'gửi báo cáo lên', submitted: 'trình báo cáo', acknowledged: 'xem' } as const

function PartRow({ row, requestId }: { row: PartSinceTaken; requestId: string }) {
  const { unitId, unitName, taken, figures, returns } = row
  return (
    <div className={classes.look}>
      <div className="row">
        <Checkbox value={unitId} label={capitalise(unitName)} />
        <span className="soft">
          {taken.byName} đã {takenWords[taken.way]} ngày {formatDay(taken.on)}
        </span>
        <Link
          className="to-end"
          to="/bao-cao/tong-hop/$requestId"
          params={{ requestId }}
          search={before => ({ ...before, don_vi: unitId })}
        >
          Xem số tổng hợp
        </Link>
      </div>
      <ul className={classes.points}>
        {figures.map(figure => (
          <li key={figure.code}>
            {figure.name}: <Changed {...figure} />
          </li>
        ))}
      </ul>
      <div className={classes.because}>
        {returns.map(one => (
          <BecauseOf key={one.unitId} row={one} requestId={requestId} />
        ))}
      </div>
    </div>
  )
}

const kindWords = { came: 'gửi muộn', corrected: 'đính chính', gone: 'bị trả lại', asked: 'được hỏi thêm' } as const

function BecauseOf({ row, requestId }: { row: ReturnSinceTaken; requestId: string }) {
  const { unitId, unitName, kind, byName, on, reason, cells } = row
  return (
    <p className="small">
      <Link className="opens" to="/bao-cao/dot/$requestId/$unitId" params={{ requestId, unitId }}>
        {capitalise(unitName)}
      </Link>{' '}
      {kindWords[kind]}
      {on && ` ngày ${formatDay(on)}`} ({byName}){reason && `: ${reason}`}.{' '}
      {cells.map((cell, at) => (
        <span key={cell.code} className="soft">
          {at > 0 && '; '}
          {cell.name} <Changed {...cell} />
        </span>
      ))}
    </p>
  )
}

function Changed({ before, after, countUnit }: PartSinceTaken['figures'][number]) {
  return (
    <>
      {before ?? <Missing />} → <b>{after ?? <Missing />}</b> {countUnit}
    </>
  )
}
