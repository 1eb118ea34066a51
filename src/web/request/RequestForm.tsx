import { Button, Checkbox, MultiSelect, Select, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RequestView } from '#contract/request.ts'
import { isPlainDate } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import { requestKinds } from '#domain/request/regime.ts'
import { checkAsker, type Level, levelNouns, levelOf, levels, levelsOn } from '#domain/request/request.ts'
import { FormView } from '../app/FormView.tsx'
import { keepAnswer, readAnew, useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useUnits } from '../app/units.ts'
import { choice, choices, type Form, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import {
  blankRequest,
  periodChoices,
  periodOf,
  type RequestValues,
  requestBody,
  restWords,
  valuesOf,
  withDueDays,
  withPeriod,
} from './request-values.ts'
import { kindWords } from './request-words.ts'

export function OpenRequestForm({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const navigate = useNavigate()
  const [id] = useState(() => crypto.randomUUID())
  const place = usePlace(unitId)
  const form = useCommand<'request.open', RequestValues>({
    name: 'request.open',
    start: blankRequest,
    toBody: values => ({ ...requestBody(values), id, unitId, ...(place && { placeUnitId: values.placeUnitId ?? place.unitId }) }),
    draft: `request.open:${unitId}`,
    onDone: async request => {
      await readAnew('request')
      await navigate({
        to: '/bao-cao/dot/$requestId',
        params: { requestId: request.id },
        search: before => ({ ...before, moi: undefined }),
      })
    },
  })
  return (
    <FormView form={form} submitLabel="Lưu để xem lại" onCancel={onClose}>
      {place && (
        <Select
          label="Hỏi những nơi thuộc"
          description={`Báo cáo gửi về ${place.asker}; thay mặt thì hỏi được cả những nơi không trực thuộc mình`}
          data={[
            { value: place.unitId, label: `${capitalise(place.name)}: hỏi thay mặt` },
            { value: unitId, label: `${capitalise(place.asker)}: chỉ nơi trực thuộc` },
          ]}
          {...choice(form, 'placeUnitId')}
          value={form.values.placeUnitId ?? place.unitId}
          allowDeselect={false}
        />
      )}
      <RequestFields form={form} unitId={unitId} />
      <p className="soft">Chưa ai nhận được gì: trang sau cho xem ai sẽ phải gửi, rồi mới gửi đi.</p>
    </FormView>
  )
}

/** The place right above, where a unit is of the kinds that ask in its stead. */
function usePlace(unitId: string): { readonly unitId: string; readonly name: string; readonly asker: string } | null {
  const asker = useAsk('org.unit', { unitId }).data?.version
  const above = asker?.parentUnitId ?? null
  const place = useAsk('org.unit', { unitId: above ?? '' }, { enabled: above !== null }).data?.version
  if (!asker || !place || !checkAsker(asker, place).ok) return null
  return { unitId: place.unitId, name: place.calledInText, asker: asker.calledInText }
}

export function AmendRequestForm({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const form = useCommand<'request.amend', RequestValues & { readonly revision: number }>({
    name: 'request.amend',
    start: { ...valuesOf(request), revision: request.revision },
    toBody: ({ revision, ...values }) => ({ ...requestBody(values), id: request.id, revision }),
    onDone: async answer => {
      keepAnswer('request.one', { id: request.id }, answer)
      onClose()
      await readAnew('request')
    },
  })
  return (
    <FormView form={form} submitLabel="Lưu" onCancel={onClose}>
      <RequestFields form={form} unitId={request.unitId} />
    </FormView>
  )
}

/** Under a regime its kind, form and due days come along; nothing of them is locked. */
function RequestFields({ form, unitId }: { form: Form<RequestValues>; unitId: string }) {
  const { today } = useSession()
  const regimes = useAsk('request.regimes', { unitId }).data ?? []
  const forms = useAsk('form.list', { unitId }).data ?? []
  const { values, errors } = form
  const regime = regimes.find(({ id }) => id === values.regimeId)
  const chooseRegime = (regimeId: string | null): void => {
    const chosen = regimes.find(({ id }) => id === regimeId)
    const taken = chosen
      ? { ...values, regimeId, kind: chosen.kind, formKey: chosen.formKey, basis: chosen.basis?.citation ?? '' }
      : { ...values, regimeId }
    form.set(withDueDays(taken, chosen))
  }
  return (
    <>
      <Select
        label="Theo chế độ báo cáo"
        description={
          regimes.length === 0 ? 'Chưa ghi chế độ nào ở đơn vị này: đợt này là chuyên đề hoặc đột xuất' : 'Để trống khi yêu cầu đột xuất'
        }
        data={regimes.map(({ id, items }) => ({ value: id, label: items.name }))}
        value={values.regimeId}
        onChange={chooseRegime}
        error={errors['regimeId']}
        clearable
        disabled={regimes.length === 0}
      />
      <div className="pair">
        <Select
          label="Loại báo cáo"
          data={requestKinds.map(kind => ({ value: kind, label: capitalise(kindWords[kind]) }))}
          {...choice(form, 'kind')}
          allowDeselect={false}
        />
        <Select
          label="Biểu mẫu"
          data={forms.filter(({ versions }) => versions.length > 0).map(({ key, name }) => ({ value: key, label: name }))}
          {...choice(form, 'formKey')}
          allowDeselect={false}
        />
      </div>
      <Select
        label="Kỳ"
        description="Chọn kỳ của lịch báo cáo, hoặc ghi ngày khác ở dưới"
        placeholder="ngày khác"
        data={periodChoices(today, regime)}
        value={periodOf(values, regime)}
        onChange={name => name !== null && form.set(withPeriod(values, name, regime))}
      />
      <div className="pair">
        <DayField label="Số liệu từ ngày" {...choice(form, 'from', 'covers.from')} />
        <DayField label="Chốt số liệu hết ngày" {...choice(form, 'last', 'covers.until')} />
      </div>
      <TextInput label="Tên đợt báo cáo" {...text(form, 'title')} />
      <Checkbox.Group label="Ai phải gửi" {...choices(form, 'asked')}>
        <div className="stack-s">
          {levelsOn(values.last !== null && isPlainDate(values.last) ? values.last : today).map(level => (
            <div key={level} className="stack-s">
              <div className="pair">
                <Checkbox value={level} label={capitalise(levelNouns[level])} />
                {values.asked.includes(level) && (
                  <DayField
                    label={`Hạn gửi của ${levelNouns[level]}`}
                    {...choice(form, level, `asked.${levels.filter(each => values.asked.includes(each)).indexOf(level)}.dueOn`)}
                    {...describedRest(values[level])}
                  />
                )}
              </div>
              {values.asked.includes(level) && <OnlySome form={form} level={level} />}
            </div>
          ))}
        </div>
      </Checkbox.Group>
      <TextInput label="Căn cứ" description="Văn bản yêu cầu báo cáo, nếu có" {...text(form, 'basis')} />
    </>
  )
}

/** All of a level, or those that are named. */
function OnlySome({ form, level }: { form: Form<RequestValues>; level: Level }) {
  const { last, only } = form.values
  const units = useUnits(last !== null && isPlainDate(last) ? last : undefined)
  const [isOpen, setOpen] = useState(only[level].length > 0)
  const ofLevel = units.list.filter(({ kind }) => levelOf(kind) === level)
  if (ofLevel.length === 0) return null
  if (!isOpen)
    return (
      <div className="row">
        <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
          Chỉ một số nơi…
        </Button>
      </div>
    )
  return (
    <MultiSelect
      label={`Chỉ những ${levelNouns[level]} này`}
      description="Để trống: tất cả"
      placeholder={only[level].length === 0 ? 'gõ tên' : ''}
      data={ofLevel.map(({ unitId, calledInText, parentUnitId }) => ({
        value: unitId,
        label: level === 'area' && parentUnitId ? `${calledInText}, ${units.nameOf(parentUnitId)}` : calledInText,
      }))}
      value={[...only[level]]}
      onChange={unitIds => form.set({ ...form.values, only: { ...only, [level]: unitIds } })}
      onKeyDown={event => event.key === 'Enter' && event.preventDefault()} // it takes the name, and does not send the form
      selectFirstOptionOnChange
      searchable
      clearable
      limit={40}
      nothingFoundMessage="không có đơn vị nào khớp"
    />
  )
}

function describedRest(dueOn: string | null): { readonly description?: string } {
  const rest = restWords(dueOn)
  return rest === null ? {} : { description: rest }
}
