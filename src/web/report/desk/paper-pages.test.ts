import { expect, it } from 'vitest'
import { pagesOf } from './paper-pages.ts'

const sheet = (place: string, letter: string): string =>
  `<path class="typst-shape" fill="#ffffff" fill-rule="nonzero" d="M 0 0v 841.8898 h 595.2756 v -841.8898 Z "/>\n<g${place}><use xlink:href="#${letter}"/></g>`
const letters = '<defs id="glyph"><symbol id="gA"><path d="M1"/></symbol><symbol id="gB"><path d="M2"/></symbol></defs>'

it('a drawing of two pages becomes two sheets, each with its own letters', () => {
  const pages = pagesOf(`<svg class="typst-doc">${sheet('', 'gA')}${sheet(' transform="matrix(1 0 0 1 0 841.88)"', 'gB')}${letters}</svg>`)
  expect(pages.map(({ svg }) => [/viewBox="([^"]*)"/u.exec(svg)?.[1], svg.includes('M1'), svg.includes('M2')])).toEqual([
    ['0 0 595.2756 841.8898', true, false],
    ['0 841.88 595.2756 841.8898', false, true],
  ])
})
