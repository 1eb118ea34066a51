import { Button } from '@mantine/core'
import { useState } from 'react'
import type { DutyView } from '#contract/report.ts'
import { contains } from '#domain/calendar/date-range.ts'
import { reportForms } from '#domain/report/form.ts'
import { FormModal } from '../app/FormModal.tsx'
import { useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { DutyForm } from './DutyForm.tsx'

/** One line on what the unit owes to whom; whoever may, sets it. */
export function DutyNote({ unitId }: { unitId: string }) {
  const { today } = useSession()
  const maySet = useMay()('report.setDuty', unitId)
  const duties = useAsk('report.duties', { unitId })
  const [isOpen, setOpen] = useState(false)
  if (!duties.data) return null
  const duty = duties.data.find(candidate => contains(candidate.valid, today))
  return (
    <div className="row">
      <span className="soft">
        {duty ? sayDuty(duty) : `Chưa đặt chế độ báo cáo cho đơn vị này: gửi ai, theo mẫu nào, ký hiệu gì.${maySet ? '' : ` ${setters}`}`}
      </span>
      {maySet && (
        <Button variant="default" size="compact-md" onClick={() => setOpen(true)}>
          {duty ? 'Đổi chế độ báo cáo…' : 'Đặt chế độ báo cáo…'}
        </Button>
      )}
      <FormModal title="Chế độ báo cáo" isOpen={isOpen} onClose={() => setOpen(false)}>
        <DutyForm unitId={unitId} onClose={() => setOpen(false)} />
      </FormModal>
    </div>
  )
}

const setters = 'Trưởng đơn vị, lãnh đạo hoặc quản trị đặt.'

function sayDuty(duty: DutyView): string {
  const form = reportForms.find(candidate => candidate.name === duty.formName)?.title ?? duty.formName
  const due = duty.dueDaysAfterCutoff === null ? 'hạn gửi chưa xác minh' : `hạn gửi ${duty.dueDaysAfterCutoff} ngày sau ngày chốt`
  return [`Gửi ${duty.receiverName}`, form, `ký hiệu ${duty.symbol}`, `soạn: ${duty.draftingUnitName}`, due].join(' · ')
}
