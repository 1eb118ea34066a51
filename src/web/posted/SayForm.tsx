import { Button, Select, Textarea } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { PostedRow } from '#domain/posted/posted-list.ts'
import { sayOfPosted, type WebRefusal } from '../api.ts'
import { queryClient } from '../app/queries.ts'
import { plainFilter } from '../kit/plain-filter.ts'
import { RefusalBanner } from '../kit/RefusalBanner.tsx'
import { newId } from './new-id.ts'
import classes from './posted.module.css'

/** Nobody is asked who they are. What was typed stays when it could not be sent; sent again it is heard once. */
export function SayForm({ postingId, rows }: { postingId: string; rows: readonly PostedRow[] }) {
  const navigate = useNavigate()
  const [id, setId] = useState(newId)
  const [candidateId, setCandidate] = useState<string | null>(null)
  const [says, setSays] = useState('')
  const [website, setWebsite] = useState('')
  const [refusal, setRefusal] = useState<WebRefusal | null>(null)
  const [isSending, setSending] = useState(false)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setSending(true)
    const sent = await sayOfPosted({ id, postingId, candidateId, says, website })
    setSending(false)
    setRefusal(sent.ok ? null : sent.refusal)
    if (!sent.ok) return
    setSays('')
    setCandidate(null)
    setId(newId())
    await queryClient.invalidateQueries({ queryKey: ['posted.answer'] })
    await navigate({ to: '/niem-yet/$postingId', params: { postingId }, search: { y_kien: id } })
    window.scrollTo(0, 0)
  }

  return (
    <form id="gop-y" className={classes.paper} onSubmit={event => void submit(event)}>
      <h2>Góp ý về danh sách</h2>
      <p className="soft">
        Không cần ghi bạn là ai. Đừng ghi số điện thoại, số định danh của ai. Ý kiến về một hộ giữ riêng hộ ấy lại cho đến khi được trả lời.
      </p>
      <Select
        label="Về hộ"
        description="Để trống nếu góp ý chung"
        data={rows.map(row => ({ value: row.candidateId, label: `${row.number}. ${row.name}${row.address && ` · ${row.address}`}` }))}
        value={candidateId}
        onChange={setCandidate}
        filter={plainFilter}
        searchable
        clearable
      />
      <Textarea
        label="Nội dung"
        autosize
        minRows={3}
        maxLength={2000}
        required
        value={says}
        onChange={event => setSays(event.currentTarget.value)}
      />
      <label className={classes.unseen} aria-hidden="true">
        Trang web
        <input
          type="text"
          name="website"
          tabIndex={-1}
          autoComplete="off"
          value={website}
          onChange={event => setWebsite(event.currentTarget.value)}
        />
      </label>
      <RefusalBanner refusal={refusal} />
      <div>
        <Button type="submit" loading={isSending} disabled={says.trim() === ''}>
          Gửi ý kiến
        </Button>
      </div>
    </form>
  )
}
