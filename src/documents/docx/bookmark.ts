import { createHash } from 'node:crypto'

const prefix = 'nep_'
const longest = 40

/**
 * The bookmark of a block. Word allows 40 letters, digits and underscores, so other signs are written as `z` and four
 * hexadecimal digits and `-` as `_`. An id too long for that is replaced by its digest, known again only to who has the id.
 */
export function bookmarkName(blockId: string): string {
  const name = prefix + blockId.replace(/[^a-yA-Z0-9-]/gu, escapeSign).replace(/-/gu, '_')
  return name.length <= longest ? name : `${prefix}z${createHash('sha256').update(blockId).digest('hex').slice(0, 32)}z`
}

/** The block a bookmark stands for, or null when it is not ours or cannot be read back. */
export function blockIdOf(bookmark: string): string | null {
  if (!bookmark.startsWith(prefix) || /^nep_z[0-9a-f]{32}z$/u.test(bookmark)) return null
  return bookmark
    .slice(prefix.length)
    .replace(/_/gu, '-')
    .replace(/z([0-9a-f]{4})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function escapeSign(sign: string): string {
  return Array.from({ length: sign.length }, (_, i) => `z${sign.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')
}
