import { Button, FileButton, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ActivityView } from '#contract/activity.ts'
import { refusalAnswer } from '#contract/index.ts'
import { acceptEvidence, type Evidence, evidenceLimitBytes, evidenceMediaTypes } from '#domain/activity/activity.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { attachEvidence, evidenceAddress, type WebRefusal } from '../api.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { text, useCommand } from '../app/useCommand.ts'
import { RefusalBanner } from '../kit/RefusalBanner.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import classes from './evidence.module.css'

/** Files and photos that show it happened. */
export function EvidenceList({ activity }: { activity: ActivityView }) {
  const may = useMay()
  const [detaching, setDetaching] = useState<Evidence | null>(null)
  const photos = activity.evidence.filter(isPhoto)
  const files = activity.evidence.filter(evidence => !isPhoto(evidence))
  const mayDetach = may('activity.detach', activity.hostUnitId)
  const detach = (evidence: Evidence) =>
    mayDetach && (
      <Button size="compact-sm" variant="subtle" color="late" aria-label={`Gỡ ${evidence.fileName}`} onClick={() => setDetaching(evidence)}>
        Gỡ
      </Button>
    )
  return (
    <Sheet title="Minh chứng">
      {activity.evidence.length === 0 && <p className="soft">Chưa có ảnh hay tệp nào.</p>}
      {photos.length > 0 && (
        <ul className={classes.photos}>
          {photos.map(photo => (
            <li key={photo.id}>
              <a href={evidenceAddress(photo.id)} target="_blank" rel="noreferrer">
                <img src={evidenceAddress(photo.id)} alt={photo.fileName} loading="lazy" />
              </a>
              <div className="row small">
                <span className={classes.name}>{photo.fileName}</span>
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
      {may('activity.attach', activity.hostUnitId) && <Upload activityId={activity.id} />}
      <FormModal title="Gỡ minh chứng" isOpen={detaching !== null} onClose={() => setDetaching(null)}>
        {detaching && <DetachForm evidence={detaching} onClose={() => setDetaching(null)} />}
      </FormModal>
    </Sheet>
  )
}

type Sending = { readonly id: string; readonly file: File; readonly share: number; readonly refusal: WebRefusal | null }

/** Each file goes on its own; one that is refused stays in the list with its sentence and can be sent again. */
function Upload({ activityId }: { activityId: string }) {
  const [sendings, setSendings] = useState<readonly Sending[]>([])
  const change = (id: string, patch: Partial<Sending>): void =>
    setSendings(before => before.map(sending => (sending.id === id ? { ...sending, ...patch } : sending)))
  const drop = (id: string): void => setSendings(before => before.filter(sending => sending.id !== id))

  async function sendOne(id: string, file: File): Promise<void> {
    change(id, { refusal: null, share: 0 })
    const head = new Uint8Array(await file.slice(0, 16).arrayBuffer())
    const verdict = acceptEvidence({ fileName: file.name, bytes: file.size, head })
    if (!verdict.ok) return change(id, { refusal: refusalAnswer(verdict.code, verdict.details) })
    const sent = await attachEvidence({ activityId, id, file }, share => change(id, { share }))
    if (!sent.ok) return change(id, { refusal: sent.refusal })
    drop(id)
    await readAnew('activity')
  }

  function begin(files: readonly File[]): void {
    const begun = files.map((file): Sending => ({ id: crypto.randomUUID(), file, share: 0, refusal: null }))
    setSendings(before => [...before, ...begun])
    for (const { id, file } of begun) void sendOne(id, file)
  }

  return (
    <div className="stack-s">
      {sendings.map(({ id, file, share, refusal }) =>
        refusal ? (
          <RefusalBanner key={id} refusal={{ ...refusal, message: `${file.name}: ${refusal.message}` }}>
            {refusal.code === 'web.unreached' && (
              <Button variant="default" onClick={() => void sendOne(id, file)}>
                Gửi lại
              </Button>
            )}
            <Button variant="subtle" onClick={() => drop(id)}>
              Bỏ
            </Button>
          </RefusalBanner>
        ) : (
          <div key={id} className={classes.sending} role="status">
            <span>
              Đang gửi {file.name}, {formatNumber(share * 100)} %
            </span>
            <progress value={share} max={1} aria-label={file.name} />
          </div>
        ),
      )}
      <div className="row">
        <FileButton multiple accept={evidenceMediaTypes.join(',')} onChange={begin}>
          {props => (
            <Button variant="default" {...props}>
              Thêm ảnh, tệp
            </Button>
          )}
        </FileButton>
        <span className="soft small">Ảnh JPEG, PNG, WebP; PDF, DOCX, XLSX; mỗi tệp tới {evidenceLimitBytes / 1024 / 1024} MB</span>
      </div>
    </div>
  )
}

function DetachForm({ evidence, onClose }: { evidence: Evidence; onClose: () => void }) {
  const form = useCommand({
    name: 'activity.detach',
    start: { reason: '' },
    toBody: values => ({ id: evidence.id, ...values }),
    onDone: async () => {
      onClose()
      await readAnew('activity')
    },
  })
  return (
    <FormView form={form} submitLabel="Gỡ" tone="late" onCancel={onClose}>
      <p>Gỡ {evidence.fileName} khỏi hoạt động này.</p>
      <TextInput label="Lý do gỡ" {...text(form, 'reason')} data-autofocus />
    </FormView>
  )
}

function isPhoto(evidence: Evidence): boolean {
  return evidence.mediaType.startsWith('image/')
}

function sayBytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${formatNumber(Math.ceil(bytes / 1024))} KB` : `${formatNumber(bytes / 1024 / 1024, 1)} MB`
}
