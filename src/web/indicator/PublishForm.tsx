import type { FormView as OwnFormView } from '#contract/indicator.ts'
import { publishForm } from '#domain/indicator/edit-form.ts'
import type { Dictionary } from '#domain/indicator/indicator.ts'
import { FormView } from '../app/FormView.tsx'
import { keepAnswer, readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'

/** The draft becomes the version in force from a day. */
export function PublishForm({ view, dictionary, onClose }: { view: OwnFormView; dictionary: Dictionary; onClose: () => void }) {
  const { today } = useSession()
  const form = useCommand({
    name: 'form.publish',
    start: { from: today, revision: view.revision },
    toBody: values => ({ id: view.id, ...values }),
    rule: ({ from }) => publishForm(view, view.draft, { from, dictionary }),
    onDone: async answer => {
      keepAnswer('form.one', { id: view.id }, answer)
      onClose()
      await readAnew('form')
    },
  })
  return (
    <FormView form={form} submitLabel="Ban hành" onCancel={onClose}>
      <p>Đợt báo cáo chốt số liệu từ ngày này trở đi hỏi theo bản mới. Đợt đã mở giữ nguyên biểu của mình.</p>
      <DayField label="Dùng từ ngày" {...choice(form, 'from')} />
    </FormView>
  )
}
