import type { AskedForm } from '#contract/return.ts'
import { ok, type RefusalDetails, type Result, refuse } from '#domain/kit/result.ts'
import { searchKey } from '#domain/kit/text.ts'
import { cellKey, readAt, type Texts, type Unread } from '#domain/request/places.ts'

/** A table as one pastes into it: the names of its rows and the indicator of each cell, null where nothing is asked. */
export type PasteTable = { readonly rows: readonly { readonly label: string; readonly codes: readonly (string | null)[] }[] }

/** Cells as a spreadsheet lays them on the clipboard: rows by line ends, columns by tabs. */
export function readBlock(text: string): string[][] {
  const lines = text.replace(/\r\n?/gu, '\n').replace(/\n+$/u, '').split('\n')
  return lines.map(line => line.split('\t').map(cell => cell.trim().replace(/^"(.*)"$/su, '$1')))
}

export type PasteRefusal = 'too-wide' | 'too-long' | 'closed-cell'

/**
 * Where each pasted cell goes: by the names of the rows where the block carries them, else from the cell one stands in
 * rightwards and down. An empty one changes nothing. All find a place, or none is taken.
 */
export function placeBlock(
  block: readonly (readonly string[])[],
  table: PasteTable,
  at: { readonly code: string },
): Result<Texts, PasteRefusal> {
  const width = table.rows[0]?.codes.length ?? 0
  const wide = Math.max(...block.map(row => row.length))
  const named = block.map(([name = '']) => table.rows.find(({ label }) => searchKey(label) === searchKey(name)))
  const isNamed = wide === width + 1 && named.every(row => row !== undefined)
  const row = table.rows.findIndex(({ codes }) => codes.includes(at.code))
  const column = table.rows[row]?.codes.indexOf(at.code) ?? 0
  if (!isNamed && wide > width - column) return refuse('too-wide', { columns: wide, left: width - column })
  if (!isNamed && block.length > table.rows.length - row) return refuse('too-long', { rows: block.length, left: table.rows.length - row })
  const words: Record<string, string> = {}
  for (const [i, cells] of block.entries()) {
    const into = isNamed ? named[i] : table.rows[row + i]
    for (const [j, text] of (isNamed ? cells.slice(1) : cells).entries()) {
      if (text === '') continue
      const code = into?.codes[isNamed ? j : column + j]
      if (!code) return refuse('closed-cell', { row: into?.label ?? '', text })
      words[cellKey(code)] = text
    }
  }
  return ok(words)
}

/** The cells of a block that cannot be read, each with its reason; a block is taken only when there are none. */
export function unreadIn(form: AskedForm, words: Texts): (readonly [code: string, why: Unread])[] {
  return Object.entries(words).flatMap(([key, text]) => {
    const read = readAt(form, key, text)
    return read.ok ? [] : [[key.slice('cell:'.length), read] as const]
  })
}

export function sayPaste({ code, details }: { readonly code: PasteRefusal; readonly details: RefusalDetails }): string {
  switch (code) {
    case 'too-wide':
      return `Khối dán có ${details['columns']} cột, từ ô này sang phải chỉ còn ${details['left']}: chưa ghi ô nào. Dán từ ô khác, hoặc chép lại cho khớp cột.`
    case 'too-long':
      return `Khối dán có ${details['rows']} dòng, từ ô này đến hết bảng chỉ còn ${details['left']}: chưa ghi ô nào.`
    case 'closed-cell':
      return `Khối dán có “${details['text']}” ở dòng “${details['row']}”, chỗ bảng không hỏi số: chưa ghi ô nào.`
  }
}
