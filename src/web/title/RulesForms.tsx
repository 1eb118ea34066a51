import { Button, FileButton, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { RulesView } from '#contract/title-law.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { text, useCommand } from '../app/useCommand.ts'

/** The file of a province, as another place or an editor wrote it; what is wrong in it is named by its place. */
export function LoadRulesForm({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const [id] = useState(() => crypto.randomUUID())
  const [name, setName] = useState<string | null>(null)
  const form = useCommand({
    name: 'title.adoptRules',
    start: { text: '' },
    toBody: values => ({ id, unitId, ...values }),
    onDone: async () => {
      onClose()
      await readAnew('title')
    },
  })
  async function take(file: File | null): Promise<void> {
    if (!file) return
    setName(file.name)
    form.set({ text: await file.text() })
  }
  return (
    <FormView form={form} submitLabel="Đưa vào áp dụng" onCancel={onClose}>
      <p>
        Tệp nêu thang điểm, ngưỡng, tên gọi của tỉnh và ngày có hiệu lực, như khi tải từ trang này. Quy định đang dùng kết thúc trước ngày
        ấy. Đến khi người khác đối chiếu và xác minh, quy định mới chỉ nhắc, không chặn.
      </p>
      <div className="row">
        <FileButton accept="application/json,.json" onChange={file => void take(file)}>
          {props => (
            <Button variant="default" {...props} data-autofocus>
              Chọn tệp
            </Button>
          )}
        </FileButton>
        <span>{name ?? <span className="soft">chưa chọn tệp</span>}</span>
      </div>
      {form.errors['text'] && <p role="alert">{form.errors['text']}</p>}
    </FormView>
  )
}

/** Somebody who did not load the file compared it with the text of the province. */
export function ConfirmRulesForm({ adopted, onClose }: { adopted: RulesView; onClose: () => void }) {
  const form = useCommand({
    name: 'title.confirmRules',
    start: {},
    toBody: () => ({ id: adopted.id }),
    onDone: async () => {
      onClose()
      await readAnew('title')
    },
  })
  return (
    <FormView form={form} submitLabel="Đã đối chiếu, xác minh" onCancel={onClose}>
      <p>
        Bạn xác minh rằng quy định đã nạp đúng với {adopted.rules.basis}. Từ đó thang điểm, ngưỡng và trình tự của tỉnh được dùng để xét;
        tên bạn và ngày xác minh ghi bên cạnh.
      </p>
    </FormView>
  )
}

/** Loaded by mistake: kept on record with the reason, counting no more. */
export function WithdrawRulesForm({ adopted, onClose }: { adopted: RulesView; onClose: () => void }) {
  const form = useCommand({
    name: 'title.withdrawRules',
    start: { reason: '' },
    toBody: values => ({ id: adopted.id, ...values }),
    draft: `title.withdrawRules:${adopted.id}`,
    onDone: async () => {
      onClose()
      await readAnew('title')
    },
  })
  return (
    <FormView form={form} submitLabel="Rút quy định" onCancel={onClose}>
      <p>Quy định theo {adopted.rules.basis} coi như chưa từng áp dụng; bản đã nạp và lý do còn lưu.</p>
      <Textarea label="Lý do" autosize minRows={2} {...text(form, 'reason')} data-autofocus />
    </FormView>
  )
}
