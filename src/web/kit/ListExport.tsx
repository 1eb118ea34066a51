import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { keepFile } from './keep-file.ts'
import classes from './list-export.module.css'
import { type ListSheet, writeListSheet } from './list-sheet.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type ExportParts<Row> = Omit<ListSheet<Row>, 'rows'> & {
  /** All rows of the filter, not only those drawn; `onProgress` is told how many have come so far. */
  readonly rows: (onProgress: (count: number) => void) => Promise<readonly Row[]>
}

/** "Tải .xlsx": the whole list as a file. */
export function ListExport<Row>({ rows, ...list }: ExportParts<Row>) {
  const [said, say] = useState<string | null>(null)
  const [isWorking, setWorking] = useState(false)

  async function download(): Promise<void> {
    setWorking(true)
    say('Đang lấy các dòng')
    try {
      const all = await rows(count => say(`Đang lấy các dòng: ${count.toLocaleString('vi')}`))
      const bytes = await writeListSheet({ ...list, about: [...list.about, `${all.length.toLocaleString('vi')} dòng`], rows: all })
      keepFile(bytes as Uint8Array<ArrayBuffer>, { name: fileName(list), type: workbook })
      say(null)
    } catch {
      say('Chưa tải được; thử lại.')
    }
    setWorking(false)
  }

  return (
    <span className={classes.export}>
      <span role="status" className="soft small">
        {said}
      </span>
      <Button variant="subtle" loading={isWorking} onClick={() => void download()}>
        Tải .xlsx
      </Button>
    </span>
  )
}

/** Above a list: how many there are, and what can be done with the whole of it. */
export function ListHead({ words, children }: { words: ReactNode; children?: ReactNode }) {
  return (
    <div className={classes.head}>
      <span className="soft">{words}</span>
      {children}
    </div>
  )
}

function fileName({ title, about }: { readonly title: string; readonly about: readonly string[] }): string {
  const words = [title, ...about.slice(0, 1)].join(' - ').replace(/[\\/:*?"<>|]/gu, ' ')
  return `${words.slice(0, 120).trim()}.xlsx`
}
