import { Link } from '@tanstack/react-router'
import type { ReturnView } from '#contract/return.ts'
import { sayInstant } from '../clock.ts'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { returnEventWords } from './words.ts'

/** Who did what with it, the newest first; each version opens as it was handed in. */
export function ReturnEvents({ view }: { view: ReturnView }) {
  if (view.events.length === 0) return null
  return (
    <Sheet title="Diễn biến">
      <Rows label="Diễn biến">
        {view.events.toReversed().map(event => (
          <Row
            key={event.sequence}
            title={
              <Link
                to="/bao-cao/dot/$requestId/$unitId"
                params={{ requestId: view.request.id, unitId: view.unitId }}
                search={before => ({ ...before, ban: String(event.version), sua: undefined })}
              >
                Bản {event.version}: {event.byName} {returnEventWords[event.type]}
              </Link>
            }
            second={
              [event.reason, event.remarks.length > 0 && `${event.remarks.length} chỗ nhờ sửa`].filter(Boolean).join(' · ') || undefined
            }
            aside={
              <>
                {event.version === view.standing && event.type !== 'sentBack' && 'đang tính · '}
                {sayInstant(event.at)}
              </>
            }
          />
        ))}
      </Rows>
    </Sheet>
  )
}
