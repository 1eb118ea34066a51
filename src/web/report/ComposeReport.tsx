import { Select } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { OrgUnitView } from '#contract/org.ts'
import { addDays, formatDay, type PlainDate, yearOf } from '#domain/calendar/plain-date.ts'
import {
  cutoffOn,
  type PeriodPart,
  periodContaining,
  periodNamed,
  periodTitle,
  type ReportingPeriod,
} from '#domain/calendar/reporting-period.ts'
import { capitalise } from '#domain/kit/text.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { keepAnswer, readAnew, useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, useCommand } from '../app/useCommand.ts'

export function ComposeReport({ unitId, isOpen, onClose }: { unitId: string; isOpen: boolean; onClose: () => void }) {
  return (
    <FormModal title="Soạn báo cáo" isOpen={isOpen} onClose={onClose}>
      <ChooseUnit unitId={unitId} onClose={onClose} />
    </FormModal>
  )
}

/** A department drafts for the office it belongs to: a unit without a letterhead issues no report of its own. */
function ChooseUnit({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const unit = useAsk('org.unit', { unitId })
  return (
    <Loaded of={unit} rows={2}>
      {({ version, path }) => (
        <ComposeForm path={path} suggestedId={(version?.letterhead ? undefined : path[1]?.unitId) ?? unitId} onClose={onClose} />
      )}
    </Loaded>
  )
}

function ComposeForm({ path, suggestedId, onClose }: { path: OrgUnitView['path']; suggestedId: string; onClose: () => void }) {
  const { today } = useSession()
  const navigate = useNavigate()
  const form = useCommand({
    name: 'report.compose',
    start: { id: crypto.randomUUID(), unitId: suggestedId, periodName: likelyPeriod(today)?.name ?? null },
    toBody: values => values,
    onDone: async view => {
      keepAnswer('report.one', { id: view.id }, view)
      void readAnew('report')
      await navigate({ to: '/bao-cao/$reportId', params: { reportId: view.id } })
    },
  })
  const period = periodNamed(form.values.periodName ?? '')
  return (
    <FormView form={form} submitLabel="Soạn từ việc đã ghi" onCancel={onClose}>
      {path.length > 1 && (
        <Select
          label="Báo cáo của"
          {...choice(form, 'unitId')}
          data={path.map(unit => ({ value: unit.unitId, label: capitalise(unit.name) }))}
          allowDeselect={false}
        />
      )}
      <Select
        label="Kỳ báo cáo"
        {...choice(form, 'periodName')}
        data={periodsAround(today).map(({ name, ...rest }) => ({ value: name, label: periodTitle({ name, ...rest }) }))}
        allowDeselect={false}
        data-autofocus
      />
      {period && (
        <p className="soft">
          Số liệu từ {formatDay(period.covers.from)} đến hết {formatDay(cutoffOn(period))}. Mỗi đoạn, mỗi con số của dự thảo mở ra được tới
          việc đã ghi.
        </p>
      )}
    </FormView>
  )
}

/** The half-year that ended last or is about to end. */
function likelyPeriod(today: PlainDate): ReportingPeriod | undefined {
  return periodContaining(addDays(today, -45), ['H1', 'H2'])
}

function periodsAround(today: PlainDate): ReportingPeriod[] {
  const parts: readonly PeriodPart[] = ['H1', 'H2', 'Y', 'Q1', 'Q2', 'Q3', 'Q4']
  const years = [yearOf(today), yearOf(today) - 1]
  return years.flatMap(year => parts.flatMap(part => periodNamed(`${year}-${part}`) ?? [])).filter(period => period.covers.from <= today)
}
