import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { yearOf } from '#domain/calendar/plain-date.ts'
import { type PeriodPart, periodNamed } from '#domain/calendar/reporting-period.ts'
import type { ReportRequest } from '#domain/request/request.ts'
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
  if (request.unitId !== unitId && duties.length === 0) return null
  const periodName = periodOf(request)
  if (periodName === null) return null
  const words = request.unitId === unitId ? wordsOfAsker : wordsOfOwing
  const begun = reports.find(report => report.unitId === unitId && report.periodName === periodName)
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
  return <Compose unitId={unitId} periodName={periodName} label={words.compose} />
}

function Compose({ unitId, periodName, label }: { unitId: string; periodName: string; label: string }) {
  const [id] = useState(() => crypto.randomUUID())
  const navigate = useNavigate()
  const form = useCommand({
    name: 'report.compose',
    start: {},
    toBody: () => ({ id, unitId, periodName }),
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

const parts: readonly PeriodPart[] = ['Y', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4']

/** The period whose days a request asks about; null for days of its own. */
function periodOf({ covers }: Pick<ReportRequest, 'covers'>): string | null {
  const year = yearOf(covers.until)
  const periods = [year, year - 1].flatMap(each => parts.flatMap(part => periodNamed(`${each}-${part}`) ?? []))
  return periods.find(period => period.covers.from === covers.from && period.covers.until === covers.until)?.name ?? null
}
