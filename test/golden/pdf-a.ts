/**
 * What a PDF lacks to be PDF/A-2a, as far as bytes show it: ten rules that the usual tools do not see. Meant for our own
 * files, which keep their dictionaries readable; the full judgement is a validator's.
 */
export function pdfAFaults(bytes: Uint8Array): string[] {
  const raw = Buffer.from(bytes).toString('latin1')
  const xmp =
    Buffer.from(bytes)
      .toString('utf8')
      .match(/<\?xpacket begin[\s\S]*?<\?xpacket end/u)?.[0] ?? ''
  const descriptors = raw.match(/<<[^<>]*\/Type\s*\/FontDescriptor[\s\S]*?>>/gu) ?? []
  const rules: readonly (readonly [boolean, string])[] = [
    [/^%PDF-1\.7\n%[\x80-\xff]{4}/u.test(raw), 'header with binary mark'],
    [/%%EOF\s*$/u.test(raw), 'nothing after the end'],
    [/trailer[\s\S]*\/ID\s*\[/u.test(raw), 'ID in the trailer'],
    [/\/S\s*\/GTS_PDFA1/u.test(raw) && /\/OutputIntents/u.test(raw), 'output intent'],
    [/<pdfaid:part>2<\/pdfaid:part>/u.test(xmp) && /<pdfaid:conformance>A<\/pdfaid:conformance>/u.test(xmp), 'PDF/A-2a in its metadata'],
    [/<dc:title>/u.test(xmp) && /<dc:language>[\s\S]*vi-VN/u.test(xmp), 'title and language in its metadata'],
    [/\/MarkInfo\s*<<[^>]*\/Marked true/u.test(raw) && /\/StructTreeRoot/u.test(raw), 'tags'],
    [/\/Lang\s*\(vi-VN\)/u.test(raw), 'language'],
    [descriptors.length > 0 && descriptors.every(descriptor => /\/FontFile[23]/u.test(descriptor)), 'fonts embedded'],
    [!/\/(?:Encrypt|JavaScript|JS|Launch|EmbeddedFile|LZWDecode)\b/u.test(raw), 'no encryption, scripts or attachments'],
  ]
  return rules.flatMap(([kept, rule]) => (kept ? [] : [rule]))
}
