import { Button } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FormView } from '#contract/indicator.ts'
import type { Dictionary } from '#domain/indicator/indicator.ts'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { Notice } from '../kit/RefusalBanner.tsx'
import { EditForm } from './EditForm.tsx'
import { FormParts } from './FormParts.tsx'
import { PublishedForm } from './FormSheet.tsx'
import { PublishForm } from './PublishForm.tsx'

const route = getRouteApi('/frame/bao-cao/bieu')

/** A form of a unit's own: what is in force, and the draft of the next version. */
export function OwnForm({ id }: { id: string }) {
  const form = useAsk('form.one', { id })
  return <Loaded of={form}>{view => <OpenForm view={view} />}</Loaded>
}

function OpenForm({ view }: { view: FormView }) {
  const dictionary = useAsk('indicator.list', { unitId: view.unitId })
  return <Loaded of={dictionary}>{known => <Sheet view={view} dictionary={known.dictionary} />}</Loaded>
}

function Sheet({ view, dictionary }: { view: FormView; dictionary: Dictionary }) {
  const { sua } = route.useSearch()
  const { today } = useSession()
  const navigate = useNavigate()
  const may = useMay()
  const [isPublishing, setPublishing] = useState(false)
  const edit = (isOn: boolean) => void navigate({ to: '.', search: before => ({ ...before, sua: isOn ? 'co' : undefined }) })
  const hasDraft = JSON.stringify(view.draft) !== JSON.stringify(view.versions.at(-1)?.parts ?? [])
  if (sua && may('form.saveDraft', view.unitId)) return <EditForm view={view} dictionary={dictionary} onClose={() => edit(false)} />
  return (
    <div className="stack">
      <div className="stack-s">
        <h2>{view.name}</h2>
        {view.note && <p className="soft">{view.note}</p>}
        <div className="row">
          {may('form.saveDraft', view.unitId) && (
            <Button variant="default" onClick={() => edit(true)}>
              Sửa bản nháp
            </Button>
          )}
          {may('form.publish', view.unitId) && hasDraft && <Button onClick={() => setPublishing(true)}>Ban hành bản mới</Button>}
        </div>
      </div>
      {hasDraft && (
        <Notice tone="soon">
          {view.versions.length === 0
            ? 'Biểu này chưa ban hành: chưa đợt báo cáo nào hỏi theo được.'
            : 'Bản nháp khác bản đang dùng. Ban hành thì đợt báo cáo mở sau mới hỏi theo bản mới.'}
        </Notice>
      )}
      {hasDraft && view.versions.length === 0 ? (
        <FormParts parts={view.draft} dictionary={dictionary} on={today} />
      ) : (
        <PublishedForm line={view} dictionary={dictionary} />
      )}
      <FormModal title="Ban hành bản mới" isOpen={isPublishing} onClose={() => setPublishing(false)}>
        <PublishForm view={view} dictionary={dictionary} onClose={() => setPublishing(false)} />
      </FormModal>
    </div>
  )
}
