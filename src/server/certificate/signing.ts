import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { codeToSign, withSignature } from '#contract/certificate-code.ts'
import { beginningOfNext, keyOfDay } from '#domain/certificate/keys.ts'
import type { Statement } from '#domain/certificate/statement.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { insertSigningKey, listSigningKeys, lockSigningKeys, type NewKey, type SigningKey } from './certificate.store.ts'

/** The first decision of a house makes its first key: from then on there is something to sign. */
export async function ensureSigningKey(ctx: Context): Promise<void> {
  if ((await listSigningKeys(ctx.tx)).length > 0) return
  await lockSigningKeys(ctx.tx) // another decision may be the first as well
  if ((await listSigningKeys(ctx.tx)).length === 0) await renewSigningKey(ctx)
}

/** A new key for decisions from tomorrow on; those before it go on signing for their own days. One a day is enough. */
export async function renewSigningKey(ctx: Context): Promise<Result<NewKey, 'certificate.key-waits'>> {
  await lockSigningKeys(ctx.tx)
  const keys = await listSigningKeys(ctx.tx)
  const from = beginningOfNext(
    keys.map(({ publicKey }) => publicKey),
    ctx.today,
  )
  const waiting = keys.find(({ publicKey }) => from !== null && publicKey.from !== null && publicKey.from >= from)
  if (waiting) return refuse('certificate.key-waits', { on: waiting.publicKey.from })
  const made = makeKey(ctx.now, from)
  await insertSigningKey(ctx.tx, made, ctx.now)
  const { kid } = made.publicKey
  await insertAuditEntry(ctx, 'certificate.makeKey', { kind: 'certificateKey', id: kid, unitId: null }, { after: { kid, from } })
  return ok(made)
}

function makeKey(now: string, from: NewKey['from']): NewKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x } = publicKey.export({ format: 'jwk' })
  const kid = `${now.slice(0, 10)}-${String(x).slice(0, 6)}`
  return {
    publicKey: { kty: 'OKP', crv: 'Ed25519', x: String(x), kid },
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    from,
  }
}

/** Signs many statements, each with the key of the day of its decision: printed again it is the same. */
export function signerOf(keys: readonly SigningKey[]): (statement: Statement) => string {
  const opened = new Map<string, KeyObject>()
  const days = keys.map(key => ({ ...key, from: key.publicKey.from, until: key.publicKey.until }))
  return statement => {
    const key = keyOfDay(days, statement.decidedOn)
    if (!key) throw new Error('no key to sign with: decisions make the first one')
    const privateKey = opened.get(key.publicKey.kid) ?? createPrivateKey(key.privateKey)
    opened.set(key.publicKey.kid, privateKey)
    const toSign = codeToSign(statement)
    return withSignature(toSign, sign(null, Buffer.from(toSign), privateKey))
  }
}
