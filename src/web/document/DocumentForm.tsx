import { NumberInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { directionWords } from '#contract/document.ts'
import { documentKinds } from '#domain/document/kinds.ts'
import type { DocumentDirection, RegisteredDocument } from '#domain/document/registry.ts'
import { choice, type Form, number, text } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'

/** What the form holds while it is being filled in. */
export type DocumentValues = {
  readonly id: string
  readonly ownerUnitId: string
  readonly direction: DocumentDirection
  readonly kind: string | null
  readonly code: string
  readonly issuedOn: string | null
  readonly issuerName: string
  readonly issuerUnitId: string | null
  readonly subject: string
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly yearFrom: number | null
  readonly yearUntil: number | null
  readonly arrivedOn: string | null
  readonly arrivalNumber: number | null
  readonly signerName: string
  readonly recipients: string
  readonly archivedWith: string
  readonly copies: number | null
  readonly forwardedOn: string | null
  readonly note: string
  readonly reason: string
  readonly revision: number
}

export function blankDocument(ownerUnitId: string): DocumentValues {
  return {
    id: crypto.randomUUID(),
    ownerUnitId,
    direction: 'incoming',
    kind: null,
    code: '',
    issuedOn: null,
    issuerName: '',
    issuerUnitId: null,
    subject: '',
    validFrom: null,
    validUntil: null,
    yearFrom: null,
    yearUntil: null,
    arrivedOn: null,
    arrivalNumber: null,
    signerName: '',
    recipients: '',
    archivedWith: '',
    copies: null,
    forwardedOn: null,
    note: '',
    reason: '',
    revision: 0,
  }
}

export function valuesOf({ valid, years, ...document }: RegisteredDocument): DocumentValues {
  return {
    ...document,
    validFrom: valid.from,
    validUntil: valid.until,
    yearFrom: years?.from ?? null,
    yearUntil: years?.until ?? null,
    reason: '',
  }
}

/** The body of `document.register`; amending adds revision and reason. */
export function registerBody({
  validFrom,
  validUntil,
  yearFrom,
  yearUntil,
  reason: _reason,
  revision: _revision,
  ...rest
}: DocumentValues): Record<string, unknown> {
  const isIncoming = rest.direction === 'incoming'
  const isOutgoing = rest.direction === 'outgoing'
  return {
    ...rest,
    valid: { from: validFrom, until: validUntil },
    years: yearFrom === null && yearUntil === null ? null : { from: yearFrom, until: yearUntil },
    arrivedOn: isIncoming ? rest.arrivedOn : null,
    arrivalNumber: isIncoming ? rest.arrivalNumber : null,
    recipients: isIncoming || isOutgoing ? rest.recipients : '',
    forwardedOn: isIncoming || isOutgoing ? rest.forwardedOn : null,
    archivedWith: isOutgoing ? rest.archivedWith : '',
    copies: isOutgoing ? rest.copies : null,
  }
}

export function DocumentFields({ form }: { form: Form<DocumentValues> }) {
  const { direction } = form.values
  return (
    <>
      <SegmentedControl
        aria-label="Sổ"
        value={direction}
        onChange={value => form.set({ direction: value })}
        data={(['incoming', 'outgoing', 'reference'] as const).map(value => ({ value, label: directionWords[value] }))}
      />
      <div className="pair">
        <Select
          label="Loại văn bản"
          {...choice(form, 'kind')}
          data={Object.entries(documentKinds).map(([value, { name }]) => ({ value, label: name }))}
          searchable
        />
        <TextInput label="Số, ký hiệu" placeholder="41/KH-UBND" {...text(form, 'code')} />
        <DayField label="Ngày văn bản" {...choice(form, 'issuedOn')} />
      </div>
      <TextInput label="Cơ quan ban hành" description="Như khi viện dẫn: UBND tỉnh, Thủ tướng Chính phủ" {...text(form, 'issuerName')} />
      <Textarea label="Trích yếu" description="Đúng như bản gốc, không kèm loại và số" {...text(form, 'subject')} minRows={2} />
      {direction === 'incoming' && (
        <div className="pair">
          <DayField label="Ngày đến" {...choice(form, 'arrivedOn')} />
          <NumberInput label="Số đến" thousandSeparator="" {...number(form, 'arrivalNumber')} />
        </div>
      )}
      <div className="pair">
        <DayField label="Hiệu lực từ ngày" {...choice(form, 'validFrom', 'valid.from')} />
        <DayField label="Đến trước ngày" description="Ngày đầu tiên hết hiệu lực" {...choice(form, 'validUntil', 'valid.until')} />
      </div>
      <div className="pair">
        <NumberInput
          label="Giai đoạn từ năm"
          description="Theo lời chính văn bản này"
          thousandSeparator=""
          {...number(form, 'yearFrom', 'years.from')}
        />
        <NumberInput
          label="Đến năm"
          description="Không lấy theo văn bản cấp trên"
          thousandSeparator=""
          {...number(form, 'yearUntil', 'years.until')}
        />
      </div>
      <TextInput label="Người ký" {...text(form, 'signerName')} />
      <HandingOn form={form} />
      <TextInput label="Ghi chú" {...text(form, 'note')} />
    </>
  )
}

/** The columns of the register that are often filled in later. */
function HandingOn({ form }: { form: Form<DocumentValues> }) {
  const { direction } = form.values
  if (direction === 'reference') return null
  const handedOn = <DayField label="Ngày chuyển" {...choice(form, 'forwardedOn')} />
  if (direction === 'incoming')
    return (
      <div className="pair">
        <TextInput label="Đơn vị hoặc người nhận" {...text(form, 'recipients')} />
        {handedOn}
      </div>
    )
  return (
    <>
      <TextInput label="Nơi nhận văn bản" {...text(form, 'recipients')} />
      <TextInput label="Đơn vị, người nhận bản lưu" {...text(form, 'archivedWith')} />
      <div className="pair">
        <NumberInput label="Số lượng bản" {...number(form, 'copies')} />
        {handedOn}
      </div>
    </>
  )
}
