import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Evidence, isPhoto } from '#domain/evidence/evidence.ts'
import { evidenceAddress } from '../api.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { text, useCommand } from '../app/useCommand.ts'
import { Row, Rows } from '../kit/Rows.tsx'
import { sayBytes } from './bytes.ts'
import classes from './evidence.module.css'

/** Files and photos that show it happened: photos as small pictures, files by name; who may, takes one off with a reason. */
export function EvidenceFiles({ evidence, unitId }: { evidence: readonly Evidence[]; unitId: string }) {
  const mayDetach = useMay()('evidence.detach', unitId)
  const [detaching, setDetaching] = useState<Evidence | null>(null)
  const photos = evidence.filter(isPhoto)
  const files = evidence.filter(item => !isPhoto(item))
  const detach = (item: Evidence) =>
    mayDetach && (
      <Button size="compact-sm" variant="subtle" color="late" aria-label={`Gỡ ${item.fileName}`} onClick={() => setDetaching(item)}>
        Gỡ
      </Button>
    )
  return (
    <>
      {photos.length > 0 && (
        <ul className={classes.photos} aria-label="Ảnh">
          {photos.map(photo => (
            <li key={photo.id}>
              <a href={evidenceAddress(photo.id)} target="_blank" rel="noreferrer">
                <img src={evidenceAddress(photo.id)} alt={photo.fileName} loading="lazy" />
              </a>
              <div className="row small">
                <span className={classes.name} title={photo.fileName}>
                  {photo.fileName}
                </span>
                {detach(photo)}
              </div>
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <Rows label="Tệp">
          {files.map(file => (
            <Row
              key={file.id}
              title={
                <a href={evidenceAddress(file.id)} target="_blank" rel="noreferrer">
                  {file.fileName}
                </a>
              }
              aside={
                <>
                  <span>{sayBytes(file.bytes)}</span>
                  {detach(file)}
                </>
              }
            />
          ))}
        </Rows>
      )}
      <FormModal title="Gỡ minh chứng" isOpen={detaching !== null} onClose={() => setDetaching(null)}>
        {detaching && <DetachForm evidence={detaching} onClose={() => setDetaching(null)} />}
      </FormModal>
    </>
  )
}

function DetachForm({ evidence, onClose }: { evidence: Evidence; onClose: () => void }) {
  const form = useCommand({
    name: 'evidence.detach',
    start: { reason: '' },
    toBody: values => ({ id: evidence.id, ...values }),
    onDone: async () => {
      onClose()
      await readAnew('activity', 'plan', 'posted', 'report')
    },
  })
  return (
    <FormView form={form} submitLabel="Gỡ" tone="late" onCancel={onClose}>
      <p>Gỡ {evidence.fileName} khỏi minh chứng. Nhật ký vẫn giữ tên tệp, dấu vân và lý do.</p>
      <TextInput label="Lý do gỡ" {...text(form, 'reason')} data-autofocus />
    </FormView>
  )
}
