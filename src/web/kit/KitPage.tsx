import { Button, Checkbox, NumberInput, PasswordInput, Select, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { addDays } from '#domain/calendar/plain-date.ts'
import { Failure, Loaded } from '../app/Loaded.tsx'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { Chip, type Tone } from './Chip.tsx'
import { DayField } from './DayField.tsx'
import { DaysText, DueText } from './DayText.tsx'
import { EmptyState } from './EmptyState.tsx'
import { Fact, Facts, Missing } from './Facts.tsx'
import { Found } from './Found.tsx'
import classes from './kit-page.module.css'
import { ListExport, ListHead } from './ListExport.tsx'
import { numberColumn } from './list-sheet.ts'
import { MoreRows } from './MoreRows.tsx'
import { Notice, RefusalBanner } from './RefusalBanner.tsx'
import { Row, Rows, Sheet } from './Rows.tsx'
import { SidePanel } from './SidePanel.tsx'
import { Steps } from './Steps.tsx'
import { Switch } from './Switch.tsx'

const colours = ['ink', 'ink-soft', 'paper', 'desk', 'line', 'cham', 'cham-wash', 'done', 'soon', 'late'] as const
const tones: readonly [Tone, string][] = [
  ['plain', 'Dự thảo'],
  ['cham', 'Đã trình ký'],
  ['done', 'Đã ban hành'],
  ['soon', 'còn 3 ngày'],
  ['late', 'quá hạn 2 ngày'],
]
const longName = 'Trung tâm Phục vụ hành chính công thuộc Văn phòng Ủy ban nhân dân tỉnh Sơn La'

/** Every part the screens are made of, in every state it has: what is built anew is built from these. */
export function KitPage() {
  return (
    <Screen title="Bộ phận của màn hình">
      <div className={classes.parts}>
        <Colours />
        <Words />
        <Buttons />
        <Fields />
        <Days />
        <Lists />
        <States />
        <Progress />
      </div>
    </Screen>
  )
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={name}>
      <h2>{name}</h2>
      {children}
    </section>
  )
}

