import { Button, FileButton, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatNumber } from '#domain/kit/text.ts'
import { receiveList, type WebRefusal } from '../api.ts'
import { readAnew } from '../app/queries.ts'
import { RefusalBanner } from '../kit/RefusalBanner.tsx'
import { Sheet } from '../kit/Rows.tsx'

/** A file that opens in any spreadsheet, to be filled in. */
const sampleList = `data:text/csv;charset=utf-8,${encodeURIComponent(
  '\uFEFFMã hộ,Họ tên chủ hộ,"Bản, thôn, tổ dân phố",Địa chỉ,Số nhân khẩu,Diện hộ\r\nMH-001,Lò Văn Minh Họa,Bản Mây,,4,nghèo\r\n',
)}`

/** The file goes to the house at once; what its columns are is looked at together there. */
export function SendListForm({ unitId }: { unitId: string }) {
  const navigate = useNavigate()
  const [sender, setSender] = useState('')
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null)
  const [refusal, setRefusal] = useState<WebRefusal | null>(null)

  async function send(file: File | null): Promise<void> {
    if (!file) return
    setRefusal(null)
    setSending({ name: file.name, share: 0 })
    const sent = await receiveList({ id: crypto.randomUUID(), unitId, sender, file }, share => setSending({ name: file.name, share }))
    setSending(null)
    if (!sent.ok) return setRefusal(sent.refusal)
    await readAnew('household')
    await navigate({ to: '/so-ho/nhap', search: before => ({ ...before, danh_sach: sent.value.id }) })
  }
  return (
    <Sheet title="Gửi danh sách">
      <p>
        Tệp .xlsx hoặc .csv, cột xếp thế nào cũng được, tối đa 50 MB. Gửi xong Nếp cho xem cột nào là gì và sẽ ghi những gì; chưa ghi gì vào
        sổ khi bạn chưa đồng ý.
      </p>
      <p>
        Phải có cột <b>Họ tên chủ hộ</b> và <b>Bản, thôn, tổ dân phố</b> (danh sách của riêng một bản thì không cần). Nên có <b>Mã hộ</b>,{' '}
        <b>Số nhân khẩu</b>, <b>Địa chỉ</b>, <b>Diện hộ</b> (nghèo, cận nghèo, không).
      </p>
      <p>
        <a href={sampleList} download="danh-sach-ho-mau.csv">
          Tải tệp mẫu
        </a>
      </p>
      <TextInput
        label="Nơi gửi"
        description="Như “Trưởng bản Nà Cạn”: lần sau tệp của nơi ấy có cột cùng tên thì Nếp nhớ. Để trống cũng được"
        value={sender}
        onChange={event => setSender(event.currentTarget.value)}
        maxLength={100}
      />
      <div className="row">
        <FileButton
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={file => void send(file)}
        >
          {props => (
            <Button {...props} loading={sending !== null}>
              Chọn tệp và gửi
            </Button>
          )}
        </FileButton>
        {sending && (
          <span role="status">
            {sending.share < 1 ? `Đang gửi ${sending.name}, ${formatNumber(sending.share * 100)}%` : `Đang đọc ${sending.name}…`}
          </span>
        )}
      </div>
      <RefusalBanner refusal={refusal} />
    </Sheet>
  )
}
