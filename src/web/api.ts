import type { z } from 'zod'
import type { SessionView } from '#contract/account.ts'
import type { Answer, BodyInput, CommandName, ParamsInput, QueryName, RefusalAnswer } from '#contract/index.ts'
import type { OpinionReceipt, OpinionState, PostedList, sayBody } from '#contract/posted.ts'
import type { SheetLook } from '#contract/return.ts'
import type { Evidence, EvidenceOwner } from '#domain/evidence/evidence.ts'
import type { ParagraphEdit } from '#domain/report/edit.ts'

/** Why something was not done, in words for the person who asked. `web.unreached`: the server did not answer at all. */
export type WebRefusal = Omit<RefusalAnswer, 'code'> & { readonly code: RefusalAnswer['code'] | 'web.unreached' }

/** What came back: the answer, or a refusal to be shown. */
export type Sent<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: WebRefusal }

/** Thrown by reads, so that a screen waiting for data shows the sentence instead. */
export class Refused extends Error {
  readonly refusal: WebRefusal
  constructor(refusal: WebRefusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** Told when any answer says that the session is gone, so that the person can sign in again where they are. */
const onSignedOut: { call: () => void } = { call: () => undefined }
export function whenSignedOut(act: () => void): void {
  onSignedOut.call = act
}

/** Told after each request whether the server answered at all. */
const onAnswered: { call: (hasAnswered: boolean) => void } = { call: () => undefined }
export function whenAnswered(act: (hasAnswered: boolean) => void): void {
  onAnswered.call = act
}

const unreached: WebRefusal = {
  code: 'web.unreached',
  message: 'Chưa gửi được: máy chủ không trả lời. Nội dung bạn nhập còn nguyên; kiểm tra mạng rồi thử lại.',
}

const fileUnreached: WebRefusal = {
  code: 'web.unreached',
  message: 'Chưa gửi được: máy chủ không trả lời. Tệp vẫn còn ở đây; kiểm tra mạng rồi gửi lại.',
}

/** Makes a change. Ids are in the body, so sending twice is harmless. */
export function send<Name extends CommandName>(name: Name, body: BodyInput<Name>): Promise<Sent<Answer<Name>>> {
  return call('POST', `/api/${name}`, body)
}

/** Reads. Parameters that are undefined are left out. */
export async function ask<Name extends QueryName>(name: Name, params: ParamsInput<Name>): Promise<Answer<Name>> {
  return orThrow(await call<Answer<Name>>('GET', `/api/${name}?${searchOf(params)}`))
}

export async function askSession(): Promise<SessionView | null> {
  const answer = await call<SessionView>('GET', '/api/session')
  if (!answer.ok && (answer.refusal.code === 'account.signed-out' || answer.refusal.code === 'account.disabled')) return null
  return orThrow(answer)
}

export function signIn(username: string, password: string): Promise<Sent<SessionView>> {
  return call('POST', '/api/session', { username, password })
}

export function signOut(): Promise<Sent<undefined>> {
  return call('DELETE', '/api/session')
}

export function signOutEverywhere(): Promise<Sent<undefined>> {
  return call('DELETE', '/api/sessions')
}

export function changePassword(current: string, next: string): Promise<Sent<undefined>> {
  return call('POST', '/api/session/password', { current, next })
}

/** Where one's own morning letter goes; empty: nowhere. */
export async function askMyEmail(): Promise<string> {
  return orThrow(await call<{ email: string }>('GET', '/api/session/email')).email
}

export function setMyEmail(email: string): Promise<Sent<undefined>> {
  return call('POST', '/api/session/email', { email })
}

/** What anybody asks of a posted list, without an account. */
export async function askPostedList(id: string): Promise<PostedList> {
  return orThrow(await call('GET', `/api/posted.list?${searchOf({ id })}`))
}
export async function askOpinionState(id: string): Promise<OpinionState> {
  return orThrow(await call('GET', `/api/posted.answer?${searchOf({ id })}`))
}
export function sayOfPosted(body: z.input<typeof sayBody>): Promise<Sent<OpinionReceipt>> {
  return call('POST', '/api/posted.say', body)
}

/** Sends a file of evidence and tells how much of it has left, from 0 to 1. */
export function attachEvidence(
  { owner, id, file }: { owner: EvidenceOwner; id: string; file: File },
  onProgress: (share: number) => void,
): Promise<Sent<Evidence>> {
  return sendFile({ address: `/api/evidence.attach?${searchOf({ id, ownerKind: owner.kind, ownerId: owner.id })}`, file, onProgress })
}

/** Sends a list of households in; it is looked at before the answer comes. */
export function receiveList(
  { file, ...list }: { id: string; unitId: string; sender: string; file: File },
  onProgress: (share: number) => void,
): Promise<Sent<{ id: string }>> {
  return sendFile({ address: `/api/household.receiveList?${searchOf(list)}`, file, onProgress })
}

/** Reads a spreadsheet for a return; nothing is written by it. */
export function readSheet({ file, ...owed }: { requestId: string; unitId: string; sender: string; file: File }): Promise<Sent<SheetLook>> {
  return sendFile({ address: `/api/return.readSheet?${searchOf(owed)}`, file, onProgress: () => undefined })
}

type SendingFile = { readonly address: string; readonly file: File; readonly onProgress: (share: number) => void }

function sendFile<Value>({ address, file, onProgress }: SendingFile): Promise<Sent<Value>> {
  const form = new FormData()
  form.append('file', file)
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.upload.addEventListener('progress', event => onProgress(event.total > 0 ? event.loaded / event.total : 0))
    request.addEventListener('load', () => resolve(toSent(request.status, request.responseText)))
    request.addEventListener('error', () => resolve({ ok: false, refusal: fileUnreached }))
    request.send(form)
  })
}

