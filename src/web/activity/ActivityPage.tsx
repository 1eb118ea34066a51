import { Button, TextInput } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ActivityView } from '#contract/activity.ts'
import { totalMoney } from '#domain/activity/activity.ts'
import { ask } from '../api.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { text, useCommand } from '../app/useCommand.ts'
import { useDocumentOptions } from '../document/useDocumentOptions.ts'
import { DropFiles } from '../evidence/DropFiles.tsx'
import { EvidenceFiles } from '../evidence/EvidenceFiles.tsx'
import { CameraButton, FilesButton, fittingFiles } from '../evidence/FilesButton.tsx'
import { useSendingFiles } from '../evidence/files-at-hand.ts'
import { DaysText } from '../kit/DayText.tsx'
import { Fact, Facts, Missing } from '../kit/Facts.tsx'
import { PaneBack } from '../kit/PaneBack.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { useTaskOptions } from '../plan/useTaskOptions.ts'
import { activityKindWords, campaignWords, moneySourceWords, sayMoney, sayParticipants } from './words.ts'

const route = getRouteApi('/frame/hoat-dong/$activityId')

export function ActivityPage() {
  const { activityId } = route.useParams()
  const activity = useAsk('activity.one', { id: activityId })
  return <Loaded of={activity}>{view => <OpenActivity key={view.id} activity={view} />}</Loaded>
}

function OpenActivity({ activity }: { activity: ActivityView }) {
  const may = useMay()
  const [isRemoving, setRemoving] = useState(false)
  const mayAmend = may('activity.amend', activity.hostUnitId)
  return (
    <div className="stack">
      <PaneBack>
        <Link to="/hoat-dong" search={true}>
          Tất cả hoạt động
        </Link>
      </PaneBack>
      <Sheet
        title={activity.name}
        actions={
          <>
            {mayAmend && (
              <ButtonLink variant="default" to="/hoat-dong/$activityId/sua" params={{ activityId: activity.id }} search={true}>
                Sửa
              </ButtonLink>
            )}
            {may('activity.remove', activity.hostUnitId) && (
              <Button variant="subtle" color="late" onClick={() => setRemoving(true)}>
                Bỏ hoạt động…
              </Button>
            )}
          </>
        }
      >
        <ActivityFacts activity={activity} />
      </Sheet>
      <ActivityEvidence activity={activity} />
      <FormModal title="Bỏ hoạt động" isOpen={isRemoving} onClose={() => setRemoving(false)}>
        <RemoveForm activity={activity} onClose={() => setRemoving(false)} />
      </FormModal>
    </div>
  )
}

function ActivityEvidence({ activity: { id, name, hostUnitId, evidence } }: { activity: ActivityView }) {
  const mayAttach = useMay()('evidence.attach', hostUnitId)
  const { begin } = useSendingFiles()
  const send = (files: readonly File[]): void => begin({ kind: 'activity', id, name }, files)
  const sheet = (
    <Sheet title="Minh chứng">
      {evidence.length === 0 && <p className="soft">Chưa có ảnh hay tệp nào.</p>}
      <EvidenceFiles evidence={evidence} unitId={hostUnitId} />
      {mayAttach && (
        <div className="row">
          <CameraButton onPick={send} />
          <FilesButton onPick={send} />
          <span className="soft small">{fittingFiles}</span>
        </div>
      )}
    </Sheet>
  )
  return mayAttach ? <DropFiles onFiles={send}>{sheet}</DropFiles> : sheet
}

function ActivityFacts({ activity }: { activity: ActivityView }) {
  const tasks = useTaskOptions(activity.hostUnitId).filter(({ value }) => activity.taskIds.includes(value))
  const documents = useDocumentOptions(activity.hostUnitId).filter(({ value }) => activity.documentIds.includes(value))
  const total = totalMoney(activity.money)
  return (
    <Facts>
      <Fact label="Thời gian">
        <DaysText from={activity.startsOn} until={activity.endsOn} />
      </Fact>
      <Fact label="Nơi tổ chức">{activity.place || <Missing>chưa ghi</Missing>}</Fact>
      <Fact label="Đơn vị tổ chức">{activity.hostUnitName}</Fact>
      <Fact label="Loại, phong trào">
        {activityKindWords[activity.kind]} · {campaignWords[activity.campaign]}
      </Fact>
      <Fact label="Người tham gia">{sayParticipants(activity) ?? <Missing />}</Fact>
      <Fact label="Kinh phí">
        {total === null ? <Missing /> : <b>{sayMoney(total)}</b>}
        {activity.money.map(entry => (
          <div key={`${entry.source}${entry.amount}${entry.note}`}>
            {moneySourceWords[entry.source]}: {sayMoney(entry.amount)} <span className="soft">{entry.note}</span>
          </div>
        ))}
      </Fact>
      <Fact label="Nội dung, kết quả">
        {activity.narrative ? <span className="prose">{activity.narrative}</span> : <Missing>chưa ghi</Missing>}
      </Fact>
      {tasks.length > 0 && (
        <Fact label="Nhiệm vụ">
          {tasks.map(task => (
            <div key={task.value}>
              <Link to="/ke-hoach/$planId" params={{ planId: task.planId }} search={{ nhiem_vu: task.value }}>
                {task.label}
              </Link>
            </div>
          ))}
        </Fact>
      )}
      {documents.length > 0 && (
        <Fact label="Văn bản">
          {documents.map(document => (
            <div key={document.value}>
              <Link to="/van-ban/$documentId" params={{ documentId: document.value }}>
                {document.label}
              </Link>
            </div>
          ))}
        </Fact>
      )}
      <Fact label="Người ghi">{activity.recordedBy}</Fact>
    </Facts>
  )
}

function RemoveForm({ activity, onClose }: { activity: ActivityView; onClose: () => void }) {
  const navigate = useNavigate()
  const form = useCommand({
    name: 'activity.remove',
    start: { reason: '', revision: activity.revision },
    toBody: values => ({ id: activity.id, ...values }),
    onDone: async () => {
      onClose()
      await navigate({ to: '/hoat-dong', search: true })
      await readAnew('activity', 'report')
    },
  })
  return (
    <FormView
      form={form}
      submitLabel="Bỏ hoạt động"
      tone="late"
      onCancel={onClose}
      newestRevision={async () => (await ask('activity.one', { id: activity.id })).revision}
    >
      <p>
        Hoạt động không còn ở danh sách và không vào báo cáo soạn sau này; nhật ký vẫn giữ. Báo cáo đã soạn từ hoạt động này sẽ báo “nguồn
        đã đổi”.
      </p>
      <TextInput label="Lý do bỏ" {...text(form, 'reason')} data-autofocus />
    </FormView>
  )
}
