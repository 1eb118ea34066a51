import { randomUUID } from 'node:crypto'
import type { RefusalCode } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import type { Evidence, EvidenceOwner } from '#domain/evidence/evidence.ts'
import type { Result } from '#domain/kit/result.ts'
import { attachEvidence, type UploadedFile } from '#server/evidence/evidence.actions.ts'
import { runAction } from '#server/http/run.ts'
import type { World } from '#server/world.ts'

// Files as people hand them in, and the handing in.

/** A small photo for an owner; every part can be replaced. */
export function photoOf(owner: EvidenceOwner, changes: Partial<UploadedFile> = {}): UploadedFile {
  return { id: randomUUID(), owner, fileName: 'ảnh đẹp.jpg', bytes: jpeg(2000), ...changes }
}

export function attach(world: World, actor: Actor, file: UploadedFile): Promise<Result<Evidence, RefusalCode>> {
  return runAction(world, actor, 'evidence.attach', ctx => attachEvidence(ctx, file))
}

/** Begins as a photo does and is empty otherwise. */
export function jpeg(size: number): Buffer {
  const bytes = Buffer.alloc(size)
  bytes.set([0xff, 0xd8, 0xff])
  return bytes
}
