import { Button, Group, Radio, Textarea } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { LookedView, SeasonSignals, SignalView } from '#contract/signal.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { capitalise, formatNumber } from '#domain/kit/text.ts'
import { reviewOutcomes } from '#domain/signal/review.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { Chip } from '../kit/Chip.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import classes from './signal.module.css'
import { reviewTones, reviewWords } from './words.ts'

type Pointed = { readonly areaUnitId: string | null; readonly placeName: string; readonly signal: SignalView }

/** Every signal of a season by place, each with its sentence, who looked and what came of it. */
export function Signals({ seasonId }: { seasonId: string }) {
  const read = useAsk('signal.ofSeason', { id: seasonId })
  return <Loaded of={read}>{view => <SignalsOf view={view} />}</Loaded>
}

function SignalsOf({ view }: { view: SeasonSignals }) {
  const [reviewing, setReviewing] = useState<Pointed | null>(null)
  const pointed = pointedIn(view)
  const open = pointed.filter(({ signal }) => !signal.reviews.some(({ isOfNow }) => isOfNow))
  return (
    <Sheet title="Dấu hiệu đề nghị xem lại">
      <p className="soft">
        Dấu hiệu không phải kết luận và không chặn bước nào: con số khác với nơi làm kỹ thường thấy, nên có người xem lại. Ngưỡng chưa được
        xác minh; bản làm đúng bị nêu không quá 2 trong 100 bản mỗi mùa.
      </p>
      {pointed.length === 0 ? (
        <p>Không có dấu hiệu nào ở {formatNumber(view.areas.length)} bản, thôn, tổ dân phố đã có số liệu.</p>
      ) : (
        <>
          <p>
            {formatNumber(pointed.length)} dấu hiệu, {open.length === 0 ? 'đã xem hết' : `${formatNumber(open.length)} chưa ai xem`}.
          </p>
          <Rows label="Dấu hiệu đề nghị xem lại">
            {pointed.map(each => (
              <SignalLine key={`${each.areaUnitId} ${each.signal.code}`} view={view} pointed={each} onReview={() => setReviewing(each)} />
            ))}
          </Rows>
        </>
      )}
      <NotLookedAt view={view} />
      <FormModal title="Ghi kết quả xem lại" isOpen={reviewing !== null} onClose={() => setReviewing(null)}>
        {reviewing && <ReviewForm seasonId={view.seasonId} pointed={reviewing} onClose={() => setReviewing(null)} />}
      </FormModal>
    </Sheet>
  )
}

function pointedIn({ commune, areas }: SeasonSignals): Pointed[] {
  return [
    ...commune.signals.map(signal => ({ areaUnitId: null, placeName: 'Cả xã', signal })),
    ...areas.flatMap(({ areaUnitId, areaName, signals }) => signals.map(signal => ({ areaUnitId, placeName: areaName, signal }))),
  ]
}

function SignalLine({ view, pointed, onReview }: { view: SeasonSignals; pointed: Pointed; onReview: () => void }) {
  const may = useMay()
  const { signal, areaUnitId, placeName } = pointed
  const [last, ...earlier] = signal.reviews
  const beside = view.areas.find(area => area.areaUnitId === signal.besideAreaUnitId)
  return (
    <Row
      title={
        <>
          {areaUnitId === null ? placeName : <AreaLink view={view} areaUnitId={areaUnitId} name={placeName} />} · {signal.name}
        </>
      }
      second={
        <>
          {signal.says}
          {beside && (
            <>
              {' '}
              <span className={classes.inText}>
                Mở <AreaLink view={view} areaUnitId={beside.areaUnitId} name={beside.areaName} />.
              </span>
            </>
          )}
          {last && (
            <div>
              {formatDay(last.on)} {last.byName} xem, {reviewWords[last.outcome]}: {last.says}
              {!last.isOfNow && ' (số liệu đã đổi từ lần xem ấy)'}
              {earlier.length > 0 && ` · ${formatNumber(earlier.length)} lần xem trước`}
            </div>
          )}
        </>
      }
      aside={
        <>
          <Chip tone={last?.isOfNow ? reviewTones[last.outcome] : 'soon'}>
            {last?.isOfNow ? `đã xem: ${reviewWords[last.outcome]}` : 'đề nghị xem lại'}
          </Chip>
          {may('signal.review', view.unitId) && (
            <Button size="compact-sm" variant="subtle" onClick={onReview} aria-label={`Ghi kết quả xem lại: ${placeName}, ${signal.name}`}>
              {last ? 'Ghi thêm' : 'Ghi kết quả'}
            </Button>
          )}
        </>
      }
    />
  )
}

/** The households, votes and steps behind it. */
function AreaLink({ view, areaUnitId, name }: { view: SeasonSignals; areaUnitId: string; name: string }) {
  return (
    <Link to="/binh-xet/$seasonId/$areaUnitId" params={{ seasonId: view.seasonId, areaUnitId }} search={true}>
      {name}
    </Link>
  )
}

/** What nobody could look at, so that silence is not taken for an answer. */
function NotLookedAt({ view }: { view: SeasonSignals }) {
  const lacking = Map.groupBy(
    [view.commune, ...view.areas].flatMap(({ unknown }: LookedView) => unknown),
    ({ name, why }) => `${name}: ${why}`,
  )
  if (lacking.size === 0) return null
  return (
    <details>
      <summary>Chưa soát được {formatNumber(lacking.size)} điều</summary>
      <ul>
        {[...lacking].map(([words, places]) => (
          <li key={words}>
            {words} <span className="soft">({formatNumber(places.length)} nơi)</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function ReviewForm({ seasonId, pointed, onClose }: { seasonId: string; pointed: Pointed; onClose: () => void }) {
  const [id] = useState(() => crypto.randomUUID())
  const { areaUnitId, placeName, signal } = pointed
  const form = useCommand({
    name: 'signal.review',
    start: { outcome: null as string | null, says: '' },
    toBody: values => ({ ...values, id, seasonId, areaUnitId, code: signal.code }),
    onDone: async () => {
      onClose()
      await readAnew('signal')
    },
  })
  return (
    <FormView form={form} submitLabel="Ghi kết quả" onCancel={onClose}>
      <p>
        {placeName}: {signal.says}
      </p>
      <Radio.Group label="Kết quả" {...choice(form, 'outcome')}>
        <Group gap="lg">
          {reviewOutcomes.map(outcome => (
            <Radio key={outcome} value={outcome} label={capitalise(reviewWords[outcome])} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea label="Xem thấy gì" description="Đã xem giấy tờ nào, hỏi ai, vì sao" {...text(form, 'says')} autosize minRows={3} />
    </FormView>
  )
}
