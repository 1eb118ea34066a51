import { expect, test } from 'vitest'
import { acceptEvidence, evidenceLimitBytes } from './evidence.ts'

const pdf = { fileName: 'biên bản.pdf', bytes: 5, head: new TextEncoder().encode('%PDF-') }

test('evidence is as large as the limit, not a byte more, not empty', () => {
  expect(acceptEvidence({ ...pdf, bytes: evidenceLimitBytes }).ok).toBe(true)
  expect(acceptEvidence({ ...pdf, bytes: evidenceLimitBytes + 1 })).toMatchObject({
    code: 'evidence.file-too-large',
    details: { megabytes: 20 },
  })
  expect(acceptEvidence({ ...pdf, bytes: 0 })).toMatchObject({ code: 'evidence.file-empty' })
})

test('evidence is what its first bytes say; a packed file is told by its name', () => {
  const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04])
  expect(typeOf('ảnh.docx', pdf.head)).toBe('application/pdf')
  expect(typeOf('báo cáo.DOCX', zip)).toContain('wordprocessingml')
  expect(typeOf('bảng.xlsx', zip)).toContain('spreadsheetml')
  expect(typeOf('chương trình.zip', zip)).toBe('evidence.file-type')
  expect(typeOf('ảnh.webp', new TextEncoder().encode('RIFF0000WEBP'))).toBe('image/webp')
})

test.for(['', '.', 'a/b.pdf', 'a\\b.pdf', 'con.pdf', 'LPT1', 'a'.repeat(201), 'a\u200bb.pdf', 'a\nb.pdf'])(
  'evidence has a plain name, not %j',
  fileName => {
    expect(acceptEvidence({ ...pdf, fileName })).toMatchObject({ code: 'evidence.file-name' })
  },
)

function typeOf(fileName: string, head: Uint8Array): string {
  const accepted = acceptEvidence({ fileName, bytes: 100, head })
  return accepted.ok ? accepted.value : accepted.code
}
