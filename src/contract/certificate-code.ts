import { isOfDay, type KeyDays } from '#domain/certificate/keys.ts'
import { readStatement, type Statement, writeStatement } from '#domain/certificate/statement.ts'

// The code on a certificate: `NEP1.<statement>.<signature>`, both in base64url, the signature Ed25519 (RFC 8032) over the
// two parts before it. Whoever has the public key can check it without a network: the house, the page, the terminal.

const version = 'NEP1'

/** A key that signs certificates, as it is published: an Ed25519 key in JSON (RFC 8037) with its name and its days of decision. */
export type PublicKey = Partial<KeyDays> & { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string; readonly kid: string }

/** Whether a key signed these bytes. */
export type VerifySignature = (key: PublicKey, signature: Uint8Array<ArrayBuffer>, said: Uint8Array<ArrayBuffer>) => Promise<boolean>

export type CodeFinding =
  | { readonly kind: 'genuine'; readonly statement: Statement; readonly kid: string }
  /** It reads as a certificate, and nobody's key here signed it. */
  | { readonly kind: 'notSigned'; readonly statement: Statement }
  | { readonly kind: 'unreadable' }

/** The part that is signed. */
export function codeToSign(statement: Statement): string {
  return `${version}.${toBase64Url(new TextEncoder().encode(writeStatement(statement)))}`
}

export function withSignature(toSign: string, signature: Uint8Array): string {
  return `${toSign}.${toBase64Url(signature)}`
}

/** What a camera reads may be the code alone or the address that carries it after `#`. */
export function codeIn(text: string): string {
  const trimmed = text.trim()
  return trimmed.slice(trimmed.indexOf('#') + 1)
}

/**
 * Checks a code against the keys a house publishes. A key signs for its days alone: one that came into wrong hands after
 * it was replaced makes no certificate of today.
 */
export async function checkCode(text: string, keys: readonly PublicKey[], isSigned: VerifySignature = byWebCrypto): Promise<CodeFinding> {
  const [name, payload = '', signature = '', ...rest] = codeIn(text).split('.')
  const bytes = fromBase64Url(payload)
  const signed = fromBase64Url(signature)
  const statement = name === version && rest.length === 0 && bytes ? readStatement(asText(bytes) ?? '') : undefined
  if (!statement || !signed) return { kind: 'unreadable' }
  const said = new TextEncoder().encode(`${version}.${payload}`)
  for (const key of keys)
    if (isOfDay(key, statement.decidedOn) && (await isSigned(key, signed, said))) return { kind: 'genuine', statement, kid: key.kid }
  return { kind: 'notSigned', statement }
}

async function byWebCrypto(
  { kty, crv, x }: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  said: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']).catch(() => null)
  return key !== null && (await crypto.subtle.verify('Ed25519', key, signature, said))
}

function toBase64Url(bytes: Uint8Array): string {
  const signs = Array.from(bytes, byte => String.fromCodePoint(byte)).join('')
  return btoa(signs).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '')
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/u.test(text)) return undefined
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.codePointAt(0) ?? 0)
  } catch {
    return undefined
  }
}

function asText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
