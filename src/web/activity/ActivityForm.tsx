import { Autocomplete, MultiSelect, NumberInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { qualifiers } from '#domain/activity/activity.ts'
import { useAsk } from '../app/queries.ts'
import { useUnits } from '../app/units.ts'
import type { Form } from '../app/useCommand.ts'
import { choice, choices, number, text } from '../app/useCommand.ts'
import { useDocumentOptions } from '../document/useDocumentOptions.ts'
import { DayField } from '../kit/DayField.tsx'
import { useTaskOptions } from '../plan/useTaskOptions.ts'
import type { ActivityValues } from './activity-values.ts'
import classes from './entry.module.css'
import { Fold } from './Fold.tsx'
import { MoneyFields } from './MoneyFields.tsx'
import { TellingNote } from './TellingNote.tsx'
import { activityKindWords, campaignWords, optionsOf } from './words.ts'

/** The fields of an activity, the same for recording and amending. What is known on the spot comes first; a phone folds the rest. */
export function ActivityFields({ form, files }: { form: Form<ActivityValues>; files?: ReactNode }) {
  const isNarrow = useMediaQuery('(max-width: 899px)', undefined, { getInitialValueInEffect: false })
  const rest = <FurtherFields form={form} />
  return (
    <>
      <TextInput label="Tên hoạt động" {...text(form, 'name')} data-autofocus />
      <Select label="Loại hoạt động" {...choice(form, 'kind')} data={optionsOf(activityKindWords)} searchable />
      <div className={classes.days}>
        <DayField label="Ngày bắt đầu" {...choice(form, 'startsOn')} />
        <DayField label="Ngày kết thúc" description="Để trống nếu trong một ngày" {...choice(form, 'endsOn')} />
      </div>
      <PlaceField form={form} />
      <Participants form={form} />
      {files}
      {isNarrow ? (
        <Fold summary="Phong trào, kinh phí, nội dung, nhiệm vụ, văn bản" mustBeSeen={hasErrorBelow(form.errors)}>
          <div className="stack">{rest}</div>
        </Fold>
      ) : (
        rest
      )}
      <TellingNote values={form.values} />
    </>
  )
}

const below = ['campaign', 'hostUnitId', 'money', 'narrative', 'taskIds', 'documentIds']

/** A mistake in what is folded away must be seen. */
function hasErrorBelow(errors: Readonly<Record<string, string>>): boolean {
  return Object.keys(errors).some(path => below.includes(path.split('.')[0] ?? ''))
}

/** Where the unit was before is one touch away. */
function PlaceField({ form }: { form: Form<ActivityValues> }) {
  const { data } = useAsk('activity.list', { unitId: form.values.hostUnitId, search: undefined })
  const places = [...new Set((data ?? []).map(activity => activity.place).filter(Boolean))].slice(0, 8)
  const { value, error } = text(form, 'place')
  return (
    <Autocomplete
      label="Nơi tổ chức"
      description={places.length > 0 ? 'Gợi ý từ những lần trước' : undefined}
      value={value}
      error={error}
      onChange={place => form.set({ place })}
      data={places}
      openOnFocus
    />
  )
}

function FurtherFields({ form }: { form: Form<ActivityValues> }) {
  const units = useUnits()
  const tasks = useTaskOptions(form.values.hostUnitId)
  const documents = useDocumentOptions(form.values.hostUnitId)
  return (
    <>
      <div className="pair">
        <Select label="Thuộc phong trào" {...choice(form, 'campaign')} data={optionsOf(campaignWords)} allowDeselect={false} />
        <Select
          label="Đơn vị tổ chức"
          {...choice(form, 'hostUnitId')}
          data={units.list.map(unit => ({ value: unit.unitId, label: unit.name }))}
          searchable
          allowDeselect={false}
        />
      </div>
      <MoneyFields form={form} />
      <Textarea
        label="Nội dung, kết quả"
        description="Lời ở đây đi vào báo cáo: viết như câu của báo cáo, không cần mở đầu bằng tên đơn vị"
        {...text(form, 'narrative')}
        minRows={4}
      />
      <MultiSelect
        label="Nhiệm vụ liên quan"
        {...choices(form, 'taskIds')}
        data={tasks}
        placeholder={form.values.taskIds.length > 0 ? '' : 'Chọn trong kế hoạch'}
      />
      <MultiSelect
        label="Văn bản liên quan"
        {...choices(form, 'documentIds')}
        data={documents}
        placeholder={form.values.documentIds.length > 0 ? '' : 'Chọn trong sổ văn bản'}
      />
    </>
  )
}

/** Counted, estimated with its word, or not known: never 0 by default. */
function Participants({ form }: { form: Form<ActivityValues> }) {
  const { quality } = form.values
  return (
    <fieldset className="plain-set">
      <legend>Người tham gia</legend>
      <div className="row">
        <SegmentedControl
          aria-label="Số người tham gia biết đến đâu"
          value={quality}
          onChange={value => form.set({ quality: value })}
          data={[
            { value: 'unknown', label: 'Chưa biết' },
            { value: 'counted', label: 'Đếm được' },
            { value: 'estimated', label: 'Ước' },
          ]}
        />
        {quality === 'estimated' && (
          <Select
            aria-label="Cách ước lượng"
            w={110}
            {...choice(form, 'qualifier', 'participants.qualifier')}
            data={[...qualifiers]}
            allowDeselect={false}
          />
        )}
        {quality !== 'unknown' && (
          <NumberInput
            aria-label="Số người tham gia"
            w={140}
            min={0}
            allowDecimal={false}
            {...number(form, 'count', 'participants.count')}
          />
        )}
        {quality !== 'unknown' && <span>người</span>}
      </div>
    </fieldset>
  )
}
