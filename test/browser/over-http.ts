import { randomUUID } from 'node:crypto'
import { type APIRequestContext, request } from '@playwright/test'
import type { SessionView } from '#contract/account.ts'
import type { Answer, BodyInput, CommandName, ParamsInput, QueryName } from '#contract/index.ts'
import type { ReportView } from '#contract/report.ts'
import { demoId } from '#server/demo/ids.ts'
import { demoUnits, unitIds } from '#server/demo/office.ts'
import { bodyOf, type StepCommand, steps } from '../report-steps.ts'
import { password } from './steps.ts'

// What must have happened before a journey begins, done as a browser would do it, by the right people, without their screens.

/** Somebody of the demonstration, signed in. */
export type Caller = {
  readonly session: SessionView
  send<Name extends CommandName>(name: Name, body: BodyInput<Name>): Promise<Answer<Name>>
  ask<Name extends QueryName>(name: Name, params: ParamsInput<Name>): Promise<Answer<Name>>
}

export async function callerAs(baseURL: string | undefined, username: string): Promise<Caller> {
  const http = await request.newContext({ baseURL: baseURL ?? '' })
  const session = await signInOver(http, username)
  return {
    session,
    send: async <Name extends CommandName>(name: Name, body: BodyInput<Name>) => {
      const answer = await http.post(`/api/${name}`, { data: body })
      if (!answer.ok()) throw new Error(`${name}: ${await answer.text()}`)
      const text = await answer.text() // some commands answer nothing
      return (text === '' ? undefined : JSON.parse(text)) as Answer<Name>
    },
    ask: async <Name extends QueryName>(name: Name, params: ParamsInput<Name>) => {
      const answer = await http.get(`/api/${name}`, { params: params as Record<string, string> })
      if (!answer.ok()) throw new Error(`${name}: ${await answer.text()}`)
      return (await answer.json()) as Answer<Name>
    },
  }
}

/** Signs in without the screen; a page's own context keeps the session for that page. */
export async function signInOver(http: APIRequestContext, username: string): Promise<SessionView> {
  const answer = await http.post('/api/session', { data: { username, password } })
  if (!answer.ok()) throw new Error(await answer.text())
  return (await answer.json()) as SessionView
}

/** The demonstration's people whose steps a report takes. */
export type Desk = Readonly<Record<'officer' | 'head' | 'clerk' | 'leader' | 'admin', Caller>>

export async function deskOf(baseURL: string | undefined): Promise<Desk> {
  const as = (username: string) => callerAs(baseURL, username)
  return {
    officer: await as('chuyenvien'),
    head: await as('truongphong'),
    clerk: await as('vanthu'),
    leader: await as('lanhdao'),
    admin: await as('quantri'),
  }
}

/** A report of a unit and period, brought as far as a step. */
export async function reportUntil(
  desk: Desk,
  { unitId = unitIds.office, periodName = '2022-H1' }: { unitId?: string; periodName?: string },
  last?: StepCommand,
): Promise<ReportView> {
  let report = await desk.officer.send('report.compose', { id: randomUUID(), unitId, periodName })
  for (const [name, who] of last === undefined ? [] : steps) {
    report = await desk[who as keyof Desk].send(name, bodyOf(name, report))
    if (name === last) break
  }
  return report
}

/** Made-up centres below the office, each owing the half-year report: the head of the department checks it, the deputy chief signs it. */
export async function givenCentres({ admin, head }: Desk, names: readonly string[]): Promise<string[]> {
  const [duty] = await admin.ask('report.duties', { unitId: unitIds.office })
  const centre = demoUnits.find(unit => unit.unitId === unitIds.informationCentre)
  if (!duty || !centre) throw new Error('the demonstration has no duty to report, or no centre')
  const { draftingUnitName: _name, basisCode: _code, ...owed } = duty
  const source = 'dữ liệu minh họa'
  const made: string[] = []
  for (const [i, word] of names.entries()) {
    const unitId = randomUUID()
    const name = `Trung tâm Minh họa ${word}`
    await admin.send('org.addVersion', {
      id: randomUUID(),
      unitId,
      shortName: `TTMH${i + 1}`,
      name,
      kind: centre.kind,
      parentUnitId: unitIds.office,
      code: '',
      namedAfterPerson: false,
      position: 20 + i,
      letterhead: { parentLines: ['VĂN PHÒNG UBND TỈNH'], nameLines: [name.toLocaleUpperCase('vi')], place: 'Sơn La' },
      functions: '',
      calledInText: name,
      valid: { from: '2021-12-15', until: null },
      source,
    })
    await admin.send('org.mandate', {
      id: randomUUID(),
      positionId: demoId('position/deputy'),
      unitId,
      capacity: 'KT',
      forName: 'Chánh Văn phòng',
      valid: { from: '2021-12-15', until: null },
      basis: source,
    })
    await admin.send('account.grant', {
      id: randomUUID(),
      accountId: head.session.actor.accountId,
      role: 'unitHead',
      unitId,
      withSubtree: false,
    })
    await admin.send('report.setDuty', {
      ...owed,
      draftingUnitId: unitId,
      recipientLines: [...owed.recipientLines],
      id: randomUUID(),
      unitId,
      symbol: `BC-TTMH${i + 1}`,
    })
    made.push(unitId)
  }
  return made
}
