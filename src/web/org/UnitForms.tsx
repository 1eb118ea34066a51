import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { headcountWords, type OrgUnitView, orgUnitKindWords } from '#contract/org.ts'
import { isPlainDate } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import { takeOver } from '#domain/org/org-rules.ts'
import type { Letterhead } from '#domain/org/org-unit.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useUnits } from '../app/units.ts'
import { choice, number, text, tick, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'

export function HeadcountForm({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const { today } = useSession()
  const form = useCommand({
    name: 'org.setHeadcount',
    start: {
      id: crypto.randomUUID(),
      category: null as string | null,
      count: null as number | null,
      from: today,
    },
    toBody: values => ({ ...values, unitId }),
    onDone: async () => {
      onClose()
      await readAnew('org', 'report')
    },
  })
  return (
    <FormView form={form} submitLabel="Ghi số người" onCancel={onClose}>
      <Select
        label="Nhóm"
        {...choice(form, 'category')}
        data={Object.entries(headcountWords).map(([value, label]) => ({ value, label: capitalise(label) }))}
        data-autofocus
      />
      <div className="pair">
        <NumberInput label="Số người" {...number(form, 'count')} />
        <DayField label="Từ ngày" description="Số trước đó vẫn giữ cho những ngày trước" {...choice(form, 'from')} />
      </div>
    </FormView>
  )
}

/**
 * A change of name, kind or place in the tree is a new version; the old ones stay for the days they held. A unit nobody
 * knows yet begins with its first version, below the one looked at.
 */
export function VersionForm({ view, isNewBelow = false, onClose }: { view: OrgUnitView; isNewBelow?: boolean; onClose: () => void }) {
  const last = isNewBelow ? undefined : (view.version ?? view.versions.at(-1))
  const letterhead = last?.letterhead ?? null
  const form = useCommand({
    name: 'org.addVersion',
    start: {
      id: crypto.randomUUID(),
      unitId: isNewBelow ? crypto.randomUUID() : view.unitId,
      shortName: '',
      name: last?.name ?? '',
      kind: last?.kind ?? null,
      parentUnitId: isNewBelow ? view.unitId : (last?.parentUnitId ?? null),
      code: last?.code ?? '',
      namedAfterPerson: last?.namedAfterPerson ?? false,
      position: last?.position ?? 0,
      functions: last?.functions ?? '',
      calledInText: last?.calledInText ?? '',
      from: view.on,
      until: null as string | null,
      source: '',
      parentLines: letterhead?.parentLines.join('\n') ?? '',
      nameLines: letterhead?.nameLines.join('\n') ?? '',
      place: letterhead?.place ?? '',
    },
    toBody: ({ from, until, parentLines, nameLines, place, ...values }) => ({
      ...values,
      valid: { from, until },
      letterhead: toLetterhead({ parentLines, nameLines, place }),
    }),
    rule: ({ code, functions, shortName: _, ...body }) =>
      takeOver({ ...body, code: code || null, functions: functions || null }, isNewBelow ? [] : view.versions),
    draft: `org.addVersion:${isNewBelow ? 'below:' : ''}${view.unitId}`,
    onDone: async () => {
      onClose()
      await readAnew('org', 'report')
    },
  })
  const from = String(form.values.from) // emptied, it is no day
  const units = useUnits(isPlainDate(from) ? from : undefined) // those it may hang under on its first day
  return (
    <FormView form={form} submitLabel={isNewBelow ? 'Thêm đơn vị' : 'Thêm phiên bản'} onCancel={onClose}>
      {!isNewBelow && <p className="soft">Phiên bản đang hiệu lực kết thúc vào ngày phiên bản mới bắt đầu.</p>}
      <TextInput label="Tên đơn vị" {...text(form, 'name')} data-autofocus />
      {isNewBelow && <TextInput label="Tên viết tắt" description="Như VPUB; để trống nếu không cần" {...text(form, 'shortName')} w={240} />}
      <div className="pair">
        <Select
          label="Loại"
          {...choice(form, 'kind')}
          data={Object.entries(orgUnitKindWords).map(([value, label]) => ({ value, label: capitalise(label) }))}
          searchable
        />
        <Select
          label="Đơn vị cấp trên"
          {...choice(form, 'parentUnitId')}
          data={units.list.filter(unit => unit.unitId !== view.unitId).map(unit => ({ value: unit.unitId, label: unit.name }))}
          searchable
          clearable
        />
      </div>
      <div className="pair">
        <DayField label="Từ ngày" {...choice(form, 'from', 'valid.from')} />
        <DayField label="Đến trước ngày" {...choice(form, 'until', 'valid.until')} />
      </div>
      <div className="pair">
        <TextInput label="Cách gọi trong văn bản" {...text(form, 'calledInText')} />
        <TextInput label="Mã" {...text(form, 'code')} />
        <NumberInput label="Thứ tự" {...number(form, 'position')} />
      </div>
      <Checkbox label="Tên đặt theo tên người" {...tick(form, 'namedAfterPerson')} />
      <Textarea label="Chức năng, nhiệm vụ" {...text(form, 'functions')} />
      <div className="pair">
        <Textarea
          label="Cơ quan chủ quản trên văn bản"
          description="Mỗi dòng một hàng chữ in hoa; để trống nếu đơn vị không ban hành văn bản"
          {...text(form, 'parentLines', 'letterhead.parentLines.0')}
          minRows={2}
        />
        <Textarea label="Tên cơ quan trên văn bản" {...text(form, 'nameLines', 'letterhead.nameLines.0')} minRows={2} />
        <TextInput label="Địa danh" {...text(form, 'place', 'letterhead.place')} />
      </div>
      <TextInput label="Căn cứ" description="Quyết định lập, đổi tên, sáp nhập" {...text(form, 'source')} />
    </FormView>
  )
}

function toLetterhead({ parentLines, nameLines, place }: { parentLines: string; nameLines: string; place: string }): Letterhead | null {
  return [parentLines, nameLines, place].every(typed => typed.trim() === '')
    ? null
    : { parentLines: lines(parentLines), nameLines: nameLines.trim() === '' ? [''] : lines(nameLines), place } // refused beside its field
}

function lines(typed: string): string[] {
  return typed.split('\n').filter(line => line.trim() !== '')
}
