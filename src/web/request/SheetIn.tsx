import { Button, FileButton, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SheetLook } from '#contract/return.ts'
import { placesOf, readAt } from '#domain/request/places.ts'
import { guessReading, guessSheet, linesOf, nameKey, type SheetLine, type SheetReading } from '#domain/request/sheet.ts'
import { readSheet, templateAddress, type WebRefusal } from '../api.ts'
import { FormView } from '../app/FormView.tsx'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBanner } from '../kit/RefusalBanner.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { sayUnread } from './FigureCell.tsx'
import type { Look } from './look.ts'
import classes from './return.module.css'

/** "Từ tệp": the workbook to be filled elsewhere, and the way back in for it or for a table of another program. */
export function SheetIn({ look, onClose }: { look: Look; onClose: () => void }) {
  const { id: requestId } = look.view.request
  const owed = { requestId, unitId: look.view.unitId }
  const [sender, setSender] = useState('')
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<WebRefusal | null>(null)
  const [sheet, setSheet] = useState<SheetLook | null>(null)

  async function read(file: File | null): Promise<void> {
    if (!file) return
    setRefusal(null)
    setSending(true)
    const sent = await readSheet({ ...owed, sender, file })
    setSending(false)
    if (sent.ok) setSheet(sent.value)
    else setRefusal(sent.refusal)
  }

  if (sheet) return <ReadSheet look={look} sheet={sheet} sender={sender} onClose={onClose} />
  return (
    <div className="stack">
      <p>
        Tải biểu về, điền trong Excel cả khi không có mạng, rồi chọn lại tệp ấy ở đây. Tệp của phần mềm khác cũng được, .xlsx hay .csv: Nếp
        cho xem dòng nào vào ô nào rồi mới ghi.
      </p>
      <div className="row">
        <Button component="a" variant="default" href={templateAddress(owed)} download>
          Tải biểu .xlsx
        </Button>
      </div>
      <TextInput
        label="Nơi gửi"
        description="Nếu là tệp của phần mềm khác, ghi tên phần mềm hay nơi gửi: lần sau Nếp nhớ dòng nào vào ô nào. Để trống cũng được"
        value={sender}
        onChange={event => setSender(event.currentTarget.value)}
        maxLength={100}
      />
      <div className="row">
        <FileButton
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={file => void read(file)}
        >
          {props => (
            <Button {...props} loading={isSending}>
              Chọn tệp
            </Button>
          )}
        </FileButton>
      </div>
      <RefusalBanner refusal={refusal} />
    </div>
  )
}

type SheetParts = { readonly look: Look; readonly sheet: SheetLook; readonly sender: string; readonly onClose: () => void }
type Chosen = { readonly sheetAt: number; readonly reading: SheetReading; readonly chosen: Readonly<Record<string, string | null>> }

