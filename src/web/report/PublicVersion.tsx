import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { PublicDraft, ReportView } from '#contract/report.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { keepAnswer, readAnew, useAsk } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { useCommand } from '../app/useCommand.ts'
import { Row, Rows } from '../kit/Rows.tsx'

/** The package for the portal, made of the issued document by who lets documents out. */
export function PublicVersion({ view }: { view: ReportView }) {
  const [isOpen, setOpen] = useState(false)
  if (!useMay()('report.publish', view.draftingUnitId, view.state)) return null
  return (
    <div className="row">
      <Button variant="default" onClick={() => setOpen(true)}>
        Làm bản công khai…
      </Button>
      <FormModal title="Bản công khai" isOpen={isOpen} onClose={() => setOpen(false)}>
        <Draft view={view} onClose={() => setOpen(false)} />
      </FormModal>
    </div>
  )
}

function Draft({ view, onClose }: { view: ReportView; onClose: () => void }) {
  const draft = useAsk('report.publicDraft', { id: view.id })
  return (
    <Loaded of={draft} rows={6}>
      {answer => <Publish view={view} paragraphs={answer.paragraphs} onClose={onClose} />}
    </Loaded>
  )
}

type PublishParts = { readonly view: ReportView; readonly paragraphs: PublicDraft['paragraphs']; readonly onClose: () => void }

function Publish({ view, paragraphs, onClose }: PublishParts) {
  const start: { leaveOut: readonly string[] } = { leaveOut: [] }
  const form = useCommand({
    name: 'report.publish',
    start,
    toBody: values => ({ id: view.id, revision: view.report.revision, ...values }),
    onDone: async answer => {
      keepAnswer('report.one', { id: view.id }, answer)
      await readAnew('report')
      onClose()
    },
  })
  const { leaveOut } = form.values
  return (
    <FormView form={form} submitLabel="Làm bản công khai" onCancel={onClose}>
      <p className="soft">
        Gói gồm bản đọc, bản PDF, số liệu CSV và JSON kèm từ điển, bản kê khai có dấu vân từng tệp. Đoạn có thông tin cá nhân để lại; đánh
        dấu thêm đoạn nào không nên công khai. Báo cáo đã ban hành không đổi.
      </p>
      <Rows label="Các đoạn của báo cáo">
        {paragraphs.map(({ id, text, found }) => (
          <Row
            key={id}
            title={
              <Checkbox
                label={text}
                checked={found.length > 0 || leaveOut.includes(id)}
                disabled={found.length > 0}
                onChange={event =>
                  form.set({ leaveOut: event.currentTarget.checked ? [...leaveOut, id] : leaveOut.filter(one => one !== id) })
                }
              />
            }
            second={found.length > 0 && `Để lại vì có: ${found.join('; ')}`}
          />
        ))}
      </Rows>
    </FormView>
  )
}
