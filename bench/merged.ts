import { motto, nationalName } from '#documents/preset.ts'
import type { CertificateText } from '#domain/certificate/paper.ts'

/**
 * What the merge of an office suite leaves: one document with a page for each record, its fields filled. The words, sizes and
 * frame are those of our sheet; the signed square is not there, since a merge has no way to make one.
 */
export function mergedDocument(pages: readonly CertificateText[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Standard" style:family="paragraph">
  <style:paragraph-properties fo:text-align="center" fo:margin-bottom="6pt"/>
  <style:text-properties style:font-name="Liberation Serif" fo:font-family="'Liberation Serif'" fo:font-size="15pt" fo:language="vi" fo:country="VN"/>
</style:style></office:styles>
<office:automatic-styles>
  <style:page-layout style:name="lying"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape"
    fo:margin="10mm" fo:padding="10mm" fo:border="2.5pt double #2f4480"/></style:page-layout>
  <style:style style:name="record" style:family="table" style:master-page-name="sheet"><style:table-properties fo:break-before="page" table:align="margins"/></style:style>
  ${looks.map(paragraphStyle).join('\n  ')}
</office:automatic-styles>
<office:master-styles><style:master-page style:name="sheet" style:page-layout-name="lying"/></office:master-styles>
<office:body><office:text>${pages.map(sheet).join('\n')}</office:text></office:body></office:document>`
}

type Look = { readonly name: string; readonly size: number; readonly above: string; readonly bold?: boolean; readonly colour?: string }

const looks: readonly Look[] = [
  { name: 'head', size: 13, above: '0mm', bold: true },
  { name: 'issuer', size: 18, above: '12mm', bold: true },
  { name: 'heading', size: 34, above: '5mm', bold: true, colour: '#2f4480' },
  { name: 'line', size: 18, above: '3mm' },
  { name: 'name', size: 30, above: '2mm', bold: true },
  { name: 'title', size: 26, above: '2mm', bold: true },
  { name: 'small', size: 10.5, above: '0mm' },
  { name: 'signed', size: 14, above: '0mm' },
  { name: 'signer', size: 14, above: '24mm', bold: true },
]

function paragraphStyle({ name, size, above, bold, colour = '#000000' }: Look): string {
  return `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-top="${above}"/>
    <style:text-properties fo:font-size="${size}pt" fo:font-weight="${bold ? 'bold' : 'normal'}" fo:color="${colour}"/></style:style>`
}

function sheet(page: CertificateText, at: number): string {
  return `${columns(`${at} above`, 'record', [
    page.issuerLines.map(line => said('head', line)),
    [said('head', nationalName), said('head', motto)],
  ])}${[
    said('issuer', page.issuer),
    said('heading', page.heading),
    said('line', page.recipientLabel),
    said('name', page.name),
    said('line', page.place),
    said('line', page.reason),
    said('title', `“${page.title}”, ${page.year}`),
  ].join('')}${columns(`${at} below`, null, [
    [said('small', page.decision), said('small', page.number)],
    [said('signed', page.placeAndDate), ...page.signerCapacity.map(line => said('head', line)), said('signer', page.signerName)],
  ])}`
}

function columns(name: string, style: string | null, cells: readonly (readonly string[])[]): string {
  const ofStyle = style === null ? '' : ` table:style-name="${style}"`
  const row = cells.map(cell => `<table:table-cell>${cell.join('')}</table:table-cell>`).join('')
  return `<table:table table:name="${name}"${ofStyle}><table:table-column table:number-columns-repeated="${cells.length}"/><table:table-row>${row}</table:table-row></table:table>`
}

function said(style: string, words: string): string {
  return `<text:p text:style-name="${style}">${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text:p>`
}
