import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { recordActivity } from '#domain/activity/activity.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useUnitId } from '../app/units.ts'
import { useCommand } from '../app/useCommand.ts'
import { ChosenFilesField } from '../evidence/ChosenFilesField.tsx'
import { DropFiles } from '../evidence/DropFiles.tsx'
import { useChosenFiles } from '../evidence/files-at-hand.ts'
import { Sheet } from '../kit/Rows.tsx'
import { ActivityFields } from './ActivityForm.tsx'
import { type ActivityValues, blankActivity, recordBody } from './activity-values.ts'

const route = getRouteApi('/frame/hoat-dong/ghi')

export function RecordActivityPage() {
  const { today } = useSession()
  const unitId = useUnitId()
  const { nhiem_vu } = route.useSearch()
  const navigate = useNavigate()
  const draft = `activity.record:${unitId}`
  const files = useChosenFiles(draft)
  const form = useCommand<'activity.record', ActivityValues>({
    name: 'activity.record',
    start: blankActivity(unitId, today, nhiem_vu),
    toBody: recordBody,
    rule: body => recordActivity({ ...body, revision: 0 }, today),
    draft,
    onDone: async ({ id, name }) => {
      files.send({ kind: 'activity', id, name })
      await readAnew('activity', 'report')
      await navigate({ to: '/hoat-dong/$activityId', params: { activityId: id } })
    },
  })
  return (
    <DropFiles onFiles={files.add}>
      <Sheet title="Ghi hoạt động">
        <FormView form={form} submitLabel="Ghi" onCancel={() => void navigate({ to: '/hoat-dong', search: true })}>
          <ActivityFields form={form} files={<ChosenFilesField files={files} />} />
        </FormView>
      </Sheet>
    </DropFiles>
  )
}
