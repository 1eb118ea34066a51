import { ListExport } from '../kit/ListExport.tsx'
import type { unitsSheet } from './compare-sheet.ts'

type FileParts = { readonly title: string; readonly about: readonly string[]; readonly sheet: ReturnType<typeof unitsSheet> }

/** A comparison as a spreadsheet that works its shares and differences out itself. */
export function ComparedFile({ title, about, sheet: { columns, rows } }: FileParts) {
  return <ListExport title={title} about={about} columns={columns} rows={() => Promise.resolve(rows)} />
}
