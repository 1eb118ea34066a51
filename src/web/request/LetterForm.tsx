import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { LetterView } from '#contract/request-letter.ts'
import { lowerFirst } from '#domain/kit/text.ts'
import type { LetterKind } from '#domain/request/letter.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'

type Parts = {
  readonly requestId: string
  readonly title: string
  readonly unitId: string
  readonly kind: LetterKind
  /** The one that is written on. */
  readonly letter?: LetterView
  readonly onClose: () => void
}

/** Only what a person answers for; period, form, due days and the lists are read from the request. */
export function LetterForm({ requestId, title, unitId, kind, letter, onClose }: Parts) {
  const [id] = useState(() => letter?.id ?? crypto.randomUUID())
  const form = useCommand({
    name: 'request.writeLetter',
    start: {
      subject: letter?.words.subject ?? `${kind === 'reminds' ? 'đôn đốc ' : ''}gửi ${lowerFirst(title)}`,
      addressees: letter?.words.addressees.join('\n') ?? '',
      paragraphs: letter?.words.paragraphs.join('\n') ?? '',
      symbol: letter?.words.symbol ?? '',
      recipients: letter?.words.recipients.join('\n') ?? '',
      archive: letter?.words.archive ?? 'VT',
    },
    toBody: ({ addressees, recipients, ...words }) => ({
      id,
      requestId,
      unitId,
      kind,
      words: { ...words, addressees: linesOf(addressees), recipients: linesOf(recipients) },
      revision: letter?.revision ?? 0,
    }),
    draft: `request.writeLetter:${letter?.id ?? `${requestId}:${kind}`}`,
    onDone: async () => {
      onClose()
      await readAnew('request', 'today')
    },
  })
  return (
    <FormView form={form} submitLabel="Lưu dự thảo" onCancel={onClose}>
      <TextInput label="Trích yếu (V/v)" {...text(form, 'subject', 'words.subject')} data-autofocus />
      <Textarea label="Kính gửi" description="Mỗi dòng một nơi" {...text(form, 'addressees', 'words.addressees')} autosize minRows={1} />
      <Textarea
        label="Nội dung"
        description="Mỗi dòng một đoạn. Tên báo cáo, biểu mẫu, kỳ số liệu, hạn gửi và danh sách đơn vị tự có ở dưới"
        {...text(form, 'paragraphs', 'words.paragraphs')}
        autosize
        minRows={3}
      />
      <div className="pair">
        <TextInput label="Ký hiệu" description="Sau số và dấu gạch chéo, như UBND-KGVX" {...text(form, 'symbol', 'words.symbol')} />
        <TextInput label="Lưu" description="Sau chữ “Lưu:”, như VT, KGVX" {...text(form, 'archive', 'words.archive')} />
      </div>
      <Textarea
        label="Nơi nhận khác"
        description="Mỗi dòng một nơi; “Như trên” tự có"
        {...text(form, 'recipients', 'words.recipients')}
        autosize
        minRows={1}
      />
    </FormView>
  )
}

function linesOf(typed: string): string[] {
  return typed.split('\n').filter(line => line.trim() !== '')
}

/** Whoever signs it has read the draft; the number is the next of its series. */
export function SignLetterForm({ letter, onClose }: { letter: LetterView; onClose: () => void }) {
  const { today } = useSession()
  const form = useCommand<'request.signLetter', { readonly on: string | null }>({
    name: 'request.signLetter',
    start: { on: today },
    toBody: values => ({ ...values, id: letter.id, revision: letter.revision }),
    onDone: async () => {
      onClose()
      await readAnew('request', 'document', 'today')
    },
  })
  return (
    <FormView form={form} submitLabel="Ký, cấp số" onCancel={onClose}>
      <p>
        Ký rồi thì công văn lấy số tiếp theo của dãy …/{letter.words.symbol}, vào sổ văn bản đi và không sửa nữa. Danh sách kèm theo tính
        đến ngày văn bản.
      </p>
      <DayField label="Ngày văn bản" {...choice(form, 'on')} w={200} />
    </FormView>
  )
}
