import type { Answer, Body } from '#contract/index.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import type { OrgUnitVersion } from '#domain/org/org-unit.ts'
import { signerWithAccount } from '#domain/org/position.ts'
import { revoke } from '#domain/season/recognition.ts'
import type { Season } from '#domain/season/season.ts'
import { unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { findUnitPath } from '../org/org.store.ts'
import { listSigners } from '../org/position.store.ts'
import { answerAgain } from '../sent-before.ts'
import { findCandidate } from './candidate.store.ts'
import { findIssuer } from './decision.actions.ts'
import { findRevokingAct, insertRevocation, insertRevokingAct, lockRecognition } from './decision.store.ts'
import { authoriseWhereDecided } from './federation.ts'
import { enterAct } from './numbered-act.ts'
import type { Reply } from './season.actions.ts'
import { bookOf } from './season.case.ts'
import { findSeason } from './season.store.ts'

/** Appended: what was conferred stays to be seen, with the day and the ground it was taken back on, and the act that did so. */
export async function revokeRecognition(ctx: Context, body: Body<'season.revoke'>): Reply<Answer<'season.revoke'>> {
  const { id, candidateId, issuerUnitId, symbol, ...revocation } = body
  const { on } = revocation
  const candidate = await findCandidate(ctx.tx, candidateId)
  const season = candidate && (await findSeason(ctx.tx, candidate.seasonId))
  if (!candidate || !season) return unknown(ctx, 'season.revoke', 'season.unknown-recognition')
  const denied = await authoriseWhereDecided(ctx, 'season.revoke', season, on)
  if (denied) return denied
  const recognition = await lockRecognition(ctx.tx, candidateId)
  if (!recognition) return refuse('season.unknown-recognition')
  const sentBefore = await findRevokingAct(ctx.tx, { id })
  if (sentBefore) {
    const { candidateId: about, ...act } = sentBefore
    return answerAgain({ candidateId, revocation: recognition.revocation ?? revocation, act }, about === candidateId)
  }
  const done = revoke(recognition, revocation, ctx.today)
  if (!done.ok) return done
  const issuer = await findRevoker(ctx, season, { areaUnitId: candidate.areaUnitId, issuerUnitId, on })
  if (!issuer.ok) return issuer
  const signer = signerWithAccount(await listSigners(ctx.tx, issuerUnitId, on), ctx.actor.accountId, on)
  if (!signer.ok) return signer
  const signerName = signer.value.fullName
  const subject = `Hủy bỏ, thu hồi ${bookOf(season).name} năm ${season.year}`
  const entered = await enterAct(ctx, { issuer: issuer.value, signerName, on, symbol, subject })
  if (!entered.ok) return entered
  const { code, ...numbered } = entered.value
  const act = { code, issuerUnitId, signerName }
  await insertRevocation(ctx.tx, candidate, revocation, ctx.actor.fullName)
  await insertRevokingAct(ctx.tx, candidate, { ...numbered, id, issuerUnitId, signerName, on })
  const about = { kind: 'season', id: season.id, unitId: season.unitId, recordIds: [candidateId] }
  await insertAuditEntry(ctx, 'season.revoke', about, { after: { ...revocation, ...act } })
  return ok({ candidateId, revocation, act })
}

type Asked = { readonly areaUnitId: string; readonly issuerUnitId: string; readonly on: Body<'season.revoke'>['on'] }

/** Whoever decides about the honour on the day takes it back: of those that decide by rounds, either. A village that ended stands under its season's holder. */
async function findRevoker(ctx: Context, season: Season, { areaUnitId, issuerUnitId, on }: Asked): Reply<OrgUnitVersion> {
  const path = await findUnitPath(ctx.tx, areaUnitId, on)
  const asked = { issuerUnitId, on, areaUnitIds: [path.length > 1 ? areaUnitId : season.unitId] }
  const first = await findIssuer(ctx, season, { ...asked, round: 'first' })
  return first.ok || first.code !== 'season.other-authority' ? first : findIssuer(ctx, season, { ...asked, round: 'again' })
}
