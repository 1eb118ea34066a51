import { expect, it } from 'vitest'
import { pagesOf, pictureOf } from './paper-pages.ts'

const sheet = (place: string, letters: string): string =>
  `<path class="typst-shape" fill="#ffffff" fill-rule="nonzero" d="M 0 0v 841.8898 h 595.2756 v -841.8898 Z "/>\n<g${place}>${letters}</g>`
const letter = (id: string, x: number): string => `<use xlink:href="#${id}" x="${x}" y="0" fill="#000000" fill-rule="nonzero"/>\n`
const outlines =
  '<defs id="glyph"><symbol id="gA" overflow="visible"><path d="M 0 0m 1 1 Z"/></symbol><symbol id="gB" overflow="visible"><path d="M 0 0m 2 2 Z"/></symbol></defs>'
const drawing = (first: string): string =>
  `<svg class="typst-doc">${sheet('', first)}${sheet(' transform="matrix(1 0 0 1 0 841.88)"', letter('gB', 5))}${outlines}</svg>`

it('a drawing of two pages becomes two pictures, each line of letters one outline', () => {
  const pictures = pagesOf(drawing(letter('gA', 3) + letter('gB', 9.5))).map(pictureOf)
  expect(pictures.map(picture => /viewBox="([^"]*)"/u.exec(picture)?.[1])).toEqual(['0 0 595.2756 841.8898', '0 841.88 595.2756 841.8898'])
  expect(pictures[0]).toContain('<path fill="#000000" d="M 3 0m 1 1 ZM 9.5 0m 2 2 Z"/></g>')
  expect(pictures[1]).toContain('<path fill="#000000" d="M 5 0m 2 2 Z"/></g>')
  expect(pictures.join('')).not.toContain('<use')
})

it('a page nobody wrote on stays the same picture', () => {
  const [first, second] = pagesOf(drawing(letter('gA', 3)))
  const [firstAnew, secondAnew] = pagesOf(drawing(letter('gA', 4)))
  expect([firstAnew?.body === first?.body, secondAnew?.body === second?.body]).toEqual([false, true])
})