export const evidenceAddress = (id: string): string => `/api/evidence/${id}`
/** The rows of a list that a person has to look at, as a table. */
export const asideAddress = (listId: string): string => `/api/household.aside/${listId}`
/** The figures of a request as files other programs read. */
export const exportAddress = (owed: { requestId: string; unitId: string }, as: 'csv' | 'json' | 'dictionary'): string =>
  `/api/return.export?${searchOf({ ...owed, as })}`
/** A return as a workbook to be filled in. */
export const templateAddress = (owed: { requestId: string; unitId: string }): string => `/api/return.template?${searchOf(owed)}`
export const previewAddress = (id: string, format: 'pdf' | 'docx' | 'html'): string => `/api/report.preview?${searchOf({ id, format })}`
export const downloadAddress = (id: string, name: string): string => `/api/report.download?${searchOf({ id, name })}`
/** The certificates of one area of a season, as the file that is printed. */
export const certificatesAddress = (seasonId: string, areaUnitId: string, paper: 'a4' | 'a5'): string =>
  `/api/certificate.print?${searchOf({ seasonId, areaUnitId, paper })}`

/** The pages as they would print with words in them that are not saved yet, as one picture. */
export async function drawReport(body: { readonly id: string; readonly paragraphs: readonly ParagraphEdit[] }): Promise<Sent<string>> {
  try {
    const response = await fetch('/api/report.draw', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    return response.ok ? { ok: true, value: text } : toSent(response.status, text)
  } catch {
    return { ok: false, refusal: unreached }
  }
}

async function call<Value>(method: 'GET' | 'POST' | 'DELETE', address: string, body?: unknown): Promise<Sent<Value>> {
  try {
    const response = await fetch(address, {
      method,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    return toSent(response.status, await response.text())
  } catch {
    onAnswered.call(false)
    return { ok: false, refusal: unreached }
  }
}

function toSent<Value>(status: number, text: string): Sent<Value> {
  const answer = parseJson(text)
  const isAnswer = (status >= 200 && status < 300) || isRefusal(answer)
  onAnswered.call(isAnswer)
  if (status >= 200 && status < 300) return { ok: true, value: answer as Value }
  if (!isRefusal(answer)) return { ok: false, refusal: unreached }
  if (answer.code === 'account.signed-out') onSignedOut.call()
  return { ok: false, refusal: answer }
}

function parseJson(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRefusal(answer: unknown): answer is RefusalAnswer {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer
}

function orThrow<Value>(sent: Sent<Value>): Value {
  if (!sent.ok) throw new Refused(sent.refusal)
  return sent.value
}

function searchOf(params: object): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(params)) if (value !== undefined && value !== null) search.append(key, String(value))
  return search.toString()
}
