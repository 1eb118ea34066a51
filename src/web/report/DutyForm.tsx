import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { reportForms } from '#domain/report/form.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useUnits } from '../app/units.ts'
import { choice, number, text, tick, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'

/** To whom the unit reports from a day on, on which form, and what its document carries. */
export function DutyForm({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const { today } = useSession()
  const units = useUnits()
  const documents = useAsk('document.list', { unitId, search: '' })
  const form = useCommand({
    name: 'report.setDuty',
    start: {
      id: crypto.randomUUID(),
      formName: reportForms[0]?.name ?? null,
      receiverName: '',
      isReceiverSuperior: false,
      basisDocumentId: null as string | null,
      symbol: 'BC-',
      draftingUnitId: unitId,
      recipients: '',
      archive: 'VT',
      dueDaysAfterCutoff: null as number | null,
      from: today,
    },
    toBody: ({ recipients, from, ...values }) => ({
      ...values,
      unitId,
      recipientLines: recipients.split('\n').filter(line => line.trim() !== ''),
      valid: { from, until: null },
    }),
    draft: `report.setDuty:${unitId}`,
    onDone: async () => {
      onClose()
      await readAnew('report')
    },
  })
  const drafting = units.list.filter(unit => unit.unitId === unitId || units.pathOf(unit.unitId).includes(unitId))
  return (
    <FormView form={form} submitLabel="Đặt chế độ báo cáo" onCancel={onClose}>
      <TextInput label="Nơi nhận báo cáo" placeholder="Sở Văn hóa, Thể thao và Du lịch" {...text(form, 'receiverName')} data-autofocus />
      <Checkbox label="Nơi nhận là cấp trên (báo cáo có “Kính gửi”)" {...tick(form, 'isReceiverSuperior')} />
      <Select label="Mẫu" {...choice(form, 'formName')} data={reportForms.map(({ name, title }) => ({ value: name, label: title }))} />
      <Select
        label="Văn bản căn cứ"
        description="Kế hoạch năm mà báo cáo trả lời; mở đầu báo cáo sẽ dẫn văn bản này"
        clearable
        searchable
        {...choice(form, 'basisDocumentId')}
        data={(documents.data ?? []).map(({ id, code, subject }) => ({ value: id, label: `${code}: ${subject}` }))}
      />
      <TextInput label="Ký hiệu" description="Sau số và dấu gạch chéo, như BC-VPUB" {...text(form, 'symbol')} w={200} />
      <Select
        label="Đơn vị soạn"
        searchable
        {...choice(form, 'draftingUnitId')}
        data={drafting.map(unit => ({ value: unit.unitId, label: unit.name }))}
      />
      <Textarea
        label="Nơi nhận (bản in)"
        description="Mỗi dòng một nơi, không cần gạch đầu dòng"
        autosize
        minRows={3}
        {...text(form, 'recipients', 'recipientLines')}
      />
      <TextInput label="Lưu" description="Sau chữ “Lưu:”, như VT, TCHCQT" {...text(form, 'archive')} w={240} />
      <NumberInput
        label="Hạn gửi, số ngày sau ngày chốt số liệu"
        description="Để trống khi chưa có văn bản quy định: màn hình sẽ ghi “chưa xác minh”"
        {...number(form, 'dueDaysAfterCutoff')}
        allowDecimal={false}
        w={240}
      />
      <DayField label="Từ ngày" description="Chế độ đang chạy sẽ kết thúc vào ngày này" {...choice(form, 'from')} w={200} />
    </FormView>
  )
}
