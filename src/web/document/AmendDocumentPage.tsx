import { TextInput } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type RegisteredDocument, registerDocument } from '#domain/document/registry.ts'
import { ask } from '../api.ts'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { text, useCommand } from '../app/useCommand.ts'
import { Sheet } from '../kit/Rows.tsx'
import { DocumentFields, type DocumentValues, registerBody, valuesOf } from './DocumentForm.tsx'

const route = getRouteApi('/frame/van-ban/$documentId/sua')

export function AmendDocumentPage() {
  const { documentId } = route.useParams()
  const detail = useAsk('document.one', { id: documentId })
  return (
    <Sheet title="Sửa văn bản trong sổ">
      <Loaded of={detail}>{({ document }) => <AmendForm key={document.id} document={document} />}</Loaded>
    </Sheet>
  )
}

function AmendForm({ document }: { document: RegisteredDocument }) {
  const { today } = useSession()
  const navigate = useNavigate()
  const back = (): Promise<void> => navigate({ to: '/van-ban/$documentId', params: { documentId: document.id }, search: true })
  const form = useCommand<'document.amend', DocumentValues>({
    name: 'document.amend',
    start: valuesOf(document),
    toBody: values => ({ ...registerBody(values), revision: values.revision, reason: values.reason }),
    rule: body => registerDocument(body, [], today),
    draft: `document.amend:${document.id}`,
    onDone: async () => {
      await readAnew('document', 'report')
      await back()
    },
  })
  return (
    <FormView
      form={form}
      submitLabel="Lưu"
      onCancel={() => {
        form.forget()
        void back()
      }}
      newestRevision={async () => (await ask('document.one', { id: document.id })).document.revision}
    >
      <DocumentFields form={form} />
      <TextInput label="Lý do sửa" {...text(form, 'reason')} />
    </FormView>
  )
}
