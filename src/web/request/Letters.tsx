import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { LetterView } from '#contract/request-letter.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import type { LetterKind } from '#domain/request/letter.ts'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { Chip } from '../kit/Chip.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { LetterForm, SignLetterForm } from './LetterForm.tsx'

const letterWords: Record<LetterKind, string> = { asks: 'công văn yêu cầu', reminds: 'công văn nhắc' }

const writeWords: Record<LetterKind, string> = { asks: 'Soạn công văn yêu cầu', reminds: 'Soạn công văn nhắc' }

type Parts = {
  readonly requestId: string
  readonly title: string
  /** Whose letters: who asks, or who receives. */
  readonly unitId: string
  readonly kinds: readonly LetterKind[]
}

/** The official letters of a unit about a request: written, read as a draft, signed and numbered. */
export function Letters({ requestId, title, unitId, kinds }: Parts) {
  const mayWrite = useMay()('request.writeLetter', unitId)
  const letters = useAsk('request.letters', { id: requestId, unitId })
  const [writing, setWriting] = useState<LetterKind | null>(null)
  return (
    <Sheet
      title="Công văn"
      actions={
        mayWrite &&
        kinds.map(kind => (
          <Button key={kind} size="compact-sm" variant="default" onClick={() => setWriting(kind)}>
            {writeWords[kind]}
          </Button>
        ))
      }
    >
      <Loaded of={letters} rows={1}>
        {all =>
          all.length === 0 ? (
            <p className="soft">
              Chưa có công văn nào. Công văn nêu kỳ, biểu mẫu, hạn gửi và kèm danh sách đơn vị; lời văn do người soạn viết.
            </p>
          ) : (
            <Rows label="Công văn">
              {all.map(letter => (
                <LetterRow key={letter.id} letter={letter} title={title} />
              ))}
            </Rows>
          )
        }
      </Loaded>
      <FormModal title={writeWords[writing ?? 'asks']} isOpen={writing !== null} onClose={() => setWriting(null)}>
        <LetterForm requestId={requestId} title={title} unitId={unitId} kind={writing ?? 'asks'} onClose={() => setWriting(null)} />
      </FormModal>
    </Sheet>
  )
}

function LetterRow({ letter, title }: { letter: LetterView; title: string }) {
  const may = useMay()
  const [doing, setDoing] = useState<'write' | 'sign' | null>(null)
  const { id, requestId, unitId, kind, words, issued, writtenBy } = letter
  const address = (format: 'pdf' | 'docx'): string => `/api/request.printLetter?id=${id}&format=${format}`
  const close = (): void => setDoing(null)
  return (
    <>
      <Row
        title={
          <a href={address('pdf')} target="_blank" rel="noreferrer">
            {issued ? `Công văn ${issued.code}` : `Dự thảo ${letterWords[kind]}`}
          </a>
        }
        second={[words.subject, issued ? `${issued.signerName} ký ngày ${formatDay(issued.on)}` : `${writtenBy} soạn`].join(' · ')}
        aside={
          <>
            <Chip tone={issued ? 'done' : 'plain'}>{issued ? 'đã cấp số' : 'dự thảo'}</Chip>
            <a href={address('docx')}>DOCX</a>
            {issued && (
              <Link to="/van-ban/$documentId" params={{ documentId: issued.documentId }}>
                Trong sổ
              </Link>
            )}
            {!issued && may('request.writeLetter', unitId) && (
              <Button size="compact-sm" variant="default" onClick={() => setDoing('write')}>
                Sửa…
              </Button>
            )}
            {!issued && may('request.signLetter', unitId) && (
              <Button size="compact-sm" variant="default" onClick={() => setDoing('sign')}>
                Ký, cấp số…
              </Button>
            )}
          </>
        }
      />
      <FormModal title={`Sửa ${letterWords[kind]}`} isOpen={doing === 'write'} onClose={close}>
        <LetterForm requestId={requestId} title={title} unitId={unitId} kind={kind} letter={letter} onClose={close} />
      </FormModal>
      <FormModal title={capitalise(`ký ${letterWords[kind]}`)} isOpen={doing === 'sign'} onClose={close}>
        <SignLetterForm letter={letter} onClose={close} />
      </FormModal>
    </>
  )
}
