import { ok, type Result, refuse } from '../kit/result.ts'

/** A file or photo that shows what an activity or a unit's answer says, or that a list was posted. The bytes lie outside the database under their hash. */
export type Evidence = {
  readonly id: string
  readonly owner: EvidenceOwner
  readonly fileName: string
  readonly mediaType: EvidenceMediaType
  readonly bytes: number
  readonly sha256: string
  readonly addedBy: string
}

/** What evidence belongs to, for good: a later answer does not take over the files of an earlier one. */
export type EvidenceOwner = { readonly kind: EvidenceOwnerKind; readonly id: string }
export const evidenceOwnerKinds = ['activity', 'progress', 'posting'] as const
export type EvidenceOwnerKind = (typeof evidenceOwnerKinds)[number]

export const evidenceMediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const
export type EvidenceMediaType = (typeof evidenceMediaTypes)[number]

/** 20 MB: a photo of any phone, a scan of any minutes. */
export const evidenceLimitBytes = 20 * 1024 * 1024

export type EvidenceRefusal =
  | 'evidence.unknown'
  | 'evidence.unknown-owner'
  | 'evidence.owner-removed'
  | 'evidence.file-too-large'
  | 'evidence.file-type'
  | 'evidence.file-empty'
  | 'evidence.file-name'

/** What may be kept as evidence: a known type whose first bytes say so, not empty, within the limit, with a plain name. */
export function acceptEvidence(file: {
  readonly fileName: string
  readonly bytes: number
  readonly head: Uint8Array
}): Result<EvidenceMediaType, EvidenceRefusal> {
  if (file.bytes === 0) return refuse('evidence.file-empty')
  if (file.bytes > evidenceLimitBytes) return refuse('evidence.file-too-large', { megabytes: evidenceLimitBytes / 1024 / 1024 })
  if (!isPlainFileName(file.fileName)) return refuse('evidence.file-name')
  const mediaType = sniff(file.head, file.fileName)
  return mediaType ? ok(mediaType) : refuse('evidence.file-type')
}

export function isPhoto(evidence: Pick<Evidence, 'mediaType'>): boolean {
  return evidence.mediaType.startsWith('image/')
}

/** No path, no control or direction-changing characters, no reserved device name, at most 200 characters. */
function isPlainFileName(name: string): boolean {
  if (name.length === 0 || name.length > 200 || /[\p{Cc}\p{Cf}/\\:*?"<>|]/u.test(name)) return false
  return !/^(\.{1,2}|con|prn|aux|nul|com\d|lpt\d)(\..*)?$/iu.test(name)
}

const signatures: readonly (readonly [EvidenceMediaType, readonly number[], number])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff], 0],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 0],
  ['image/webp', [0x57, 0x45, 0x42, 0x50], 8],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d], 0],
]

/** A photo sent on by others is often called another kind of photo; what would run under its name is no evidence. */
const harmlessName = /^[^.]+$|\.(?:jpe?g|jfif|png|webp|pdf|docx|xlsx)$/iu

function sniff(head: Uint8Array, fileName: string): EvidenceMediaType | undefined {
  if (!harmlessName.test(fileName)) return undefined
  const known = signatures.find(([, bytes, at]) => bytes.every((byte, i) => head[at + i] === byte))
  if (known) return known[0]
  const isZip = head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04
  if (isZip && /\.docx$/iu.test(fileName)) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  if (isZip && /\.xlsx$/iu.test(fileName)) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return undefined
}
