import type { OfficialDocument } from '#domain/document/official-document.ts'
import type { Closing, LaidBlock, LaidCell, LaidOut, LaidParagraph, LaidSignature, LaidTable, Letterhead, Run } from '../layout/laid-out.ts'
import { layOut } from '../layout/lay-out.ts'
import { addressOf, type DocumentLinks } from '../links.ts'
import { motto, nationalName } from '../preset.ts'
import { type Html, html, joined, nothing } from './markup.ts'
import { readingStyle } from './reading-style.ts'

/** A document as one self-contained page for reading on screen: every citation and figure opens its origin. */
export function writeHtml(document: OfficialDocument, links: DocumentLinks): string {
  const laid = layOut(document)
  const page = html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${laid.title}</title>
<style>${{ html: readingStyle }}</style>
</head>
<body>
<main>
<article>
${letterhead(laid.letterhead)}
${title(laid)}
${joined(laid.addressees.map((line, i) => html`<p class="addressee${i > 0 ? ' several' : ''}">${line.text}</p>\n`))}
${laid.authority === null ? nothing : html`<p class="centred strong">${laid.authority}</p>`}
${joined(laid.blocks.map(block => blockHtml(block, links)))}
${closing(laid.closing)}
${joined(
  laid.appendices.map(
    appendix => html`<section class="appendix" id="${appendix.id}">
<h2 class="centred">${appendix.label}<br>${appendix.titleLines.join(' ')}</h2>
<p class="centred"><em>${appendix.noteLines.join(' ')}</em></p>
${joined(appendix.blocks.map(block => blockHtml(block, links)))}
</section>
`,
  ),
)}
</article>
</main>
</body>
</html>
`
  return page.html
}

function letterhead(head: Letterhead): Html {
  return html`<header class="letterhead">
<div>
<p>${brokenLines(head.parentLines)}</p>
<p class="strong ruled short">${brokenLines(head.nameLines)}</p>
<p>${head.numberLine}</p>
</div>
<div>
<p class="strong nation">${nationalName}</p>
<p class="strong ruled">${motto}</p>
${head.placeAndDateLine === null ? nothing : html`<p><em>${head.placeAndDateLine}</em></p>`}
</div>
</header>`
}

function brokenLines(texts: readonly string[]): Html {
  return joined(texts.map((line, i) => html`${i > 0 ? html`<br>` : nothing}${line}`))
}

function title({ titleBlock, letterhead: head }: LaidOut): Html {
  if (titleBlock === null) return html`<h1 class="letter-subject">${head.letterSubjectLines.join(' ')}</h1>`
  return html`<h1 class="centred ruled short">${titleBlock.kind}<br>${titleBlock.subjectLines.join(' ')}</h1>`
}

function blockHtml(block: LaidBlock, links: DocumentLinks): Html {
  return block.type === 'table' ? tableHtml(block, links) : paragraphHtml(block, links)
}

/** A block's id is its anchor; where a label has run into its paragraph, the label's anchor stands inside. */
function paragraphHtml({ role, ids, runs }: LaidParagraph, links: DocumentLinks): Html {
  const id = ids.at(-1) ?? ''
  const content = html`${joined(ids.slice(0, -1).map(other => html`<span id="${other}"></span>`))}${joined(runs.map(run => runHtml(run, links)))}`
  if (role === 'heading1' || role === 'article') return html`<h2 id="${id}">${content}</h2>\n`
  if (role === 'heading2') return html`<h3 id="${id}">${content}</h3>\n`
  if (role === 'heading3') return html`<h4 id="${id}">${content}</h4>\n`
  if (role === 'pronouncement') return html`<p id="${id}" class="centred strong">${content}</p>\n`
  if (role === 'basis') return html`<p id="${id}" class="running"><em>${content}</em></p>\n`
  return html`<p id="${id}" class="running">${content}</p>\n`
}

function runHtml(run: Run, links: DocumentLinks): Html {
  return run.bold ? html`<strong>${run.text}</strong>` : cellHtml(run, links)
}

function cellHtml({ text, source }: LaidCell, links: DocumentLinks): Html {
  if (source === null) return html`${text}`
  if (source.type === 'missing') return html`<mark data-missing="${source.what}" title="Chưa có: ${source.what}">${text}</mark>`
  const address = addressOf(source, links)
  const data = source.type === 'citation' ? html`data-citation="${source.id}"` : html`data-figure="${source.id}"`
  return address === null ? html`<span ${data}>${text}</span>` : html`<a href="${address}" target="_top" ${data}>${text}</a>`
}

function tableHtml({ id, columns, rows }: LaidTable, links: DocumentLinks): Html {
  const head = columns.map(({ heading }) => html`<th scope="col">${heading}</th>`)
  const row = (cells: readonly LaidCell[]) =>
    html`<tr>${joined(columns.map(({ align }, i) => html`<td class="${align}">${cells[i] ? cellHtml(cells[i], links) : nothing}</td>`))}</tr>\n`
  return html`<div class="wide"><table id="${id}">
<thead><tr>${joined(head)}</tr></thead>
<tbody>
${joined(rows.map(row))}</tbody>
</table></div>
`
}

function signatureHtml({ capacityLines, officeLine, fullName }: LaidSignature): Html {
  return html`<div class="signature">
${joined(capacityLines.map(line => html`<p class="strong">${line}</p>\n`))}${officeLine === null ? nothing : html`<p class="strong">${officeLine}</p>\n`}<p class="strong name">${fullName}</p>
</div>`
}

function closing(part: Closing): Html {
  const recipients = html`<div class="recipients">
<p class="strong"><em>${part.recipientsLabel}</em></p>
${joined(part.recipientLines.map(line => html`<p>${line}</p>\n`))}</div>`
  if (part.secondSignature === null) return html`<footer class="closing">${recipients}${signatureHtml(part.signature)}</footer>`
  return html`<footer><div class="closing">${signatureHtml(part.secondSignature)}${signatureHtml(part.signature)}</div>${recipients}</footer>`
}
