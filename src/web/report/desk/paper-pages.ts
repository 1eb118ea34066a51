import type { ReportView } from '#contract/report.ts'

/** One page of the drawing as a picture of its own. */
export type DrawnPage = { readonly svg: string; readonly width: number; readonly height: number }

/**
 * The server draws all pages into one picture. Cut into pages, each with the letters it uses, only those that changed
 * are painted anew, and the pages lie on the desk like sheets.
 */
export function pagesOf(drawing: string): DrawnPage[] {
  const letters = new Map([...drawing.matchAll(/<symbol id="(\w+)"[\s\S]*?<\/symbol>/gu)].map(([symbol, id = '']) => [id, symbol]))
  const [, ...sheets] = drawing.split(/(?=<path class="typst-shape" fill="#ffffff" [^>]*d="M 0 0v [\d.]+ h [\d.]+ v )/u)
  return sheets.map(sheet => {
    const [, height = '841.89', width = '595.28'] = /d="M 0 0v ([\d.]+) h ([\d.]+)/u.exec(sheet) ?? []
    const top = /<g transform="matrix\(1 0 0 1 0 ([\d.]+)\)">/u.exec(sheet.slice(0, 400))?.[1] ?? '0'
    const body = sheet.slice(sheet.indexOf('>') + 1).replace(/<defs[\s\S]*$/u, '')
    const used = [...new Set([...body.matchAll(/xlink:href="#(\w+)"/gu)].map(([, id = '']) => id))]
      .map(id => letters.get(id) ?? '')
      .join('')
    const open = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}pt" height="${height}pt" viewBox="0 ${top} ${width} ${height}">`
    return { svg: `${open}${body}<defs>${used}</defs></svg>`, width: Number(width), height: Number(height) }
  })
}

/** What prints besides the words: a number and a day, once they are given. */
export function stampOf({ state, number }: ReportView): string {
  return `${state} ${number?.number} ${number?.on}`
}