/** What each line goes to, as it was guessed or is remembered; every cell that cannot be read is named, and then none is taken. */
function ReadSheet({ look, sheet, sender, onClose }: SheetParts) {
  const { view, writing } = look
  const places = placesOf(view.form.parts, view.form)
  const rowsAt = (at: number) => sheet.sheets[at]?.rows ?? []
  const remembered = new Map(sheet.remembered.map(({ label, key }) => [label, key]))
  const [guessed] = useState(() => guessSheet(sheet.sheets, { places, remembered }))
  const form = useCommand<'return.takeSheet', Chosen>({
    name: 'return.takeSheet',
    start: { sheetAt: guessed, reading: guessReading(rowsAt(guessed), places), chosen: {} },
    toBody: values => ({
      requestId: view.request.id,
      unitId: view.unitId,
      words: Object.fromEntries(linesIn(values).flatMap(({ key, text }) => (key === null ? [] : [[key, text]]))),
      sender,
      choices: Object.entries(values.chosen).map(([label, key]) => ({ label, key })),
      fileName: sheet.fileName,
      revision: writing?.desk.state().revision,
    }),
    onDone: async () => {
      await writing?.desk.readAgain()
      onClose()
    },
  })
  const { sheetAt, reading, chosen } = form.values
  const linesIn = (values: Chosen): SheetLine[] =>
    linesOf(rowsAt(values.sheetAt), values.reading, { places, remembered: new Map([...remembered, ...Object.entries(values.chosen)]) })
  const lines = linesIn(form.values)
  const taken = lines.filter(({ key }) => key !== null)
  const unread = taken.flatMap(({ key, text, label }) => {
    const read = readAt(view.form, key ?? '', text)
    return read.ok ? [] : [`${label}: ${sayUnread(read)}`]
  })
  const passed = lines.length - taken.length
  return (
    <div className="stack">
      <p>
        <b>{sheet.fileName}</b>: {taken.length} dòng vào báo cáo{passed > 0 && `, ${passed} dòng bỏ qua`}.
      </p>
      {sheet.sheets.length > 1 && (
        <Select
          label="Trang tính"
          description="Số nằm ở nhiều trang thì lấy từng trang một"
          data={sheet.sheets.map(({ name }, at) => ({ value: String(at), label: name }))}
          value={String(sheetAt)}
          onChange={at => at !== null && form.set({ sheetAt: Number(at), reading: guessReading(rowsAt(Number(at)), places) })}
          allowDeselect={false}
          w={320}
        />
      )}
      {reading.by === 'rows' && (
        <ColumnOf rows={rowsAt(sheetAt)} reading={reading} onChange={values => form.set({ reading: { ...reading, values } })} />
      )}
      <div className={classes.lines}>
        <Rows label="Các dòng của tệp">
          {lines.map(line => (
            <Row
              key={line.at}
              title={places.some(({ key }) => key === line.label) ? places.find(({ key }) => key === line.label)?.label : line.label}
              second={line.text.slice(0, 120)}
              aside={
                <Select
                  aria-label={`“${line.label}” vào ô nào`}
                  data={[{ value: '', label: 'bỏ qua' }, ...places.map(({ key, label }) => ({ value: key, label }))]}
                  value={line.key ?? ''}
                  onChange={key => form.set({ chosen: { ...chosen, [nameKey(line.label)]: key || null } })}
                  allowDeselect={false}
                  searchable
                  w={260}
                />
              }
            />
          ))}
        </Rows>
      </div>
      {unread.length > 0 && (
        <div role="alert">
          <p>Chưa ghi ô nào, vì {unread.length} ô chưa đọc được; sửa trong tệp rồi chọn lại, hoặc bỏ qua dòng ấy:</p>
          <ul className={classes.list}>
            {unread.map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {taken.length > 0 && unread.length === 0 ? (
        <FormView form={form} submitLabel={`Lấy ${taken.length} chỗ`} onCancel={onClose}>
          {null}
        </FormView>
      ) : (
        <div className="row">
          <Button variant="default" onClick={onClose}>
            Thôi
          </Button>
        </div>
      )}
    </div>
  )
}

type Sheet = SheetLook['sheets'][number]
type ColumnParts = { readonly rows: Sheet['rows']; readonly reading: SheetReading; readonly onChange: (values: number) => void }

/** Which column the numbers stand in, by what stands in it first. */
function ColumnOf({ rows, reading, onChange }: ColumnParts) {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const columns = Array.from({ length: width }, (_, at) => ({
    value: String(at),
    label: `Cột ${at + 1}: ${
      rows
        .map(row => row[at] ?? '')
        .find(cell => cell !== '')
        ?.slice(0, 40) ?? 'trống'
    }`,
  }))
  return (
    <Select
      label="Số lấy ở cột"
      data={columns.filter(({ value }) => Number(value) !== reading.names)}
      value={String(reading.values)}
      onChange={value => value !== null && onChange(Number(value))}
      allowDeselect={false}
      w={320}
    />
  )
}