function Colours() {
  return (
    <Part name="Màu">
      <ul className={classes.colours}>
        {colours.map(colour => (
          <li key={colour}>
            <span className={classes.swatch} data-colour={colour} />
            <code>{colour}</code>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Words() {
  return (
    <Part name="Chữ">
      <p className={classes.huge}>Việc đã ghi, báo cáo tự soạn: ẵ ễ ỗ ữ Đ đ 1.234.567,5</p>
      <h2>Tiêu đề mục, 18 điểm</h2>
      <p>Chữ thường, 14 điểm trên máy tính và 16 điểm trên điện thoại.</p>
      <p className="soft">Dòng phụ: ai, lúc nào, ở đâu.</p>
      <p className="small soft">Chú thích nhỏ, 12 điểm.</p>
      <p>
        <Found text="Kế hoạch 17/KH-VPUB về phong trào" search="ke hoach" />
      </p>
    </Part>
  )
}

function Buttons() {
  return (
    <Part name="Nút">
      <div className="row">
        <Button>Trình ký</Button>
        <Button variant="default">Xem bản in</Button>
        <Button variant="subtle">Thôi</Button>
        <Button color="late">Trả lại</Button>
        <Button loading>Đang gửi</Button>
        <Button disabled>Chưa tới bước này</Button>
      </div>
      <div className="row">
        {tones.map(([tone, words]) => (
          <Chip key={tone} tone={tone}>
            {words}
          </Chip>
        ))}
      </div>
    </Part>
  )
}

function Fields() {
  const { today } = useSession()
  const [day, setDay] = useState<string | null>(today)
  const [unit, setUnit] = useState('a')
  return (
    <Part name="Ô nhập">
      <div className={classes.fields}>
        <TextInput label="Tên hoạt động" description="Như ghi trong kế hoạch" defaultValue="Ngày hội văn hóa" />
        <TextInput label="Nơi tổ chức" error="Nơi tổ chức: dài quá 300 ký tự" defaultValue={longName} />
        <TextInput label="Ký hiệu" disabled defaultValue="BC-VPUB" />
        <PasswordInput label="Mật khẩu" />
        <NumberInput label="Số người tham gia" placeholder="chưa biết thì để trống" />
        <Select label="Loại" data={['Thể thao', 'Văn nghệ']} placeholder="chưa chọn" />
        <Textarea label="Nội dung, kết quả" autosize minRows={2} />
        <Checkbox label="Nơi nhận là cấp trên" defaultChecked />
        <DayField label="Ngày" value={day} onChange={setDay} />
        <DayField label="Ngày" value={null} onChange={setDay} error="Ngày: chưa nhập ngày" />
        <div>
          <Switch
            label="Đơn vị"
            value={unit}
            shown={unit === 'a' ? 'Văn phòng' : longName}
            onChange={setUnit}
            options={[
              { value: 'a', label: 'Văn phòng' },
              { value: 'b', label: longName, depth: 1 },
            ]}
          />
        </div>
      </div>
    </Part>
  )
}

function Days() {
  const { today } = useSession()
  return (
    <Part name="Ngày">
      <div className="row">
        {[-40, -2, 0, 1, 6, 20, 90].map(days => (
          <DueText key={days} dueOn={addDays(today, days)} today={today} />
        ))}
        <DueText dueOn={today} today={today} isDone />
        <DaysText from={today} until={addDays(today, 2)} />
      </div>
    </Part>
  )
}

function Lists() {
  const many = Array.from({ length: 130 }, (_, i) => ({ id: i + 1 }))
  const [isOpen, setOpen] = useState(false)
  return (
    <Part name="Danh sách">
      <ListHead words="130 dòng">
        <ListExport
          title="Danh sách mẫu"
          about={['Văn phòng']}
          columns={[numberColumn<{ id: number }>('Thứ tự', 10, row => row.id)]}
          rows={async () => many}
        />
      </ListHead>
      <MoreRows rows={many}>
        {shown => (
          <Rows label="Dòng mẫu">
            <Row title={longName} second="Dòng thứ hai" aside={<Chip tone="late">quá hạn 2 ngày</Chip>} />
            <Row title="Dòng đang chọn" aside={<Missing />} isSelected />
            <Row title="Dòng con" depth={1} />
            {shown.slice(0, shown.length > 60 ? shown.length : 2).map(row => (
              <Row key={row.id} title={`Dòng ${row.id}`} />
            ))}
          </Rows>
        )}
      </MoreRows>
      <Sheet title="Tờ giấy" actions={<Button variant="default">Sửa</Button>}>
        <Facts>
          <Fact label="Đơn vị">{longName}</Fact>
          <Fact label="Số người">
            <Missing />
          </Fact>
        </Facts>
      </Sheet>
      <div>
        <Button variant="default" onClick={() => setOpen(true)}>
          Mở ngăn bên phải
        </Button>
      </div>
      {isOpen && (
        <SidePanel title="Vì sao có số này" onClose={() => setOpen(false)}>
          <p>Định nghĩa, mẫu số, từng bản ghi góp vào, ai ghi và lúc nào.</p>
        </SidePanel>
      )}
    </Part>
  )
}

const waiting = { data: undefined, error: null, isFetching: true, refetch: async () => undefined }

function States() {
  return (
    <Part name="Trạng thái">
      <EmptyState title="Chưa có hoạt động nào" next={<Button>Ghi hoạt động</Button>}>
        Hoạt động ghi ở đây vào thẳng báo cáo kỳ.
      </EmptyState>
      <Loaded of={waiting} rows={3}>
        {() => null}
      </Loaded>
      <Failure error={new Error('mẫu')} again={() => undefined} />
      <Notice>Đã lấy lại nội dung bạn nhập dở trên máy này.</Notice>
      <Notice tone="soon">Nguồn của 2 đoạn đã đổi sau khi soạn.</Notice>
      <Notice tone="done">Đã ban hành.</Notice>
      <RefusalBanner refusal={{ message: 'Ngày văn bản (10/6/2022) trước ngày ký (15/6/2022).' }}>
        <Button variant="default">Chọn ngày khác</Button>
      </RefusalBanner>
      <RefusalBanner refusal={{ message: 'Có chỗ nhập chưa đúng.', fields: { name: 'Tên hoạt động: chưa nhập' } }} />
    </Part>
  )
}

function Progress() {
  return (
    <Part name="Các bước">
      <Steps
        label="Các bước mẫu"
        steps={[
          { key: '1', name: 'Dự thảo', note: 'Lò Minh Họa, 14/6/2022', standing: 'past' },
          { key: '2', name: 'Đã trình ký', note: 'đang ở đây', standing: 'present' },
          { key: '3', name: 'Đã ban hành', note: 'Văn thư', standing: 'ahead' },
        ]}
      />
    </Part>
  )
}
