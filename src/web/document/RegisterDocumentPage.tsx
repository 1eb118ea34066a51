import { useNavigate } from '@tanstack/react-router'
import { registerDocument } from '#domain/document/registry.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useUnitId } from '../app/units.ts'
import { useCommand } from '../app/useCommand.ts'
import { Sheet } from '../kit/Rows.tsx'
import { blankDocument, DocumentFields, type DocumentValues, registerBody } from './DocumentForm.tsx'

export function RegisterDocumentPage() {
  const { today } = useSession()
  const unitId = useUnitId()
  const navigate = useNavigate()
  const form = useCommand<'document.register', DocumentValues>({
    name: 'document.register',
    start: blankDocument(unitId),
    toBody: registerBody,
    rule: body => registerDocument({ ...body, revision: 0 }, [], today),
    draft: `document.register:${unitId}`,
    onDone: async ({ id }) => {
      await readAnew('document')
      await navigate({ to: '/van-ban/$documentId', params: { documentId: id } })
    },
  })
  return (
    <Sheet title="Vào sổ văn bản">
      <FormView form={form} submitLabel="Vào sổ" onCancel={() => void navigate({ to: '/van-ban', search: true })}>
        <DocumentFields form={form} />
      </FormView>
    </Sheet>
  )
}
