import { inflateRawSync } from 'node:zlib'
import { ok, type Refusal, type Result, refuse } from '#domain/kit/result.ts'

/** A file that cannot be read as a Word document, with the reason in a Vietnamese sentence. */
export type BadFile = Refusal<'document.bad-file'>

/** What an administrative document never exceeds: a larger file is an attack or a mistake. */
const limits = { file: 30_000_000, inflated: 40_000_000, entries: 4_000 } as const

const wanted = /^(?:word\/(?:document|styles|numbering|theme\/theme\d+|header\d*|footer\d*)\.xml|word\/_rels\/document\.xml\.rels)$/u

export function badFile(reason: string): BadFile {
  return refuse('document.bad-file', { reason })
}

/** The parts of a .docx the checker reads, as text. */
export function openPackage(bytes: Uint8Array): Result<ReadonlyMap<string, string>, 'document.bad-file'> {
  if (bytes.length > limits.file) return badFile('Tệp lớn quá 30 MB, không phải một văn bản hành chính thông thường.')
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return badFile('Đây là tệp .doc đời cũ (hoặc tệp đặt mật khẩu); hãy lưu lại thành .docx rồi kiểm.')
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return badFile('Tệp không phải là văn bản Word (.docx).')
  try {
    const parts = inflateParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return parts.has('word/document.xml') ? ok(parts) : badFile('Tệp nén này không chứa văn bản Word (.docx).')
  } catch (error) {
    const swollen = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return badFile(swollen ? 'Tệp phồng lên quá lớn khi giải nén; không đọc tiếp.' : 'Tệp hỏng: không giải nén được.')
  }
}

type Entry = { readonly name: string; readonly method: number; readonly start: number; readonly size: number }

/**
 * Inflation stops at the limit whatever a file claims of its sizes, so one that swells to gigabytes does no harm; a
 * general unzipper would trust the claim.
 */
function inflateParts(zip: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  let room = limits.inflated
  for (const { name, method, start, size } of readDirectory(zip)) {
    if (!wanted.test(name)) continue
    const packed = zip.subarray(start, start + size)
    const part = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(room, 1) })
    room -= part.length
    parts.set(name, part.toString('utf8').replace(/^\ufeff/u, ''))
  }
  return parts
}

/** The directory at the end of a zip file (APPNOTE 4.3.12). Reading past the end throws. */
function readDirectory(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf('PK\u0005\u0006')
  const count = zip.readUInt16LE(end + 10)
  if (count > limits.entries) throw new Error('too many entries')
  const entries: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('no directory entry')
    const nameLength = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      size: zip.readUInt32LE(at + 20),
      start: local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28),
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}
