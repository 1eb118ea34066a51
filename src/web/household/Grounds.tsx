import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ExclusionGround } from '#domain/household/ground.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { useSession } from '../app/session.tsx'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { DayText } from '../kit/DayText.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'

/** Grounds for exclusion lie closed: who looks says why, and the look stands in the trail. */
export function Grounds({ householdId }: { householdId: string }) {
  const [grounds, setGrounds] = useState<readonly ExclusionGround[] | null>(null)
  const [asking, setAsking] = useState<'look' | 'record' | null>(null)
  const close = (): void => setAsking(null)
  return (
    <Sheet
      title="Căn cứ loại trừ"
      actions={
        <>
          <Button variant="subtle" onClick={() => setAsking('look')}>
            Xem…
          </Button>
          <Button variant="subtle" onClick={() => setAsking('record')}>
            Ghi…
          </Button>
        </>
      }
    >
      {grounds === null && <p className="soft">Chỉ người có phận sự xem; mỗi lần xem được ghi vào nhật ký.</p>}
      {grounds?.length === 0 && <p>Hộ này không có căn cứ loại trừ nào.</p>}
      {grounds && grounds.length > 0 && (
        <Rows label="Căn cứ loại trừ">
          {grounds.map(ground => (
            <Row
              key={ground.id}
              title={`Trường hợp ${ground.caseCode}`}
              second={[ground.basis, ground.withdrawal && `đã rút: ${ground.withdrawal.reason}`].filter(Boolean).join(' · ')}
              aside={<DayText day={ground.on} />}
            />
          ))}
        </Rows>
      )}
      <FormModal title="Xem căn cứ loại trừ" isOpen={asking === 'look'} onClose={close}>
        <LookForm
          householdId={householdId}
          onClose={close}
          onSeen={seen => {
            setGrounds(seen)
            close()
          }}
        />
      </FormModal>
      <FormModal title="Ghi căn cứ loại trừ" isOpen={asking === 'record'} onClose={close}>
        <RecordForm
          householdId={householdId}
          onClose={() => {
            setGrounds(null) // what was seen is no longer the whole
            close()
          }}
        />
      </FormModal>
    </Sheet>
  )
}

type FormParts = { readonly householdId: string; readonly onClose: () => void }

function LookForm({ householdId, onClose, onSeen }: FormParts & { onSeen: (grounds: readonly ExclusionGround[]) => void }) {
  const form = useCommand({
    name: 'household.lookAtGrounds',
    start: { purpose: '' },
    toBody: values => ({ ...values, householdId }),
    onDone: onSeen,
  })
  return (
    <FormView form={form} submitLabel="Xem" onCancel={onClose}>
      <TextInput label="Xem để làm gì" description="Ghi vào nhật ký cùng tên bạn" {...text(form, 'purpose')} data-autofocus />
    </FormView>
  )
}

function RecordForm({ householdId, onClose }: FormParts) {
  const { today } = useSession()
  const form = useCommand({
    name: 'household.recordGround',
    start: { id: crypto.randomUUID(), caseCode: '', on: today, basis: '' },
    toBody: values => ({ ...values, householdId, documentId: null }),
    onDone: onClose,
  })
  return (
    <FormView form={form} submitLabel="Ghi" onCancel={onClose}>
      <p className="soft">Chỉ ghi trường hợp nào và theo văn bản nào; không kể sự việc.</p>
      <div className="pair">
        <TextInput label="Trường hợp" description="Mã trong quy định đang áp dụng" {...text(form, 'caseCode')} data-autofocus />
        <DayField label="Ngày" {...choice(form, 'on')} />
      </div>
      <TextInput label="Văn bản làm căn cứ" placeholder="Số, ngày, cơ quan ban hành" {...text(form, 'basis')} />
    </FormView>
  )
}
