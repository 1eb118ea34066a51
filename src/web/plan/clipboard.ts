/** A table as it was copied, row by row; null when what was copied is no table. */
export type CopiedTable = readonly (readonly string[])[]

/** From Word, Excel or a page by its markup, else by tabs. */
export function readCopied(data: DataTransfer): CopiedTable | null {
  const table = tableFromMarkup(data.getData('text/html')) ?? tableFromText(data.getData('text/plain'))
  return table && table.some(row => row.length > 1 || table.length > 1) ? table : null
}

/** As spreadsheets write it: tabs between cells, cells with line ends between double quotes. */
export function tableFromText(text: string): CopiedTable | null {
  if (!text.includes('\t') && !/\n.*\S/u.test(text.trim())) return null
  const rows: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/uy
  const whole = text.replace(/\r\n?/gu, '\n').replace(/\n+$/u, '')
  for (let at = 0; at <= whole.length; at++) {
    cell.lastIndex = at
    const [found = '', quoted, plain = ''] = cell.exec(whole) ?? []
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    at += found.length
    if (whole[at] === '\n') rows.push([])
  }
  return rows
}

/** The first table of a copied page. A cell over several rows or columns says the same in each of them. */
function tableFromMarkup(markup: string): CopiedTable | null {
  const table = markup.includes('<table') ? new DOMParser().parseFromString(markup, 'text/html').querySelector('table') : null
  if (!table) return null
  const rows: string[][] = [...table.rows].map(() => [])
  for (const [y, row] of [...table.rows].entries())
    for (const cell of row.cells) {
      const text = textOf(cell)
      let x = 0
      while (rows[y]?.[x] !== undefined) x++
      for (let down = 0; down < Math.max(1, Math.min(cell.rowSpan || rows.length, rows.length - y)); down++)
        for (let across = 0; across < Math.min(cell.colSpan, 50); across++) {
          const place = rows[y + down]
          if (place) place[x + across] = text
        }
    }
  return rows.map(row => Array.from(row, cell => cell ?? ''))
}

/** Paragraphs and line ends stay line ends; what the page was merely written in lines for does not. */
function textOf(cell: HTMLElement): string {
  for (const end of cell.querySelectorAll('br')) end.replaceWith('\u0000')
  for (const block of cell.querySelectorAll('p, div, li')) block.append('\u0000')
  return (cell.textContent ?? '')
    .replace(/\s+/gu, ' ')
    .split('\u0000')
    .map(line => line.trim())
    .filter(Boolean)
    .join('\n')
}
