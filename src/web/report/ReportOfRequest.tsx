import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { keepAnswer, readAnew, useAsk } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBanner } from '../kit/RefusalBanner.tsx'

const wordsOfAsker = { compose: 'Soạn báo cáo tổng hợp', open: 'Mở báo cáo tổng hợp' } as const
const wordsOfOwing = { compose: 'Soạn báo cáo của đơn vị', open: 'Mở báo cáo của đơn vị' } as const

/** From what was added up for a request to the report of who asked, or of one that owes and reports too: opened where it is begun, else composed. */
export function ReportOfRequest({ requestId, unitId }: { requestId: string; unitId: string }) {
  const { data: request } = useAsk('request.one', { id: requestId })
  const { data: reports } = useAsk('report.list', { unitId })
  const { data: duties } = useAsk('report.duties', { unitId })
  const may = useMay()
  if (!request || !reports || !duties) return null
  const isAsker = request.unitId === unitId || request.placeUnitId === unitId
  if (!isAsker && duties.length === 0) return null
  const { periodName } = request
  const words = isAsker ? wordsOfAsker : wordsOfOwing
  const own = reports.filter(report => report.unitId === unitId)
  const begun =
    own.find(report => report.requestId === requestId) ??
    own.find(report => request.kind === 'regular' && report.requestId === null && report.periodName === periodName)
  if (begun)
    return (
      <ButtonLink variant="default" to="/bao-cao/$reportId" params={{ reportId: begun.id }}>
        {words.open}
      </ButtonLink>
    )
  if (!may('report.compose', unitId)) return null
  if (duties.length === 0)
    return (
      <ButtonLink variant="default" to="/bao-cao">
        Khai nơi nhận để soạn báo cáo
      </ButtonLink>
    )
  return <Compose unitId={unitId} requestId={requestId} periodName={periodName} label={words.compose} />
}

function Compose({ label, ...of }: { unitId: string; requestId: string; periodName: string; label: string }) {
  const [id] = useState(() => crypto.randomUUID())
  const navigate = useNavigate()
  const form = useCommand({
    name: 'report.compose',
    start: {},
    toBody: () => ({ id, ...of }),
    onDone: async view => {
      keepAnswer('report.one', { id: view.id }, view)
      void readAnew('report')
      await navigate({ to: '/bao-cao/$reportId', params: { reportId: view.id } })
    },
  })
  return (
    <>
      <Button loading={form.isSending} onClick={() => void form.submit()}>
        {label}
      </Button>
      <RefusalBanner refusal={form.refusal} />
    </>
  )
}
