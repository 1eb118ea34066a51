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

/** From what was added up for a request to the report of who asked: opened where it is begun, else composed. */
export function ReportOfRequest({ requestId, unitId }: { requestId: string; unitId: string }) {
  const { data: request } = useAsk('request.one', { id: requestId })
  const { data: reports } = useAsk('report.list', { unitId })
  const may = useMay()
  if (!request || !reports || request.unitId !== unitId) return null
  const periodName = periodOf(request)
  if (periodName === null) return null
  const begun = reports.find(report => report.unitId === unitId && report.periodName === periodName)
  if (begun)
    return (
      <ButtonLink variant="default" to="/bao-cao/$reportId" params={{ reportId: begun.id }}>
        Mở báo cáo tổng hợp
      </ButtonLink>
    )
  return may('report.compose', unitId) ? <Compose unitId={unitId} periodName={periodName} /> : null
}

function Compose({ unitId, periodName }: { unitId: string; periodName: string }) {
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
        Soạn báo cáo tổng hợp
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
