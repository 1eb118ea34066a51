import { Button, Group, NumberInput, Radio, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { DrawView, SeasonSignals } from '#contract/signal.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { drawnWords, sampleSize } from '#domain/signal/sample.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { number, text, useCommand } from '../app/useCommand.ts'
import { Chip } from '../kit/Chip.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { checkedWords } from './words.ts'

/** The lots of a season in the order they were drawn: whoever draws until the lot pleases is seen. */
export function Draws({ seasonId }: { seasonId: string }) {
  const draws = useAsk('signal.draws', { seasonId })
  const season = useAsk('signal.ofSeason', { id: seasonId })
  return <Loaded of={season}>{view => <Loaded of={draws}>{list => <DrawsOf view={view} draws={list} />}</Loaded>}</Loaded>
}

function DrawsOf({ view, draws }: { view: SeasonSignals; draws: readonly DrawView[] }) {
  const may = useMay()
  const [isDrawing, setDrawing] = useState(false)
  const mayDraw = may('signal.drawHouseholds', view.unitId) && view.toDraw.households > 0
  return (
    <Sheet
      title="Rút mẫu kiểm lại"
      actions={
        mayDraw && (
          <Button variant="default" onClick={() => setDrawing(true)}>
            Rút mẫu…
          </Button>
        )
      }
    >
      {draws.length === 0 ? (
        <p className="soft">
          {view.toDraw.households === 0
            ? 'Chưa hộ nào được công nhận trong đợt này nên chưa có gì để rút.'
            : `Rút thăm trong ${formatNumber(view.toDraw.households)} hộ được công nhận ở ${formatNumber(view.toDraw.areas)} bản, không ai chọn; ai có hạt giống cũng rút lại được đúng mẫu ấy.`}
        </p>
      ) : (
        <Rows label="Các lần rút mẫu">
          {draws.map((draw, at) => (
            <Row
              key={draw.id}
              title={
                <Link to="/dau-hieu/mau/$drawId" params={{ drawId: draw.id }} search={true}>
                  Lần {at + 1}: {formatNumber(draw.estimate.drawn)} {drawnWords[draw.what]}
                </Link>
              }
              second={`${formatDay(draw.on)} · ${draw.byName} · hạt giống ${draw.seed} · ${checkedWords(draw.estimate, draw.what)}`}
              aside={
                <Chip tone={draw.estimate.checked === draw.estimate.drawn ? 'done' : 'cham'}>
                  {draw.estimate.checked === draw.estimate.drawn
                    ? 'đã kiểm đủ'
                    : `đã kiểm ${formatNumber(draw.estimate.checked)}/${formatNumber(draw.estimate.drawn)}`}
                </Chip>
              }
            />
          ))}
        </Rows>
      )}
      <FormModal title="Rút mẫu kiểm lại" isOpen={isDrawing} onClose={() => setDrawing(false)}>
        <DrawForm view={view} onClose={() => setDrawing(false)} />
      </FormModal>
    </Sheet>
  )
}

function DrawForm({ view, onClose }: { view: SeasonSignals; onClose: () => void }) {
  const [what, setWhat] = useState<'households' | 'areas'>('households')
  return (
    <div className="stack">
      <Radio.Group label="Rút" value={what} onChange={value => setWhat(value === 'areas' ? 'areas' : 'households')}>
        <Group gap="lg">
          <Radio value="households" label="Hộ, chia theo bản" />
          <Radio value="areas" label="Cả bản" />
        </Group>
      </Radio.Group>
      {what === 'households' ? <HouseholdsForm view={view} onClose={onClose} /> : <AreasForm view={view} onClose={onClose} />}
    </div>
  )
}

const seedHelp = 'Số hay chữ chọn trước mặt mọi người, như gieo xúc xắc: ghi lại cùng mẫu để ai cũng rút lại được'

function HouseholdsForm({ view, onClose }: { view: SeasonSignals; onClose: () => void }) {
  const opened = useOpenedLot(onClose)
  const form = useCommand({
    name: 'signal.drawHouseholds',
    start: { seed: '', margin: 10 },
    toBody: values => ({ ...values, id: opened.id, seasonId: view.seasonId }),
    onDone: drawn => opened.show(drawn),
  })
  const { margin } = form.values
  const size = margin && margin > 0 ? sampleSize(view.toDraw.households, margin) : null
  return (
    <FormView form={form} submitLabel="Rút mẫu" onCancel={onClose}>
      <NumberInput label="Sai số, điểm phần trăm" {...number(form, 'margin')} w={200} min={1} max={30} />
      <p className="soft" role="status">
        {size === null
          ? 'Ghi sai số để biết phải kiểm bao nhiêu hộ.'
          : `Kiểm ${formatNumber(size)} trong ${formatNumber(view.toDraw.households)} hộ được công nhận: tỷ lệ tìm được lệch không quá ${formatNumber(margin ?? 0)} điểm phần trăm trong 95 trên 100 lần rút.`}
      </p>
      <TextInput label="Hạt giống" description={seedHelp} {...text(form, 'seed')} />
    </FormView>
  )
}

function AreasForm({ view, onClose }: { view: SeasonSignals; onClose: () => void }) {
  const opened = useOpenedLot(onClose)
  const form = useCommand({
    name: 'signal.drawAreas',
    start: { seed: '', count: null as number | null },
    toBody: values => ({ ...values, id: opened.id, seasonId: view.seasonId }),
    onDone: drawn => opened.show(drawn),
  })
  return (
    <FormView form={form} submitLabel="Rút mẫu" onCancel={onClose}>
      <NumberInput label={`Số bản, trong ${formatNumber(view.toDraw.areas)} bản`} {...number(form, 'count')} w={200} min={1} />
      <TextInput label="Hạt giống" description={seedHelp} {...text(form, 'seed')} />
    </FormView>
  )
}

/** Drawn, the lot is what one wants to see. */
function useOpenedLot(onClose: () => void): { readonly id: string; readonly show: (drawn: DrawView) => Promise<void> } {
  const navigate = useNavigate()
  const [id] = useState(() => crypto.randomUUID())
  return {
    id,
    show: async drawn => {
      onClose()
      await readAnew('signal')
      await navigate({ to: '/dau-hieu/mau/$drawId', params: { drawId: drawn.id }, search: true })
    },
  }
}
