import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What stands in a link, without its spaces, and where it leads. */
export type PdfLink = { readonly text: string; readonly address: string }

type Node = { readonly role?: string; readonly type?: string; readonly id?: string; readonly children?: readonly Node[] }

/** Every link of a tagged PDF in reading order, as a screen reader comes upon it; one that goes on over the page is one. */
export async function linksIn(bytes: Uint8Array): Promise<PdfLink[]> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const pdf = await task.promise
  const links: PdfLink[] = []
  for (let i = 1; i <= pdf.numPages; i++) {
    const page = await pdf.getPage(i)
    const annotations: readonly { readonly id: string; readonly url?: string }[] = await page.getAnnotations()
    const addresses = new Map(annotations.map(({ id, url = '' }) => [id, url]))
    const texts = textsOf(await page.getTextContent({ includeMarkedContent: true }))
    const tree: Node = await page.getStructTree()
    const found = linksBelow(tree).map(({ children = [] }) => ({
      text: children.map(({ id = '' }) => texts.get(id) ?? '').join(''),
      address: children.flatMap(({ id = '' }) => addresses.get(id) ?? []).at(0) ?? '',
    }))
    const [first] = found
    const last = links.at(-1)
    if (first && last?.address === first.address) links.push({ ...last, text: (links.pop()?.text ?? '') + (found.shift()?.text ?? '') })
    links.push(...found)
    page.cleanup()
  }
  await task.destroy()
  return links.map(({ text, address }) => ({ text: text.replace(/\s/gu, ''), address }))
}

function linksBelow(node: Node): Node[] {
  return node.role === 'Link' ? [node] : (node.children ?? []).flatMap(linksBelow)
}

/** The words of a page by the mark they stand under. */
function textsOf({
  items,
}: {
  readonly items: readonly ({ readonly str: string } | { readonly id?: string | null })[]
}): Map<string, string> {
  const texts = new Map<string, string>()
  let under = ''
  for (const item of items) {
    if ('str' in item) texts.set(under, (texts.get(under) ?? '') + item.str)
    else under = item.id ?? ''
  }
  return texts
}
