import { ask } from '../api.ts'
import { queryClient } from '../app/queries.ts'

/** The revision a report has now: what a colleague saved meanwhile. */
export async function newestRevision(id: string): Promise<number | null> {
  const view = await queryClient.fetchQuery({ queryKey: ['report.one', { id }], queryFn: () => ask('report.one', { id }), staleTime: 0 })
  return view.report.revision
}
