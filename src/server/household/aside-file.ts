import { importFieldWords } from '#contract/household.ts'
import { importFields } from '#domain/household/import-row.ts'
import type { AsideRow } from './key-rows.ts'

// Rows set aside, as a list that can be mended in a spreadsheet and loaded again: its columns are called what the guess
// of columns knows, the reason and the line stand beside.

/** Begins with the mark by which spreadsheets see UTF-8. */
export const asideHeader = `\ufeff${['Lý do', 'Dòng', ...importFields.map(field => importFieldWords[field])].map(cellOf).join(',')}\r\n`

export function asideLine({ line, told, reason }: Pick<AsideRow, 'line' | 'told' | 'reason'>): string {
  return `${[reason, String(line), ...importFields.map(field => told[field])].map(cellOf).join(',')}\r\n`
}

/** Text a spreadsheet would take for a formula is kept text by a tab before it, which reading takes off again. */
export function cellOf(text: string): string {
  const harmless = /^[=+\-@]/u.test(text) ? `\t${text}` : text
  return /[",\r\n\t]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
