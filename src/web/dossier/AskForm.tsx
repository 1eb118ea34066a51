import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AskedDossier } from '#contract/dossier.ts'
import { FormView } from '../app/FormView.tsx'
import { text, useCommand } from '../app/useCommand.ts'
import { dossierAddress } from './addresses.ts'

/** Says what the dossier is for, which stays in the trail; then it can be taken as one PDF or as a zip. */
export function AskForm({ seasonId, areaUnitIds, onClose }: { seasonId: string; areaUnitIds: readonly string[]; onClose: () => void }) {
  const [id] = useState(() => crypto.randomUUID())
  const [asked, setAsked] = useState<AskedDossier | null>(null)
  const form = useCommand({
    name: 'dossier.ask',
    start: { purpose: '' },
    toBody: ({ purpose }) => ({ id, seasonId, areaUnitIds, purpose }),
    onDone: setAsked,
  })
  if (asked)
    return (
      <div className="stack">
        <p>
          Hồ sơ có {asked.papers} loại giấy tờ, {asked.gaps === 0 ? 'không thiếu gì' : `còn thiếu ${asked.gaps} điều ghi ở trang mục lục`}.
        </p>
        <div className="row">
          <Button component="a" href={dossierAddress({ id, as: 'pdf' })}>
            Tải một tệp PDF có mục lục
          </Button>
          <Button component="a" variant="default" href={dossierAddress({ id, as: 'zip' })}>
            Tải tệp nén, mỗi giấy tờ một tệp
          </Button>
        </div>
      </div>
    )
  return (
    <FormView form={form} submitLabel="Lập hồ sơ" onCancel={onClose}>
      <p>Hồ sơ mang tên các hộ ra khỏi hệ thống: ai lập, lúc nào, để làm gì đều được ghi lại.</p>
      <TextInput
        label="Lập để làm gì"
        placeholder="Trình xã, lưu ở bản, giám sát của Mặt trận…"
        {...text(form, 'purpose')}
        data-autofocus
      />
    </FormView>
  )
}
