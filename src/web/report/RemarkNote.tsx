import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { RemarkView, ReportView } from '#contract/report.ts'
import { FormView } from '../app/FormView.tsx'
import { keepAnswer, readAnew } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { text, useCommand } from '../app/useCommand.ts'
import { newestRevision } from './newest-revision.ts'
import classes from './report.module.css'
import { levelWords } from './words.ts'

/** A colleague's pencil in the margin: what is wrong; opened, which rule says so and how to answer. */
export function RemarkNote({ view, remark, onEdit }: { view: ReportView; remark: RemarkView; onEdit?: (() => void) | undefined }) {
  const mayKeep = useMay()('report.keepRemark', view.draftingUnitId, view.state)
  const [isKeeping, setKeeping] = useState(false)
  if (remark.kept)
    return (
      <div className={classes.remark} data-level="kept">
        <p className="soft">{remark.message}</p>
        <p className="small">
          <b>Giữ nguyên:</b> {remark.kept.reason} <span className="soft">({remark.kept.by})</span>
        </p>
      </div>
    )
  return (
    <details className={classes.remark} data-level={remark.level}>
      <summary>
        <b>{levelWords[remark.level]}.</b> {remark.message}
      </summary>
      <p className="small soft">
        {remark.code} · {remark.rule}
      </p>
      {remark.place.words && <p className="small soft">{remark.place.words}</p>}
      {isKeeping ? (
        <KeepForm view={view} remark={remark} onClose={() => setKeeping(false)} />
      ) : (
        <div className="row">
          {onEdit && (
            <Button size="compact-sm" variant="default" onClick={onEdit}>
              Sửa…
            </Button>
          )}
          {mayKeep && remark.level === 'C' && (
            <Button size="compact-sm" variant="default" onClick={() => setKeeping(true)}>
              Giữ nguyên vì…
            </Button>
          )}
        </div>
      )}
    </details>
  )
}

function KeepForm({ view, remark, onClose }: { view: ReportView; remark: RemarkView; onClose: () => void }) {
  const form = useCommand({
    name: 'report.keepRemark',
    start: { reason: '', revision: view.report.revision },
    toBody: values => ({ id: view.id, remarkKey: remark.key, ...values }),
    draft: `report.keepRemark:${view.id}:${remark.key}`,
    onDone: async answer => {
      keepAnswer('report.one', { id: view.id }, answer)
      await readAnew('report')
    },
  })
  return (
    <FormView form={form} submitLabel="Giữ nguyên" onCancel={onClose} newestRevision={() => newestRevision(view.id)}>
      <Textarea label="Giữ nguyên vì" {...text(form, 'reason')} minRows={2} ref={element => element?.focus()} />
    </FormView>
  )
}
