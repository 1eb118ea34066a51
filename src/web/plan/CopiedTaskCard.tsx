import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AssignableUnit, PlanForYearView } from '#contract/plan.ts'
import { formatDay, isPlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { DayField } from '../kit/DayField.tsx'
import classes from './copy.module.css'
import type { CopiedTask } from './copy-values.ts'
import { MarkedWords, StaleNotes } from './StaleNotes.tsx'
import { SupportingUnits } from './SupportingUnits.tsx'
import { type CopyForm, type CopyPlace, typeInto } from './useLooked.ts'

type CardParts = {
  readonly form: CopyForm
  readonly task: CopiedTask
  /** `sentAt`: which of the chosen it is, as refusals count them. */
  readonly placed: { readonly depth: number; readonly number: string; readonly sentAt: number }
  readonly copy: PlanForYearView
  readonly units: readonly AssignableUnit[]
}

/** One task as it would be copied: read at rest with its stale words marked, mended in place. */
export function CopiedTaskCard({ form, task, placed, copy, units }: CardParts) {
  const [isOpen, setOpen] = useState(false)
  const move = { year: copy.year, years: copy.year - copy.from.year }
  const change = (patch: Partial<CopiedTask>): void =>
    form.set({ tasks: form.values.tasks.map(other => (other.id === task.id ? { ...other, ...patch } : other)) })
  const places: readonly CopyPlace[] = (['name', 'instruction', 'expectedProduct'] as const).map(field => ({
    recordId: task.id,
    field,
    text: task[field],
  }))
  const [name, instruction] = places
  const nameOf = (unitId: string | null): string => units.find(unit => unit.unitId === unitId)?.name ?? '…'
  const error = (field: string): string | undefined => form.errors[`tasks.${placed.sentAt}.${field}`]
  const hasError = Object.keys(form.errors).some(path => path.startsWith(`tasks.${placed.sentAt}.`)) && task.isChosen
  const showsFields = (isOpen || hasError) && task.isChosen
  return (
    <li
      className={classes.card}
      data-left-out={!task.isChosen || undefined}
      style={{ marginInlineStart: Math.min(placed.depth, 6) * 20 }}
      data-to-look-at={task.isChosen && task.leadUnitId === null ? '' : undefined}
    >
      <Checkbox
        checked={task.isChosen}
        onChange={event => change({ isChosen: event.currentTarget.checked })}
        aria-label={`Chép việc ${placed.number}: ${task.name}`}
      />
      <div className={classes.words}>
        <div className={classes.head}>
          <h3>
            <span className="soft">{placed.number}</span>{' '}
            {task.isChosen && name ? <MarkedWords form={form} place={name} move={move} /> : task.name}
          </h3>
          {task.isChosen && (
            <Button
              variant="default"
              size="compact-sm"
              aria-expanded={showsFields}
              aria-label={`Sửa việc ${placed.number}`}
              onClick={() => setOpen(!isOpen)}
            >
              {showsFields ? 'Gấp lại' : 'Sửa'}
            </Button>
          )}
        </div>
        {task.isChosen && !showsFields && (
          <>
            {instruction && (
              <p className="prose">
                <MarkedWords form={form} place={instruction} move={move} />
              </p>
            )}
            <p className="soft small">
              {formatDay(task.startsOn)} – {formatDay(task.dueOn)}
              {task.leadUnitId && ` · chủ trì ${nameOf(task.leadUnitId)}`}
              {task.supportingUnitIds.length > 0 && ` · ${task.supportingUnitIds.length} đơn vị phối hợp`}
              {task.expectedProduct && ` · sản phẩm: ${task.expectedProduct}`}
            </p>
          </>
        )}
        {task.isChosen && <GoneUnits task={task} copy={copy} />}
        {task.isChosen && task.leadUnitId === null && !showsFields && (
          <Select
            label="Chủ trì"
            placeholder="Chọn đơn vị chủ trì"
            maw={480}
            value={null}
            onChange={leadUnitId => change({ leadUnitId })}
            error={error('leadUnitId')}
            data={options(units)}
            searchable
          />
        )}
        {showsFields && (
          <div className="stack-s">
            <TextInput
              label="Tên nhiệm vụ"
              value={task.name}
              onChange={event => name && typeInto(form, name, event.currentTarget.value)}
              error={error('name')}
            />
            <Textarea
              label="Nội dung nhiệm vụ"
              value={task.instruction}
              onChange={event => instruction && typeInto(form, instruction, event.currentTarget.value)}
              error={error('instruction')}
            />
            <div className="pair">
              <DayField
                label="Ngày bắt đầu"
                value={task.startsOn}
                onChange={day => isDay(day) && change({ startsOn: day })}
                error={error('startsOn')}
              />
              <DayField
                label="Hạn hoàn thành"
                value={task.dueOn}
                onChange={day => isDay(day) && change({ dueOn: day })}
                error={error('dueOn')}
              />
            </div>
            <Select
              label="Đơn vị chủ trì"
              value={task.leadUnitId}
              onChange={leadUnitId => change({ leadUnitId })}
              error={error('leadUnitId')}
              data={options(units)}
              searchable
            />
            <SupportingUnits
              value={task.supportingUnitIds}
              onChange={supportingUnitIds => change({ supportingUnitIds })}
              leadUnitId={task.leadUnitId}
              options={options(units)}
              units={units}
            />
            <TextInput
              label="Sản phẩm"
              value={task.expectedProduct}
              onChange={event => places[2] && typeInto(form, places[2], event.currentTarget.value)}
            />
          </div>
        )}
        {task.isChosen && places.map(place => <StaleNotes key={place.field} form={form} place={place} move={move} />)}
      </div>
    </li>
  )
}

/** Units of the plan copied from that are not there on the new first day. */
function GoneUnits({ task, copy }: Pick<CardParts, 'task' | 'copy'>) {
  const source = copy.tasks.find(({ id }) => id === task.sourceId)
  const gone = copy.goneUnits.filter(
    ({ unitId, on }) => source && on === source.startsOn && [source.leadUnitId, ...source.supportingUnitIds].includes(unitId),
  )
  if (gone.length === 0) return null
  return (
    <p className={classes.gone}>
      {gone
        .map(({ unitId, name, on }) => `${name}${unitId === source?.leadUnitId ? ' (chủ trì)' : ''} không còn vào ngày ${formatDay(on)}`)
        .join('; ')}
      : chọn đơn vị thay.
    </p>
  )
}

function options(units: readonly AssignableUnit[]): { value: string; label: string }[] {
  return units.map(unit => ({ value: unit.unitId, label: unit.name }))
}

function isDay(day: string | null): day is PlainDate {
  return day !== null && isPlainDate(day)
}
