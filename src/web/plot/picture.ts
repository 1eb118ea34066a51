import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import './engine.ts'
import { type Palette, paletteAt } from './palette.ts'
import type { Drawing, LegendEntry, Plot } from './plot.ts'

use([CanvasRenderer])

const width = 960
const margin = 32
const sharpness = 2

/** The plot as a PNG on white paper, whatever the screen looks like: title, unit and day, legend, drawing, what is counted. */
export async function keepPicture(plot: Plot<unknown>, drawing: Drawing, about: readonly string[]): Promise<void> {
  const blob = await new Promise<Blob | null>(resolve => paint(plot, drawing, about).toBlob(resolve))
  if (!blob) throw new Error('no picture')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${[plot.title, about[0]]
    .join(' - ')
    .replace(/[\\/:*?"<>|“”]/gu, ' ')
    .slice(0, 120)
    .trim()}.png`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function paint(plot: Plot<unknown>, drawing: Drawing, about: readonly string[]): HTMLCanvasElement {
  const sheet = document.createElement('div')
  sheet.className = 'on-paper'
  document.body.append(sheet)
  const palette = paletteAt(sheet)
  sheet.remove()

  const paper = document.createElement('canvas')
  const pen = paper.getContext('2d')
  if (!pen) throw new Error('no canvas')
  const inner = width - 2 * margin
  const title = wrapped(pen, plot.title, { font: fontOf(palette, 18, 600), width: inner })
  const facts = wrapped(pen, about.join(' · '), { font: fontOf(palette, 12), width: inner })
  const note = wrapped(pen, plot.note, { font: fontOf(palette, 12), width: inner })
  const chart = draw(drawing, palette, inner)
  const legendHeight = 32
  const chartHeight = chart.height / sharpness
  const height = margin + title.length * 26 + facts.length * 18 + legendHeight + chartHeight + 16 + note.length * 18 + margin

  paper.width = width * sharpness
  paper.height = height * sharpness
  pen.scale(sharpness, sharpness)
  pen.fillStyle = palette.paper
  pen.fillRect(0, 0, width, height)
  let y = margin
  const write = (lines: readonly string[], { font, colour, step }: { font: string; colour: string; step: number }): void => {
    pen.font = font
    pen.fillStyle = colour
    for (const line of lines) pen.fillText(line, margin, (y += step) - step / 4)
  }
  write(title, { font: fontOf(palette, 18, 600), colour: palette.ink, step: 26 })
  write(facts, { font: fontOf(palette, 12), colour: palette.inkSoft, step: 18 })
  paintLegend(pen, plot.legend, { palette, y: y + 14 })
  y += legendHeight
  pen.drawImage(chart, margin, y, inner, chartHeight)
  y += chartHeight + 16
  write(note, { font: fontOf(palette, 12), colour: palette.inkSoft, step: 18 })
  return paper
}

function draw(drawing: Drawing, palette: Palette, inner: number): HTMLCanvasElement {
  const place = document.createElement('div')
  const chart = init(place, null, { renderer: 'canvas', width: inner, height: drawing.heightAt(inner), devicePixelRatio: sharpness })
  chart.setOption(drawing.optionAt(inner, palette))
  const canvas = chart.renderToCanvas({ pixelRatio: sharpness, backgroundColor: palette.paper })
  chart.dispose()
  return canvas
}

function paintLegend(
  pen: CanvasRenderingContext2D,
  legend: readonly LegendEntry[],
  { palette, y }: { readonly palette: Palette; readonly y: number },
): void {
  pen.font = fontOf(palette, 12)
  let x = margin
  for (const { word, colour, look } of legend) {
    pen.fillStyle = look === 'filled' ? palette[colour] : look === 'washed' ? palette.chamWash : palette.paper
    pen.strokeStyle = palette[colour]
    pen.fillRect(x, y - 9, 12, 12)
    if (look !== 'filled') pen.strokeRect(x + 0.5, y - 8.5, 11, 11)
    if (look === 'hatched') hatch(pen, x, y - 9)
    pen.fillStyle = palette.ink
    pen.fillText(word, x + 18, y + 1)
    x += 18 + pen.measureText(word).width + 20
  }
}

function hatch(pen: CanvasRenderingContext2D, x: number, y: number): void {
  pen.beginPath()
  for (const at of [4, 8, 12]) {
    pen.moveTo(x, y + at)
    pen.lineTo(x + at, y)
  }
  pen.stroke()
}

function wrapped(
  pen: CanvasRenderingContext2D,
  text: string,
  { font, width: room }: { readonly font: string; readonly width: number },
): string[] {
  pen.font = font
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && pen.measureText(longer).width <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function fontOf({ sans }: Palette, size: number, weight = 400): string {
  return `${weight} ${size}px ${sans}`
}
