import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { codeToSign, type PublicKey, withSignature } from '#contract/certificate-code.ts'
import type { Statement } from '#domain/certificate/statement.ts'
import type { Context } from '../context.ts'
import { insertSigningKey, listSigningKeys, type SigningKey } from './certificate.store.ts'

/** The newest key of this house; the first certificate makes the first key (Ed25519, RFC 8032). */
export async function openSigningKey({ tx, now }: Pick<Context, 'tx' | 'now'>): Promise<SigningKey> {
  const [newest] = await listSigningKeys(tx)
  if (newest) return newest
  const made = makeKey(now)
  await insertSigningKey(tx, made, now)
  return made
}

function makeKey(now: string): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const jwk = publicKey.export({ format: 'jwk' })
  const kid = `${now.slice(0, 10)}-${String(jwk.x).slice(0, 6)}`
  return {
    publicKey: { kty: 'OKP', crv: 'Ed25519', x: String(jwk.x), kid } satisfies PublicKey,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  }
}

/** Signs many statements with one key. */
export function signerOf({ privateKey }: SigningKey): (statement: Statement) => string {
  const key = createPrivateKey(privateKey)
  return statement => {
    const toSign = codeToSign(statement)
    return withSignature(toSign, sign(null, Buffer.from(toSign), key))
  }
}
