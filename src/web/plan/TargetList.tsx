import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PlanDetail } from '#contract/plan.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import { recordOutcome, type Target } from '#domain/plan/plan.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { choice, number, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { Missing } from '../kit/Facts.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { HoldForm, newestTargetRevision, ShareSelect, sayShare, shareIn } from './HoldForm.tsx'
import { operatorWords, sayGoal, sayOutcome } from './words.ts'

/** Numbers to reach, each with its base and what came of it. */
export function TargetList({ detail }: { detail: PlanDetail }) {
  const may = useMay()
  const [isAdding, setAdding] = useState(false)
  const [recording, setRecording] = useState<Target | null>(null)
  const [holding, setHolding] = useState<Target | null>(null)
  const { plan, targets, shares } = detail
  return (
    <section className="stack-s" aria-label="Chỉ tiêu">
      <div className="row">
        <h2>Chỉ tiêu</h2>
        {may('plan.addTarget', plan.ownerUnitId) && (
          <Button variant="subtle" className="to-end" onClick={() => setAdding(true)}>
            Thêm chỉ tiêu
          </Button>
        )}
      </div>
      {targets.length === 0 ? (
        <p className="soft">Kế hoạch chưa ghi chỉ tiêu nào.</p>
      ) : (
        <Rows label="Chỉ tiêu">
          {targets.map(target => (
            <Row
              key={target.id}
              title={<b>{capitalise(target.statement)}</b>}
              second={
                <>
                  Đặt ra: {sayGoal(target)}. Kết quả: {sayOutcome(target) ?? <Missing />}
                  {target.outcome && ` đến ngày ${formatDay(target.outcome.on)}, theo ${target.outcome.basis}`}
                  {target.share && `. Đối chiếu với báo cáo số liệu: ${sayShare(shares, target.share)}`}
                </>
              }
              aside={
                may('plan.recordOutcome', plan.ownerUnitId) && (
                  <>
                    <Button variant="subtle" onClick={() => setHolding(target)}>
                      Đối chiếu…
                    </Button>
                    <Button variant="default" onClick={() => setRecording(target)}>
                      Ghi kết quả
                    </Button>
                  </>
                )
              }
            />
          ))}
        </Rows>
      )}
      <FormModal title="Thêm chỉ tiêu" isOpen={isAdding} onClose={() => setAdding(false)}>
        <AddTargetForm planId={plan.id} shares={shares} onClose={() => setAdding(false)} />
      </FormModal>
      <FormModal title="Đối chiếu với báo cáo số liệu" isOpen={holding !== null} onClose={() => setHolding(null)}>
        {holding && <HoldForm target={holding} shares={shares} onClose={() => setHolding(null)} />}
      </FormModal>
      <FormModal title="Ghi kết quả chỉ tiêu" isOpen={recording !== null} onClose={() => setRecording(null)}>
        {recording && <OutcomeForm target={recording} onClose={() => setRecording(null)} />}
      </FormModal>
    </section>
  )
}

type AddParts = { readonly planId: string; readonly shares: PlanDetail['shares']; readonly onClose: () => void }

function AddTargetForm({ planId, shares, onClose }: AddParts) {
  const form = useCommand({
    name: 'plan.addTarget',
    start: {
      id: crypto.randomUUID(),
      statement: '',
      operator: '>=',
      goalPercent: null as number | null,
      baseName: '',
      share: null as string | null,
    },
    toBody: ({ share, ...values }) => ({ ...values, planId, share: shareIn(share) }),
    draft: `plan.addTarget:${planId}`,
    onDone: async () => {
      onClose()
      await readAnew('plan')
    },
  })
  return (
    <FormView form={form} submitLabel="Thêm chỉ tiêu" onCancel={onClose}>
      <TextInput label="Nội dung chỉ tiêu" {...text(form, 'statement')} data-autofocus />
      <div className="pair">
        <Select
          label="So sánh"
          {...choice(form, 'operator')}
          data={Object.entries(operatorWords).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
        />
        <NumberInput label="Mức đặt ra" suffix=" %" decimalScale={2} {...number(form, 'goalPercent')} />
      </div>
      <TextInput
        label="Mẫu số là gì"
        description="Tên của 100 %: tổng số phòng, ban, đơn vị; tổng số hộ đăng ký…"
        {...text(form, 'baseName')}
      />
      <ShareSelect shares={shares} {...choice(form, 'share')} />
    </FormView>
  )
}

function OutcomeForm({ target, onClose }: { target: Target; onClose: () => void }) {
  const { today } = useSession()
  const { outcome } = target
  const form = useCommand({
    name: 'plan.recordOutcome',
    start: {
      numerator: outcome?.numerator ?? null,
      denominator: outcome?.denominator ?? null,
      on: outcome?.on ?? today,
      basis: outcome?.basis ?? '',
      revision: target.revision,
    },
    toBody: ({ revision, ...values }) => ({ targetId: target.id, revision, outcome: values }),
    rule: body => recordOutcome(body.outcome, today),
    draft: `plan.recordOutcome:${target.id}`,
    onDone: async () => {
      onClose()
      await readAnew('plan')
    },
  })
  return (
    <FormView form={form} submitLabel="Ghi kết quả" onCancel={onClose} newestRevision={() => newestTargetRevision(target)}>
      <p>
        {target.statement} <span className="soft">({sayGoal(target)})</span>
      </p>
      <div className="pair">
        <NumberInput label="Số đạt" {...number(form, 'numerator', 'outcome.numerator')} data-autofocus />
        <NumberInput label={`Mẫu số: ${target.baseName}`} {...number(form, 'denominator', 'outcome.denominator')} />
        <DayField label="Ngày của số liệu" {...choice(form, 'on', 'outcome.on')} />
      </div>
      <TextInput label="Căn cứ" description="Số liệu lấy từ đâu: biên bản, danh sách, văn bản" {...text(form, 'basis', 'outcome.basis')} />
    </FormView>
  )
}
