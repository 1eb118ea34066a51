import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ActivityView } from '#contract/activity.ts'
import { recordActivity } from '#domain/activity/activity.ts'
import { ask } from '../api.ts'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useCommand } from '../app/useCommand.ts'
import { Sheet } from '../kit/Rows.tsx'
import { ActivityFields } from './ActivityForm.tsx'
import { type ActivityValues, recordBody, valuesOf } from './activity-values.ts'

const route = getRouteApi('/frame/hoat-dong/$activityId/sua')

export function AmendActivityPage() {
  const { activityId } = route.useParams()
  const activity = useAsk('activity.one', { id: activityId })
  return (
    <Sheet title="Sửa hoạt động">
      <Loaded of={activity}>{view => <AmendForm key={view.id} activity={view} />}</Loaded>
    </Sheet>
  )
}

function AmendForm({ activity }: { activity: ActivityView }) {
  const { today } = useSession()
  const navigate = useNavigate()
  const back = (): Promise<void> => navigate({ to: '/hoat-dong/$activityId', params: { activityId: activity.id }, search: true })
  const form = useCommand<'activity.amend', ActivityValues>({
    name: 'activity.amend',
    start: valuesOf(activity),
    toBody: values => ({ ...recordBody(values), revision: values.revision }),
    rule: body => recordActivity(body, today),
    draft: `activity.amend:${activity.id}`,
    onDone: async () => {
      await readAnew('activity', 'report')
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
      newestRevision={async () => (await ask('activity.one', { id: activity.id })).revision}
    >
      <ActivityFields form={form} />
    </FormView>
  )
}
