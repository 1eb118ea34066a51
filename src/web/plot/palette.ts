/** The house's colours as a drawing needs them: it cannot read variables by itself. */
export type Palette = Readonly<Record<PaletteColour | 'sans', string>>
export type PaletteColour = keyof typeof tokens

const tokens = {
  ink: '--ink',
  inkSoft: '--ink-soft',
  paper: '--paper',
  line: '--line',
  lineStrong: '--line-strong',
  cham: '--cham',
  onCham: '--on-cham',
  chamWash: '--cham-wash',
  done: '--done',
  soon: '--soon',
  late: '--late',
} as const

/** As they stand at a place of the page: light or dark, or as on paper. */
export function paletteAt(element: Element): Palette {
  const style = getComputedStyle(element)
  const read = (token: string): string => style.getPropertyValue(token).trim()
  const colours = Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, read(token)]))
  return { ...colours, sans: read('--sans') } as Palette
}

/** A colour between two, both as `#rrggbb`. */
export function mixed(from: string, to: string, share: number): string {
  const parts = [1, 3, 5].map(at => Math.round(partOf(from, at) * (1 - share) + partOf(to, at) * share))
  return `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`
}

function partOf(hex: string, at: number): number {
  return Number.parseInt(hex.slice(at, at + 2), 16)
}
