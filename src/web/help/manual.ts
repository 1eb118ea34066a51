import { Marked } from 'marked'
import { anchorOf } from './where.ts'

// The manual is docs/manual, built into the program: pages as text, pictures as files of the build.

const texts = import.meta.glob<string>('../../../docs/manual/*.md', { query: '?raw', import: 'default' })
const pictures = import.meta.glob<string>('../../../docs/manual/pictures/*.png', { query: '?url', import: 'default', eager: true })

const folder = '../../../docs/manual/'

/** A page of the manual as HTML of our own; undefined when there is none of that name. */
export async function readManual(page: string): Promise<string | undefined> {
  const read = texts[`${folder}${page}.md`]
  return read && toHtml(await read())
}

function toHtml(text: string): string {
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text: heading }) {
        return `<h${depth} id="${anchorOf(heading)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      link({ href, tokens }) {
        const inManual = /^([a-z-]+)\.md$/u.exec(href)?.[1]
        return `<a href="${inManual ? `/tro-giup/${inManual}` : href}">${this.parser.parseInline(tokens)}</a>`
      },
      /** A picture not taken yet is left out. */
      image({ href, text: alt }) {
        const address = pictures[`${folder}${href}`]
        return address ? `<img src="${address}" alt="${alt}" loading="lazy">` : ''
      },
    },
  })
  return marked.parse(text, { async: false })
}
