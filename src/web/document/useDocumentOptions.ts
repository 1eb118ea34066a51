import { documentKinds } from '#domain/document/kinds.ts'
import { useAsk } from '../app/queries.ts'

/** Documents of a unit's registers to choose from. */
export function useDocumentOptions(unitId: string): { value: string; label: string }[] {
  const documents = useAsk('document.list', { unitId, search: undefined })
  return (documents.data ?? []).map(document => ({
    value: document.id,
    label: `${documentKinds[document.kind].name} ${document.code}: ${document.subject}`,
  }))
}
